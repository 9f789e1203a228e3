using System.Text.Json;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Intake.Meta;

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
