using System.Net;
using HelpdeskMx.Channels;
using HelpdeskMx.Intake.Meta;
using HelpdeskMx.Tests.Hosts;
using HelpdeskMx.Tests.Sending.Meta;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Tests.Intake.Meta;

/// <summary>Who may post to Meta's door, and what becomes of it.</summary>
public sealed class MetaDoorTests : MetaPosts
{
    private const string Hello = """{"sender":{"id":"5005"},"recipient":{"id":"1001"},"timestamp":1772442000000,"message":{"mid":"m1","text":"Hello"}}""";

    [Fact]
    public async Task Meta_hears_its_challenge_again_only_for_the_channels_own_token()
    {
        Task<HttpResponseMessage> Ask(string query, string channel = "whatsapp") => Desk.Anybody.GetAsync($"/api/ingest/meta/{channel}?{query}");
        var right = await Ask("hub.mode=subscribe&hub.verify_token=demo&hub.challenge=1158201444");
        Assert.Equal((HttpStatusCode.OK, "1158201444", "text/plain"), (right.StatusCode, await right.Content.ReadAsStringAsync(), right.Content.Headers.ContentType!.MediaType));
        Assert.Equal(HttpStatusCode.Forbidden, (await Ask("hub.mode=subscribe&hub.verify_token=wrong&hub.challenge=1")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Ask("hub.mode=unsubscribe&hub.verify_token=demo&hub.challenge=1")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Ask("")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Ask("hub.mode=subscribe&hub.verify_token=demo")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Ask("hub.mode=subscribe&hub.verify_token=demo&hub.challenge=1", "support")).StatusCode);
    }

