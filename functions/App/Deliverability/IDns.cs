namespace HelpdeskMx.Deliverability;

/// <summary>What is asked of a name.</summary>
public enum DnsKind
{
    /// <summary>Texts, each with its strings joined.</summary>
    Txt,

    /// <summary>Mail servers, each as <c>preference host</c>.</summary>
    Mx,

    /// <summary>The name it is another word for.</summary>
    Cname,

    /// <summary>IPv4 addresses.</summary>
    A,

    /// <summary>IPv6 addresses.</summary>
    Aaaa,
}

/// <summary>How a question ended.</summary>
public enum DnsEnding
{
    /// <summary>There are records.</summary>
    Found,

    /// <summary>The name is there, but has no such record.</summary>
    NoRecords,

    /// <summary>There is no such name.</summary>
    NoSuchName,

    /// <summary>Nobody said. It may be there or not.</summary>
    Unanswered,
}

/// <summary>What the DNS said of a name.</summary>
public sealed record DnsAnswer(DnsEnding Ending, IReadOnlyList<string> Records)
{
    /// <summary>Nobody said.</summary>
    public static DnsAnswer Unanswered { get; } = new(DnsEnding.Unanswered, []);

    /// <summary>There is no such name.</summary>
    public static DnsAnswer NoSuchName { get; } = new(DnsEnding.NoSuchName, []);

    /// <summary>These records, which may be none.</summary>
    public static DnsAnswer Of(IReadOnlyList<string> records) => new(records.Count > 0 ? DnsEnding.Found : DnsEnding.NoRecords, records);
}

/// <summary>Looks names up in the DNS.</summary>
public interface IDns
{
    /// <summary>Asks once, following aliases. Never throws for what the DNS says or fails to say.</summary>
    /// <param name="name">A name that <see cref="DnsName"/> finds well formed.</param>
    /// <param name="kind">Which records.</param>
    /// <param name="ct">Stops asking.</param>
    Task<DnsAnswer> LookUpAsync(string name, DnsKind kind, CancellationToken ct);
}
