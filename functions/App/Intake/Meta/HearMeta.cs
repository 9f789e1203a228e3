using System.Text.Json;
using HelpdeskMx.Channels;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Intake.Meta;

/// <summary>Does what an item of Meta's tells. What is about a message that is not there yet waits for it a while, then comes to nothing.</summary>
public sealed class HearMeta(
    MetaMedia media, MetaNames names, MarkSaid markSaid, HearEcho hearEcho, Lookups lookups, Customers.Customers customers, IQueue queue, TimeProvider clock)
{
    /// <summary>How long it is waited for what is not there yet.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>How long for one's own answers to be known, which echo at once.</summary>
    public static readonly TimeSpan EchoPatience = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5), Oldest = TimeSpan.FromDays(30);

    /// <summary>What the item says.</summary>
    /// <exception cref="FormatException">It is a message, and does not say of whom.</exception>
    public static MetaTold Read(MetaItem item, Channel channel) => item.Subject switch
    {
        MetaSubject.Messaging => ReadMessaging.Read(item, channel),
        MetaSubject.Status => ReadWhatsapp.OfStatus(item.Told),
        _ => ReadWhatsapp.OfMessage(item, channel),
    };

    /// <summary>The customer's message with its files, where the item is one and all is there; null where there is nothing more to do.</summary>
    public async Task<InboundMessage?> RunAsync(MetaItem item, Channel channel, Pointer pointer, CancellationToken ct)
    {
        var told = Read(item, channel);
        if (told is MetaTold.Said { ByShop: false } said) return await MessageAsync(said, channel, pointer, ct);
        var done = told switch
        {
            MetaTold.Said echo => await hearEcho.RunAsync(echo, channel, pointer, MayWait(pointer, EchoPatience), ct),
            MetaTold.Became became => await markSaid.BecameAsync(became, channel, ct),
            MetaTold.Reacted reacted => await markSaid.ReactedAsync(reacted, channel, pointer.At, ct),
            MetaTold.Edited edited => await markSaid.EditedAsync(edited, channel, pointer.At, ct),
            MetaTold.Unsent unsent => await markSaid.UnsentAsync(unsent, channel, pointer.At, ct),
            _ => true,
        };
        if (!done && MayWait(pointer, Patience)) await WaitAsync(pointer, ct);
        return null;
    }

    private async Task<InboundMessage?> MessageAsync(MetaTold.Said said, Channel channel, Pointer pointer, CancellationToken ct)
    {
        if (said.OnlyJoins && await lookups.FindAsync(FindTicket.LineOf(said.Message, channel), ct) is null) return null;
        var fetched = await media.FetchAsync(channel.Meta, said.Files, ct);
        if (fetched.MayCome && MayWait(pointer, Patience))
        {
            await WaitAsync(pointer, ct);
            return null;
        }
        var message = said.Message with { Attachments = fetched.Files, Missing = fetched.Missing, SentAt = IsNear(said.Message.SentAt, pointer.At) ? said.Message.SentAt : null };
        if (message.From.Name is null) message = message with { From = message.From with { Name = await names.OfAsync(message.Sender, channel.Meta, ct) } };
        // The person's other name here, by which they may come next time.
        if (message.AlsoKnownBy is { } also) await customers.JoinAsync(message.Sender, also, message.From.Name, pointer.At, ct);
        return message;
    }

    /// <summary>False for a time that a clock gone wrong must have told: answers are counted from it.</summary>
    private static bool IsNear(DateTimeOffset? told, DateTimeOffset heard) => told > heard - Oldest && told < heard + Pause;

    private bool MayWait(Pointer pointer, TimeSpan patience) => clock.GetUtcNow() - pointer.At < patience;

    private Task WaitAsync(Pointer pointer, CancellationToken ct) => queue.SendAsync(Queues.Inbound, JsonSerializer.Serialize(pointer, AppJson.Of<Pointer>()), Pause, ct);
}