    [Fact]
    public async Task A_post_with_a_wrong_signature_or_none_leaves_nothing()
    {
        foreach (var secret in new[] { null, "another-secret", "" })
            Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(ChannelKind.Messenger, OfPage(Hello), secret)).StatusCode);
        await SaveAsync(Channel(ChannelKind.Instagram) with { Meta = null });
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(ChannelKind.Instagram, OfPage(Hello, ChannelKind.Instagram))).StatusCode);

        await TellAsync(ChannelKind.Whatsapp, Written("The only one", "wamid.1"));
        Assert.Equal("The only one", Text(await TicketAsync(), "subject"));
    }

    [Fact]
    public async Task A_channel_that_is_off_hears_nothing_and_does_not_hold_up_the_others_of_its_app()
    {
        await SaveAsync(Channel(ChannelKind.Messenger) with { Active = false });
        await TellAsync(ChannelKind.Messenger, OfPage(Hello));
        await TellAsync(ChannelKind.Messenger, Written("The only one", "wamid.1"));
        Assert.Equal("The only one", Text(await TicketAsync(), "subject"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Hello")]
    [InlineData("[]")]
    [InlineData("{\"object\":")]
    public async Task What_is_signed_but_no_post_is_refused(string body) => Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(ChannelKind.Whatsapp, body)).StatusCode);

    [Fact]
    public async Task What_is_too_large_or_too_deep_is_refused()
    {
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await PostAsync(ChannelKind.Whatsapp, new string(' ', TakeMeta.LargestPost + 1))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(ChannelKind.Whatsapp, string.Concat(Enumerable.Repeat("""{"entry":""", 60)) + "1" + new string('}', 60))).StatusCode);
    }

    [Fact]
    public async Task The_same_post_again_and_again_is_one_message()
    {
        for (var n = 0; n < 3; n++) await TellAsync(ChannelKind.Messenger, OfPage(Hello));
        await TellAsync(ChannelKind.Messenger, OfPage(Hello.Replace("m1", "m2", StringComparison.Ordinal)));
        var said = await RunningDesk.UntilAsync(async () => await Desk.MessagesAsync(Text(await TicketAsync(2), "id")!), m => m.Length == 2);
        Assert.Equal(["m1", "m2"], said.Select(m => Text(m, "messageId")).Order());
    }

    [Fact]
    public async Task Twenty_at_once_of_somebody_new_and_an_album_are_one_ticket()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => PostAsync(ChannelKind.Whatsapp, Written($"part {n}", $"wamid.{n}"))));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        var album = Enumerable.Range(0, 5).Select(n => $$$$"""{"from":"{{{{Person}}}}","id":"wamid.a{{{{n}}}}","timestamp":"1772442000","type":"text","text":{"body":"{{{{n}}}}"}}""");
        await TellAsync(ChannelKind.Whatsapp, OfNumber($"\"messages\":[{string.Join(',', album)}]"));
        await RunningDesk.UntilAsync(() => TicketsAsync(TimeSpan.FromSeconds(1)), t => t.Length == 1 && t[0].GetProperty("counts").GetProperty("messages").GetInt32() == 25);
    }

    [Fact]
    public async Task One_post_may_tell_of_several_accounts_each_of_its_own_channel()
    {
        await SaveAsync(Channel(ChannelKind.Messenger) with { Id = "second", Name = "Second page", Meta = Channel(ChannelKind.Messenger).Meta! with { Id = "2002" } });
        await SaveAsync(Channel(ChannelKind.Messenger) with { Id = "foreign", Name = "Another app", Meta = Channel(ChannelKind.Messenger).Meta! with { Id = "9009", AppSecret = "of another app" } });
        string Entry(string account, string id, string by) => $$$$"""{"id":"{{{{account}}}}","messaging":[{"sender":{"id":"{{{{by}}}}"},"message":{"mid":"{{{{id}}}}","text":"to {{{{account}}}}"}}]}""";
        await TellAsync(ChannelKind.Messenger, $$$$"""{"object":"page","entry":[{{{{Entry(Account(ChannelKind.Messenger), "m1", "51")}}}},{{{{Entry("2002", "m2", "52")}}}},{{{{Entry("9009", "m3", "53")}}}},7,{"messaging":[null,{"message":{}}]}]}""");

        var tickets = (await RunningDesk.UntilAsync(() => Desk.GetAsync("/api/tickets"), t => t.GetProperty("items").GetArrayLength() == 4)).GetProperty("items").EnumerateArray().ToDictionary(t => Text(t, "subject")!, t => Text(t, "channel"));
        Assert.Equal("messenger", tickets[$"to {Account(ChannelKind.Messenger)}"]);
        Assert.Equal("second", tickets["to 2002"]);
        Assert.Equal("messenger", tickets["to 9009"]); // of an account this app has no channel for: somebody should look
        var review = (await Desk.GetAsync("/api/tickets?view=review")).GetProperty("items").EnumerateArray().ToDictionary(t => Text(t, "subject")!, t => Text(t, "id")!);
        Assert.Equal("other-account", Text((await Desk.MessagesAsync(review["to 9009"]))[0], "review"));
        Assert.Equal(["unreadable"], (await Desk.MessagesAsync(review["original.json"])).Select(m => Text(m, "review")));
    }

    [Fact]
    public async Task Half_a_character_does_not_cost_the_message()
    {
        await TellAsync(ChannelKind.Messenger, OfPage(Hello.Replace("Hello", "Hi \\ud83d there \\ud83d\\ude00", StringComparison.Ordinal)));
        Assert.Equal("Hi \ufffd there 😀", Text((await Desk.MessagesAsync(Text(await TicketAsync(), "id")!))[0], "text"));
    }

    [Fact]
    public async Task An_admin_is_told_what_became_of_each_item()
    {
        var taken = await RunningDesk.JsonAsync(await PostAsync(ChannelKind.Messenger, OfPage($$$$"""{{{{Hello}}}},{"sender":{"id":"5005"},"optin":{}}""")));
        var ticket = await TicketAsync();
        var ids = taken.GetProperty("ids");
        Assert.Equal(2, ids.GetArrayLength());
        var message = await RunningDesk.JsonAsync(await Desk.Admin.GetAsync($"/api/ingest/{ids[0].GetString()}"));
        Assert.Equal(("done", Text(ticket, "id")), (Text(message, "state"), Text(message.GetProperty("tickets")[0], "id")));
        Assert.Equal("done", Text(await RunningDesk.JsonAsync(await Desk.Admin.GetAsync($"/api/ingest/{ids[1].GetString()}")), "state"));
    }
}
