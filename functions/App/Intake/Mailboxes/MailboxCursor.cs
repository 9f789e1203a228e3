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
    string Of, uint UidValidity, uint Uid, uint OldBelow, DateTimeOffset WantedFrom, IReadOnlyList<SetAside> Aside, DateTimeOffset? LeasedUntil)
{
    /// <summary>At the beginning of a mailbox nobody has opened yet.</summary>
    public static MailboxCursor Before(Mailbox mailbox, DateTimeOffset wantedFrom) => new(Digest(mailbox), 0, 0, 0, wantedFrom, [], null);

    /// <summary>Names a mailbox; the way to sign in to it is not part of it.</summary>
    public static string Digest(Mailbox mailbox) => Ids.Derive("mailbox", mailbox.Account.Host.ToLowerInvariant(), mailbox.Account.User, mailbox.Folder);
}

/// <summary>A mail the server would not hand out while it handed out others.</summary>
public sealed record SetAside(uint Uid, int Tries);

/// <summary>Keeps how far mailboxes have been read, each for one reader at a time.</summary>
public sealed class MailboxCursors(IDocumentStore store, TimeProvider clock)
{
    /// <summary>A reader keeps its cursor more often than this, or another takes over.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    private const string Item = "cursor";
    private readonly Collection<MailboxCursor> cursors = new(store, Containers.Lookup, "mailbox-cursor", AppJson.Of<MailboxCursor>());

    /// <summary>The cursor, for this reader alone; null while another has it.</summary>
    public async Task<Stored<MailboxCursor>?> TakeAsync(string channel, Mailbox mailbox, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await cursors.ReadAsync(Partition(channel), Item, ct) is not { } found || found.Value.Of != MailboxCursor.Digest(mailbox))
        {
            await BeginAsync(channel, MailboxCursor.Before(mailbox, now), ct);
            found = (await cursors.ReadAsync(Partition(channel), Item, ct))!;
        }
        return found.Value.LeasedUntil is { } until && until > now && until - now <= Lease ? null : await KeepAsync(channel, found, found.Value, now + Lease, ct);
    }

    /// <summary>Keeps the reader's place and its lease; null where another has taken over.</summary>
    public Task<Stored<MailboxCursor>?> KeepAsync(string channel, Stored<MailboxCursor> held, MailboxCursor cursor, CancellationToken ct) =>
        KeepAsync(channel, held, cursor, clock.GetUtcNow() + Lease, ct);

    /// <summary>Keeps the place and lets go of it.</summary>
    public Task ReleaseAsync(string channel, Stored<MailboxCursor> held, MailboxCursor cursor, CancellationToken ct) => KeepAsync(channel, held, cursor, null, ct);

    /// <summary>Sets a new cursor, whoever reads.</summary>
    public Task BeginAsync(string channel, MailboxCursor cursor, CancellationToken ct) => cursors.CommitAsync(Partition(channel), cursors.Upsert(Item, cursor), ct);

    private async Task<Stored<MailboxCursor>?> KeepAsync(string channel, Stored<MailboxCursor> held, MailboxCursor cursor, DateTimeOffset? leasedUntil, CancellationToken ct)
    {
        var next = cursor with { LeasedUntil = leasedUntil };
        var commit = await store.CommitAsync(Containers.Lookup, Partition(channel), [cursors.Replace(Item, next, held.ETag)], ct);
        return commit.IsCommitted ? new(next, commit.ETags[0]!) : null;
    }

    private static string Partition(string channel) => $"mailbox:{channel}";
}
