using System.Text;
using System.Text.Json;
using HelpdeskMx.Intake;
using HelpdeskMx.Tests.Hosts;
using HelpdeskMx.Tickets;
using Microsoft.Extensions.DependencyInjection;

namespace HelpdeskMx.Tests.Sending.Meta;

/// <summary>Answers that leave by Messenger, Instagram and WhatsApp: every one ends sent, or failed with a reason, and none leaves twice.</summary>
public sealed class MetaCarrierTests : MetaDesk
{
    [Fact]
    public async Task An_answer_leaves_as_each_channel_wants_it_and_is_known_by_what_meta_calls_it()
    {
        foreach (var kind in new[] { ChannelKind.Messenger, ChannelKind.Instagram, ChannelKind.Whatsapp })
        {
            var ticket = await HearAsync(kind);
            var message = await AnswerAsync(ticket, new { text = "On its way." }, "sent");
            var ask = Graph.Sends.Last();
            Assert.Equal((GraphStandIn.Token, "POST"), (ask.Bearer, ask.Method));
            Assert.Contains("appsecret_proof=", ask.Query, StringComparison.Ordinal);
            if (kind == ChannelKind.Whatsapp) Assert.Equal(("whatsapp", Person, "On its way."), (ask.Json.GetProperty("messaging_product").GetString(), ask.Json.GetProperty("to").GetString(), ask.Json.GetProperty("text").GetProperty("body").GetString()));
            else Assert.Equal(("RESPONSE", Person, "On its way."), (ask.Json.GetProperty("messaging_type").GetString(), ask.Json.GetProperty("recipient").GetProperty("id").GetString(), ask.Json.GetProperty("message").GetProperty("text").GetString()));
            Assert.Equal(kind == ChannelKind.Whatsapp ? "/v25.0/3003/messages" : "/v25.0/me/messages", ask.Path);
            var known = await Desk.Services.GetRequiredService<Lookups>().FindAsync(Lookups.Reference(message.GetProperty("messageId").GetString()!), CancellationToken.None);
            Assert.Equal((ticket, message.GetProperty("id").GetString()), (known!.Id, known.Key));
        }
    }

