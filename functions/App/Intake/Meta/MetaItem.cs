using System.Text.Json;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Intake.Meta;

/// <summary>What an item of Meta's is about.</summary>
public enum MetaSubject
{
    /// <summary>An entry of <c>messaging</c>, as Messenger and Instagram write it: a message or anything that happened to one.</summary>
    Messaging,

    /// <summary>An entry of WhatsApp's <c>messages</c>.</summary>
    Message,

    /// <summary>An entry of WhatsApp's <c>message_echoes</c>: what somebody of the shop wrote elsewhere.</summary>
    Echo,

    /// <summary>An entry of WhatsApp's <c>statuses</c>.</summary>
    Status,
}

/// <summary>One thing Meta told of one account, as it is kept on its way to a ticket.</summary>
/// <param name="Kind">Messenger, Instagram or WhatsApp.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Told">As Meta wrote it.</param>
/// <param name="Person">For WhatsApp: what Meta wrote about whom it is from.</param>
/// <param name="Stray">No channel is connected to the account it is for.</param>
public sealed record MetaItem(ChannelKind Kind, MetaSubject Subject, JsonElement Told, JsonElement? Person = null, bool Stray = false)
{
    /// <summary>The bytes it is stored and queued as.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, AppJson.Of<MetaItem>());

    /// <summary>The item in these bytes.</summary>
    public static MetaItem FromBytes(ReadOnlySpan<byte> bytes) => JsonSerializer.Deserialize(bytes, AppJson.Of<MetaItem>()) ?? throw new JsonException("An item of Meta's is missing.");
}
