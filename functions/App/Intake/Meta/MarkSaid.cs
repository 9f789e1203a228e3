using HelpdeskMx.Channels;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Intake.Meta;

/// <summary>Keeps on messages what happened to them later: how far they came, emojis put to them, words changed, taken back. Each returns false where the message is not there yet.</summary>
public sealed class MarkSaid(Tickets.Tickets tickets, Lookups lookups, FindTicket findTicket, MarkDelivery markDelivery, Live live)
{
    private const int MostReactions = 20, LongestEmoji = 20, NewestAnswers = 100;

    // Meta counts by its own clock, and the desk only once it has Meta's answer.
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(5);

    /// <summary>Answers came further; nothing goes back to a state before.</summary>
    public async Task<bool> BecameAsync(MetaTold.Became became, Channel channel, CancellationToken ct)
    {
        var found = new List<Message>();
        foreach (var id in became.Ids)
        {
            if (await FindAsync(id, channel, ct) is not { Value: var answer }) return false;
            if (answer.Delivery is { State: DeliveryState.Queued or DeliveryState.Sending }) return false; // its parts are still leaving
            // One of several parts has come as far as the last of them, and has failed as soon as any has.
            if (became.State == DeliveryState.Failed || answer.MessageId is null || answer.MessageId == id) found.Add(answer);
        }
        if (became is { Ids.Count: 0, Until: { } until }) found.AddRange(await SaidUntilAsync(until, became.Person, channel, ct));
        foreach (var answer in found)
        {
            if (await markDelivery.MarkAsync(answer.TicketId, answer.Id, became.State, became.At, became.Why, ct)) await TellAsync(answer.TicketId, ct);
        }
        return true;
    }

    /// <summary>An emoji was put to a message, in place of the one the same person put there before, or taken away.</summary>
    public Task<bool> ReactedAsync(MetaTold.Reacted reacted, Channel channel, DateTimeOffset heard, CancellationToken ct) => ChangeAsync(reacted.Id, channel, message =>
    {
        var (by, at) = (reacted.Person, reacted.At < heard ? reacted.At.Value : heard);
        if (message.Reactions.Any(r => r.By == by && r.At > at)) return message; // an older one that comes late
        var others = message.Reactions.Where(r => r.By != by);
        return message with { Reactions = [.. others.Append(new Reaction(reacted.Emoji is null ? "" : Excerpt.Of(reacted.Emoji, LongestEmoji), by, at)).TakeLast(MostReactions)] };
    }, ct);

    /// <summary>A message was written anew; what it said first stays in the original.</summary>
    public Task<bool> EditedAsync(MetaTold.Edited edited, Channel channel, DateTimeOffset heard, CancellationToken ct) => ChangeAsync(edited.Id, channel, message =>
    {
        var at = edited.At < heard ? edited.At.Value : heard;
        if (message.UnsentAt is not null || message.EditedAt > at) return message;
        var text = KeepMessage.Short(edited.Text);
        return message with { Text = text, ReplyText = text, EditedAt = at, Search = $"{message.Search} {SearchText.Fold(text)}" };
    }, ct);

    /// <summary>A message was taken back: what it said is shown and found no more.</summary>
    public Task<bool> UnsentAsync(MetaTold.Unsent unsent, Channel channel, DateTimeOffset heard, CancellationToken ct) => ChangeAsync(unsent.Id, channel, message =>
        message.UnsentAt is not null ? message : message with { Text = "", ReplyText = "", Html = null, Attachments = [], Missing = [], Context = null, Reactions = [], Search = "", UnsentAt = unsent.At ?? heard }, ct);

    private async Task<bool> ChangeAsync(string id, Channel channel, Func<Message, Message> change, CancellationToken ct)
    {
        while (await FindAsync(id, channel, ct) is { } found)
        {
            var changed = change(found.Value);
            if (ReferenceEquals(changed, found.Value)) return true;
            if (await tickets.ReadAsync(found.Value.TicketId, ct) is not { } ticket) return true;
            var after = Shown(ticket.Value, found.Value, changed);
            var outcome = after != ticket.Value
                ? await tickets.CommitAsync(new Change(after with { Version = after.Version + 1 }, ticket.ETag) { ChangedMessages = [(changed, found.ETag)] }, ct)
                : await tickets.CommitMessageAsync(found with { Value = changed }, ct);
            if (outcome != CommitOutcome.Committed) continue;
            await TellAsync(changed.TicketId, ct);
            return true;
        }
        return false;
    }

    /// <summary>The ticket with what its lists show of a message as that is now.</summary>
    private static Ticket Shown(Ticket ticket, Message before, Message now)
    {
        static string Instead(string shown, string before, string now) => before.Length > 0 && shown == before ? now : shown;
        return ticket with
        {
            Preview = Instead(ticket.Preview, Receiving.PreviewOf(before), Receiving.PreviewOf(now)),
            Subject = Instead(ticket.Subject, Receiving.SubjectOf(before), Receiving.SubjectOf(now)),
        };
    }

    /// <summary>A message by the name Meta gave it, as long as it is one of this channel.</summary>
    private async Task<Stored<Message>?> FindAsync(string id, Channel channel, CancellationToken ct)
    {
        if (await lookups.FindAsync(Lookups.Reference(id), ct) is not { Key: { } key } target) return null;
        // Of an answer the pointer holds the message's id, of a customer's message its key.
        var found = await tickets.FollowAsync(target.Id, key, ct) ?? await tickets.FollowAsync(target.Id, KeepMessage.IdOf(key), ct);
        return found?.Value.Channel == channel.Id ? found : null;
    }

    private async Task<IEnumerable<Message>> SaidUntilAsync(DateTimeOffset until, string person, Channel channel, CancellationToken ct)
    {
        if (await lookups.FindAsync(Lookups.Line(channel.Id, person), ct) is not { } line || await findTicket.FollowAsync(line.Id, ct) is not { } ticket) return [];
        var newest = await tickets.MessagesAsync(ticket.Value.Id, q => q with { OrderBy = [new Order("at", true)], PageSize = NewestAnswers }, ct);
        return newest.Items.Select(m => m.Value).Where(m =>
            m is { Direction: Direction.Out, Delivery: { State: DeliveryState.Sent or DeliveryState.Delivered } delivery } && m.Channel == channel.Id
            && m.At <= until && delivery.At <= until + Slack && m.To.Any(to => to.Value == person));
    }

    private async Task TellAsync(string ticketId, CancellationToken ct)
    {
        if (await tickets.ReadAsync(ticketId, ct) is { } ticket) await live.TicketAsync(ticket.Value, ct);
    }
}
