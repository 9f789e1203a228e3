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

/// <summary>What one post of Meta's tells, thing by thing. Shapes as in the webhook references of the Messenger Platform, Instagram messaging and the WhatsApp Cloud API.</summary>
public static class MetaPost
{
    /// <summary>Its items with the account each is for, in their order; what is none of a conversation is left out.</summary>
    public static IEnumerable<(string Account, MetaItem Item)> Split(JsonElement post) => post.Text("object") switch
    {
        "page" => post.List("entry").SelectMany(entry => OfPage(ChannelKind.Messenger, entry)),
        "instagram" => post.List("entry").SelectMany(entry => OfPage(ChannelKind.Instagram, entry)),
        "whatsapp_business_account" => post.List("entry").SelectMany(entry => entry.List("changes")).Select(change => change.At("value")).OfType<JsonElement>().SelectMany(OfNumber),
        _ => [],
    };

    /// <summary>While another app has the conversation, Meta lists what is said as <c>standby</c>; its console's test posts come as changes.</summary>
    private static IEnumerable<(string, MetaItem)> OfPage(ChannelKind kind, JsonElement entry)
    {
        var tests = entry.List("changes").Where(change => change.Text("field")?.StartsWith("messag", StringComparison.Ordinal) == true).Select(change => change.At("value")).OfType<JsonElement>();
        return entry.List("messaging").Concat(entry.List("standby")).Concat(tests).Select(told => (entry.Text("id") ?? "", new MetaItem(kind, MetaSubject.Messaging, told)));
    }

    private static IEnumerable<(string, MetaItem)> OfNumber(JsonElement value)
    {
        var account = value.Text("metadata", "phone_number_id") ?? "";
        var people = value.List("contacts").ToList();
        JsonElement? PersonOf(JsonElement told) => people.Cast<JsonElement?>().FirstOrDefault(p => Names(p!.Value, told)) ?? (people.Count == 1 ? people[0] : null);
        return value.List("messages").Select(told => (account, new MetaItem(ChannelKind.Whatsapp, MetaSubject.Message, told, PersonOf(told))))
            .Concat(value.List("message_echoes").Select(told => (account, new MetaItem(ChannelKind.Whatsapp, MetaSubject.Echo, told))))
            .Concat(value.List("statuses").Select(told => (account, new MetaItem(ChannelKind.Whatsapp, MetaSubject.Status, told))));
    }

    private static bool Names(JsonElement person, JsonElement told) =>
        (told.Text("from") is { } number && person.Text("wa_id") == number) || (told.Text("from_user_id") is { } id && person.Text("user_id") == id);
}
