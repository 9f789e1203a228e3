namespace HelpdeskMx.Labels;

/// <summary>How well one label is told in one language.</summary>
/// <param name="Label">As agents write it.</param>
/// <param name="Examples">Tickets it was learned from; those that only the desk labelled and nobody corrected count half.</param>
/// <param name="Suggested">It is told well enough to be suggested.</param>
/// <param name="Precision">Which share of its suggestions was right on tickets held out; null where it is not suggested.</param>
/// <param name="Coverage">For which share of the tickets that have it it was suggested; null where it is not suggested.</param>
public sealed record LabelFigures(string Label, double Examples, bool Suggested, double? Precision, double? Coverage);

/// <summary>How well labels are told in one language.</summary>
/// <param name="Language">ISO 639-1; <c>en</c> also holds languages that cannot be told.</param>
/// <param name="Tickets">Tickets of it whose labels an agent has seen to.</param>
/// <param name="Precision">Which share of all suggestions was right on tickets held out; null where there were none.</param>
/// <param name="Coverage">For which share of tickets there was a suggestion.</param>
/// <param name="Labels">Each label, the most used first.</param>
public sealed record LanguageFigures(string Language, int Tickets, double? Precision, double Coverage, IReadOnlyList<LabelFigures> Labels);
