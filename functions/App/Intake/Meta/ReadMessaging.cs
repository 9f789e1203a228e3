using System.Text.Json;
using HelpdeskMx.Channels;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Intake.Meta;

/// <summary>Reads what Messenger and Instagram tell (Messenger Platform, "Webhook events"; Instagram messaging, "Webhooks").</summary>
internal static class ReadMessaging
{
    // Messenger's thumb, in its three sizes, comes as a picture of one of these stickers.
    private static readonly string[] Thumbs = ["369239263222822", "369239343222814", "369239383222810"];

    // What Messenger calls the emojis of its own, where it does not write them.
    private static readonly Dictionary<string, string> Emojis = new()
    {
        ["love"] = "❤",
        ["dislike"] = "👎",
        ["smile"] = "😆",
        ["wow"] = "😮",
        ["sad"] = "😢",
        ["angry"] = "😠",
    };

    /// <summary>What one entry says.</summary>
    public static MetaTold Read(MetaItem item, Channel channel)
    {
        var (told, at) = (item.Told, item.Told.Time("timestamp"));
        if (told.At("message") is { } message) return OfMessage(item, message, channel, at);
        if (told.At("postback") is { } postback)
            return Said(item, channel, at, postback.Text("mid") ?? $"{told.Text("sender", "id")}.{told.Text("timestamp")}", new MetaWords { Text = postback.Text("title") ?? postback.Text("payload") ?? "", Context = Referred(postback) }, byShop: false, null);
        if (told.At("message_edit") is { } edit && edit.Text("mid") is { } edited && edit.Text("text") is { } anew) return new MetaTold.Edited(edited, anew, at);
        if (told.At("reaction") is { } reaction && reaction.Text("mid") is { } reacted)
            return new MetaTold.Reacted(reacted, Person(told), reaction.Text("action") == "unreact" ? null : reaction.Text("emoji") ?? Emojis.GetValueOrDefault(reaction.Text("reaction") ?? "", "👍"), at);
        if (told.At("delivery") is { } delivery) return Became(told, delivery, [.. delivery.List("mids").Select(id => id.Text()).OfType<string>()], DeliveryState.Delivered, at);
        if (told.At("read") is { } read) return Became(told, read, read.Text("mid") is { } id ? [id] : [], DeliveryState.Read, at);
        if (told.At("referral") is not null && Person(told).Length > 0) return Came(item, channel, at);
        return new MetaTold.Nothing();
    }

    /// <summary>Somebody opened the conversation by an advertisement or a link, and has said nothing yet.</summary>
    private static MetaTold.Said Came(MetaItem item, Channel channel, DateTimeOffset? at)
    {
        var came = Said(item, channel, at, $"{Person(item.Told)}.{item.Told.Text("timestamp")}", new MetaWords { Context = Referred(item.Told) }, byShop: false, null);
        return came with { OnlyJoins = true, Message = came.Message with { Auto = true, MessageId = null, Review = null } };
    }

    private static MetaTold OfMessage(MetaItem item, JsonElement message, Channel channel, DateTimeOffset? at)
    {
        if (message.Text("mid") is not { } id) throw new FormatException("A message has no id.");
        if (message.Is("is_deleted")) return new MetaTold.Unsent(id, at);
        var words = new MetaWords { Text = message.Text("text") ?? "", Context = Referred(message) };
        if (message.At("reply_to", "story") is { } story) words = words with { Context = new MessageContext(ContextKind.StoryReply, null, MetaWords.Link(story.Text("url"))) };
        foreach (var attachment in message.List("attachments").Take(MetaWords.MostFiles)) words = words.With(attachment.Text("type") ?? "", attachment.At("payload") ?? default, attachment);
        if (message.Is("is_unsupported")) words = words with { Unsupported = true };
        return Said(item, channel, at, id, words, message.Is("is_echo"), message.Text("reply_to", "mid"));
    }

    private static MetaWords With(this MetaWords words, string type, JsonElement payload, JsonElement attachment)
    {
        var (url, title) = (payload.Text("url") ?? attachment.Text("url"), payload.Text("title") ?? attachment.Text("title"));
        if (payload.Text("sticker_id") is { } sticker && Thumbs.Contains(sticker)) return words.And("👍");
        return type switch
        {
            "image" or "video" or "audio" or "file" when url is not null => words.And(new MetaFile(type, null, url, type == "file" ? NameIn(url) : null, null)),
            "story_mention" when url is not null => words.And(new MetaFile("image", null, url, null, null)) with { Context = new MessageContext(ContextKind.StoryMention, null, null) },
            "story_mention" => words with { Context = new MessageContext(ContextKind.StoryMention, null, null) },
            "location" when payload.At("coordinates") is { } place => words.And(title).And(MetaWords.Map(place.Text("lat"), place.Text("long"))),
            "template" => words.And(title).And(payload.List("elements").Select(e => e.Text("title")).FirstOrDefault()).And(payload.Text("text")),
            _ when url is not null || title is not null => words.And(title).And(url),
            _ => words with { Unsupported = true },
        };
    }

    private static MetaTold.Said Said(MetaItem item, Channel channel, DateTimeOffset? at, string id, MetaWords words, bool byShop, string? answers)
    {
        var person = byShop ? item.Told.Text("recipient", "id") ?? "" : Person(item.Told);
        return person.Length == 0 ? throw new FormatException("A message does not say whom it is from.") : words.Said(item, channel, person, null, id, at, answers, byShop);
    }

    private static MetaTold.Became Became(JsonElement told, JsonElement state, IReadOnlyList<string> ids, DeliveryState became, DateTimeOffset? at) =>
        new(ids, state.Time("watermark"), Person(told), became, at, null);

    private static string Person(JsonElement told) => told.Text("sender", "id") ?? told.Text("sender", "user_ref") ?? "";

    /// <summary>The advertisement or link the person came by.</summary>
    private static MessageContext? Referred(JsonElement told)
    {
        if (told.At("referral") is not { ValueKind: JsonValueKind.Object } referral) return null;
        var isAd = referral.Text("ad_id") is not null || referral.Text("source") == "ADS";
        return isAd
            ? new MessageContext(ContextKind.Ad, referral.Text("ads_context_data", "ad_title") ?? referral.Text("ad_id"), MetaWords.Link(referral.Text("referer_uri")))
            : new MessageContext(ContextKind.Link, referral.Text("ref"), MetaWords.Link(referral.Text("referer_uri")));
    }

    private static string? NameIn(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Segments[^1] is { Length: > 1 } last ? Uri.UnescapeDataString(last.Trim('/')) : null;
}
