using System.Text.Json;
using HelpdeskMx.Channels;
using HelpdeskMx.Intake.Meta;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Tests.Intake.Meta;

/// <summary>What is understood of everything Messenger, Instagram and WhatsApp post, shape by shape.</summary>
public sealed class ReadMetaTests
{
    [Theory]
    [InlineData("""{"mid":"m1","text":"Hello"}""", "Hello", 0, null, null)]
    [InlineData("""{"mid":"m1","text":"Yes","quick_reply":{"payload":"YES"}}""", "Yes", 0, null, null)]
    [InlineData("""{"mid":"m1","attachments":[{"type":"image","payload":{"url":"https://scontent.fbcdn.net/a.jpg"}},{"type":"file","payload":{"url":"https://cdn.fbsbx.com/v/bill%20one.pdf?x=1"}}]}""", "", 2, null, null)]
    [InlineData("""{"mid":"m1","text":"look","attachments":[{"type":"video","payload":{"url":"https://v.fbcdn.net/a.mp4"}}]}""", "look", 1, null, null)]
    [InlineData("""{"mid":"m1","attachments":[{"type":"image","payload":{"url":"https://scontent.fbcdn.net/t.png","sticker_id":369239263222822}}]}""", "👍", 0, null, null)]
    [InlineData("""{"mid":"m1","attachments":[{"type":"location","title":"Here","payload":{"coordinates":{"lat":50.08,"long":14.42}}}]}""", "Here\nhttps://www.openstreetmap.org/?mlat=50.08&mlon=14.42", 0, null, null)]
    [InlineData("""{"mid":"m1","attachments":[{"type":"fallback","title":"A page","url":"https://shop.example/a"}]}""", "A page\nhttps://shop.example/a", 0, null, null)]
    [InlineData("""{"mid":"m1","attachments":[{"type":"share","payload":{"url":"https://www.instagram.com/p/1"}}]}""", "https://www.instagram.com/p/1", 0, null, null)]
    [InlineData("""{"mid":"m1","attachments":[{"type":"ig_reel","payload":{"reel_video_id":1,"title":"A reel","url":"https://lookaside.fbsbx.com/r"}}]}""", "A reel\nhttps://lookaside.fbsbx.com/r", 0, null, null)]
    [InlineData("""{"mid":"m1","attachments":[{"type":"template","payload":{"template_type":"generic","elements":[{"title":"A lamp"}]}}]}""", "A lamp", 0, null, null)]
    [InlineData("""{"mid":"m1","attachments":[{"type":"story_mention","payload":{"url":"https://scontent.cdninstagram.com/s"}}]}""", "", 1, ContextKind.StoryMention, null)]
    [InlineData("""{"mid":"m1","text":"Nice","reply_to":{"story":{"id":"s1","url":"https://scontent.cdninstagram.com/s"}}}""", "Nice", 0, ContextKind.StoryReply, null)]
    [InlineData("""{"mid":"m1","text":"Price?","referral":{"source":"ADS","type":"OPEN_THREAD","ad_id":"5","ads_context_data":{"ad_title":"Spring sale"}}}""", "Price?", 0, ContextKind.Ad, null)]
    [InlineData("""{"mid":"m1","text":"Hi","referral":{"source":"SHORTLINK","type":"OPEN_THREAD","ref":"summer"}}""", "Hi", 0, ContextKind.Link, null)]
    [InlineData("""{"mid":"m1","is_unsupported":true}""", "", 0, null, "unsupported")]
    [InlineData("""{"mid":"m1","attachments":[{"type":"hologram"}]}""", "", 0, null, "unsupported")]
    [InlineData("""{"mid":"m1","text":7,"attachments":{"type":"image"},"reply_to":"m0"}""", "7", 0, null, null)]
    public void A_message_by_Messenger_or_Instagram(string message, string text, int files, ContextKind? context, string? review)
    {
        foreach (var (kind, name) in new[] { (ChannelKind.Messenger, "page"), (ChannelKind.Instagram, "instagram") })
        {
            var said = Said(Read(name, $$"""{"sender":{"id":"5005"},"recipient":{"id":"1001"},"timestamp":1772442000000,"message":{{message}}}"""));
            Assert.Equal((text, files, context, review), (said.Message.Text, said.Files.Count, said.Message.Context?.Kind, said.Message.Review));
            Assert.Equal(("m1", kind.ToString().ToLowerInvariant(), "5005"), (said.Message.MessageId, said.Message.Sender.Kind, said.Message.Sender.Value));
            Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1772442000), said.Message.SentAt);
        }
    }

    [Theory]
    [InlineData("""{"type":"text","text":{"body":"Hello"}}""", "Hello", 0, null, null)]
    [InlineData("""{"type":"image","image":{"id":"77","mime_type":"image/jpeg","sha256":"x","caption":"Broken"}}""", "Broken", 1, null, null)]
    [InlineData("""{"type":"video","video":{"id":"77","mime_type":"video/mp4"}}""", "", 1, null, null)]
    [InlineData("""{"type":"audio","audio":{"id":"77","mime_type":"audio/ogg; codecs=opus","voice":true}}""", "", 1, null, null)]
    [InlineData("""{"type":"document","document":{"id":"77","mime_type":"application/pdf","filename":"bill.pdf","caption":"The bill"}}""", "The bill", 1, null, null)]
    [InlineData("""{"type":"sticker","sticker":{"id":"77","mime_type":"image/webp","animated":false}}""", "", 1, null, null)]
    [InlineData("""{"type":"location","location":{"latitude":50.08,"longitude":14.42,"name":"Shop","address":"Main 1"}}""", "Shop\nMain 1\nhttps://www.openstreetmap.org/?mlat=50.08&mlon=14.42", 0, null, null)]
    [InlineData("""{"type":"contacts","contacts":[{"name":{"formatted_name":"Jan"},"org":{"company":"Firm"},"phones":[{"phone":"+420 1"}],"emails":[{"email":"j@x.cz"}]}]}""", "Jan, Firm, +420 1, j@x.cz", 0, null, null)]
    [InlineData("""{"type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"b","title":"Yes"}}}""", "Yes", 0, null, null)]
    [InlineData("""{"type":"interactive","interactive":{"type":"list_reply","list_reply":{"id":"l","title":"Parcel","description":"By post"}}}""", "Parcel\nBy post", 0, null, null)]
    [InlineData("""{"type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":{"body":"Sent","response_json":"{\"a\":1}"}}}""", "Sent\n{\"a\":1}", 0, null, null)]
    [InlineData("""{"type":"button","button":{"text":"Stop","payload":"STOP"}}""", "Stop", 0, null, null)]
    [InlineData("""{"type":"order","order":{"catalog_id":"c","text":"Please","product_items":[{"product_retailer_id":"lamp-1","quantity":2,"item_price":10.5,"currency":"EUR"}]}}""", "Please\n2 × lamp-1 · 10.5 EUR", 0, null, null)]
    [InlineData("""{"type":"text","text":{"body":"Is it there?"},"context":{"from":"3003","id":"wamid.0","referred_product":{"catalog_id":"c","product_retailer_id":"lamp-1"}}}""", "Is it there?", 0, ContextKind.Product, null)]
    [InlineData("""{"type":"text","text":{"body":"Fwd"},"context":{"forwarded":true}}""", "Fwd", 0, ContextKind.Forwarded, null)]
    [InlineData("""{"type":"text","text":{"body":"Hi"},"referral":{"source_url":"https://fb.me/x","source_type":"ad","source_id":"5","headline":"Sale"}}""", "Hi", 0, ContextKind.Ad, null)]
    [InlineData("""{"type":"unsupported","errors":[{"code":131051,"title":"Message type unknown"}]}""", "", 0, null, "unsupported")]
    [InlineData("""{"type":"hologram","hologram":{}}""", "", 0, null, "unsupported")]
    [InlineData("""{"type":"image","image":"none"}""", "", 0, null, "unsupported")]
    public void A_message_by_WhatsApp(string message, string text, int files, ContextKind? context, string? review)
    {
        var said = Said(Whatsapp(message));
        Assert.Equal((text, files, context, review), (said.Message.Text, said.Files.Count, said.Message.Context?.Kind, said.Message.Review));
        Assert.Equal(("wamid.1", "whatsapp", "420777123456", "Anna"), (said.Message.MessageId, said.Message.Sender.Kind, said.Message.Sender.Value, said.Message.From.Name));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1772442000), said.Message.SentAt);
    }

    [Fact]
    public void A_reply_names_the_message_it_answers()
    {
        Assert.Equal("m0", Said(Read("page", """{"sender":{"id":"5"},"message":{"mid":"m1","text":"Yes","reply_to":{"mid":"m0"}}}""")).Message.InReplyTo);
        Assert.Equal("wamid.0", Said(Whatsapp("""{"type":"text","text":{"body":"Yes"},"context":{"from":"3003","id":"wamid.0"}}""")).Message.InReplyTo);
    }

    [Fact]
    public void A_pressed_button_is_a_message_that_says_what_stood_on_it()
    {
        var said = Said(Read("page", """{"sender":{"id":"5"},"timestamp":1772442000000,"postback":{"mid":"m9","title":"Get started","payload":"START","referral":{"ref":"summer","source":"SHORTLINK"}}}"""));
        Assert.Equal(("Get started", "m9", ContextKind.Link), (said.Message.Text, said.Message.MessageId, said.Message.Context!.Kind));
    }

    [Fact]
    public void Somebody_without_a_number_is_known_by_an_id_and_somebody_with_both_by_both()
    {
        var nameless = Said(Post("whatsapp_business_account", """{"metadata":{"phone_number_id":"3003"},"contacts":[{"profile":{"username":"anna.n"},"user_id":"CZ.123"}],"messages":[{"id":"wamid.1","from_user_id":"CZ.123","type":"text","text":{"body":"Hi"}}]}"""));
        Assert.Equal(("CZ.123", "anna.n", null), (nameless.Message.Sender.Value, nameless.Message.From.Name, nameless.Message.AlsoKnownBy));
        var both = Said(Post("whatsapp_business_account", """{"metadata":{"phone_number_id":"3003"},"contacts":[{"wa_id":"420777","user_id":"CZ.123"}],"messages":[{"id":"wamid.1","from":"420777","type":"text","text":{"body":"Hi"}}]}"""));
        Assert.Equal(("420777", "CZ.123"), (both.Message.Sender.Value, both.Message.AlsoKnownBy!.Value));
    }

    [Fact]
    public void Somebody_with_a_new_number_is_known_by_it_too()
    {
        var said = Said(Whatsapp("""{"type":"system","system":{"body":"Anna changed from 420777123456 to 420777999999","wa_id":"420777999999","type":"user_changed_number"}}"""));
        Assert.True(said.Message.Auto);
        Assert.Equal("420777999999", said.Message.AlsoKnownBy!.Value);
    }

    [Theory]
    [InlineData("""{"sender":{"id":"5"},"delivery":{"mids":["m1","m2"],"watermark":1772442000000}}""", DeliveryState.Delivered, 2)]
    [InlineData("""{"sender":{"id":"5"},"delivery":{"watermark":1772442000000}}""", DeliveryState.Delivered, 0)]
    [InlineData("""{"sender":{"id":"5"},"read":{"watermark":1772442000000}}""", DeliveryState.Read, 0)]
    [InlineData("""{"sender":{"id":"5"},"read":{"mid":"m1"}}""", DeliveryState.Read, 1)]
    public void A_state_by_Messenger_or_Instagram(string told, DeliveryState state, int ids)
    {
        var became = Assert.IsType<MetaTold.Became>(Read("instagram", told));
        Assert.Equal((state, ids, "5"), (became.State, became.Ids.Count, became.Person));
    }

    [Theory]
    [InlineData("""{"id":"wamid.1","status":"delivered","timestamp":"1772442000","recipient_id":"420"}""", DeliveryState.Delivered, null)]
    [InlineData("""{"id":"wamid.1","status":"read","timestamp":"1772442000","recipient_id":"420"}""", DeliveryState.Read, null)]
    [InlineData("""{"id":"wamid.1","status":"failed","timestamp":"1772442000","recipient_id":"420","errors":[{"code":131047,"title":"Re-engagement message"}]}""", DeliveryState.Failed, "wrote too long ago")]
    [InlineData("""{"id":"wamid.1","status":"failed","errors":[{"code":131026}]}""", DeliveryState.Failed, "cannot be reached")]
    [InlineData("""{"id":"wamid.1","status":"failed"}""", DeliveryState.Failed, "did not arrive")]
    public void A_state_by_WhatsApp(string status, DeliveryState state, string? why)
    {
        var became = Assert.IsType<MetaTold.Became>(Post("whatsapp_business_account", $$"""{"metadata":{"phone_number_id":"3003"},"statuses":[{{status}}]}"""));
        Assert.Equal(state, became.State);
        if (why is null) Assert.Null(became.Why);
        else Assert.Contains(why, became.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("page", """{"sender":{"id":"5"},"reaction":{"mid":"m1","action":"react","reaction":"love","emoji":"❤"}}""", "❤")]
    [InlineData("page", """{"sender":{"id":"5"},"reaction":{"mid":"m1","action":"react","reaction":"wow"}}""", "😮")]
    [InlineData("instagram", """{"sender":{"id":"5"},"reaction":{"mid":"m1","action":"unreact"}}""", null)]
    public void A_reaction_by_Messenger_or_Instagram(string name, string told, string? emoji) =>
        Assert.Equal(("m1", emoji), Assert.IsType<MetaTold.Reacted>(Read(name, told)) is var reacted ? (reacted.Id, reacted.Emoji) : default);

    [Fact]
    public void A_reaction_by_WhatsApp()
    {
        Assert.Equal("👍", Assert.IsType<MetaTold.Reacted>(Whatsapp("""{"type":"reaction","reaction":{"message_id":"wamid.0","emoji":"👍"}}""")).Emoji);
        Assert.Null(Assert.IsType<MetaTold.Reacted>(Whatsapp("""{"type":"reaction","reaction":{"message_id":"wamid.0"}}""")).Emoji);
    }

    [Fact]
    public void What_is_taken_back_or_written_anew()
    {
        Assert.Equal("m1", Assert.IsType<MetaTold.Unsent>(Read("instagram", """{"sender":{"id":"5"},"message":{"mid":"m1","is_deleted":true}}""")).Id);
        Assert.Equal("wamid.0", Assert.IsType<MetaTold.Unsent>(Whatsapp("""{"type":"revoke","revoke":{"original_message_id":"wamid.0"}}""")).Id);
        Assert.Equal("Better", Assert.IsType<MetaTold.Edited>(Read("instagram", """{"sender":{"id":"5"},"message_edit":{"mid":"m1","text":"Better","num_edit":1}}""")).Text);
        Assert.Equal("Better", Assert.IsType<MetaTold.Edited>(Whatsapp("""{"type":"edit","edit":{"original_message_id":"wamid.0","message":{"type":"text","text":{"body":"Better"}}}}""")).Text);
    }

    [Fact]
    public void What_the_shop_wrote_elsewhere_is_about_whom_it_was_written_to()
    {
        var page = Said(Read("page", """{"sender":{"id":"1001"},"recipient":{"id":"5005"},"message":{"mid":"m1","is_echo":true,"app_id":9,"text":"Yours"}}"""));
        Assert.Equal((true, "5005"), (page.ByShop, page.Message.From.Value));
        var phone = Said(Post("whatsapp_business_account", """{"metadata":{"phone_number_id":"3003"},"message_echoes":[{"from":"420600","to":"420777","id":"wamid.1","timestamp":"1772442000","type":"text","text":{"body":"Yours"}}]}"""));
        Assert.Equal((true, "420777"), (phone.ByShop, phone.Message.From.Value));
    }

    [Theory]
    [InlineData("""{"object":"page","entry":[{"id":"1001","standby":[{"sender":{"id":"5"},"message":{"mid":"m1","text":"Hi"}}]}]}""", 1)]
    [InlineData("""{"object":"instagram","entry":[{"id":"0","changes":[{"field":"messages","value":{"sender":{"id":"5"},"message":{"mid":"m1","text":"Hi"}}}]}]}""", 1)]
    [InlineData("""{"object":"instagram","entry":[{"id":"0","changes":[{"field":"comments","value":{"id":"1","text":"Nice"}}]}]}""", 0)]
    [InlineData("""{"object":"whatsapp_business_account","entry":[{"id":"4004","changes":[{"field":"message_template_status_update","value":{"event":"APPROVED"}}]}]}""", 0)]
    [InlineData("""{"object":"user","entry":[{}]}""", 0)]
    [InlineData("""{"entry":7}""", 0)]
    [InlineData("""{"object":"page","entry":[7,null,{"messaging":"x"},{"messaging":[null,[],{"sender":5}]}]}""", 3)]
    public void A_post_is_read_whatever_it_looks_like(string post, int items)
    {
        var split = MetaPost.Split(JsonDocument.Parse(post).RootElement).ToList();
        Assert.Equal(items, split.Count);
        Assert.All(split, told => HearMeta.Read(told.Item, Any));
    }

    [Theory]
    [InlineData("""{"sender":{"id":"5"},"optin":{"ref":"x"}}""")]
    [InlineData("""{"recipient":{"id":"1001"},"pass_thread_control":{"new_owner_app_id":"1"}}""")]
    public void What_no_ticket_would_hold_is_nothing(string told) => Assert.IsType<MetaTold.Nothing>(Read("page", told));

    [Theory]
    [InlineData("""{"message":{"mid":"m1","text":"from nobody"}}""")]
    [InlineData("""{"sender":{"id":"5"},"message":{"text":"without a name"}}""")]
    public void A_message_that_does_not_say_of_whom_it_is_cannot_be_read(string told) => Assert.Throws<FormatException>(() => Read("page", told));

    private static readonly Channel Any = new() { Id = "any", Kind = ChannelKind.Whatsapp, Name = "Any", Store = "demo", Department = "support", Key = "k" };

    private static MetaTold Read(string name, string told) => Only($$"""{"object":"{{name}}","entry":[{"id":"1001","time":1,"messaging":[{{told}}]}]}""");

    private static MetaTold Post(string name, string value) => Only($$"""{"object":"{{name}}","entry":[{"id":"4004","changes":[{"field":"messages","value":{{value}}}]}]}""");

    private static MetaTold Whatsapp(string message) => Post("whatsapp_business_account",
        $$$"""{"messaging_product":"whatsapp","metadata":{"display_phone_number":"1","phone_number_id":"3003"},"contacts":[{"profile":{"name":"Anna"},"wa_id":"420777123456"}],"messages":[{"from":"420777123456","id":"wamid.1","timestamp":"1772442000",{{{message[1..]}}}]}""");

    private static MetaTold Only(string post) => HearMeta.Read(Assert.Single(MetaPost.Split(JsonDocument.Parse(post).RootElement)).Item, Any);

    private static MetaTold.Said Said(MetaTold told) => Assert.IsType<MetaTold.Said>(told);
}
