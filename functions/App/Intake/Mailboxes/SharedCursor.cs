using HelpdeskMx.Channels.Connections;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Intake.Mailboxes;

/// <summary>How far a mailbox in Microsoft 365 has been read, and whether Graph tells of new mail.</summary>
/// <param name="Of">The mailbox it belongs to; another one is read from its own beginning.</param>
/// <param name="Link">Where Graph goes on; null to begin with <paramref name="WantedFrom"/>.</param>
/// <param name="WantedFrom">Mail since then is taken.</param>
/// <param name="ReadAt">When it was last read to its end.</param>
/// <param name="Aside">Mails Graph would not hand out, to be asked for again.</param>
/// <param name="Subscription">Null where Graph tells of nothing.</param>
/// <param name="LeasedUntil">Until then one instance reads it.</param>
public sealed record SharedCursor(
    string Of, string? Link, DateTimeOffset WantedFrom, DateTimeOffset? ReadAt, IReadOnlyList<SetAsideMail> Aside, Notified? Subscription, DateTimeOffset? LeasedUntil) : ICursor<SharedCursor>
{
    /// <summary>At the beginning of a mailbox.</summary>
    public static SharedCursor Before(SharedMailbox mailbox, DateTimeOffset wantedFrom) =>
        new(Ids.Derive("shared-mailbox", mailbox.Tenant.ToLowerInvariant(), mailbox.Address.ToLowerInvariant(), mailbox.Folder), null, wantedFrom, null, [], null, null);

    /// <inheritdoc/>
    public SharedCursor Leased(DateTimeOffset? until) => this with { LeasedUntil = until };

    /// <summary>The mail has been dealt with.</summary>
    public SharedCursor Past(string id) => this with { Aside = [.. Aside.Where(a => a.Id != id)] };

    /// <summary>Goes on without the mail; it is asked for again.</summary>
    public SharedCursor Without(string id) => Past(id) with { Aside = [.. Past(id).Aside, new(id, Tries(id) + 1)] };

    /// <summary>How often the mail was asked for in vain.</summary>
    public int Tries(string id) => Aside.FirstOrDefault(a => a.Id == id)?.Tries ?? 0;
}

/// <summary>A mail Graph would not hand out while it handed out others.</summary>
public sealed record SetAsideMail(string Id, int Tries);

/// <summary>A subscription to a mailbox's new mail.</summary>
/// <param name="Id">As Graph calls it.</param>
/// <param name="Secret">What Graph proves its notifications with (<c>clientState</c>).</param>
/// <param name="ExpiresAt">When it lapses.</param>
public sealed record Notified(string Id, string Secret, DateTimeOffset ExpiresAt)
{
    /// <summary>Never shows the secret.</summary>
    public override string ToString() => Id;
}

/// <summary>Keeps how far mailboxes in Microsoft 365 have been read.</summary>
public sealed class SharedCursors(IDocumentStore store, TimeProvider clock) : Cursors<SharedCursor>(store, clock, "shared-mailbox");
