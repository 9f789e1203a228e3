namespace HelpdeskMx.Tickets;

/// <summary>Names under which files can be saved on any system.</summary>
public static class SafeName
{
    private const int Longest = 150;

    /// <summary>The name without path, control characters and characters some system forbids; never empty. The end, with the extension, is kept.</summary>
    public static string Of(string? name)
    {
        var safe = new string([.. (name ?? "").Where(c => !char.IsControl(c) && !"/\\\"<>:|?*".Contains(c))]).Trim(' ', '.');
        return safe.Length switch { 0 => "file", > Longest => safe[^Longest..], _ => safe };
    }
}
