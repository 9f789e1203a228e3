using HelpdeskMx.Channels;
using HelpdeskMx.Channels.Connections;
using HelpdeskMx.Intake.Providers;
using HelpdeskMx.Mail;
using Microsoft.Extensions.Logging;

namespace HelpdeskMx.Intake.Mailboxes;

/// <summary>Takes in what is new in a channel's Microsoft 365 mailbox, and sees that Graph tells of it. Every mail is on disk before the cursor passes it, so a crash reads some again and loses none.</summary>
public sealed class ReadSharedMailbox(
    Accept accept, GraphCursors cursors, GraphSubscriptions subscriptions, Connections connections, GraphClient graph, TimeProvider clock, ILogger<ReadSharedMailbox> log)
{
    /// <summary>How long one reading may take; the next one goes on.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);

    /// <summary>How often a mail is asked for that Graph will not hand out; then a ticket says that it is there.</summary>
    public const int MostTries = 5;

    private const int MailsBetweenKeeping = 10, MostBreaks = 3;
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(50);

    /// <summary>How far the clocks of two instances may differ.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(10);

    /// <summary>Reads once, if it is time to.</summary>
    /// <param name="channel">Whose mailbox.</param>
    /// <param name="call">Why, where Graph called; null where the clock did.</param>
    /// <param name="ct">Stops; the next reading goes on.</param>
    /// <returns>False where it could not be read now, because another instance reads it or it rests after a failure.</returns>
    public async Task<bool> RunAsync(Channel channel, MailboxCall? call, CancellationToken ct)
    {
        if (channel.Microsoft is not { } mailbox) return true;
        if (await connections.IsRestingAsync(channel.Id, ConnectionWay.Microsoft, ct)) return false;
        if ((await cursors.FindAsync(channel.Id, ct))?.Value is { } known && known.Of == GraphCursor.Digest(mailbox) && !IsWanted(known, mailbox, call)) return true;
        if (await cursors.TakeAsync(channel.Id, mailbox, ct) is not { } held) return false;
        var walk = new LeasedWalk<GraphCursor>(channel, held, cursors);
        try
        {
            var untold = await SubscribeAsync(walk, mailbox, call?.Renew == true, ct);
            await ReadAsync(walk, mailbox, ct);
            if (untold is not null) throw untold;
            await connections.SucceededAsync(channel.Id, ConnectionWay.Microsoft, ct);
        }
        catch (MailServerException e)
        {
            log.LogWarning("The Microsoft 365 mailbox of channel {Channel} could not be read, or nothing tells of its mail: {Code}, {Reason}", channel.Id, e.Code, e.Message);
            await connections.FailedAsync(channel.Id, ConnectionWay.Microsoft, e.Code, e.Message, ct, e.After);
        }
        finally
        {
            await walk.ReleaseAsync(CancellationToken.None);
        }
        return true;
    }

    private bool IsWanted(GraphCursor known, SharedMailbox mailbox, MailboxCall? call) =>
        call is null ? known.IsDue(mailbox, clock.GetUtcNow()) : call.Renew || known.HasMore || known.WholeAt is not { } read || read <= call.At + Skew;

    /// <summary>The fault where nothing tells of new mail; the mailbox is then read every minute.</summary>
    private async Task<MailServerException?> SubscribeAsync(LeasedWalk<GraphCursor> walk, SharedMailbox mailbox, bool atOnce, CancellationToken ct)
    {
        try
        {
            var kept = await subscriptions.KeepAsync(walk.Cursor.Subscription, mailbox, atOnce, ct);
            if (kept == walk.Cursor.Subscription) return null;
            walk.Cursor = walk.Cursor with { Subscription = kept };
            await walk.KeepAsync(ct); // what it tells from now on is ours
            return null;
        }
        catch (MailServerException e) when (e.Code is not (MailServerException.Throttled or MailServerException.SignInRefused))
        {
            return new(MailServerException.NotNotified, $"Mail is looked for every minute, because Microsoft does not tell of it. {e.Message}", e);
        }
    }

    private async Task ReadAsync(LeasedWalk<GraphCursor> walk, SharedMailbox mailbox, CancellationToken ct)
    {
        var began = clock.GetUtcNow();
        var (round, isAnew) = (new Round(walk, mailbox, began + Longest), false);
        walk.Cursor = walk.Cursor with { HasMore = true };
        while (true)
        {
            if (await graph.PageAsync(mailbox, walk.Cursor.Link, ct) is not { } page)
            {
                walk.Cursor = isAnew ? throw GraphFaults.Unreadable() : walk.Cursor.Anew();
                isAnew = true;
                continue;
            }
            if (!await TakeAllAsync(round, page.Mails.Where(m => walk.Cursor.Wants(m)), ct)) return;
            walk.Cursor = walk.Cursor.Turn(page, began);
            if (!await walk.KeepAsync(ct)) return;
            if (page.IsLast) break;
        }
        await TakeAllAsync(round, walk.Cursor.Aside.Where(a => began - a.At >= BetweenTries).Select(a => a.Mail), ct);
    }

    /// <summary>Takes these; false where time is up or another instance has taken over.</summary>
    private async Task<bool> TakeAllAsync(Round round, IEnumerable<GraphMail> mails, CancellationToken ct)
    {
        foreach (var mail in mails)
        {
            if (clock.GetUtcNow() >= round.Until || (++round.Done % MailsBetweenKeeping == 0 && !await round.Walk.KeepAsync(ct))) return false;
            try
            {
                await TakeAsync(round, mail, ct);
            }
            catch (MailServerException e) when (e.Code is not (MailServerException.Throttled or MailServerException.SignInRefused) && ++round.Breaks <= MostBreaks)
            {
                await graph.TryAsync(round.Mailbox, ct);
                await BlameAsync(round, mail, e, ct);
            }
        }
        return clock.GetUtcNow() < round.Until;
    }

    private async Task TakeAsync(Round round, GraphMail mail, CancellationToken ct)
    {
        if (await graph.MailAsync(round.Mailbox, mail.Id, Accept.LargestMail, ct) is var (bytes, size))
        {
            var stored = await accept.EmailAsync(round.Walk.Channel, size <= Accept.LargestMail ? bytes : ToStub(mail).TooLarge(round.Mailbox.Address, size), ct);
            if (stored.Problem is not null) throw GraphFaults.Unreadable();
        }
        round.Walk.Cursor = round.Walk.Cursor.Pass(mail.Id);
    }

    /// <summary>Graph is well, as it let us into the folder: so it was the mail.</summary>
    private async Task BlameAsync(Round round, GraphMail mail, MailServerException why, CancellationToken ct)
    {
        var walk = round.Walk;
        log.LogWarning("The Microsoft 365 mailbox of channel {Channel} does not hand out a mail: {Code}, {Reason}", walk.Channel.Id, why.Code, why.Message);
        walk.Cursor = walk.Cursor.SetAside(mail, clock.GetUtcNow());
        if (walk.Cursor.Aside[^1].Tries < MostTries) return;
        await accept.EmailAsync(walk.Channel, ToStub(mail).Elsewhere($"the mailbox {round.Mailbox}"), ct);
        walk.Cursor = walk.Cursor.Pass(mail.Id);
    }

    private static Stub ToStub(GraphMail mail) => new(mail.From, mail.Subject, mail.MessageId ?? mail.Id, []);

    /// <summary>What one reading counts.</summary>
    private sealed class Round(LeasedWalk<GraphCursor> walk, SharedMailbox mailbox, DateTimeOffset until)
    {
        public LeasedWalk<GraphCursor> Walk => walk;

        public SharedMailbox Mailbox => mailbox;

        public DateTimeOffset Until => until;

        public int Done { get; set; }

        public int Breaks { get; set; }
    }
}
