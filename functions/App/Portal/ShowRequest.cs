using HelpdeskMx.Calendars;
using HelpdeskMx.Intake;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Portal;

/// <summary>Something said in a request, as its customer sees it.</summary>
/// <param name="Mine">Who looks wrote it.</param>
/// <param name="From">Who wrote it; null for who looks, and for the shop.</param>
/// <param name="ByShop">The shop wrote it.</param>
/// <param name="Text">Plain.</param>
/// <param name="Html">The shop's words as they were laid out, cleaned; null where there are only plain ones.</param>
/// <param name="At">When.</param>
/// <param name="Files">What came with it; links are good for a day or two.</param>
public sealed record RequestMessage(bool Mine, string? From, bool ByShop, string Text, string? Html, DateTimeOffset At, IReadOnlyList<AttachmentView> Files);

/// <summary>What was said in a request.</summary>
/// <param name="Said">Oldest first.</param>
/// <param name="More">There was more before.</param>
/// <param name="TimeZone">In which times are told.</param>
public sealed record RequestTalk(IReadOnlyList<RequestMessage> Said, bool More, string TimeZone);

/// <summary>Reads what was said to and by somebody who takes part in a ticket: no notes, nothing the desk says to itself, and nothing that others were told without them.</summary>
public sealed class ShowRequest(SaidTogether together, AttachmentLinks links, Settings settings, Hours hours)
{
    private const int Most = 200;

    /// <summary>The talk.</summary>
    public async Task<RequestTalk> RunAsync(Request request, CancellationToken ct)
    {
        var page = await together.PageAsync(request.Ticket, newestFirst: true, Most, null, ct);
        Message[] all = [.. page.Items.Select(m => m.Value).Reverse()];
        // Who gave a mail address in a chat is the one who talks there.
        var mine = all.Where(m => m.Direction == Direction.In && m.ReplyTo is { } mail && Receiving.Same(mail.Value, request.Me.Value)).Select(m => m.From.Value).Append(request.Me.Value).ToArray();
        var agents = (await settings.AgentsAsync(ct)).Select(a => a.Email).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var secret = await links.SecretAsync(ct);
        var calendar = await hours.CalendarAsync(request.Ticket.Department, request.Ticket.Store, ct);
        return new([.. all.Where(m => Concerns(m, mine)).Select(m => Shown(m, mine, agents, secret))], page.Next is not null, calendar?.TimeZone ?? "Etc/UTC");
    }

    private static bool Concerns(Message message, IReadOnlyList<string> mine)
    {
        if (message.MovedTo is not null || message.UnsentAt is not null || message.Bounce is not null || message.Repeats.Count > 0) return false;
        if (message.Id == Ids.Derive("ask-sender", message.TicketId)) return false; // the link in it is for whoever reads their mail
        bool IsMe(Address? address) => address is not null && mine.Any(m => Receiving.Same(m, address.Value));
        return message.Direction switch
        {
            Direction.In => IsMe(message.From) || IsMe(message.ReplyTo) || message.To.Any(IsMe) || message.Cc.Any(IsMe),
            Direction.Out => message.To.Any(IsMe) || message.Cc.Any(IsMe),
            _ => false,
        };
    }

    private RequestMessage Shown(Message message, IReadOnlyList<string> mine, HashSet<string> agents, byte[] secret)
    {
        var view = new MessageView(message, links, secret);
        var byShop = message.Direction == Direction.Out || agents.Contains(message.From.Value);
        var isMine = !byShop && mine.Any(m => Receiving.Same(m, message.From.Value));
        var name = message.From.Name ?? message.From.Value.Split('@')[0];
        return new(isMine, byShop || isMine ? null : name, byShop, message.ReplyText, message.Direction == Direction.Out ? view.Html : null, message.At, [.. view.Attachments.Where(a => !a.Inline || message.Direction == Direction.In)]);
    }
}
