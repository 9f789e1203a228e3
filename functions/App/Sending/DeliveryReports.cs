using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HelpdeskMx.Channels;
using HelpdeskMx.Customers;
using HelpdeskMx.Intake;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;
using Microsoft.Extensions.Logging;

namespace HelpdeskMx.Sending;

/// <summary>The answer to Event Grid's question whether this address wants events.</summary>
public sealed record EventsWanted(string ValidationResponse);

/// <summary>Takes what Azure Communication Services reports of mail it carried, as Event Grid delivers it.</summary>
/// <remarks>
/// Shapes as in Microsoft's reference of <c>Microsoft.Communication.EmailDeliveryReportReceived</c>. The report names the Message-ID the desk gave its mail;
/// one that came back joins its ticket as a bounce report would.
/// </remarks>
public sealed class DeliveryReports(
    DeskOptions options, Lookups lookups, Tickets.Tickets tickets, Settings settings, IBlobs blobs, TakeIn takeIn, MarkDelivery markDelivery, Live live, ILogger<DeliveryReports> log)
{
    private const string Validation = "Microsoft.EventGrid.SubscriptionValidationEvent", Report = "Microsoft.Communication.EmailDeliveryReportReceived";
    private static readonly Problem NotEventGrid = new("wrong-key", "The key of these events is wrong or missing.", 401);

    private sealed record GridEvent(string? EventType, JsonElement Data);

    private sealed record Details(string? StatusMessage);

    private sealed record Delivered(string? Recipient, string? InternetMessageId, string? Status, Details? DeliveryStatusDetails, DateTimeOffset? DeliveryAttemptTimestamp);

    private sealed record Asked(string? ValidationCode);

    /// <summary>Takes a batch of events; throws where one should be delivered again.</summary>
    /// <returns>The answer to a validation, null for events.</returns>
    public async Task<Outcome<EventsWanted?>> RunAsync(string? key, ReadOnlyMemory<byte> body, CancellationToken ct)
    {
        if (options.EventsKey is not { } secret || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(key ?? ""), Encoding.UTF8.GetBytes(secret))) return NotEventGrid;
        List<(Delivered Report, JsonElement Data)> reports;
        try
        {
            var events = JsonSerializer.Deserialize(body.Span, AppJson.Of<GridEvent[]>()) ?? [];
            if (events is [{ EventType: Validation } asked]) return new EventsWanted(asked.Data.Deserialize(AppJson.Of<Asked>())?.ValidationCode ?? "");
            reports = [.. events.Where(e => e.EventType == Report).Select(e => (e.Data.Deserialize(AppJson.Of<Delivered>())!, e.Data))];
        }
        catch (JsonException e)
        {
            return Problems.BadJson(e.Message);
        }
        foreach (var (report, data) in reports) await TakeAsync(report, data, ct);
        return (EventsWanted?)null;
    }

    private async Task TakeAsync(Delivered report, JsonElement data, CancellationToken ct)
    {
        if (report.InternetMessageId?.Trim('<', '>') is not { } messageId || await lookups.FindAsync(Lookups.Reference(messageId), ct) is not { Key: { } id } target)
        {
            log.LogInformation("A delivery report is of no answer of this desk: {MessageId}", report.InternetMessageId);
            return;
        }
        if (report.Status is "Delivered") await MarkDeliveredAsync(target.Id, id, report, ct);
        else if (report.Status is not "Expanded" && await tickets.MessageAsync(target.Id, id, ct) is { } answer) await ReturnAsync(answer.Value, messageId, report, data, ct);
    }

    private async Task MarkDeliveredAsync(string ticketId, string messageId, Delivered report, CancellationToken ct)
    {
        if (await markDelivery.MarkAsync(ticketId, messageId, DeliveryState.Delivered, report.DeliveryAttemptTimestamp, null, ct)
            && await tickets.ReadAsync(ticketId, ct) is { } ticket) await live.TicketAsync(ticket.Value, ct);
    }

    /// <summary>The same as a bounce report by mail.</summary>
    private async Task ReturnAsync(Message answer, string messageId, Delivered report, JsonElement data, CancellationToken ct)
    {
        if (await settings.ChannelAsync(answer.Channel, ct) is not { } channel) return;
        var said = report.DeliveryStatusDetails?.StatusMessage is { Length: > 0 } words ? words : report.Status ?? "";
        var at = report.DeliveryAttemptTimestamp ?? answer.At;
        var blob = await blobs.CreateAsync(Encoding.UTF8.GetBytes(data.GetRawText()), ct);
        var sender = $"mailer-daemon@{answer.From.Value[(answer.From.Value.LastIndexOf('@') + 1)..]}";
        await takeIn.RunAsync(new InboundMessage
        {
            Key = Ids.Derive("delivery-report", messageId, report.Recipient ?? "", report.Status ?? ""),
            Sender = new Identity("email", sender, Proven: false),
            From = new Address(null, sender),
            Subject = answer.Subject,
            Text = said,
            ReplyText = said,
            InReplyTo = messageId,
            SentAt = at,
            Auto = true,
            Tells = DeliveryState.Bounced,
            Bounce = new Bounce(report.Recipient, null, Hard: report.Status is "Bounced" or "Suppressed", said),
        }, channel, new Pointer(channel.Id, blob, at), ct);
    }
}
