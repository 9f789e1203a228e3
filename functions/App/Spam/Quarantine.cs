using System.Globalization;

namespace HelpdeskMx.Spam;

/// <summary>Why a ticket is out of sight.</summary>
public enum QuarantineCause
{
    /// <summary>Its first message looks like spam.</summary>
    Score,

    /// <summary>Its sender is on the block list.</summary>
    Blocked,

    /// <summary>Its sender is not known and has not confirmed that they wrote it.</summary>
    Unconfirmed,

    /// <summary>An agent said so.</summary>
    Agent,
}

/// <summary>Something that speaks for spam, or against it where the points are below nought.</summary>
/// <param name="Key">What it is; screens have words for it.</param>
/// <param name="Points">How much it says.</param>
public sealed record SpamReason(string Key, int Points);

/// <summary>That a ticket is out of sight: like any other, but in no list of work until it is released.</summary>
/// <param name="Score">0 to 100; 0 where nothing was scored.</param>
/// <param name="Reasons">What the score is made of, the weightiest first.</param>
/// <param name="Why">What put it there.</param>
public sealed record Quarantine(int Score, IReadOnlyList<SpamReason> Reasons, QuarantineCause Why)
{
    /// <summary>By an agent's word; what was scored before is kept.</summary>
    public static Quarantine ByAgent(Quarantine? before) => new(before?.Score ?? 0, before?.Reasons ?? [], QuarantineCause.Agent);

    /// <summary>As the audit trail keeps it, such as <c>score 85 dmarc:30 words:55</c>.</summary>
    public string Text() => string.Join(' ', [Why.ToString().ToLowerInvariant(), Score.ToString(CultureInfo.InvariantCulture), .. Reasons.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Key}:{r.Points}"))]);

    /// <summary>What such a text says.</summary>
    public static Quarantine Parse(string text)
    {
        var parts = text.Split(' ');
        var reasons = parts.Skip(2).Select(p => p.Split(':')).Select(p => new SpamReason(p[0], int.Parse(p[1], CultureInfo.InvariantCulture)));
        return new(int.Parse(parts[1], CultureInfo.InvariantCulture), [.. reasons], Enum.Parse<QuarantineCause>(parts[0], ignoreCase: true));
    }
}
