using System.Text.Json;
using HelpdeskMx.Channels;
using HelpdeskMx.Customers;
using HelpdeskMx.Platform;
using HelpdeskMx.Sending.Meta;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Intake.Meta;

/// <summary>Reads what WhatsApp tells (WhatsApp Cloud API, "Webhooks reference: messages").</summary>
internal static class ReadWhatsapp
{
    /// <summary>What one entry of <c>statuses</c> says.</summary>
    public static MetaTold OfStatus(JsonElement told)
    {
        DeliveryState? state = told.Text("status") switch
        {
            "delivered" => DeliveryState.Delivered,
            "read" or "played" => DeliveryState.Read,
            "failed" => DeliveryState.Failed,
            _ => null,
        };
        if (state is not { } became || told.Text("id") is not { } id) return new MetaTold.Nothing();
        return new MetaTold.Became([id], null, told.Text("recipient_id") ?? "", became, told.Time("timestamp"), became == DeliveryState.Failed ? Why(told) : null);
    }

    /// <summary>What one message says.</summary>
    public static MetaTold OfMessage(MetaItem item, Channel channel)
    {
        var (told, at, byShop) = (item.Told, item.Told.Time("timestamp"), item.Subject == MetaSubject.Echo);
        // Whoever goes by a user name gives no number: then they are known by an id that is theirs for this business.
        var (number, userId) = byShop ? (told.Text("to"), told.Text("to_user_id")) : (told.Text("from"), told.Text("from_user_id") ?? item.Person?.Text("user_id"));
        if ((number ?? userId) is not { } person || told.Text("id") is not { } id) throw new FormatException("A message by WhatsApp has no id, or does not say whom it is from.");
        var type = told.Text("type") ?? "";
        var content = told.At(type) ?? default;
        switch (type)
        {
            case "reaction" when content.Text("message_id") is { } reacted: return new MetaTold.Reacted(reacted, byShop ? told.Text("from") ?? "" : person, content.Text("emoji"), at);
            case "revoke" when content.Text("original_message_id") is { } revoked: return new MetaTold.Unsent(revoked, at);
            case "edit" when content.Text("original_message_id") is { } edited && content.Text("message", "text", "body") is { } anew: return new MetaTold.Edited(edited, anew, at);
            case "request_welcome": return new MetaTold.Nothing(); // somebody only looked at the conversation
        }
        var said = Words(type, content, told).Said(item, channel, person, item.Person?.Text("profile", "name") ?? item.Person?.Text("profile", "username"), id, at, told.Text("context", "id"), byShop);
        var also = type == "system" ? content.Text("wa_id") ?? content.Text("new_wa_id") : number is not null ? userId : null;
        var message = said.Message with { Auto = type == "system", AlsoKnownBy = also is not null && also != person ? new Identity("whatsapp", also, Proven: true) : null };
        return said with { Message = message };
    }

    private static MetaWords Words(string type, JsonElement content, JsonElement told)
    {
        var words = new MetaWords { Context = Context(told) };
        return type switch
        {
            "text" => words.And(content.Text("body")),
            "image" or "video" or "audio" or "voice" or "document" or "sticker" when content.Text("id") is { } id =>
                words.And(content.Text("caption")).And(new MetaFile(type, id, null, content.Text("filename"), content.Text("mime_type"))),
            "location" => words.And(content.Text("name")).And(content.Text("address")).And(MetaWords.Map(content.Text("latitude"), content.Text("longitude"))),
            "contacts" => told.List("contacts").Take(MetaWords.MostFiles).Aggregate(words, (all, person) => all.And(Card(person))),
            "interactive" => words.And(content.Text("button_reply", "title") ?? content.Text("list_reply", "title") ?? content.Text("nfm_reply", "body")).And(content.Text("list_reply", "description")).And(content.Text("nfm_reply", "response_json")),
            "button" => words.And(content.Text("text") ?? content.Text("payload")),
            "order" => content.List("product_items").Take(MetaWords.MostFiles).Aggregate(words.And(content.Text("text")), (all, product) => all.And(Ordered(product))),
            "system" => words.And(content.Text("body")),
            _ => words with { Unsupported = true },
        };
    }

    private static MessageContext? Context(JsonElement told)
    {
        if (told.At("referral") is { ValueKind: JsonValueKind.Object } ad) return new MessageContext(ContextKind.Ad, ad.Text("headline") ?? ad.Text("body"), MetaWords.Link(ad.Text("source_url")));
        if (told.Is("context", "forwarded") || told.Is("context", "frequently_forwarded")) return new MessageContext(ContextKind.Forwarded, null, null);
        return told.Text("context", "referred_product", "product_retailer_id") is { } product ? new MessageContext(ContextKind.Product, product, null) : null;
    }

    private static string Card(JsonElement person) => string.Join(", ", new[] { person.Text("name", "formatted_name"), person.Text("org", "company") }
        .Concat(person.List("phones").Select(p => p.Text("phone"))).Concat(person.List("emails").Select(e => e.Text("email"))).Where(part => part is not null));

    private static string Ordered(JsonElement product) => $"{product.Text("quantity")} × {product.Text("product_retailer_id")} · {product.Text("item_price")} {product.Text("currency")}";

    private static string Why(JsonElement told)
    {
        var error = told.List("errors").FirstOrDefault();
        return MetaErrors.Undelivered(int.TryParse(error.Text("code"), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var code) ? code : 0);
    }
}
