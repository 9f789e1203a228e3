using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using HelpdeskMx.Channels;
using HelpdeskMx.Chat;
using HelpdeskMx.Platform;
using HelpdeskMx.Tests.Hosts;
using HelpdeskMx.Tickets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace HelpdeskMx.Tests.Chat;

/// <summary>What visitors of a chat can do, and what nobody can.</summary>
public sealed class ChatDoorTests : IAsyncLifetime
{
    private const string Secret = "a-secret-of-the-shop-0123456789abcdef";
    private readonly FakeTimeProvider clock = new(DateTimeOffset.Parse("2026-03-02T09:00:00Z", CultureInfo.InvariantCulture));
    private RunningDesk desk = null!;

    public async Task InitializeAsync() => desk = await RunningDesk.StartAsync(s => s.AddSingleton<TimeProvider>(clock));

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task A_visitor_writes_an_agent_answers_and_the_visitor_sees_it()
    {
        var visitor = new ChatVisitor(desk);
        var id = await visitor.StartAsync("Where is my parcel?", name: "Anna");
        var ticket = await desk.GetAsync($"/api/tickets/{id}");
        Assert.Equal(("chat", "Anna"), (ticket.GetProperty("channelKind").GetString(), ticket.GetProperty("customer").GetProperty("name").GetString()));
        Assert.Equal("https://shop.example.com/vase?id=1", ticket.GetProperty("fields").GetProperty("page").GetString());

        await desk.ActAsync(id, "reply", new { text = "It left us this morning." });
        var said = await visitor.HearAsync(2);
        Assert.Equal(["Where is my parcel?", "It left us this morning."], said.Select(m => m.GetProperty("text").GetString()));
        Assert.Equal("Demo Agent", said[1].GetProperty("from").GetString());

        await visitor.SayAsync("Thank you");
        Assert.Equal(3, (await RunningDesk.UntilAsync(() => desk.MessagesAsync(id), m => m.Length == 3)).Length);
        Assert.Equal("Thank you", Assert.Single((await visitor.HearAsync(visitor.Place)).GetProperty("items").EnumerateArray()).GetProperty("text").GetString());
    }

    [Fact]
    public async Task What_the_visitor_has_read_is_marked_and_only_that()
    {
        var visitor = new ChatVisitor(desk);
        var id = await visitor.StartAsync("Hello?");
        await desk.ActAsync(id, "reply", new { text = "Hello!" });
        await visitor.HearAsync(2);
        await visitor.PostAsync("read", new { place = visitor.Place, seen = true });
        await desk.ActAsync(id, "reply", new { text = "Are you there?" });
        await RunningDesk.UntilAsync(() => StatesAsync(id), s => s is ["read", "sent"]);

        await visitor.HearAsync(3);
        await visitor.PostAsync("read", new { place = visitor.Place, seen = false });
        Assert.Equal(["read", "delivered"], await StatesAsync(id));
    }

