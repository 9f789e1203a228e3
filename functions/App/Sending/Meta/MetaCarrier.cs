using System.Text.Json;
using HelpdeskMx.Channels;
using HelpdeskMx.Channels.Connections;
using HelpdeskMx.Intake;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Sending.Meta;

/// <summary>Carries answers to Messenger, Instagram and WhatsApp, part by part; a part Meta has taken is never sent again.</summary>
public sealed class MetaCarrier(MetaGraph graph, MetaParts parts, PartsTaken taken, Lookups lookups, Connections connections) : ICarrier
{
    /// <inheritdoc/>
    public bool Carries(ChannelKind kind) => kind.IsMeta();

    /// <inheritdoc/>
    public async Task<SendResult> SendAsync(Message answer, Channel? channel, Func<CancellationToken, Task<bool>> beforeHandOver, CancellationToken ct)
    {
        if (channel?.Meta is not { } account) return new SendResult.Refused("This channel is not connected to Meta. An admin connects it under Channels; then send this again.");
        if (LineFiles.Fault(answer.ChannelKind, answer.Attachments) is { } fault) return new SendResult.Refused(fault.Sentence);
        List<string> done = [.. await taken.FindAsync(answer.Id, ct)];
        try
        {
            for (var part = done.Count; part < MetaParts.Count(answer); part++)
            {
                var body = await PrepareAsync(account, answer, part, ct);
                if (!await beforeHandOver(ct)) return new SendResult.TakenBack();
                // From here on it is Meta's: giving up now would leave open what became of it.
                var reference = await PostAsync(account, answer, body);
                done.Add(reference);
                await taken.KeepAsync(answer.Id, done, CancellationToken.None);
                await lookups.AddAsync(Lookups.Reference(reference), new Target(answer.TicketId, answer.Id), CancellationToken.None);
            }
            await connections.SucceededAsync(channel.Id, ConnectionWay.Meta, CancellationToken.None);
            return new SendResult.Sent(Reference: done.Count > 0 ? done[^1] : null);
        }
        catch (MetaException e)
        {
            if (e.FaultCode is { } code) await connections.FailedAsync(channel.Id, ConnectionWay.Meta, code, e.Message, CancellationToken.None, e.After);
            return Result(e, done.Count, MetaParts.Count(answer));
        }
    }

    /// <summary>What is posted; nothing the customer sees has left yet, so that whatever goes wrong here can be tried again.</summary>
    private async Task<object> PrepareAsync(MetaAccount account, Message answer, int part, CancellationToken ct)
    {
        try
        {
            return await parts.BodyAsync(account, answer, part, ct);
        }
        catch (MetaException e) when (e.Trouble == MetaTrouble.Lost)
        {
            throw new MetaException(MetaTrouble.NotDone, "Meta did not take a file just now; it is tried again.", e);
        }
    }

    private async Task<string> PostAsync(MetaAccount account, Message answer, object body)
    {
        var isWhatsapp = answer.ChannelKind == ChannelKind.Whatsapp;
        var said = await graph.PostAsync(account, isWhatsapp ? $"{account.Id}/messages" : "me/messages", body, CancellationToken.None);
        var reference = isWhatsapp ? First(said, "messages", "id") : said.Text("message_id");
        // WhatsApp knows some numbers by another id than was dialled; the customer answers from that one.
        if (isWhatsapp && First(said, "contacts", "wa_id") is { } id && id != answer.To[0].Value) await lookups.LeadAsync(Lookups.Line(answer.Channel, id), answer.TicketId, CancellationToken.None);
        return reference ?? throw new MetaException(MetaTrouble.Lost, "Meta's answer cannot be read, so this may have arrived or not. Look on the channel itself before you send it again.");
    }

    private static string? First(JsonElement said, string list, string name) => said.List(list).FirstOrDefault().Text(name);

    private static SendResult Result(MetaException e, int done, int all)
    {
        var reason = done == 0 ? e.Message : $"{done} of {all} parts have arrived; sending again sends only the rest. {e.Message}";
        return e.Trouble switch
        {
            MetaTrouble.Reconnect or MetaTrouble.Permission or MetaTrouble.Throttled or MetaTrouble.NotDone => new SendResult.TryLater(reason, e.After),
            MetaTrouble.Lost => new SendResult.Unknown(reason),
            _ => new SendResult.Refused(reason),
        };
    }
}
