using HelpdeskMx.Channels.Connections;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Intake.Mailboxes;

/// <summary>How far a mailbox has been read.</summary>
/// <param name="Of">The mailbox it belongs to; another one is read from its own beginning.</param>
/// <param name="UidValidity">UIDs of another one say nothing (RFC 3501 §2.3.1.1).</param>
/// <param name="Uid">Everything up to it has been dealt with, but for what is set aside.</param>
/// <param name="OldBelow">Below this UID lies what was there before the cursor; of that only mail since <paramref name="WantedFrom"/> is taken.</param>
/// <param name="WantedFrom">When the mailbox was connected, or so much earlier as its mail was asked for.</param>
/// <param name="Aside">Mails the server would not hand out, to be asked for again.</param>
/// <param name="LeasedUntil">Until then one instance reads it.</param>
public sealed record MailboxCursor(
    string Of, uint UidValidity, uint Uid, uint OldBelow, DateTimeOffset WantedFrom, IReadOnlyList<SetAside> Aside, DateTimeOffset? LeasedUntil) : LeasedCursor(Of, LeasedUntil)
{
    /// <summary>At the beginning of a mailbox nobody has opened yet.</summary>
    public static MailboxCursor Before(Mailbox mailbox, DateTimeOffset wantedFrom) => new(Digest(mailbox), 0, 0, 0, wantedFrom, [], null);

    /// <summary>Names a mailbox; the way to sign in to it is not part of it.</summary>
    public static string Digest(Mailbox mailbox) => Ids.Derive("mailbox", mailbox.Account.Host.ToLowerInvariant(), mailbox.Account.User, mailbox.Folder);
}

/// <summary>A mail the server would not hand out while it handed out others.</summary>
public sealed record SetAside(uint Uid, int Tries);

/// <summary>Keeps how far IMAP mailboxes have been read.</summary>
public sealed class MailboxCursors(IDocumentStore store, TimeProvider clock) : LeasedCursors<MailboxCursor>(store, "mailbox-cursor", "mailbox", clock)
{
    /// <summary>The cursor, for this reader alone; null while another has it.</summary>
    public Task<Stored<MailboxCursor>?> TakeAsync(string channel, Mailbox mailbox, CancellationToken ct) =>
        TakeAsync(channel, MailboxCursor.Digest(mailbox), from => MailboxCursor.Before(mailbox, from), ct);
}
