namespace HelpdeskMx.Deliverability;

/// <summary>How well something stands, the better the earlier.</summary>
public enum Standing
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>It works, and could work better or stop working.</summary>
    Warn,

    /// <summary>The DNS did not say.</summary>
    Unknown,

    /// <summary>Mail gets lost or distrusted by it.</summary>
    Bad,
}

/// <summary>What can be found; screens word it. Public: add, do not rename.</summary>
public enum FindingCode
{
    Unanswered, DomainMissing,
    SpfMissing, SpfSeveral, SpfSyntax, SpfTooLong, SpfTooManyLookups, SpfTooManyVoid, SpfLoop, SpfIncludeMissing, SpfPassesAll, SpfNeutralAll, SpfNoAll, SpfPtr,
    SpfAfterAll, SpfNotAllowed, SpfCarrierUnknown,
    DkimMissing, DkimNotFound, DkimSeveral, DkimSyntax, DkimRevoked, DkimKeyUnreadable, DkimKeyWeak, DkimKeyShort, DkimKeyUnknown, DkimTesting, DkimNotForMail,
    DkimSha1, DkimAliasBroken,
    DmarcMissing, DmarcSeveral, DmarcSyntax, DmarcNoPolicy, DmarcNone, DmarcPartial, DmarcNoReports, DmarcInherited,
    MxMissing, MxImplicit, MxNull, MxNullMixed, MxAddress, MxHostMissing,
}

/// <summary>One thing found.</summary>
/// <param name="Value">What it is about, as written; null where the code says all.</param>
/// <param name="At">The name whose record it was found in.</param>
public sealed record Finding(FindingCode Code, Standing Standing, string? Value, string At)
{
    private const int LongestValue = 300;

    /// <summary>Worth knowing, and no fault.</summary>
    public static Finding Hint(FindingCode code, string at, string? value = null) => Of(code, Standing.Good, at, value);

    /// <summary>It works, but.</summary>
    public static Finding Warn(FindingCode code, string at, string? value = null) => Of(code, Standing.Warn, at, value);

    /// <summary>A fault.</summary>
    public static Finding Bad(FindingCode code, string at, string? value = null) => Of(code, Standing.Bad, at, value);

    /// <summary>The DNS did not answer.</summary>
    public static Finding Unanswered(string at) => Of(FindingCode.Unanswered, Standing.Unknown, at, at);

    private static Finding Of(FindingCode code, Standing standing, string at, string? value) => new(code, standing, value?.Length > LongestValue ? value[..LongestValue] : value, at);
}

/// <summary>What is looked at.</summary>
public enum CheckKind
{
    /// <summary>Who may send (RFC 7208).</summary>
    Spf,

    /// <summary>Keys of signatures (RFC 6376).</summary>
    Dkim,

    /// <summary>What receivers do with mail that fails (RFC 7489).</summary>
    Dmarc,

    /// <summary>Where answers go (RFC 5321 §5).</summary>
    Mx,
}

/// <summary>A record as it stands in the DNS.</summary>
public sealed record DnsRecord(string Type, string Name, string Value);

/// <summary>A record to add, or to put in place of the ones of that name that serve the same.</summary>
public sealed record RecordToAdd(string Type, string Name, string Value, bool Replaces);

/// <summary>How one thing stands, what was found, and what to add.</summary>
public sealed record Check(CheckKind Kind, Standing Standing, IReadOnlyList<Finding> Findings, IReadOnlyList<DnsRecord> Found, IReadOnlyList<RecordToAdd> Add)
{
    private const int LongestShown = 2000, MostShown = 10;

    /// <summary>One that stands as its worst finding does.</summary>
    public static Check Of(CheckKind kind, IReadOnlyList<Finding> findings, IEnumerable<DnsRecord> found, params RecordToAdd[] add) =>
        new(kind, Worst(findings.Select(f => f.Standing)), findings, [.. found.Take(MostShown).Select(Shown)], add);

    /// <summary>The worst of these; good where there are none.</summary>
    public static Standing Worst(IEnumerable<Standing> standings) => standings.DefaultIfEmpty(Standing.Good).Max();

    private static DnsRecord Shown(DnsRecord record) => record.Value.Length > LongestShown ? record with { Value = record.Value[..LongestShown] + "…" } : record;
}