    public static TheoryData<ChannelKind, int, int, int?, string> Refusals => new()
    {
        { ChannelKind.Messenger, 403, 10, 2018278, "too long ago" },
        { ChannelKind.Instagram, 400, 10, 2534022, "too long ago" },
        { ChannelKind.Whatsapp, 400, 131047, null, "too long ago" },
        { ChannelKind.Messenger, 400, 551, 1545041, "cannot be reached" },
        { ChannelKind.Messenger, 400, 100, 2018001, "cannot be reached" },
        { ChannelKind.Whatsapp, 400, 131026, null, "cannot be reached" },
        { ChannelKind.Whatsapp, 400, 131021, null, "cannot be reached" },
        { ChannelKind.Whatsapp, 400, 100, null, "does not take this message" },
        { ChannelKind.Messenger, 400, 100, null, "does not take this message" },
        { ChannelKind.Whatsapp, 400, 132001, null, "template" },
        { ChannelKind.Whatsapp, 403, 131031, null, "holds this account back" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task What_meta_will_never_take_fails_with_a_reason_and_is_not_tried_again(ChannelKind kind, int status, int code, int? subcode, string reason)
    {
        Graph.Refuse(status, code, subcode);
        var ticket = await HearAsync(kind);
        var error = Error(await AnswerAsync(ticket, new { text = "Hello" }, "failed"));
        Assert.Contains(reason, error, StringComparison.Ordinal);
        Assert.Contains($"({code}", error, StringComparison.Ordinal);
        Assert.DoesNotContain(GraphStandIn.Token, error, StringComparison.Ordinal);
        await SweepAsync(TimeSpan.FromHours(2));
        Assert.Single(Graph.Sends);
    }

    [Theory]
    [InlineData(4, null)]
    [InlineData(17, null)]
    [InlineData(32, null)]
    [InlineData(613, null)]
    [InlineData(80007, null)]
    [InlineData(130429, null)]
    [InlineData(131056, null)]
    [InlineData(2, true)]
    [InlineData(131016, null)]
    public async Task What_was_surely_not_taken_waits_and_leaves_later_once(int code, bool? transient)
    {
        Graph.Refuse(code is 2 or 131016 ? 500 : 400, code, null, transient);
        var ticket = await HearAsync(ChannelKind.Whatsapp);
        await AnswerAsync(ticket, new { text = "Hello" }, "queued");
        await SweepAsync(TimeSpan.FromSeconds(30));
        Assert.Single(Graph.Sends);
        await SweepAsync(TimeSpan.FromMinutes(1));
        await EndAsync(ticket, "sent");
        Assert.Equal(2, Graph.Sends.Count());
    }

    [Fact]
    public async Task As_long_as_meta_asks_to_be_left_alone_it_is()
    {
        Graph.Refuse(429, 130429, retryAfter: "1200");
        var ticket = await HearAsync(ChannelKind.Whatsapp);
        await AnswerAsync(ticket, new { text = "Hello" }, "queued");
        await SweepAsync(TimeSpan.FromMinutes(19));
        Assert.Single(Graph.Sends);
        await SweepAsync(TimeSpan.FromMinutes(2));
        await EndAsync(ticket, "sent");
    }

    [Theory]
    [InlineData(401, 190, 463, "reconnect")]
    [InlineData(400, 190, 460, "reconnect")]
    [InlineData(403, 200, null, "permission-missing")]
    [InlineData(403, 10, null, "permission-missing")]
    public async Task A_token_that_does_not_work_shows_on_the_channel_and_the_answer_waits_until_it_does(int status, int code, int? subcode, string fault)
    {
        Graph.Refuse(status, code, subcode);
        var ticket = await HearAsync(ChannelKind.Messenger);
        Assert.Contains("connect this channel again", Error(await AnswerAsync(ticket, new { text = "Hello" }, "queued")), StringComparison.Ordinal);
        Assert.Equal(fault, (await ConnectionAsync(ChannelKind.Messenger)).GetProperty("fault").GetProperty("code").GetString());
        await SweepAsync(TimeSpan.FromMinutes(2));
        await EndAsync(ticket, "sent");
        Assert.Equal(JsonValueKind.Null, (await ConnectionAsync(ChannelKind.Messenger)).GetProperty("fault").ValueKind);
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("gateway")]
    [InlineData("nonsense")]
    [InlineData("unknown")]
    public async Task Where_nobody_knows_whether_it_arrived_it_is_never_repeated_by_itself(string how)
    {
        if (how == "cut") Graph.Cut();
        else if (how == "gateway") Graph.Say(502, "<html>Bad gateway</html>");
        else if (how == "nonsense") Graph.Say(200, "<html>");
        else Graph.Refuse(500, 1, 1357046);
        var ticket = await HearAsync(ChannelKind.Messenger);
        Assert.Contains("may have arrived", Error(await AnswerAsync(ticket, new { text = "Hello" }, "failed")), StringComparison.Ordinal);
        await SweepAsync(TimeSpan.FromHours(3));
        Assert.Single(Graph.Sends);
    }

    [Fact]
    public async Task A_long_text_leaves_in_parts_and_a_part_that_was_taken_is_never_sent_again()
    {
        var text = string.Join("\n\n", Enumerable.Range(1, 3).Select(i => $"Part {i} " + new string('x', 1500)));
        Graph.Next.Enqueue(null);
        Graph.Refuse(400, 613);
        var ticket = await HearAsync(ChannelKind.Messenger);
        Assert.StartsWith("1 of 3 parts", Error(await AnswerAsync(ticket, new { text }, "queued")), StringComparison.Ordinal);
        Graph.Refuse(400, 551);
        await SweepAsync(TimeSpan.FromMinutes(2));
        var failed = await EndAsync(ticket, "failed");
        await Desk.Agent.PostAsync($"/api/tickets/{ticket}/messages/{failed.GetProperty("id").GetString()}/retry", null);
        await EndAsync(ticket, "sent");
        Assert.Equal(["Part 1", "Part 2", "Part 2", "Part 2", "Part 3"], Graph.Sends.Select(s => s.Json.GetProperty("message").GetProperty("text").GetString()![..6]));
    }

    [Theory]
    [InlineData(ChannelKind.Messenger, "application/zip", "file")]
    [InlineData(ChannelKind.Messenger, "image/png", "image")]
    [InlineData(ChannelKind.Instagram, "image/png", "MEDIA_SHARE")]
    [InlineData(ChannelKind.Whatsapp, "application/pdf", "document")]
    public async Task A_file_is_handed_over_first_and_sent_by_its_id_after_the_words(ChannelKind kind, string type, string sentAs)
    {
        var file = await UploadAsync("bill.bin", type);
        await AnswerAsync(await HearAsync(kind), new { text = "Your bill", attachments = new[] { file } }, "sent");
        Assert.Equal(2, Graph.Sends.Count());
        var sent = Graph.Sends.Last().Json;
        var (said, id) = kind == ChannelKind.Whatsapp
            ? (sent.GetProperty("type").GetString(), sent.GetProperty("document").GetProperty("id").GetString())
            : (sent.GetProperty("message").GetProperty("attachment").GetProperty("type").GetString(), sent.GetProperty("message").GetProperty("attachment").GetProperty("payload").EnumerateObject().Single().Value.GetString());
        Assert.Equal((sentAs, kind == ChannelKind.Whatsapp ? "media-1" : "attachment-1"), (said, id));
    }

    [Fact]
    public async Task A_file_the_channel_does_not_take_is_refused_before_anything_is_saved()
    {
        var ticket = await HearAsync(ChannelKind.Whatsapp);
        await RefusedAsync(await Desk.ActAsync(ticket, "reply", new { text = "Hi", attachments = new[] { await UploadAsync("a.zip", "application/zip") } }), "field-invalid", "attachments");
        await RefusedAsync(await Desk.ActAsync(ticket, "reply", new { text = "Hi", attachments = new[] { await UploadAsync("a.png", "image/png", 6 * 1024 * 1024) } }), "field-invalid", "attachments");
        Assert.Single(await Desk.MessagesAsync(ticket));
        Assert.Empty(Graph.Asked);
    }

    [Fact]
    public async Task A_text_that_would_become_too_many_messages_is_refused_before_anything_is_saved()
    {
        var ticket = await HearAsync(ChannelKind.Instagram);
        await RefusedAsync(await Desk.ActAsync(ticket, "reply", new { text = new string('ж', 5200) }), "field-invalid", "text");
        Assert.Single(await Desk.MessagesAsync(ticket));
    }

    [Fact]
    public async Task A_person_answers_within_a_week_where_a_day_has_passed_and_only_when_they_say_so()
    {
        var ticket = await HearAsync(ChannelKind.Instagram);
        Clock.Advance(TimeSpan.FromHours(25));
        await Desk.SignInAsync();
        await RefusedAsync(await Desk.ActAsync(ticket, "reply", new { text = "Late" }), "window-closed");
        await AnswerAsync(ticket, new { text = "Late", humanAgent = true }, "sent");
        var sent = Graph.Sends.Single().Json;
        Assert.Equal(("MESSAGE_TAG", "HUMAN_AGENT"), (sent.GetProperty("messaging_type").GetString(), sent.GetProperty("tag").GetString()));
        Clock.Advance(TimeSpan.FromDays(6));
        await Desk.SignInAsync();
        await RefusedAsync(await Desk.ActAsync(ticket, "reply", new { text = "Too late", humanAgent = true }), "window-closed");
    }

    [Fact]
    public async Task Within_the_day_an_answer_needs_no_tag_and_whatsapp_knows_none()
    {
        await AnswerAsync(await HearAsync(ChannelKind.Messenger), new { text = "Soon", humanAgent = true }, "sent");
        Assert.Equal("RESPONSE", Graph.Sends.Single().Json.GetProperty("messaging_type").GetString());
        await RefusedAsync(await Desk.ActAsync(await HearAsync(ChannelKind.Whatsapp), "reply", new { text = "Late", humanAgent = true }), "field-invalid", "humanAgent");
    }

    [Fact]
    public async Task A_channel_that_is_not_connected_says_so()
    {
        var ticket = await HearAsync(ChannelKind.Messenger);
        await SaveAsync(Channel(ChannelKind.Messenger) with { Meta = null });
        Assert.Contains("not connected", Error(await AnswerAsync(ticket, new { text = "Hello" }, "failed")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_is_broken_where_a_reader_pauses_and_never_inside_what_is_seen_as_one()
    {
        var family = "👨‍👩‍👧‍👦";
        foreach (var kind in new[] { ChannelKind.Messenger, ChannelKind.Instagram, ChannelKind.Whatsapp })
        {
            var text = string.Concat(Enumerable.Repeat(family, 700));
            var parts = LineText.Parts(kind, text);
            Assert.Equal(text, string.Concat(parts));
            Assert.All(parts, p => Assert.True(kind == ChannelKind.Instagram ? Encoding.UTF8.GetByteCount(p) <= 1000 : p.Length <= (kind == ChannelKind.Messenger ? 2000 : 4096)));
            Assert.All(parts, p => Assert.EndsWith(family, p, StringComparison.Ordinal));
        }
        Assert.Equal([new string('a', 1500) + ".", new string('b', 900)], LineText.Parts(ChannelKind.Messenger, new string('a', 1500) + ". " + new string('b', 900)));
        Assert.Empty(LineText.Parts(ChannelKind.Messenger, " \n "));
    }
}

/// <summary>Meta takes the request and never answers.</summary>
public sealed class MetaTimeoutTests : MetaDesk
{
    protected override TimeSpan Patience => TimeSpan.FromSeconds(1);

    [Fact]
    public async Task An_answer_meta_keeps_silent_about_ends_in_doubt_and_is_never_repeated_by_itself()
    {
        Graph.Hang();
        var ticket = await HearAsync(ChannelKind.Whatsapp);
        Assert.Contains("may have arrived", Error(await AnswerAsync(ticket, new { text = "Hello" }, "failed")), StringComparison.Ordinal);
        await SweepAsync(TimeSpan.FromHours(3));
        Assert.Single(Graph.Sends);
    }
}
