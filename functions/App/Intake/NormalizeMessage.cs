using System.Text.Json;
using HelpdeskMx.Channels;
using HelpdeskMx.Chat;
using HelpdeskMx.Customers;
using HelpdeskMx.Intake.Meta;
using HelpdeskMx.Mail;
using HelpdeskMx.Operations;
using HelpdeskMx.Platform;
using HelpdeskMx.Portal;
using HelpdeskMx.Tickets;
using Microsoft.Extensions.Logging;

namespace HelpdeskMx.Intake;

/// <summary>Turns what a door accepted into a ticket. What cannot be read becomes a ticket too, with the original attached.</summary>
public sealed class NormalizeMessage(Settings settings, IBlobs blobs, TakeIn takeIn, HearMeta hearMeta, Failures failures, ILogger<NormalizeMessage> log)
{
    private const string Garbled = "unreadable";

    /// <summary>Does one message of the queue <c>inbound</c>; throws when it should be tried again.</summary>
    public Task RunAsync(string queued, CancellationToken ct) => failures.WatchAsync(queued, async () =>
    {
        using var span = Telemetry.Traces.StartActivity("intake");
        var pointer = JsonSerializer.Deserialize(queued, AppJson.Of<Pointer>()) ?? throw new JsonException("The queue held null.");
        var channel = await settings.ChannelAsync(pointer.Channel, ct) ?? throw new InvalidOperationException($"Channel '{pointer.Channel}' is gone.");
        if (pointer.Page is true) channel = channel with { Kind = ChannelKind.Form }; // a page like a form's, whatever it belongs to
        var raw = await blobs.ReadAsync(pointer.Blob, ct) ?? throw new InvalidOperationException($"Blob {pointer.Blob} is gone.");
        if (await HearAsync(raw, channel, pointer, ct) is not { } message) return;
        var ticket = await takeIn.RunAsync(await PlacedAsync(message, ct), channel, pointer, ct);
        span?.SetTag("helpdesk.channel", channel.Id).SetTag("helpdesk.ticket", ticket);
    }, ct);

    /// <summary>The message, whole; null for what is none and was dealt with, or is dealt with later.</summary>
    private async Task<InboundMessage?> HearAsync(byte[] raw, Channel channel, Pointer pointer, CancellationToken ct)
    {
        var message = Read(raw, channel, pointer, await AgentsAsync(ct));
        return channel.Kind.IsMeta() && message is not { Review: Garbled } ? await hearMeta.RunAsync(MetaItem.FromBytes(raw), channel, pointer, ct) : message;
    }

    /// <summary>The message in these bytes; null for what is none.</summary>
    public InboundMessage? Read(byte[] raw, Channel channel, Pointer pointer, IReadOnlyCollection<string> agents)
    {
        try
        {
            return channel.Kind switch
            {
                _ when pointer.Page is true => PortalAnswer.FromBytes(raw).Read(),
                ChannelKind.Form => FormSubmission.FromBytes(raw).Read(channel),
                _ when channel.Kind.IsMeta() => HearMeta.Read(MetaItem.FromBytes(raw), channel) is MetaTold.Said { ByShop: false, Message: var said } ? said : null,
                ChannelKind.Chat => ChatPost.FromBytes(raw).Read(channel),
                _ => ReadEmail.Read(raw, channel, agents),
            };
        }
        catch (Exception e)
        {
            log.LogError(e, "{Blob} of channel {Channel} could not be read; it becomes a ticket for review.", pointer.Blob, channel.Id);
            return Unreadable(raw, channel, pointer);
        }
    }

    /// <summary>The message, sent to where it wants to go only if that is still there.</summary>
    private async Task<InboundMessage> PlacedAsync(InboundMessage message, CancellationToken ct) => message is { Store: null, Department: null } ? message : message with
    {
        Store = (await settings.StoresAsync(ct)).Any(s => s.Id == message.Store) ? message.Store : null,
        Department = (await settings.DepartmentsAsync(ct)).Any(d => d.Id == message.Department) ? message.Department : null,
    };

    private async Task<IReadOnlyCollection<string>> AgentsAsync(CancellationToken ct) =>
        [.. (await settings.AgentsAsync(ct)).Where(a => a.Active).Select(a => a.Email)];

    private static InboundMessage Unreadable(byte[] raw, Channel channel, Pointer pointer)
    {
        var nobody = $"unknown@{channel.Id}.invalid";
        return new InboundMessage
        {
            Key = Ids.Derive("unreadable", channel.Id, pointer.Blob),
            Sender = new Identity("email", nobody, Proven: false),
            From = new Address(null, nobody),
            Text = "",
            ReplyText = "",
            Auto = true,
            Review = Garbled,
            Attachments = [channel.Kind == ChannelKind.Email ? new MailAttachment("original.eml", "message/rfc822", null, false, raw) : new MailAttachment("original.json", "application/json", null, false, raw)],
        };
    }
}
