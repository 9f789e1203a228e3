using HelpdeskMx.Platform;

namespace HelpdeskMx.Channels;

/// <summary>What admins may call a store, a department or a channel: something short on one line, that no neighbour is called.</summary>
public static class GivenName
{
    /// <summary>At most so many characters.</summary>
    public const int Longest = 80;

    /// <summary>The name without spaces around it, if it will do.</summary>
    /// <param name="given">As typed.</param>
    /// <param name="taken">What its neighbours are called.</param>
    public static Outcome<string> Of(string? given, IEnumerable<string> taken)
    {
        var name = (given ?? "").Normalize().Trim();
        if (name.Length == 0) return Problems.Field("name", "Give it a name.");
        if (name.Length > Longest) return Problems.Field("name", $"A name has at most {Longest} characters.");
        if (name.Any(char.IsControl)) return Problems.Field("name", "A name stands on one line.");
        return taken.Contains(name, StringComparer.OrdinalIgnoreCase) ? Problems.Field("name", "Another one has this name already.") : name;
    }
}
