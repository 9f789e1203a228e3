namespace HelpdeskMx.Tickets;

/// <summary>A form's answer as tickets are looked for by it: the field's key and the answer, whatever its case.</summary>
public static class Facet
{
    private const int Longest = 200;

    /// <summary>The most of them a ticket has.</summary>
    public const int Most = 100;

    /// <summary>Of this answer.</summary>
    public static string Of(string key, string answer)
    {
        var facet = $"{key}:{answer.Trim().ToLowerInvariant()}";
        return facet.Length <= Longest ? facet : facet[..Longest];
    }

    /// <summary>What a list is narrowed to that was narrowed to the first and is asked for the second: of a field in both, the second alone.</summary>
    public static IReadOnlyList<string> Narrowed(IReadOnlyList<string> by, IReadOnlyList<string> asked) => [.. by.Where(f => !asked.Any(a => KeyOf(a) == KeyOf(f))), .. asked];

    private static string KeyOf(string facet) => facet[..facet.IndexOf(':', StringComparison.Ordinal)];

    /// <summary>Of what is asked for as <c>key:answer</c>; null where it is nothing of the kind.</summary>
    public static string? Read(string asked) =>
        asked.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && colon < asked.Length - 1 ? Of(asked[..colon], asked[(colon + 1)..]) : null;
}
