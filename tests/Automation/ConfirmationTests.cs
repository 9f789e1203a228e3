using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HelpdeskMx.Automation;
using HelpdeskMx.Mail;
using HelpdeskMx.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace HelpdeskMx.Tests.Automation;

public sealed class ConfirmationTests
{
    [Fact]
    public async Task A_new_ticket_is_confirmed_with_its_number_in_the_customers_language_and_stays_unanswered()
    {
        await using var desk = await StartAsync();
        var ticket = await desk.ReceiveAsync(Mail("c1", "Kde je moje objednávka? Děkuji za odpověď."));

        var sent = await SentAsync(desk, ticket);
        Assert.Contains($"#{ticket.GetProperty("number").GetInt64()}", sent.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("Dobrý den", sent.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.True(sent.GetProperty("auto").GetBoolean());
        var now = await desk.GetAsync($"/api/tickets/{ticket.GetProperty("id").GetString()}");
        Assert.Equal(("new", "in"), (now.GetProperty("state").GetString(), now.GetProperty("lastDirection").GetString()));
        Assert.Contains("objednávka", now.GetProperty("preview").GetString(), StringComparison.Ordinal);

        var mail = MailParser.Parse(await File.ReadAllBytesAsync(Assert.Single(await EmlAsync(desk, 1))));
        Assert.Equal(("auto-replied", "c1@x.cz", MailKind.AutoReply), (mail.Headers.First("Auto-Submitted"), Assert.Single(mail.InReplyTo), mail.Kind));
    }

    [Fact]
    public async Task An_answer_to_the_confirmation_joins_the_ticket_and_is_not_confirmed_again()
    {
        await using var desk = await StartAsync();
        var ticket = await desk.ReceiveAsync(Mail("c1", "Hello"));
        var sent = await SentAsync(desk, ticket);

        var joined = await desk.ReceiveAsync(Mail("c2", "One more thing", $"In-Reply-To: <{sent.GetProperty("messageId").GetString()}>\n"));

        Assert.Equal(ticket.GetProperty("id").GetString(), joined.GetProperty("id").GetString());
        Assert.Single(await EmlAsync(desk, 1));
    }

    [Theory]
    [InlineData("Auto-Submitted: auto-generated\n", "anna@x.cz")]
    [InlineData("Precedence: bulk\n", "anna@x.cz")]
    [InlineData("X-Helpdesk-MX: confirmation\n", "anna@x.cz")]
    [InlineData("", "no-reply@x.cz")]
    [InlineData("", "support@demo.test")]
    public async Task Machines_nobodies_and_ourselves_are_told_nothing(string header, string from)
    {
        await using var desk = await StartAsync();
        var ticket = await desk.ReceiveAsync(Mail("c1", "Hello", header, from));

        Assert.Single(await desk.MessagesAsync(ticket.GetProperty("id").GetString()!));
    }

    [Fact]
    public async Task Off_is_how_a_store_begins()
    {
        await using var desk = await RunningDesk.StartAsync();
        var ticket = await desk.ReceiveAsync(Mail("c1", "Hello"));

        Assert.Single(await desk.MessagesAsync(ticket.GetProperty("id").GetString()!));
    }

    [Fact]
    public async Task One_address_gets_three_a_day_whatever_it_sends()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var desk = await StartAsync(clock);
        for (var i = 0; i < 5; i++) await desk.ReceiveAsync(Mail($"c{i}", $"Hello {i}"));
        Assert.Equal(AutoMailCaps.PerAddress, await ConfirmedAsync(desk));

        clock.Advance(TimeSpan.FromDays(1));
        await desk.SignInAsync();
        await desk.ReceiveAsync(Mail("c9", "Hello again"));
        Assert.Equal(AutoMailCaps.PerAddress + 1, await ConfirmedAsync(desk));
    }

    [Fact]
    public async Task A_desk_does_not_confirm_what_another_desk_confirmed()
    {
        await using var one = await StartAsync();
        await using var other = await StartAsync();
        await one.ReceiveAsync(Mail("c1", "Hello", from: "support@other.test"));
        var confirmed = await File.ReadAllBytesAsync(Assert.Single(await EmlAsync(one, 1)));

        var ticket = await other.TicketOfAsync(await other.PostAsync(confirmed));

        Assert.Single(await other.MessagesAsync(ticket.GetProperty("id").GetString()!));
    }

    [Fact]
    public async Task Two_desks_that_confirm_each_other_stop_at_three_mails_each_even_where_the_way_strips_every_header()
    {
        await using var one = await StartAsync();
        await using var other = await StartAsync();
        await one.ReceiveAsync(Mail("c1", "Hello", from: "support@other.test"));

        var passed = 0;
        for (var (from, to) = (one, other); passed < 20; (from, to) = (to, from))
        {
            if (await HandedOverAsync(from) is not { Length: > 0 } files) break;
            var mail = MailParser.Parse(await File.ReadAllBytesAsync(files[0]));
            File.Delete(files[0]);
            passed++;
            // The other desk gets it from an address it may answer, with nothing that says a machine wrote it.
            await to.ReceiveAsync(Mail($"p{passed}", mail.Text!, from: "support@other.test", subject: $"Fwd {passed}"));
        }

        Assert.InRange(passed, 1, 2 * AutoMailCaps.PerAddress);
    }

    [Fact]
    public async Task A_text_of_ones_own_is_kept_and_a_bad_one_refused()
    {
        await using var desk = await RunningDesk.StartAsync();
        var begins = (await desk.GetAsync("/api/stores")).GetProperty("items")[0].GetProperty("confirmation");
        Assert.False(begins.GetProperty("on").GetBoolean());
        Assert.StartsWith("Hello", begins.GetProperty("texts").GetProperty("en").GetString(), StringComparison.Ordinal);
        var texts = new Dictionary<string, string> { ["en"] = "Got it: {number}. {store}" };
        var changed = await RunningDesk.JsonAsync(await desk.Admin.PutAsJsonAsync("/api/stores/demo", new { confirmation = new { on = true, texts }, followUpAfterDays = 10 }));
        Assert.Equal("Got it: {number}. {store}", changed.GetProperty("confirmation").GetProperty("texts").GetProperty("en").GetString());
        Assert.StartsWith("Dobrý den", changed.GetProperty("confirmation").GetProperty("texts").GetProperty("cs").GetString(), StringComparison.Ordinal);

        var sent = await SentAsync(desk, await desk.ReceiveAsync(Mail("c1", "Hello")));
        Assert.Matches("^Got it: #\\d+\\. Demo Shop$", sent.GetProperty("text").GetString());

        foreach (var bad in new object[] { new { followUpAfterDays = -1 }, new { confirmation = new { on = true, texts = new { xx = "?" } } }, new { confirmation = new { on = true, texts = new { en = new string('x', 5001) } } } })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.Admin.PutAsJsonAsync("/api/stores/demo", bad)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Admin.PutAsJsonAsync("/api/stores/none", new { })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.Agent.PutAsJsonAsync("/api/stores/demo", new { })).StatusCode);
    }

    [Theory]
    [InlineData("Kde to je? Děkuji, těším se", "přečteme si ji, až zase otevřeme: pondělí 1. června, 9:00.")]
    [InlineData("Where is it?", "when we open again: Monday 1 June, 09:00.")]
    [InlineData("Gdzie jest moja paczka? Proszę o odpowiedź", "gdy znów będzie otwarte: poniedziałek, 1 czerwca, 09:00.")]
    [InlineData("안녕하세요", "확인하겠습니다: 6월 1일 월요일 09:00.")]
    [InlineData("Где мой заказ?", "когда снова откроемся: понедельник, 1 июня, 09:00.")]
    public async Task Outside_hours_a_customer_is_told_when_the_store_opens_next(string question, string told)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 5, 30, 12, 0, 0, TimeSpan.Zero)); // a Saturday
        await using var desk = await StartAsync(clock);
        await GoByAsync(desk, new { monday = new[] { new { from = "09:00", to = "17:00" } } });

        var sent = await SentAsync(desk, await desk.ReceiveAsync(Mail("c1", question)));
        Assert.Contains(told, sent.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_has_texts_of_its_own_for_when_it_is_closed_and_keeps_them_where_only_the_others_change()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 5, 30, 12, 0, 0, TimeSpan.Zero));
        await using var desk = await StartAsync(clock);
        await GoByAsync(desk, new { monday = new[] { new { from = "09:00", to = "17:00" } } });
        foreach (var confirmation in new object[] { new { on = true, texts = new { }, closedTexts = new { en = "{store} reads {number} on {opens}" } }, new { on = true, texts = new { en = "Open {number}" } } })
            (await desk.Admin.PutAsJsonAsync("/api/stores/demo", new { confirmation })).EnsureSuccessStatusCode();

        var closed = await SentAsync(desk, await desk.ReceiveAsync(Mail("c1", "Hello")));
        Assert.Matches("^Demo Shop reads #\\d+ on Monday 1 June, 09:00$", closed.GetProperty("text").GetString());

        clock.SetUtcNow(new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero));
        await desk.SignInAsync();
        var open = await SentAsync(desk, await desk.ReceiveAsync(Mail("c2", "Hello")));
        Assert.StartsWith("Open #", open.GetProperty("text").GetString(), StringComparison.Ordinal);

        var bad = new { confirmation = new { on = true, texts = new { }, closedTexts = new { en = new string('x', 5001) } } };
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.Admin.PutAsJsonAsync("/api/stores/demo", bad)).StatusCode);
    }

    [Fact]
    public async Task A_store_that_never_opens_promises_no_time()
    {
        await using var desk = await StartAsync();
        await GoByAsync(desk, new { });

        var sent = await SentAsync(desk, await desk.ReceiveAsync(Mail("c1", "Hello")));
        Assert.Contains("will answer as soon as we can", sent.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("안녕하세요", "ko")]
    [InlineData("Где мой заказ?", "ru")]
    [InlineData("Gdzie jest moja paczka? Proszę o odpowiedź", "pl")]
    [InlineData("Kde je? Děkuji, těším se", "cs")]
    [InlineData("Where is it?", null)]
    [InlineData("", null)]
    public void Letters_tell_a_language(string text, string? language) => Assert.Equal(language, HelpdeskMx.Agents.Languages.Guess(text));

    private static async Task<RunningDesk> StartAsync(TimeProvider? clock = null)
    {
        var desk = await RunningDesk.StartAsync(s => { if (clock is not null) s.AddSingleton(clock); });
        (await desk.Admin.PutAsJsonAsync("/api/stores/demo", new { confirmation = new { on = true, texts = new { } } })).EnsureSuccessStatusCode();
        return desk;
    }

    private static async Task GoByAsync(RunningDesk desk, object week)
    {
        var calendar = await RunningDesk.JsonAsync(await desk.Admin.PostAsJsonAsync("/api/calendars", new { name = "Shop", timeZone = "Europe/Prague", week }));
        (await desk.Admin.PutAsJsonAsync("/api/stores/demo", new { calendar = calendar.GetProperty("id").GetString() })).EnsureSuccessStatusCode();
    }

    private static string Mail(string id, string text, string headers = "", string from = "anna@x.cz", string subject = "Order") =>
        $"From: Anna <{from}>\nTo: support@demo.test\nSubject: {subject} {id}\nMessage-ID: <{id}@x.cz>\nContent-Type: text/plain; charset=utf-8\n{headers}\n{text}\n";

    private static async Task<JsonElement> SentAsync(RunningDesk desk, JsonElement ticket) => (await RunningDesk.UntilAsync(
        () => desk.MessagesAsync(ticket.GetProperty("id").GetString()!),
        all => all.Any(m => m.GetProperty("delivery") is { ValueKind: JsonValueKind.Object } d && d.GetProperty("state").GetString() == "sent"))).Single(m => m.GetProperty("direction").GetString() == "out");

    private static string[] Eml(RunningDesk desk) =>
        Directory.Exists(Path.Combine(desk.Data, "outbox")) ? Directory.GetFiles(Path.Combine(desk.Data, "outbox"), "*.eml") : [];

    private static Task<string[]> EmlAsync(RunningDesk desk, int count) => RunningDesk.UntilAsync(() => Task.FromResult(Eml(desk)), files => files.Length >= count);

    /// <summary>What the desk has handed over, once nothing is left to do.</summary>
    private static async Task<string[]> HandedOverAsync(RunningDesk desk)
    {
        var tickets = desk.Services.GetRequiredService<HelpdeskMx.Tickets.Tickets>();
        await RunningDesk.UntilAsync(() => tickets.DueAsync(DateTimeOffset.MaxValue.AddYears(-1), null, default), due => due.Items.Count == 0);
        return Eml(desk);
    }

    private static async Task<int> ConfirmedAsync(RunningDesk desk)
    {
        var count = 0;
        foreach (var ticket in (await desk.GetAsync("/api/tickets?limit=100")).GetProperty("items").EnumerateArray())
            count += (await desk.MessagesAsync(ticket.GetProperty("id").GetString()!)).Count(m => m.GetProperty("direction").GetString() == "out");
        return count;
    }
}
