using System.Globalization;
using System.Text;
using HelpdeskMx.Agents;
using HelpdeskMx.Channels;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Chat;

/// <summary>That a visitor has answers they may not have read, and when somebody should look.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="Channel">The chat.</param>
/// <param name="Conversation">The conversation.</param>
/// <param name="DueAt">When to look.</param>
public sealed record Unread(string TicketId, string Channel, string Conversation, DateTimeOffset DueAt);

/// <summary>Mails answers that a visitor has not read for three minutes to the address they gave, with the whole chat, each answer once.</summary>
public sealed class MailUnread(Tickets.Tickets tickets, VisitorTalk talk, Settings settings, Answering answering, Dispatch dispatch, Live live, TimeProvider clock)
{
    /// <summary>How long a visitor may be gone before the answer follows by mail.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private const int MostAnswers = 50;

    /// <summary>Looks at everything that is due.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        await foreach (var row in Pages.AllAsync(next => tickets.DueUnreadAsync(clock.GetUtcNow(), next, ct), ct)) await LookAsync(row, ct);
    }

    /// <summary>Where anything changed meanwhile nothing is written, and the next run looks again.</summary>
    private async Task LookAsync(Stored<Unread> row, CancellationToken ct)
    {
        var (id, channel, conversation) = (row.Value.TicketId, row.Value.Channel, row.Value.Conversation);
        if (await tickets.ReadAsync(id, ct) is not { } found) return;
        var said = await talk.SaidAsync(id, channel, conversation, 0, ct);
        var mailed = (await tickets.SaidAsync(id, ct)).SelectMany(m => m.Repeats).ToHashSet();
        var unread = said.Where(m => m is { Direction: Direction.Out, Delivery.State: DeliveryState.Sent or DeliveryState.Delivered } && !mailed.Contains(m.Id)).Take(MostAnswers).ToList();
        var (channels, stores) = (await settings.ChannelsAsync(ct), await settings.StoresAsync(ct));
        if (unread.Count == 0 || found.Value.AnswerTo is not [{ } to, ..] || Answering.Sender(found.Value, channels, stores) is not { } from)
        {
            await tickets.EndAwaitingAsync(row, ct);
            return;
        }
        if (unread[0].At + Patience is var due && due > clock.GetUtcNow())
        {
            await tickets.PostponeAsync(row, due, ct); // what was due has been read, this is newer
            return;
        }
        var readings = new List<(Message, string)>();
        foreach (var answer in unread)
            if (await tickets.MessageAsync(id, answer.Id, ct) is { Value.Delivery.State: not DeliveryState.Read } reading) readings.Add((reading.Value, reading.ETag));
        if (readings.Count != unread.Count) return; // the visitor is reading right now

        var notice = from.Store is { Portal.Notice: true } store ? await answering.NoticeAsync(found.Value, store, to, ct) : null;
        var mail = Mail(found.Value, said, unread, to, from, clock.GetUtcNow()) with { Notice = notice };
        var ticket = (found.Value with { Version = mail.Version }).With(mail);
        // Written again as they were: one that is read meanwhile is not mailed.
        var change = new Change(ticket, found.ETag) { NewMessages = [mail], ChangedMessages = readings, Outbox = [Answering.Row(mail, mail.At)] };
        if (await tickets.CommitUnreadAsync(change, row, ct) != CommitOutcome.Committed) return;
        await dispatch.RunAsync(change.Outbox, ct);
        await live.TicketAsync(ticket, ct);
    }

    private static Message Mail(Ticket ticket, IReadOnlyList<Message> said, List<Message> unread, Address to, AnswerFrom from, DateTimeOffset now)
    {
        var language = said.Where(m => m.Direction == Direction.In).Select(m => Languages.Guess(m.ReplyText)).OfType<string>().FirstOrDefault() ?? from.Store?.Language ?? "en";
        var words = string.Join("\n\n", unread.Select(m => m.ReplyText).Where(t => t.Length > 0));
        var text = $"{words}\n\n{ChatWords.Say("mail-chat", language)}\n\n{Whole(said, from.Store?.Name)}";
        var id = Ids.Derive("by-mail", ticket.Id, unread[0].Id);
        return new Message
        {
            Id = id,
            TicketId = ticket.Id,
            Version = ticket.Version + 1,
            Direction = Direction.Out,
            Channel = from.Channel.Id,
            ChannelKind = from.Channel.Kind,
            From = from.Address,
            Author = unread[^1].Author,
            To = [to],
            Subject = Answering.AnswerSubject(ticket with { Subject = ChatWords.Say("mail-subject", language) }),
            Text = text,
            ReplyText = words,
            Html = Written.FromText(text),
            Attachments = [.. unread.SelectMany(m => m.Attachments).Take(20).Select((a, n) => a with { Id = $"a{n}" })],
            MessageId = Answering.MessageIdOf(id, from.Address),
            InReplyTo = ticket.Thread.Count > 0 ? ticket.Thread[^1] : null,
            References = ticket.Thread,
            At = now,
            Delivery = new Delivery(DeliveryState.Queued, now),
            Repeats = [.. unread.Select(m => m.Id)],
        };
    }

    /// <summary>Who said what and when, quoted; the newest of it where it is too long for one mail.</summary>
    private static string Whole(IReadOnlyList<Message> said, string? store)
    {
        var lines = new StringBuilder();
        foreach (var message in said)
        {
            var who = message.From.Name ?? (message.Direction == Direction.In ? "·" : store ?? "·");
            lines.Append(CultureInfo.InvariantCulture, $"> {message.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC, {who}:\n");
            foreach (var line in message.ReplyText.Split('\n').Concat(message.Attachments.Select(a => $"[{a.Name}]")).Where(l => l.Length > 0)) lines.Append("> ").Append(line).Append('\n');
            lines.Append(">\n");
        }
        var whole = lines.ToString();
        return whole.Length <= Message.LongestText / 2 ? whole : whole[^(Message.LongestText / 2)..];
    }
}
