using HelpdeskMx.Agents;
using HelpdeskMx.Channels;
using HelpdeskMx.Intake;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Chat;

/// <summary>A message as its visitor sees it.</summary>
/// <param name="Id">Stable.</param>
/// <param name="Mine">The visitor wrote it.</param>
/// <param name="From">The agent's name; null for the visitor.</param>
/// <param name="Picture">Where the agent's picture is, below the address the desk is at; null for none.</param>
/// <param name="Text">Plain text.</param>
/// <param name="At">When it was said.</param>
/// <param name="Files">What came with it.</param>
/// <param name="Read">The visitor has seen it; for the visitor's own: an agent has.</param>
public sealed record ChatMessage(string Id, bool Mine, string? From, string? Picture, string Text, DateTimeOffset At, IReadOnlyList<ChatFile> Files, bool Read);

/// <summary>A file in a chat; the URL is good for a day or two.</summary>
public sealed record ChatFile(string Name, string ContentType, long Size, string Url);

/// <summary>What was said after a place in a conversation.</summary>
/// <param name="Items">Oldest first.</param>
/// <param name="Place">To ask with next time.</param>
/// <param name="Seen">An agent has read everything the visitor wrote.</param>
/// <param name="Email">Where answers go once the visitor has left; null while that is not known.</param>
/// <param name="Token">A new token where the old one should be replaced.</param>
public sealed record ChatPage(IReadOnlyList<ChatMessage> Items, string Place, bool Seen, string? Email, string? Token);

/// <summary>The talk with one visitor, as far as it concerns them: what they said by this channel and what they were answered.</summary>
public sealed class VisitorTalk(Tickets.Tickets tickets, Lookups lookups, FindTicket findTicket, AttachmentLinks links, Settings settings)
{
    private const int PageSize = 100, MostPages = 5;

    /// <summary>The ticket in which the visitor is talked with; null before the first message is in one.</summary>
    public async Task<Stored<Ticket>?> TicketAsync(Channel channel, Visitor visitor, CancellationToken ct) =>
        await lookups.FindAsync(Lookups.Line(channel.Id, visitor.Conversation), ct) is { } line ? await findTicket.FollowAsync(line.Id, ct) : null;

    /// <summary>What was said after a place; everything where there is none, what went before this ticket included.</summary>
    public async Task<ChatPage> AfterAsync(Channel channel, Visitor visitor, string? place, CancellationToken ct)
    {
        if (await TicketAsync(channel, visitor, ct) is not { Value: var ticket }) return new ChatPage([], "", false, null, null);
        var version = place?.Split('.') is [var id, var number] && id == ticket.Id && long.TryParse(number, out var known) ? known : 0;
        var said = await SaidAsync(ticket.Id, channel.Id, visitor.Conversation, version, ct);
        var before = new List<Message>();
        if (string.IsNullOrEmpty(place))
            foreach (var earlier in ticket.Merged.Concat(ticket.FollowUpOf is { } followed ? [followed] : [])) before.AddRange(await SaidAsync(earlier.Id, channel.Id, visitor.Conversation, 0, ct));
        var (secret, seen) = (await links.SecretAsync(ct), ticket.ReadBy.Count > 0);
        var pictures = (await settings.AgentsAsync(ct)).ToDictionary(a => a.Id, AgentPictures.UrlOf);
        var newest = said.Count > 0 ? said.Max(m => m.Version) : version;
        return new ChatPage([.. before.OrderBy(m => m.At).Concat(said).Select(m => Show(m, seen, secret, pictures))], $"{ticket.Id}.{newest}", seen, ticket.AnswerTo is [{ } mail, ..] ? mail.Value : null, null);
    }

    /// <summary>What was said in a ticket on one conversation after a version, oldest first; the newest 500.</summary>
    public async Task<IReadOnlyList<Message>> SaidAsync(string ticketId, string channel, string conversation, long after, CancellationToken ct)
    {
        var said = new List<Message>();
        string? next = null;
        for (var pages = 0; pages < MostPages; pages++)
        {
            var page = await tickets.MessagesAsync(ticketId, q => q with { OrderBy = [new Order("at", true)], PageSize = PageSize, Continuation = next }, ct);
            said.AddRange(page.Items.Select(m => m.Value).Where(m => m.Version > after && Concerns(m, channel, conversation)));
            next = page.Next;
            if (next is null || page.Items.All(m => m.Value.Version <= after)) break;
        }
        return [.. said.OrderBy(m => m.Version)];
    }

    private static bool Concerns(Message message, string channel, string conversation) => message.Channel == channel && message.MovedTo is null && message.Direction switch
    {
        Direction.In => message.From.Value == conversation,
        Direction.Out => message.To.Any(a => a.Value == conversation),
        _ => false,
    };

    private ChatMessage Show(Message message, bool seen, byte[] secret, Dictionary<string, string?> pictures) => new(
        message.Id, message.Direction == Direction.In, message.Direction == Direction.In ? null : message.From.Name, pictures.GetValueOrDefault(message.Author ?? ""), message.ReplyText, message.At,
        [.. message.Attachments.Select(a => new ChatFile(a.Name, a.ContentType, a.Size, links.Url(new(message.TicketId, message.Id, a.Id), secret)))],
        message.Direction == Direction.In ? seen : message.Delivery?.State == DeliveryState.Read);
}
