namespace HelpdeskMx.Labels;

/// <summary>What one ticket teaches about labels.</summary>
/// <param name="Text">Its first message.</param>
public sealed record Lesson(string Text)
{
    /// <summary>Labels agents put on it.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Labels of the desk's own that were still there when it was closed.</summary>
    public IReadOnlyList<string> Agreed { get; init; } = [];

    /// <summary>Labels of the desk's own that an agent took off.</summary>
    public IReadOnlyList<string> Removed { get; init; } = [];

    /// <summary>Labels of the desk's own that nobody has looked at; they teach nothing.</summary>
    public IReadOnlyList<string> Unreviewed { get; init; } = [];

    /// <summary>An agent has said something of its labels. Where none has, a ticket says that no label fits only as loudly as agents label at all.</summary>
    public bool Reviewed => Labels.Count + Agreed.Count + Removed.Count > 0;
}