    [Fact]
    public async Task The_same_message_sent_again_is_taken_once_and_twenty_at_once_are_one_ticket()
    {
        var (visitor, name) = (new ChatVisitor(desk), ChatVisitor.Name());
        var begun = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => visitor.BeginAsync("Hello", name)));
        Assert.All(begun, b => Assert.Equal(HttpStatusCode.Created, b.StatusCode));
        visitor.Token = (await RunningDesk.JsonAsync(begun[0])).GetProperty("token").GetString();
        var again = ChatVisitor.Name();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(n => visitor.SayAsync($"part {n}", n % 2 == 0 ? again : null)));

        await visitor.HearAsync(12);
        var ticket = Assert.Single((await desk.GetAsync("/api/tickets")).GetProperty("items").EnumerateArray());
        Assert.Equal(12, ticket.GetProperty("counts").GetProperty("messages").GetInt32());
    }

    [Fact]
    public async Task A_page_the_chat_does_not_allow_is_refused_at_every_door()
    {
        await SetAsync(new { origins = new[] { "https://shop.example.com" }, askEmail = "after", position = "right" });
        foreach (var origin in new[] { "https://evil.example", "https://shop.example.com.evil.example", "http://shop.example.com", "null", null })
        {
            var stranger = new ChatVisitor(desk, origin, "cs");
            foreach (var answer in new[] { await stranger.BeginAsync("Hello"), await stranger.SendAsync(HttpMethod.Get, "config?lang=cs"), await stranger.SendAsync(HttpMethod.Options, "messages?lang=cs") })
            {
                Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
                Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
                var problem = await RunningDesk.JsonAsync(answer);
                Assert.Equal(("wrong-origin", "Tento chat na této stránce být nesmí. Obchod to může povolit v nastavení."), (problem.GetProperty("code").GetString(), problem.GetProperty("title").GetString()));
            }
        }
        var allowed = await new ChatVisitor(desk).BeginAsync("Hello");
        Assert.Equal(HttpStatusCode.Created, allowed.StatusCode);
        Assert.Equal("https://shop.example.com", allowed.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Single(await TicketsAsync(1));
    }

    [Fact]
    public async Task A_token_that_is_old_foreign_or_changed_opens_nothing()
    {
        var visitor = new ChatVisitor(desk, language: "ko");
        await visitor.StartAsync("Hello");
        var good = visitor.Token!;
        var changed = $"{(good[5] == 'a' ? 'b' : 'a')}";
        foreach (var bad in new[] { null, "", "x", "x.y", "....", good + "x", good[..5] + changed + good[6..], good.Split('.')[0] + "." })
        {
            visitor.Token = bad;
            foreach (var what in new[] { "messages", "read", "typing", "contact", "negotiate", "files" }) Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.PostAsync(what)).StatusCode);
        }
        visitor.Token = good;
        clock.Advance(TimeSpan.FromDays(29));
        var renewed = (await visitor.HearAsync()).GetProperty("token").GetString();
        clock.Advance(TimeSpan.FromDays(2));
        var old = await visitor.SayAsync("Hello?");
        Assert.Equal((HttpStatusCode.Unauthorized, "visitor-unknown"), (old.StatusCode, (await RunningDesk.JsonAsync(old)).GetProperty("code").GetString()));
        visitor.Token = renewed;
        Assert.Equal(HttpStatusCode.Accepted, (await visitor.SayAsync("Hello?")).StatusCode);
    }

    [Fact]
    public async Task Nobody_hears_another_visitors_conversation()
    {
        var (anna, eve) = (new ChatVisitor(desk), new ChatVisitor(desk));
        await anna.StartAsync("My number is 7");
        await eve.StartAsync("Hello from Eve");
        Assert.DoesNotContain((await eve.HearAsync(1)).Concat((await eve.HearAsync(anna.Place)).GetProperty("items").EnumerateArray()), m => m.GetProperty("text").GetString()!.Contains('7'));
    }

    [Fact]
    public async Task Notes_and_mails_of_the_ticket_stay_out_of_the_chat()
    {
        var visitor = new ChatVisitor(desk);
        var id = await visitor.StartAsync("Hello");
        await desk.ActAsync(id, "note", new { text = "A difficult one" });
        await desk.ActAsync(id, "reply", new { text = "Hi" });
        Assert.Equal(["Hello", "Hi"], (await visitor.HearAsync(2)).Select(m => m.GetProperty("text").GetString()));
    }

    [Theory]
    [InlineData("""{"text":"x"}""", 400, "unreadable")]
    [InlineData("""{"id":"0123456789abcdef0"}""", 422, "nothing-written")]
    [InlineData("""{"id":"0123456789abcdef0","text":"   "}""", 422, "nothing-written")]
    [InlineData("""{"id":"0123456789abcdef0","text":"x","email":"no"}""", 422, "not-email")]
    [InlineData("""{"id":"0123456789abcdef0","text":"x","identity":"no"}""", 401, "identity-wrong")]
    [InlineData("""[]""", 400, "unreadable")]
    [InlineData("""{"id":""", 400, "unreadable")]
    public async Task What_cannot_be_taken_is_refused_with_a_sentence(string body, int status, string code)
    {
        var answer = await new ChatVisitor(desk, language: "pl").SendAsync(HttpMethod.Post, "conversations?lang=pl", new StringContent(body, Encoding.UTF8, "application/json"));
        var problem = await RunningDesk.JsonAsync(answer);
        Assert.Equal((status, code), ((int)answer.StatusCode, problem.GetProperty("code").GetString()));
        Assert.Equal(ChatWords.Say(code, "pl"), problem.GetProperty("title").GetString());
        Assert.Empty(await TicketsAsync(0));
    }

    [Fact]
    public async Task Floods_are_slowed_down_and_what_was_taken_is_kept()
    {
        var visitor = new ChatVisitor(desk);
        var id = await visitor.StartAsync("Hello");
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(n => visitor.SayAsync($"flood {n}")));
        var taken = answers.Count(a => a.StatusCode == HttpStatusCode.Accepted);
        Assert.Equal(ChatDoorsPace, taken);
        Assert.All(answers.Where(a => a.StatusCode != HttpStatusCode.Accepted), a => Assert.True(a.StatusCode == HttpStatusCode.TooManyRequests && a.Headers.RetryAfter is not null));
        Task<System.Text.Json.JsonElement[]> LaterAsync()
        {
            clock.Advance(TimeSpan.FromSeconds(1)); // messages that met in their ticket wait for another try
            return desk.MessagesAsync(id);
        }
        Assert.Equal(taken + 1, (await RunningDesk.UntilAsync(LaterAsync, m => m.Length > taken)).Length);
    }

    [Fact]
    public async Task Hostile_text_stays_text()
    {
        const string hostile = "<script>alert(1)</script><img src=x onerror=alert(1)> {{7*7}} ../../etc \u202Etxt";
        var visitor = new ChatVisitor(desk);
        var id = await visitor.StartAsync("Hello", name: "<b>Eve</b>");
        await visitor.SayAsync(hostile);
        var kept = (await RunningDesk.UntilAsync(() => desk.MessagesAsync(id), m => m.Length == 2))[1];
        Assert.Equal(hostile, kept.GetProperty("text").GetString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, kept.GetProperty("html").ValueKind);
    }

    [Fact]
    public async Task Files_come_with_their_name_and_programs_do_not()
    {
        var visitor = new ChatVisitor(desk);
        var id = await visitor.StartAsync("Hello");
        Task<HttpResponseMessage> Send(string name, byte[] bytes) => visitor.SendAsync(HttpMethod.Post, $"files?id={ChatVisitor.Name()}&name={name}", new ByteArrayContent(bytes));
        Assert.Equal(HttpStatusCode.Accepted, (await Send("vase.jpg", [1, 2, 3])).StatusCode);
        Assert.Equal("file-forbidden", (await RunningDesk.JsonAsync(await Send("run.exe", [1, 2, 3]))).GetProperty("code").GetString());
        Assert.Equal("file-forbidden", (await RunningDesk.JsonAsync(await Send("vase.jpg", "<svg onload=1>"u8.ToArray()))).GetProperty("code").GetString());
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await Send("big.jpg", new byte[TakeChat.LargestFile + 1])).StatusCode);
        var file = (await visitor.HearAsync(2))[1].GetProperty("files")[0];
        Assert.Equal(("vase.jpg", 3), (file.GetProperty("name").GetString(), file.GetProperty("size").GetInt32()));
        Assert.Equal([1, 2, 3], await desk.Anybody.GetByteArrayAsync(file.GetProperty("url").GetString()));
        Assert.Equal(2, (await desk.MessagesAsync(id)).Length);
    }

    [Fact]
    public async Task A_visitor_the_shop_vouches_for_is_the_customer_they_are()
    {
        var known = await desk.ReceiveAsync("From: Anna <anna@x.cz>\nTo: support@demo.test\nSubject: Invoice\n\nHello");
        await SetAsync(new { anyOrigin = true, identitySecret = Secret });
        var id = await new ChatVisitor(desk).StartAsync("It is me", identity: Sign(Secret, clock.GetUtcNow().AddHours(1)));
        Assert.Equal(known.GetProperty("customer").GetProperty("id").GetString(), (await desk.GetAsync($"/api/tickets/{id}")).GetProperty("customer").GetProperty("id").GetString());

        var elsewhere = new ChatVisitor(desk);
        Assert.Equal(id, await elsewhere.StartAsync("On my phone now", identity: Sign(Secret, clock.GetUtcNow().AddHours(1))));
        Assert.Equal(2, (await elsewhere.HearAsync(2)).Length);
    }

    [Fact]
    public async Task A_visitor_the_shop_comes_to_know_goes_on_as_who_they_are()
    {
        await SetAsync(new { anyOrigin = true, identitySecret = Secret });
        var visitor = new ChatVisitor(desk);
        var id = await visitor.StartAsync("Nobody knows me");
        var before = visitor.Token;
        var taken = await RunningDesk.JsonAsync(await visitor.SayAsync("I have signed in", identity: Sign(Secret, clock.GetUtcNow().AddHours(1))));
        visitor.Token = taken.GetProperty("token").GetString();
        Assert.NotEqual(before, visitor.Token);
        Assert.Null((await RunningDesk.JsonAsync(await visitor.SayAsync("And write on"))).GetProperty("token").GetString());
        Assert.Equal(3, (await visitor.HearAsync(3)).Length);

        var messages = await RunningDesk.UntilAsync(() => desk.MessagesAsync(id), m => m.Length == 3);
        Assert.Equal([false, true, true], messages.Select(m => m.GetProperty("from").GetProperty("name").GetString() is not null));
        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.SayAsync("Not me", identity: Sign(Secret, clock.GetUtcNow().AddHours(1), subject: "another"))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.SayAsync("Nor me", identity: "made up")).StatusCode);
    }

    [Fact]
    public async Task A_token_the_shop_did_not_sign_or_that_ran_out_proves_nothing()
    {
        await SetAsync(new { anyOrigin = true, identitySecret = Secret });
        var now = clock.GetUtcNow();
        var none = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken("""{"sub":"7","exp":4102444800}""");
        foreach (var bad in new[] { Sign("another-secret-of-nobody-0123456789abc", now.AddHours(1)), Sign(Secret, now.AddHours(-1)), Sign(Secret, now.AddDays(400)), Sign(Secret, now.AddHours(1), subject: ""), none, "x.y.z" })
        {
            var answer = await new ChatVisitor(desk, language: "ru").BeginAsync("Hello", identity: bad);
            Assert.Equal((HttpStatusCode.Unauthorized, ChatWords.Say("identity-wrong", "ru")), (answer.StatusCode, (await RunningDesk.JsonAsync(answer)).GetProperty("title").GetString()));
        }
        Assert.Empty(await TicketsAsync(0));
    }

    [Fact]
    public async Task An_address_a_visitor_gives_is_a_suggestion_and_where_answers_go()
    {
        var known = await desk.ReceiveAsync("From: Anna <anna@x.cz>\nTo: support@demo.test\nSubject: Invoice\n\nHello");
        var visitor = new ChatVisitor(desk);
        var id = await visitor.StartAsync("It is Anna, really");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.PostAsync("contact", new { email = "no" })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await visitor.PostAsync("contact", new { name = "Anna", email = "anna@x.cz" })).StatusCode);
        var ticket = await desk.GetAsync($"/api/tickets/{id}");
        var anna = known.GetProperty("customer").GetProperty("id").GetString();
        Assert.Equal(anna, ticket.GetProperty("mayBe").GetProperty("id").GetString());
        Assert.NotEqual(anna, ticket.GetProperty("customer").GetProperty("id").GetString());
        Assert.Equal("anna@x.cz", (await visitor.HearAsync()).GetProperty("email").GetString());
    }

    [Fact]
    public async Task While_nobody_is_there_a_visitor_leaves_an_address()
    {
        await SetAsync(new { anyOrigin = true, offline = true, away = new { en = "Back on Monday" } });
        var config = await RunningDesk.JsonAsync(await new ChatVisitor(desk).SendAsync(HttpMethod.Get, "config?lang=en"));
        Assert.Equal((false, "Back on Monday"), (config.GetProperty("open").GetBoolean(), config.GetProperty("greeting").GetString()));
        Assert.Equal("email-needed", (await RunningDesk.JsonAsync(await new ChatVisitor(desk).BeginAsync("Hello"))).GetProperty("code").GetString());
        Assert.Equal(HttpStatusCode.Created, (await new ChatVisitor(desk).BeginAsync("Hello", email: "anna@x.cz")).StatusCode);
    }

    [Fact]
    public async Task An_answer_nobody_reads_is_mailed_once_with_the_chat_and_its_answer_joins_the_ticket()
    {
        var visitor = new ChatVisitor(desk);
        var id = await visitor.StartAsync("Is it blue?", email: "anna@x.cz");
        await desk.ActAsync(id, "reply", new { text = "It is." });
        await RunningDesk.UntilAsync(() => StatesAsync(id), s => s is ["sent"]);
        var unread = desk.Services.GetRequiredService<MailUnread>();
        await unread.RunAsync(CancellationToken.None);
        Assert.Equal(2, (await desk.MessagesAsync(id)).Length);
        clock.Advance(MailUnread.Patience);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => unread.RunAsync(CancellationToken.None)));
        await unread.RunAsync(CancellationToken.None);
        await desk.SignInAsync();
        var said = await desk.MessagesAsync(id);
        Assert.Equal(3, said.Length);
        Assert.Equal(("It is.", "anna@x.cz"), (said[2].GetProperty("replyText").GetString(), said[2].GetProperty("to")[0].GetProperty("address").GetString()));
        Assert.Contains("> Is it blue?", said[2].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(2, (await visitor.HearAsync(2)).Length);

        var answer = await desk.ReceiveAsync($"From: anna@x.cz\nTo: support@demo.test\nSubject: Re: it\nIn-Reply-To: <{said[2].GetProperty("messageId").GetString()}>\n\nThank you");
        Assert.Equal(id, answer.GetProperty("id").GetString());
    }

    [Fact]
    public async Task An_answer_that_was_read_in_time_is_not_mailed()
    {
        var visitor = new ChatVisitor(desk);
        var id = await visitor.StartAsync("Is it blue?", email: "anna@x.cz");
        await desk.ActAsync(id, "reply", new { text = "It is." });
        await RunningDesk.UntilAsync(() => StatesAsync(id), s => s is ["sent"]);
        await visitor.HearAsync(2);
        await visitor.PostAsync("read", new { place = visitor.Place, seen = true });
        clock.Advance(MailUnread.Patience);
        await desk.Services.GetRequiredService<MailUnread>().RunAsync(CancellationToken.None);
        Assert.Equal(2, (await desk.MessagesAsync(id)).Length);
    }

    private static int ChatDoorsPace => Triggers.Http.ChatDoors.Written.Burst;

    private async Task SetAsync(object chat) => Assert.Equal(HttpStatusCode.OK, (await desk.Admin.PutAsJsonAsync("/api/channels/chat/chat", chat)).StatusCode);

    private async Task<string[]> StatesAsync(string id) =>
        [.. (await desk.MessagesAsync(id)).Where(m => m.GetProperty("direction").GetString() == "out").Select(m => m.GetProperty("delivery").GetProperty("state").GetString()!)];

    private async Task<System.Text.Json.JsonElement[]> TicketsAsync(int count) =>
        [.. (await RunningDesk.UntilAsync(() => desk.GetAsync("/api/tickets?channel=chat"), l => l.GetProperty("items").GetArrayLength() >= count)).GetProperty("items").EnumerateArray()];

    private static string Sign(string secret, DateTimeOffset until, string subject = "7") => new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
    {
        Claims = new Dictionary<string, object> { ["sub"] = subject, ["email"] = "anna@x.cz", ["name"] = "Anna" },
        Expires = until.UtcDateTime,
        SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(secret)), SecurityAlgorithms.HmacSha256),
    });
}
