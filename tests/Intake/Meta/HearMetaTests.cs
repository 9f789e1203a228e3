using System.Net;
using HelpdeskMx.Channels;
using HelpdeskMx.Intake.Meta;
using HelpdeskMx.Tests.Hosts;
using HelpdeskMx.Tests.Sending.Meta;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Tests.Intake.Meta;

/// <summary>What Meta tells of messages, in their tickets.</summary>
public sealed class HearMetaTests : MetaPosts
{
    [Fact]
    public async Task People_are_called_as_Meta_calls_them_and_without_an_answer_by_their_id()
    {
        Graph.Known["5005"] = """{"name":"Anna Nová","id":"5005"}""";
        Graph.Known["5006"] = """{"id":"5006"}""";
        await TellAsync(ChannelKind.Messenger, OfPage("""{"sender":{"id":"5005"},"message":{"mid":"m1","text":"Hello"}},{"sender":{"id":"5006"},"message":{"mid":"m2","text":"Hi"}}"""));
        var tickets = (await RunningDesk.UntilAsync(() => Desk.GetAsync("/api/tickets"), t => t.GetProperty("items").GetArrayLength() == 2)).GetProperty("items").EnumerateArray();
        Assert.Equal([null, "Anna Nová"], tickets.Select(t => Text(t.GetProperty("customer"), "name")).Order(StringComparer.Ordinal));

        Graph.Known["5005"] = """{"name":"Somebody Else"}""";
        await TellAsync(ChannelKind.Messenger, OfPage("""{"sender":{"id":"5005"},"message":{"mid":"m3","text":"More"}}"""));
        var id = Text(tickets.First(t => Text(t, "subject") == "Hello"), "id")!;
        Assert.Equal("Anna Nová", Text((await MessageAsync(id, 1, _ => true)).GetProperty("from"), "name"));
    }

    [Fact]
    public async Task States_go_forward_whatever_order_they_come_in()
    {
        await TellAsync(ChannelKind.Whatsapp, Written("Where is it?", "wamid.c1"));
        var id = Text(await TicketAsync(), "id")!;
        await AnswerAsync(id, new { text = "On its way" }, "sent");
        var sent = Text((await Desk.MessagesAsync(id))[1], "messageId");
        string Status(string state) => OfNumber($$$$"""
            "statuses":[{"id":"{{{{sent}}}}","status":"{{{{state}}}}","timestamp":"{{{{Clock.GetUtcNow().ToUnixTimeSeconds()}}}}","recipient_id":"{{{{Person}}}}"}]
            """);

        foreach (var state in new[] { "read", "sent", "delivered", "read" }) await TellAsync(ChannelKind.Whatsapp, Status(state));
        await MessageAsync(id, 1, m => Text(m.GetProperty("delivery"), "state") == "read");
        await TellAsync(ChannelKind.Whatsapp, Written("Thanks", "wamid.c2"));
        await TicketAsync(3);
        Assert.Equal("read", Text((await Desk.MessagesAsync(id))[1].GetProperty("delivery"), "state"));
    }

    [Fact]
    public async Task An_answer_of_several_parts_is_read_with_its_last()
    {
        await TellAsync(ChannelKind.Messenger, OfPage("""{"sender":{"id":"5005"},"message":{"mid":"m1","text":"Hello"}}"""));
        var id = Text(await TicketAsync(), "id")!;
        await AnswerAsync(id, new { text = new string('a', 2500) }, "sent");
        await TellAsync(ChannelKind.Messenger, OfPage("""{"sender":{"id":"5005"},"read":{"mid":"mid.1"}}"""));
        await TellAsync(ChannelKind.Messenger, OfPage("""{"sender":{"id":"5005"},"message":{"mid":"m2","text":"More"}}"""));
        await TicketAsync(3);
        Assert.Equal("sent", Text((await Desk.MessagesAsync(id))[1].GetProperty("delivery"), "state"));
        await TellAsync(ChannelKind.Messenger, OfPage("""{"sender":{"id":"5005"},"read":{"mid":"mid.2"}}"""));
        await MessageAsync(id, 1, m => Text(m.GetProperty("delivery"), "state") == "read");
    }

