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

    /// <summary>Of what is asked for as <c>key:answer</c>; null where it is nothing of the kind.</summary>
    public static string? Read(string asked) =>
        asked.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && colon < asked.Length - 1 ? Of(asked[..colon], asked[(colon + 1)..]) : null;
}
