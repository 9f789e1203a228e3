namespace HelpdeskMx.Tickets;

/// <summary>Where in a template something is filled in.</summary>
public enum TemplatePlace { Header, Body, Button }

/// <summary>A template an agent chose, and what they filled in.</summary>
/// <param name="Name">As the WhatsApp Business Account calls it.</param>
/// <param name="Language">Its language, such as <c>en_US</c>.</param>
/// <param name="Parameters">What stands in its gaps, by their keys.</param>
public sealed record TemplateChoice(string? Name, string? Language, IReadOnlyDictionary<string, string>? Parameters = null);

/// <summary>What stands in one gap.</summary>
/// <param name="Place">Where the gap is.</param>
/// <param name="Button">Which button; 0 elsewhere.</param>
/// <param name="Name">What the gap is called; null where it only has a place in the order.</param>
/// <param name="Text">What stands there.</param>
public sealed record FilledGap(TemplatePlace Place, int Button, string? Name, string Text);

/// <summary>A template as it leaves.</summary>
public sealed record FilledTemplate(string Name, string Language, IReadOnlyList<FilledGap> Parameters);
