using HelpdeskMx.Channels;
using HelpdeskMx.Channels.Connections;
using HelpdeskMx.Mail;
using HelpdeskMx.Mail.Imap;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Intake.Mailboxes;

/// <summary>One reading of a mailbox: which mails are to be dealt with, and where it has got to.</summary>
public sealed class MailboxWalk(Channel channel, Mailbox mailbox, Stored<MailboxCursor> held, MailboxCursors cursors) : LeasedWalk<MailboxCursor>(channel, held, cursors)
{
    /// <summary>The mailbox.</summary>
    public Mailbox Mailbox => mailbox;

    /// <summary>Why mail is not moved any more; the reading goes on without.</summary>
    public MailServerException? NotMoved { get; set; }

    /// <summary>Opens the folder. One whose UIDs have lost their meaning is read from its beginning, and UIDs known before are worth nothing: false then.</summary>
    public async Task<bool> OpenAsync(ImapSession session, CancellationToken ct)
    {
        var folder = await session.OpenFolderAsync(mailbox.Folder, mailbox.MoveTo is not null, ct);
        if (folder.UidValidity == Cursor.UidValidity) return true;
        Cursor = Cursor with { UidValidity = folder.UidValidity, Uid = 0, OldBelow = await NextAsync(folder, session, ct), Aside = [] };
        return false;
    }

    /// <summary>The UIDs of what is new, lowest first, and then of what was set aside.</summary>
    public async Task<IReadOnlyList<uint>> NewAsync(ImapSession session, CancellationToken ct)
    {
        var (next, old) = (Cursor.Uid + 1, Cursor.OldBelow);
        var day = DateOnly.FromDateTime(Cursor.WantedFrom.UtcDateTime).AddDays(-1); // the server's day may be another
        var before = next < old ? (await session.SearchAsync(next, day, ct)).Where(uid => uid < old) : [];
        return [.. before, .. await session.SearchAsync(Math.Max(next, old), null, ct), .. Cursor.Aside.Select(a => a.Uid)];
    }

    /// <summary>True for a mail that came after the mailbox was connected, or as long before as was asked for.</summary>
    public bool Wants(ImapMail mail) => mail.Uid >= Cursor.OldBelow || mail.ReceivedAt is null || mail.ReceivedAt >= Cursor.WantedFrom;

    /// <summary>The mail has been dealt with.</summary>
    public void Pass(uint uid) => Cursor = Cursor with { Uid = Math.Max(Cursor.Uid, uid), Aside = [.. Cursor.Aside.Where(a => a.Uid != uid)] };

    /// <summary>Goes on without the mail; it is asked for again after the others.</summary>
    /// <param name="uid">Its UID.</param>
    /// <param name="more">How many tries count against it.</param>
    /// <returns>How many do in all.</returns>
    public int SetAside(uint uid, int more)
    {
        var tries = (Cursor.Aside.FirstOrDefault(a => a.Uid == uid)?.Tries ?? 0) + more;
        Pass(uid);
        Cursor = Cursor with { Aside = [.. Cursor.Aside, new(uid, tries)] };
        return tries;
    }

    /// <summary>The UID the next mail gets, or a lower one where the server does not say.</summary>
    public static async Task<uint> NextAsync(ImapFolder folder, ImapSession session, CancellationToken ct) =>
        folder.UidNext ?? ((await session.SearchAsync(1, null, ct)) is [.., var last] ? last + 1 : 1);
}
