using System.Text.Json;
using HelpdeskMx.Channels;
using HelpdeskMx.Channels.Connections;
using HelpdeskMx.Intake.Providers;
using HelpdeskMx.Mail;
using HelpdeskMx.Platform;
using Microsoft.Extensions.Logging;

namespace HelpdeskMx.Intake.Mailboxes;

/// <summary>What the queue <c>mailboxes</c> holds.</summary>
/// <param name="Channel">Whose mailbox has something new.</param>
/// <param name="Renew">Graph is about to end its notifications, or has.</param>
public sealed record MailboxNews(string Channel, bool Renew);

/// <summary>Takes in what is new in a channel's mailbox in Microsoft 365. Every mail is on disk before the cursor passes it, so a crash reads some again and loses none.</summary>
public sealed class SyncSharedMailbox(
    Settings settings, Accept accept, SharedCursors cursors, Connections connections, Graph graph, IQueue queue, Failures failures, TimeProvider clock, ILogger<SyncSharedMailbox> log)
{
    /// <summary>How often it is looked into while Graph tells of new mail: notifications get lost.</summary>
    public static readonly TimeSpan CatchUp = TimeSpan.FromMinutes(15);

    /// <summary>A subscription with less time left is renewed.</summary>
    public static readonly TimeSpan Renewal = TimeSpan.FromHours(24);

    /// <summary>How often a mail is asked for that Graph will not hand out; then a ticket says that it is there.</summary>
    public const int MostTries = 5;

    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(30);

    /// <summary>Does one message of the queue <c>mailboxes</c>: Graph says that there is something new.</summary>
    public Task AskedAsync(string queued, CancellationToken ct) => failures.WatchAsync(queued, () => ReadAsync(queued, ct), ct);

    /// <summary>Reads a mailbox in its turn.</summary>
    public async Task InTurnAsync(Channel channel, CancellationToken ct)
    {
        if (channel.Microsoft is null) return;
        var now = clock.GetUtcNow();
        var cursor = await cursors.FindAsync(channel.Id, ct);
        if (cursor is { ReadAt: { } read, Subscription: { } told, Aside.Count: 0 } && told.ExpiresAt - now > Renewal && now - read < CatchUp && now >= read) return;
        await RunAsync(channel, renew: false, ct);
    }

    private async Task ReadAsync(string queued, CancellationToken ct)
    {
        var news = JsonSerializer.Deserialize(queued, AppJson.Of<MailboxNews>()) ?? throw new JsonException("The queue held null.");
        if (await settings.ChannelAsync(news.Channel, ct) is not { } channel || await RunAsync(channel, news.Renew, ct)) return;
        await queue.SendAsync(Queues.Mailboxes, queued, Moment, ct); // whoever reads may have passed it already
    }

    /// <summary>False while another instance reads it.</summary>
    private async Task<bool> RunAsync(Channel channel, bool renew, CancellationToken ct)
    {
        if (channel.Microsoft is not { } mailbox || await connections.IsRestingAsync(channel.Id, ConnectionWay.Microsoft, ct)) return true;
        if (await cursors.TakeAsync(channel.Id, SharedCursor.Before(mailbox, clock.GetUtcNow()), ct) is not { } held) return false;
        var cursor = held.Value;
        try
        {
            cursor = await SubscribedAsync(mailbox, cursor, renew, ct);
            var until = clock.GetUtcNow() + ReadMailbox.Longest;
            cursor = await AgainAsync(channel, mailbox, cursor, ct);
            for (var isLast = false; !isLast && clock.GetUtcNow() < until;)
            {
                if (await graph.NewAsync(mailbox, cursor.Link, cursor.WantedFrom, ct) is not { } page)
                {
                    cursor = cursor with { Link = null }; // read anew; intake knows what it has
                    continue;
                }
                foreach (var id in page.Ids) cursor = await TakeAsync(channel, mailbox, cursor, id, ct);
                isLast = page.Next is null;
                cursor = cursor with { Link = page.Next ?? page.Delta, ReadAt = isLast ? clock.GetUtcNow() : cursor.ReadAt };
                if (await cursors.HoldAsync(channel.Id, held, cursor, ct) is not { } kept) return true; // another instance has taken over
                held = kept;
            }
            await connections.SucceededAsync(channel.Id, ConnectionWay.Microsoft, ct);
        }
        catch (MailServerException e)
        {
            log.LogWarning("The mailbox of channel {Channel} could not be read: {Code}, {Reason}", channel.Id, e.Code, e.Message);
            await connections.FailedAsync(channel.Id, ConnectionWay.Microsoft, e.Code, e.Message, ct, e.After);
        }
        finally
        {
            await cursors.ReleaseAsync(channel.Id, held, cursor, CancellationToken.None);
        }
        return true;
    }

    /// <summary>With a subscription that lives on, where Graph can reach the desk; without one the mailbox is looked into more often.</summary>
    private async Task<SharedCursor> SubscribedAsync(SharedMailbox mailbox, SharedCursor cursor, bool renew, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (mailbox.NotifyUrl is null || (!renew && cursor.Subscription?.ExpiresAt - now > Renewal)) return cursor;
        try
        {
            if (cursor.Subscription is { } old && await graph.RenewAsync(mailbox, old.Id, now + Graph.Lifetime, ct) is { } renewed)
                return cursor with { Subscription = old with { ExpiresAt = renewed.ExpiresAt } };
            var secret = Ids.Random();
            var made = await graph.SubscribeAsync(mailbox, secret, now + Graph.Lifetime, ct);
            return cursor with { Subscription = new(made.Id, secret, made.ExpiresAt) };
        }
        catch (MailServerException e) when (e.Code is MailServerException.Refused or MailServerException.AccessDenied)
        {
            log.LogWarning("Microsoft Graph does not tell of new mail in {Mailbox}, so it is looked for every minute: {Reason}", mailbox, e.Message);
            return cursor with { Subscription = null };
        }
    }

    private async Task<SharedCursor> AgainAsync(Channel channel, SharedMailbox mailbox, SharedCursor cursor, CancellationToken ct)
    {
        foreach (var aside in cursor.Aside) cursor = await TakeAsync(channel, mailbox, cursor, aside.Id, ct);
        return cursor;
    }

    private async Task<SharedCursor> TakeAsync(Channel channel, SharedMailbox mailbox, SharedCursor cursor, string id, CancellationToken ct)
    {
        try
        {
            if (await graph.MailAsync(mailbox, id, Accept.LargestMail, ct) is { } mail)
                await accept.EmailAsync(channel, mail.IsWhole ? mail.Bytes : Stub.OfBeginning(mail.Bytes).TooLarge("Microsoft 365", mail.Size), ct);
            return cursor.Past(id);
        }
        catch (MailServerException e) when (e.Code is MailServerException.Refused or MailServerException.NotReached or MailServerException.Lost)
        {
            await graph.LookAsync(mailbox, ct); // Graph is well: so it was the mail
            log.LogWarning("The mailbox of channel {Channel} does not hand out a mail: {Code}", channel.Id, e.Code);
            if (cursor.Tries(id) + 1 < MostTries) return cursor.Without(id);
            var name = $"{mailbox}, {id}";
            await accept.EmailAsync(channel, new Stub(null, null, name, []).Elsewhere(name), ct);
            return cursor.Past(id);
        }
    }
}