    [Fact]
    public async Task A_message_WhatsApp_could_not_deliver_says_why()
    {
        await TellAsync(ChannelKind.Whatsapp, Written("Where is it?", "wamid.c1"));
        var id = Text(await TicketAsync(), "id")!;
        await AnswerAsync(id, new { text = "On its way" }, "sent");
        var sent = Text((await Desk.MessagesAsync(id))[1], "messageId");
        await TellAsync(ChannelKind.Whatsapp, OfNumber($$$$"""
            "statuses":[{"id":"{{{{sent}}}}","status":"failed","errors":[{"code":131026,"title":"Message undeliverable"}]}]
            """));
        Assert.Contains("cannot be reached here", Error(await MessageAsync(id, 1, m => Text(m.GetProperty("delivery"), "state") == "failed")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("130429", "did not arrive")]
    [InlineData("131000", "did not arrive")]
    [InlineData("\"x\"", "did not arrive")]
    [InlineData("131047", "too long ago")]
    public async Task What_failed_on_its_way_promises_no_other_try(string code, string reason)
    {
        var id = await HearAsync(ChannelKind.Whatsapp);
        var sent = Text(await AnswerAsync(id, new { text = "On its way" }, "sent"), "messageId");
        await TellAsync(ChannelKind.Whatsapp, OfNumber($$$$"""
            "statuses":[{"id":"{{{{sent}}}}","status":"failed","errors":[{"code":{{{{code}}}},"title":"t"}]}]
            """));
        var error = Error(await MessageAsync(id, 1, m => Text(m.GetProperty("delivery"), "state") == "failed"));
        Assert.Contains(reason, error, StringComparison.Ordinal);
        Assert.DoesNotContain("tried again", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_written_before_that_time_and_left_after_it_is_not_read()
    {
        var id = await HearAsync(ChannelKind.Messenger);
        var until = Clock.GetUtcNow().ToUnixTimeMilliseconds() + 1000;
        Graph.Refuse(500, 2, transient: true);
        await AnswerAsync(id, new { text = "On its way" }, "queued");
        await SweepAsync(TimeSpan.FromMinutes(10));
        await EndAsync(id, "sent");
        await TellAsync(ChannelKind.Messenger, OfPage($$$$"""{"sender":{"id":"{{{{Person}}}}"},"read":{"watermark":{{{{until}}}}}},{"sender":{"id":"{{{{Person}}}}"},"message":{"mid":"m9","text":"Hello?"}}"""));
        await TicketAsync(3);
        Assert.Equal("sent", Text((await Desk.MessagesAsync(id)).Single(m => Text(m, "direction") == "out").GetProperty("delivery"), "state"));
    }

    [Fact]
    public async Task Later_words_are_no_new_subject_and_words_taken_back_are_none_either()
    {
        await TellAsync(ChannelKind.Messenger, OfPage("""{"sender":{"id":"5005"},"message":{"mid":"m1","text":"My xylophone"}}"""));
        var id = Text(await TicketAsync(), "id")!;
        Assert.Equal("My xylophone", Text(await TicketAsync(), "subject"));
        await TellAsync(ChannelKind.Messenger, OfPage("""{"sender":{"id":"5005"},"message":{"mid":"m2","text":"Something else"}}"""));
        await TicketAsync(2);
        Assert.All(await Desk.MessagesAsync(id), m => Assert.False(m.GetProperty("newSubject").GetBoolean()));
        await TellAsync(ChannelKind.Messenger, OfPage("""{"sender":{"id":"5005"},"message":{"mid":"m1","is_deleted":true}}"""));
        await MessageAsync(id, 0, m => m.GetProperty("unsentAt").ValueKind != System.Text.Json.JsonValueKind.Null);
        Assert.DoesNotContain("xylophone", (await Desk.GetAsync($"/api/tickets/{id}/messages")).ToString() + await TicketAsync(2), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_somebody_comes_by_stands_in_the_conversation_there_is_and_begins_none()
    {
        string Came(string by, int at) => OfPage($$$$"""{"sender":{"id":"{{{{by}}}}"},"timestamp":{{{{at}}}}00000000,"referral":{"ref":"summer","source":"SHORTLINK","type":"OPEN_THREAD"}}""");
        await TellAsync(ChannelKind.Messenger, Came("5005", 17724));
        await TellAsync(ChannelKind.Messenger, OfPage("""{"sender":{"id":"5005"},"message":{"mid":"m1","text":"Hello"}}"""));
        var id = Text(await TicketAsync(), "id")!;
        await Desk.ActAsync(id, "close", new { });
        await TellAsync(ChannelKind.Messenger, Came("5005", 17725));
        var came = await MessageAsync(id, 1, _ => true);
        Assert.Equal(("link", "summer", true), (Text(came.GetProperty("context"), "kind"), Text(came.GetProperty("context"), "text"), came.GetProperty("auto").GetBoolean()));
        Assert.Equal("closed", Text(await Desk.GetAsync($"/api/tickets/{id}"), "category"));
    }

    [Fact]
    public async Task What_was_read_up_to_a_time_is_read()
    {
        await TellAsync(ChannelKind.Messenger, OfPage("""{"sender":{"id":"5005"},"message":{"mid":"m1","text":"Hello"}}"""));
        var id = Text(await TicketAsync(), "id")!;
        await AnswerAsync(id, new { text = "One" }, "sent");
        var until = Clock.GetUtcNow().ToUnixTimeMilliseconds() + 1;
        Clock.Advance(TimeSpan.FromSeconds(10));
        await AnswerAsync(id, new { text = "Two" }, "sent");
        await TellAsync(ChannelKind.Messenger, OfPage($$$$"""{"sender":{"id":"5005"},"read":{"watermark":{{{{until}}}}}}"""));
        await MessageAsync(id, 1, m => Text(m.GetProperty("delivery"), "state") == "read");
        Assert.Equal("sent", Text((await Desk.MessagesAsync(id))[2].GetProperty("delivery"), "state"));
    }

    [Fact]
    public async Task A_reaction_that_comes_before_its_message_waits_for_it_and_at_last_comes_to_nothing()
    {
        await TellAsync(ChannelKind.Whatsapp, React("wamid.c1", "❤️"));
        await TellAsync(ChannelKind.Whatsapp, React("wamid.never", "👎"));
        await TellAsync(ChannelKind.Whatsapp, Written("Thanks!", "wamid.c1"));
        var id = Text(await TicketAsync(), "id")!;
        for (var passed = TimeSpan.Zero; passed < HearMeta.Patience + TimeSpan.FromSeconds(30); passed += TimeSpan.FromSeconds(6)) Clock.Advance(TimeSpan.FromSeconds(6));
        var message = await MessageAsync(id, 0, m => m.GetProperty("reactions").GetArrayLength() == 1);
        Assert.Equal(("❤️", Person), (Text(message.GetProperty("reactions")[0], "emoji"), Text(message.GetProperty("reactions")[0], "by")));

        await TellAsync(ChannelKind.Whatsapp, React("wamid.c1", "😀"));
        await MessageAsync(id, 0, m => Text(m.GetProperty("reactions")[0], "emoji") == "😀");
        await TellAsync(ChannelKind.Whatsapp, React("wamid.c1", null));
        await MessageAsync(id, 0, m => m.GetProperty("reactions").GetArrayLength() == 0);
        Assert.Equal(0, (await Desk.GetAsync("/api/poison")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task What_is_taken_back_is_neither_shown_nor_found_any_more()
    {
        await TellAsync(ChannelKind.Instagram, OfPage("""{"sender":{"id":"5005"},"message":{"mid":"m1","text":"My number is xylophone","attachments":[{"type":"image","payload":{"url":"https://scontent.cdninstagram.com/a"}}]}}""", ChannelKind.Instagram));
        var id = Text(await TicketAsync(), "id")!;
        await TellAsync(ChannelKind.Instagram, OfPage("""{"sender":{"id":"5005"},"message":{"mid":"m1","is_deleted":true}}""", ChannelKind.Instagram));

        var message = await MessageAsync(id, 0, m => m.GetProperty("unsentAt").ValueKind != System.Text.Json.JsonValueKind.Null);
        Assert.Equal(("", 0, false), (Text(message, "text"), message.GetProperty("attachments").GetArrayLength(), message.GetProperty("hasOriginal").GetBoolean()));
        Assert.Equal(HttpStatusCode.NotFound, (await Desk.Agent.GetAsync($"/api/messages/{id}/{Text(message, "id")}/raw")).StatusCode);
        Assert.Equal("", Text(await TicketAsync(), "preview"));
        Assert.Equal(0, (await Desk.GetAsync("/api/tickets?q=xylophone")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task What_is_written_anew_stands_as_it_was_written_last()
    {
        await TellAsync(ChannelKind.Instagram, OfPage("""{"sender":{"id":"5005"},"message":{"mid":"m1","text":"Wher is it"}}""", ChannelKind.Instagram));
        var id = Text(await TicketAsync(), "id")!;
        string Edit(string text, int at) => OfPage($$$$"""{"sender":{"id":"5005"},"timestamp":{{{{1772442000000 + at}}}},"message_edit":{"mid":"m1","text":"{{{{text}}}}","num_edit":1}}""", ChannelKind.Instagram);
        await TellAsync(ChannelKind.Instagram, Edit("Where is it?", 2000));
        await MessageAsync(id, 0, m => Text(m, "text") == "Where is it?");
        await TellAsync(ChannelKind.Instagram, Edit("an older one that comes late", 1000));
        await TellAsync(ChannelKind.Instagram, OfPage("""{"sender":{"id":"5005"},"message":{"mid":"m2","text":"And?"}}""", ChannelKind.Instagram));
        await TicketAsync(2);
        Assert.Equal("Where is it?", Text((await Desk.MessagesAsync(id))[0], "text"));
    }

    [Fact]
    public async Task What_the_shop_wrote_elsewhere_stands_in_the_ticket_and_its_own_answers_only_once()
    {
        await TellAsync(ChannelKind.Messenger, OfPage("""{"sender":{"id":"5005"},"message":{"mid":"m1","text":"Hello"}}"""));
        var id = Text(await TicketAsync(), "id")!;
        await AnswerAsync(id, new { text = "From the desk" }, "sent");
        var sent = Text((await Desk.MessagesAsync(id))[1], "messageId");
        string Echo(string mid, string text, string to = "5005") => OfPage($$$$"""{"sender":{"id":"{{{{Account(ChannelKind.Messenger)}}}}"},"recipient":{"id":"{{{{to}}}}"},"message":{"mid":"{{{{mid}}}}","is_echo":true,"text":"{{{{text}}}}"}}""");
        await TellAsync(ChannelKind.Messenger, Echo(sent!, "From the desk"));
        await TellAsync(ChannelKind.Messenger, Echo("m7", "From the page's own inbox"));
        await TellAsync(ChannelKind.Messenger, Echo("m8", "To somebody the desk does not know", "777"));
        for (var passed = TimeSpan.Zero; passed < HearMeta.EchoPatience + TimeSpan.FromSeconds(20); passed += TimeSpan.FromSeconds(6)) Clock.Advance(TimeSpan.FromSeconds(6));

        var echo = await MessageAsync(id, 2, _ => true);
        Assert.Equal(("out", "From the page's own inbox", "sent"), (Text(echo, "direction"), Text(echo, "text"), Text(echo.GetProperty("delivery"), "state")));
        await TellAsync(ChannelKind.Messenger, OfPage("""{"sender":{"id":"5005"},"read":{"mid":"m7"}}"""));
        await MessageAsync(id, 2, m => Text(m.GetProperty("delivery"), "state") == "read");
        await TicketAsync(3);
    }

    [Fact]
    public async Task Files_are_fetched_with_the_token_only_from_where_Meta_keeps_them()
    {
        Graph.Known["77"] = """{"url":"https://lookaside.fbsbx.com/whatsapp?mid=77","mime_type":"image/jpeg","file_size":4}""";
        Graph.Known["78"] = """{"url":"https://evil.example/steal","mime_type":"image/jpeg","file_size":4}""";
        Graph.Known["79"] = """{"url":"https://lookaside.fbsbx.com/whatsapp?mid=79","mime_type":"video/mp4","file_size":99000000}""";
        await TellAsync(ChannelKind.Whatsapp, OfNumber($$$$"""
            "messages":[{"from":"{{{{Person}}}}","id":"wamid.1","type":"image","image":{"id":"77","mime_type":"image/jpeg","caption":"one"}},
            {"from":"{{{{Person}}}}","id":"wamid.2","type":"image","image":{"id":"78","mime_type":"image/jpeg","caption":"two"}},
            {"from":"{{{{Person}}}}","id":"wamid.3","type":"video","video":{"id":"79","mime_type":"video/mp4","caption":"three"}}]
            """));
        var said = (await Desk.MessagesAsync(Text(await TicketAsync(3), "id")!)).ToDictionary(m => Text(m, "text")!);
        Assert.Equal("image.jpg", Text(said["one"].GetProperty("attachments")[0], "name"));
        Assert.Equal(("image.jpg", "gone"), (Text(said["two"].GetProperty("missing")[0], "name"), Text(said["two"].GetProperty("missing")[0], "why")));
        Assert.Equal(("video.mp4", "tooLarge"), (Text(said["three"].GetProperty("missing")[0], "name"), Text(said["three"].GetProperty("missing")[0], "why")));
        Assert.Equal(("lookaside.fbsbx.com", GraphStandIn.Token), Assert.Single(Files.Asked) is var asked ? (asked.Url.Host, asked.Token) : default);
    }

    [Fact]
    public async Task A_file_that_has_moved_is_followed_without_the_token_but_not_for_ever()
    {
        Graph.Known["77"] = """{"url":"https://lookaside.fbsbx.com/moved","mime_type":"image/jpeg","file_size":4}""";
        Graph.Known["78"] = """{"url":"https://lookaside.fbsbx.com/round","mime_type":"image/jpeg","file_size":4}""";
        Files.Answer = url => url.AbsolutePath == "/here" ? new(HttpStatusCode.OK) { Content = new ByteArrayContent([1]) } : new(HttpStatusCode.Found) { Headers = { Location = new Uri(url.AbsolutePath == "/moved" ? "https://scontent.fbcdn.net/here" : "/round", UriKind.RelativeOrAbsolute) } };
        string Image(string id) => $$$$"""{"from":"{{{{Person}}}}","id":"wamid.{{{{id}}}}","type":"image","image":{"id":"{{{{id}}}}","mime_type":"image/jpeg","caption":"{{{{id}}}}"}}""";
        await TellAsync(ChannelKind.Whatsapp, OfNumber($"\"messages\":[{Image("77")},{Image("78")}]"));
        var said = (await Desk.MessagesAsync(Text(await TicketAsync(2), "id")!)).ToDictionary(m => Text(m, "text")!);
        Assert.Equal((1, 1), (said["77"].GetProperty("attachments").GetArrayLength(), said["78"].GetProperty("missing").GetArrayLength()));
        Assert.Equal(2, Files.Asked.Count(a => a.Token is not null));
        Assert.All(Files.Asked.Where(a => a.Token is not null), a => Assert.Equal("lookaside.fbsbx.com", a.Url.Host));
    }

    [Theory]
    [InlineData("http://scontent.fbcdn.net/a.jpg")]
    [InlineData("https://scontent.fbcdn.net:8443/a.jpg")]
    [InlineData("file:///etc/passwd")]
    [InlineData("no address")]
    public async Task An_address_that_is_no_usual_one_of_the_web_is_not_asked_and_the_message_is_there_all_the_same(string url)
    {
        await TellAsync(ChannelKind.Messenger, OfPage($$$$"""{"sender":{"id":"5005"},"message":{"mid":"m1","text":"Look","attachments":[{"type":"image","payload":{"url":"{{{{url}}}}"}}]}}"""));
        var message = (await Desk.MessagesAsync(Text(await TicketAsync(), "id")!))[0];
        Assert.Equal(("Look", 0, "gone"), (Text(message, "text"), message.GetProperty("attachments").GetArrayLength(), Text(message.GetProperty("missing")[0], "why")));
        Assert.Empty(Files.Asked);
    }

    [Fact]
    public async Task A_file_that_is_not_there_yet_is_waited_for_and_one_that_never_comes_does_not_cost_the_message()
    {
        var tries = 0;
        Files.Answer = url => url.AbsolutePath == "/never" || Interlocked.Increment(ref tries) < 3 ? new(HttpStatusCode.ServiceUnavailable) : new(HttpStatusCode.OK) { Content = new ByteArrayContent([1]) };
        await TellAsync(ChannelKind.Messenger, OfPage("""{"sender":{"id":"5005"},"message":{"mid":"m1","text":"late","attachments":[{"type":"image","payload":{"url":"https://scontent.fbcdn.net/late"}}]}},{"sender":{"id":"5005"},"message":{"mid":"m2","text":"never","attachments":[{"type":"image","payload":{"url":"https://scontent.fbcdn.net/never"}}]}}"""));
        for (var passed = TimeSpan.Zero; passed < HearMeta.Patience; passed += TimeSpan.FromSeconds(6))
        {
            var before = await RunningDesk.UntilAsync(() => Task.FromResult(Files.Asked.Count), n => n > 0);
            Clock.Advance(TimeSpan.FromSeconds(6));
            await RunningDesk.UntilAsync(() => Task.FromResult(Files.Asked.Count), n => n > before);
        }
        var said = (await Desk.MessagesAsync(Text(await TicketAsync(2), "id")!)).ToDictionary(m => Text(m, "text")!);
        Assert.Equal((1, 0), (said["late"].GetProperty("attachments").GetArrayLength(), said["late"].GetProperty("missing").GetArrayLength()));
        Assert.Equal((0, 1), (said["never"].GetProperty("attachments").GetArrayLength(), said["never"].GetProperty("missing").GetArrayLength()));
    }

    [Fact]
    public async Task Somebody_who_changed_their_number_is_the_same_customer()
    {
        await TellAsync(ChannelKind.Whatsapp, Written("Hello", "wamid.1"));
        var first = Text((await TicketAsync()).GetProperty("customer"), "id");
        await TellAsync(ChannelKind.Whatsapp, OfNumber($$$$"""
            "messages":[{"from":"{{{{Person}}}}","id":"wamid.2","type":"system","system":{"body":"changed","wa_id":"420777999999","type":"user_changed_number"}}]
            """));
        await TicketAsync(2);
        await TellAsync(ChannelKind.Whatsapp, Written("From my new one", "wamid.3", "420777999999"));
        var tickets = (await RunningDesk.UntilAsync(() => Desk.GetAsync("/api/tickets"), t => t.GetProperty("items").GetArrayLength() == 2)).GetProperty("items").EnumerateArray();
        Assert.All(tickets, t => Assert.Equal(first, Text(t.GetProperty("customer"), "id")));
    }

    private string React(string id, string? emoji) => OfNumber($$$$"""
        "messages":[{"from":"{{{{Person}}}}","id":"{{{{Guid.NewGuid():N}}}}","timestamp":"{{{{Clock.GetUtcNow().ToUnixTimeSeconds()}}}}","type":"reaction","reaction":{"message_id":"{{{{id}}}}"{{{{(emoji is null ? "" : $",\"emoji\":\"{emoji}\"")}}}}}}]
        """);
}
