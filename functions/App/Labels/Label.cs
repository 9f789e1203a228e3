namespace HelpdeskMx.Labels;

/// <summary>A label that tickets can have.</summary>
/// <param name="Name">What it is called; two that differ only in case are two.</param>
public sealed record Label(string Name)
{
    /// <summary>As <c>#rrggbb</c>; null for none.</summary>
    public string? Color { get; init; }
}
