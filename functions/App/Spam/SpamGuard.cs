using HelpdeskMx.Forms;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Spam;

/// <summary>How a store is guarded against spam.</summary>
public sealed record SpamGuard
{
    /// <summary>The lowest and the highest threshold there are: below, customers would be taken for spam; above, nothing would.</summary>
    public const int LowestThreshold = 30, HighestThreshold = 100;

    /// <summary>New tickets that come by mail or form are scored.</summary>
    public bool On { get; init; } = true;

    /// <summary>From this score on a ticket is put out of sight.</summary>
    public int Threshold { get; init; } = 70;

    /// <summary>Somebody who never wrote before is asked by mail to confirm that they wrote; until then their ticket is out of sight.</summary>
    public bool ConfirmSenders { get; init; }

    /// <summary>The desk's public address, such as <c>https://desk.example</c>: where the link in that mail leads. Needed for <see cref="ConfirmSenders"/>.</summary>
    public string? Origin { get; init; }

    /// <summary>Why a store cannot be guarded so; null where it can.</summary>
    public Problem? Fault()
    {
        if (Threshold is < LowestThreshold or > HighestThreshold) return Problems.Field("spam.threshold", $"Choose a threshold from {LowestThreshold} to {HighestThreshold}.");
        if (Origin is { Length: > 0 } origin && FormOrigins.Of(origin) is null) return Problems.Field("spam.origin", "Give the desk's public address, such as https://desk.example, without a path.");
        return ConfirmSenders && string.IsNullOrEmpty(Origin) ? Problems.Field("spam.origin", "Say at which public address the desk is: the link that senders confirm by leads there.") : null;
    }
}
