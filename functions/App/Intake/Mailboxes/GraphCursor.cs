using HelpdeskMx.Channels.Connections;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Intake.Mailboxes;

/// <summary>How far a Microsoft 365 mailbox has been read.</summary>
/// <param name="Of">The mailbox it belongs to; another one is read from its own beginning.</param>
/// <param name="Link">Where Graph goes on; null for the beginning of the folder.</param>
/// <param name="WantedFrom">When the mailbox was connected, or so much earlier as its mail was asked for.</param>
/// <param name="OldBefore">While the folder is walked from its beginning, mail received before is left out; null once that is done, for what comes then is new.</param>
/// <param name="Passed">What has been dealt with of the page that <paramref name="Link"/> leads to.</param>
/// <param name="Aside">Mails Graph would not hand out, to be asked for again.</param>
/// <param name="WholeAt">When the last reading began that came to the end of what there was.</param>
/// <param name="HasMore">The last reading did not come that far.</param>
/// <param name="Subscription">By which Graph tells of new mail; null where it does not.</param>
/// <param name="LeasedUntil">Until then one instance reads it.</param>
public sealed record GraphCursor(
    string Of, string? Link, DateTimeOffset WantedFrom, DateTimeOffset? OldBefore, IReadOnlyList<string> Passed, IReadOnlyList<GraphAside> Aside,
    DateTimeOffset? WholeAt, bool HasMore, GraphSubscription? Subscription, DateTimeOffset? LeasedUntil) : LeasedCursor(Of, LeasedUntil)
{
    private static readonly TimeSpan CatchUp = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Overlap = TimeSpan.FromDays(30);

    /// <summary>At the beginning of a mailbox nobody has opened yet.</summary>
    public static GraphCursor Before(SharedMailbox mailbox, DateTimeOffset wantedFrom) => new(Digest(mailbox), null, wantedFrom, wantedFrom, [], [], null, true, null, null);

    /// <summary>Names a mailbox; the way to sign in to it is not part of it.</summary>
    public static string Digest(SharedMailbox mailbox) => Ids.Derive("microsoft", mailbox.Address.ToLowerInvariant(), mailbox.Folder);

    /// <summary>True when it is to be read by the clock: at once where something is left over or nobody tells of new mail, else every quarter of an hour.</summary>
    public bool IsDue(SharedMailbox mailbox, DateTimeOffset now) =>
        HasMore || Aside.Count > 0 || LeasedUntil is not null || Subscription?.Serves(mailbox, now) != true || WholeAt is not { } at || now - at >= CatchUp || now < at;

    /// <summary>From the folder's beginning again, because Graph has lost the place. What was read long ago is not read once more.</summary>
    public GraphCursor Anew() => this with { Link = null, Passed = [], OldBefore = WholeAt - Overlap is { } read && read > WantedFrom ? read : WantedFrom };

    /// <summary>True for a mail that is still to be taken.</summary>
    public bool Wants(GraphMail mail) => !Passed.Contains(mail.Id) && (OldBefore is null || mail.ReceivedAt is null || mail.ReceivedAt >= OldBefore);

    /// <summary>The mail has been dealt with.</summary>
    public GraphCursor Pass(string id) => this with { Passed = [.. Passed.Where(p => p != id), id], Aside = [.. Aside.Where(a => a.Mail.Id != id)] };

    /// <summary>Goes on without the mail; it is asked for again in later readings.</summary>
    public GraphCursor SetAside(GraphMail mail, DateTimeOffset now)
    {
        var tries = Aside.FirstOrDefault(a => a.Mail.Id == mail.Id)?.Tries ?? 0;
        var passed = Pass(mail.Id);
        return passed with { Aside = [.. passed.Aside, new(mail, tries + 1, now)] };
    }

    /// <summary>A page has been dealt with.</summary>
    public GraphCursor Turn(GraphPage page, DateTimeOffset began) => page.IsLast
        ? this with { Link = page.Link, Passed = [], OldBefore = null, WholeAt = began, HasMore = false }
        : this with { Link = page.Link, Passed = [] };
}

/// <summary>A mail Graph would not hand out while it answered otherwise.</summary>
/// <param name="Mail">What is known of it.</param>
/// <param name="Tries">How often it was asked for.</param>
/// <param name="At">When it was asked for last.</param>
public sealed record GraphAside(GraphMail Mail, int Tries, DateTimeOffset At);

/// <summary>Keeps how far Microsoft 365 mailboxes have been read.</summary>
public sealed class GraphCursors(IDocumentStore store, TimeProvider clock) : LeasedCursors<GraphCursor>(store, "graph-cursor", "graph", clock)
{
    /// <summary>The cursor, for this reader alone; null while another has it.</summary>
    public Task<Stored<GraphCursor>?> TakeAsync(string channel, SharedMailbox mailbox, CancellationToken ct) =>
        TakeAsync(channel, GraphCursor.Digest(mailbox), from => GraphCursor.Before(mailbox, from), ct);
}
