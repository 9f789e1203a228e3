using System.Globalization;
using HelpdeskMx.Channels;
using HelpdeskMx.Channels.Connections;
using HelpdeskMx.Intake.Providers;
using HelpdeskMx.Mail;
using HelpdeskMx.Mail.Imap;
using HelpdeskMx.Platform;
using Microsoft.Extensions.Logging;

namespace HelpdeskMx.Intake.Mailboxes;

/// <summary>Takes in what is new in a channel's mailbox. Every mail is on disk before the cursor passes it, so a crash reads some again and loses none.</summary>
public sealed class ReadMailbox(Accept accept, MailboxCursors cursors, Connections connections, ImapServers servers, TimeProvider clock, ILogger<ReadMailbox> log)
{
    /// <summary>How long one reading may take; the next one goes on.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);

    /// <summary>How often a mail is asked for that the server will not hand out; then a ticket says that it is there.</summary>
    public const int MostTries = 5;

    private const int MailsBetweenKeeping = 25;
    private const int MostBreaks = 3;

    /// <summary>Reads once, unless another instance does or the mailbox rests after a failure.</summary>
    public async Task RunAsync(Channel channel, CancellationToken ct)
    {
        if (channel.Mailbox is not { } mailbox || await connections.IsRestingAsync(channel.Id, ConnectionWay.Imap, ct)) return;
        if (await cursors.TakeAsync(channel.Id, mailbox, ct) is not { } held) return;
        var walk = new MailboxWalk(channel, mailbox, held, cursors);
        try
        {
            await ReadAsync(walk, ct);
            await connections.SucceededAsync(channel.Id, ConnectionWay.Imap, ct);
        }
        catch (MailServerException e)
        {
            log.LogWarning("The mailbox of channel {Channel} could not be read: {Code}, {Reason}", channel.Id, e.Code, e.Message);
            await connections.FailedAsync(channel.Id, ConnectionWay.Imap, e.Code, e.Message, ct);
        }
        finally
        {
            await walk.ReleaseAsync(CancellationToken.None);
        }
    }

    private async Task ReadAsync(MailboxWalk walk, CancellationToken ct)
    {
        var until = clock.GetUtcNow() + Longest;
        var session = await servers.OpenAsync(walk.Mailbox.Account, ct);
        try
        {
            await walk.OpenAsync(session, ct);
            var (done, breaks) = (0, 0);
            foreach (var uid in await walk.NewAsync(session, ct))
            {
                if (clock.GetUtcNow() >= until || (++done % MailsBetweenKeeping == 0 && !await walk.KeepAsync(ct))) break;
                try
                {
                    await TakeAsync(walk, session, uid, ct);
                    walk.Pass(uid);
                }
                catch (MailServerException e) when (++breaks <= MostBreaks)
                {
                    walk.SetAside(uid, 0);
                    await session.DisposeAsync();
                    session = await servers.OpenAsync(walk.Mailbox.Account, ct);
                    if (!await walk.OpenAsync(session, ct)) break;
                    await BlameAsync(walk, uid, e, ct);
                }
            }
        }
        finally
        {
            await session.DisposeAsync();
        }
        if (walk.NotMoved is { } fault) throw fault;
    }

    private async Task TakeAsync(MailboxWalk walk, ImapSession session, uint uid, CancellationToken ct)
    {
        if (await session.FetchAsync(uid, Accept.LargestMail, ct) is not { } mail || !walk.Wants(mail)) return;
        await accept.EmailAsync(walk.Channel, mail.IsWhole ? mail.Bytes : TooLarge(walk, mail), ct);
        if (walk is not { Mailbox.MoveTo: { } folder, NotMoved: null }) return;
        try
        {
            await session.MoveAsync(uid, folder, ct);
        }
        catch (MailServerException e) when (e.Code == MailServerException.NotMoved)
        {
            walk.NotMoved = e;
        }
    }

    /// <summary>The server is well, as it let us in again: so it was the mail.</summary>
    private async Task BlameAsync(MailboxWalk walk, uint uid, MailServerException why, CancellationToken ct)
    {
        log.LogWarning("The mailbox of channel {Channel} does not hand out the mail {Uid}: {Code}", walk.Channel.Id, uid, why.Code);
        if (walk.SetAside(uid, 1) < MostTries) return;
        var name = string.Create(CultureInfo.InvariantCulture, $"{walk.Mailbox.Account}, {walk.Mailbox.Folder}, UID {uid}");
        await accept.EmailAsync(walk.Channel, new Stub(null, null, name, []).Elsewhere(name), ct);
        walk.Pass(uid);
    }

    private static byte[] TooLarge(MailboxWalk walk, ImapMail beginning)
    {
        var mail = MailParser.Parse(beginning.Bytes);
        var from = mail.From is { } sender ? string.IsNullOrEmpty(sender.Name) ? sender.Address : $"\"{sender.Name.Replace('"', '\'')}\" <{sender.Address}>" : null;
        return new Stub(from, mail.Subject, mail.MessageId, []).TooLarge(walk.Mailbox.Account.Host, beginning.Size);
    }
}
