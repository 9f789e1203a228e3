using HelpdeskMx.Channels;
using HelpdeskMx.Channels.Connections;
using HelpdeskMx.Mail;
using HelpdeskMx.Mail.Imap;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Intake.Mailboxes;

/// <summary>One reading of a mailbox: which mails are to be dealt with, and where it has got to.</summary>
public sealed class MailboxWalk(Channel channel, Mailbox mailbox, Stored<MailboxCursor> held, MailboxCursors cursors)
{
    private MailboxCursor cursor = held.Value;
    private bool isMine = true;

    /// <summary>The channel whose mailbox it is.</summary>
    public Channel Channel => channel;

    /// <summary>The mailbox.</summary>
    public Mailbox Mailbox => mailbox;

    /// <summary>Why mail is not moved any more; the reading goes on without.</summary>
    public MailServerException? NotMoved { get; set; }

    /// <summary>Opens the folder. One whose UIDs have lost their meaning is read from its beginning, and UIDs known before are worth nothing: false then.</summary>
    public async Task<bool> OpenAsync(ImapSession session, CancellationToken ct)
    {
        var folder = await session.OpenFolderAsync(mailbox.Folder, mailbox.MoveTo is not null, ct);
        if (folder.UidValidity == cursor.UidValidity) return true;
        cursor = cursor with { UidValidity = folder.UidValidity, Uid = 0, OldBelow = await NextAsync(folder, session, ct), Aside = [] };
        return false;
    }

    /// <summary>The UIDs of what is new, lowest first, and then of what was set aside.</summary>
    public async Task<IReadOnlyList<uint>> NewAsync(ImapSession session, CancellationToken ct)
    {
        var (next, old) = (cursor.Uid + 1, cursor.OldBelow);
        var day = DateOnly.FromDateTime(cursor.WantedFrom.UtcDateTime).AddDays(-1); // the server's day may be another
        var before = next < old ? (await session.SearchAsync(next, day, ct)).Where(uid => uid < old) : [];
        return [.. before, .. await session.SearchAsync(Math.Max(next, old), null, ct), .. cursor.Aside.Select(a => a.Uid)];
    }

    /// <summary>True for a mail that came after the mailbox was connected, or as long before as was asked for.</summary>
    public bool Wants(ImapMail mail) => mail.Uid >= cursor.OldBelow || mail.ReceivedAt is null || mail.ReceivedAt >= cursor.WantedFrom;

    /// <summary>The mail has been dealt with.</summary>
    public void Pass(uint uid) => cursor = cursor with { Uid = Math.Max(cursor.Uid, uid), Aside = [.. cursor.Aside.Where(a => a.Uid != uid)] };

    /// <summary>Goes on without the mail; it is asked for again after the others.</summary>
    /// <param name="uid">Its UID.</param>
    /// <param name="more">How many tries count against it.</param>
    /// <returns>How many do in all.</returns>
    public int SetAside(uint uid, int more)
    {
        var tries = (cursor.Aside.FirstOrDefault(a => a.Uid == uid)?.Tries ?? 0) + more;
        Pass(uid);
        cursor = cursor with { Aside = [.. cursor.Aside, new(uid, tries)] };
        return tries;
    }

    /// <summary>Keeps the place; false where another instance has taken over.</summary>
    public async Task<bool> KeepAsync(CancellationToken ct)
    {
        var kept = await cursors.HoldAsync(channel.Id, held, cursor, ct);
        held = kept ?? held;
        return isMine = kept is not null;
    }

    /// <summary>Keeps the place for the next reading.</summary>
    public Task ReleaseAsync(CancellationToken ct) => isMine ? cursors.ReleaseAsync(channel.Id, held, cursor, ct) : Task.CompletedTask;

    /// <summary>The UID the next mail gets, or a lower one where the server does not say.</summary>
    public static async Task<uint> NextAsync(ImapFolder folder, ImapSession session, CancellationToken ct) =>
        folder.UidNext ?? ((await session.SearchAsync(1, null, ct)) is [.., var last] ? last + 1 : 1);
}
