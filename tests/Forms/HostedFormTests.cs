using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using HelpdeskMx.Forms;
using HelpdeskMx.Tests.Hosts;

namespace HelpdeskMx.Tests.Forms;

public sealed class HostedFormTests
{
    [Fact]
    public async Task A_plain_post_becomes_a_ticket_with_structured_answers_and_ends_on_a_page_that_a_reload_does_not_send_again()
    {
        await using var visitor = await FormVisitor.ComeAsync();
        var answer = await visitor.SendAsync(await visitor.OpenAsync("?lang=cs"), new Dictionary<string, string>(FormVisitor.Good) { ["extras"] = "gift,bill" }, [("photo", "cup.png", [1, 2, 3])], query: "?lang=cs");

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Contains("Děkujeme", await (await visitor.GetAsync(answer.Headers.Location!.ToString())).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var ticket = await visitor.TicketAsync();
        var fields = ticket.GetProperty("fields");
        Assert.Equal(("refund", "gift,bill", "A-17", "yes"), (fields.GetProperty("topic").GetString(), fields.GetProperty("extras").GetString(), fields.GetProperty("order").GetString(), fields.GetProperty("terms").GetString()));
        var message = (await visitor.Desk.MessagesAsync(ticket.GetProperty("id").GetString()!)).Single();
        Assert.Equal("cup.png", message.GetProperty("attachments")[0].GetProperty("name").GetString());
        Assert.StartsWith("Vraťte mi peníze", message.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains("Téma: Vrácení", message.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_double_click_is_one_ticket_and_words_added_on_going_back_are_another()
    {
        await using var visitor = await FormVisitor.ComeAsync();
        var page = await visitor.OpenAsync();
        var both = await Task.WhenAll(visitor.SendAsync(page, FormVisitor.Good), visitor.SendAsync(page, FormVisitor.Good));
        Assert.All(both, a => Assert.Equal(HttpStatusCode.SeeOther, a.StatusCode));
        var more = new Dictionary<string, string>(FormVisitor.Good) { ["message"] = "And one thing more" };
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.SendAsync(page, more)).StatusCode);

        var tickets = await visitor.TicketsAsync(2);
        Assert.Equal(2, tickets.Length);
        Assert.All(tickets, t => Assert.Equal(1, t.GetProperty("counts").GetProperty("messages").GetInt32()));
    }

    [Theory]
    [InlineData("en", "Please fill this in.")]
    [InlineData("cs", "Vyplňte to prosím.")]
    [InlineData("pl", "Wypełnij to pole.")]
    [InlineData("ko", "이 항목을 입력해 주세요.")]
    [InlineData("ru", "Заполните это поле.")]
    public async Task Answers_that_will_not_do_come_back_with_a_sentence_in_the_visitors_language_and_all_that_was_typed(string language, string sentence)
    {
        await using var visitor = await FormVisitor.ComeAsync();
        var answers = new Dictionary<string, string>(FormVisitor.Good) { ["topic"] = "", ["order"] = "<b>17</b>" };
        var answer = await visitor.SendAsync(await visitor.OpenAsync(), answers, query: $"?lang={language}");
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains($"id=\"e-topic\">{sentence}</p>", page, StringComparison.Ordinal);
        Assert.Contains("Vraťte mi peníze</textarea>", page, StringComparison.Ordinal);
        Assert.Contains("value=\"&lt;b&gt;17&lt;/b&gt;\"", page, StringComparison.Ordinal);
        Assert.Contains("autofocus", page, StringComparison.Ordinal);
        visitor.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.SendAsync(page, FormVisitor.Good)).StatusCode);
    }

    [Theory]
    [InlineData("email", "nobody", "form-fields-missing")]
    [InlineData("topic", "<script>", "form-fields-missing")]
    [InlineData("extras", "gift,none", "form-fields-missing")]
    [InlineData("phone", "call me", "form-fields-missing")]
    [InlineData("bought", "2026-02-31", "form-fields-missing")]
    [InlineData("terms", "", "form-fields-missing")]
    public async Task A_script_is_told_each_fault_by_field(string field, string value, string code)
    {
        await using var visitor = await FormVisitor.ComeAsync();
        var answer = await visitor.SendAsync(await visitor.OpenAsync(), new Dictionary<string, string>(FormVisitor.Good) { [field] = value }, script: true);
        var told = await RunningDesk.JsonAsync(answer);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(code, told.GetProperty("code").GetString());
        Assert.NotEmpty(told.GetProperty("errors").GetProperty(field).GetString()!);
    }

    [Fact]
    public async Task Oversized_answers_are_refused_by_field_and_unknown_ones_kept_as_text()
    {
        await using var visitor = await FormVisitor.ComeAsync();
        var page = await visitor.OpenAsync();
        var tooLong = await RunningDesk.JsonAsync(await visitor.SendAsync(page, new Dictionary<string, string>(FormVisitor.Good) { ["message"] = new('x', 501) }, script: true));
        Assert.Contains("500", tooLong.GetProperty("errors").GetProperty("message").GetString(), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Accepted, (await visitor.SendAsync(page, new Dictionary<string, string>(FormVisitor.Good) { ["was-asked-before"] = "still here" }, script: true)).StatusCode);
        var ticket = await visitor.TicketAsync();
        Assert.Contains("was-asked-before: still here", (await visitor.Desk.MessagesAsync(ticket.GetProperty("id").GetString()!)).Single().GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("photo", "run.exe", "hello")]
    [InlineData("photo", "cup.png", "MZ\u0090")]
    [InlineData("photo", "cup.png", "  <SCRIPT>alert(1)")]
    [InlineData("photo", "cup.pdf", "%PDF")]
    [InlineData("elsewhere", "run.js", "hello")]
    public async Task Files_of_forbidden_kinds_are_refused_whatever_they_are_called(string field, string name, string content)
    {
        await using var visitor = await FormVisitor.ComeAsync();
        var answer = await visitor.SendAsync(await visitor.OpenAsync(), FormVisitor.Good, [(field, name, Encoding.Latin1.GetBytes(content))], script: true);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotEmpty((await RunningDesk.JsonAsync(answer)).GetProperty("errors").GetProperty(field).GetString()!);
    }

    [Fact]
    public async Task Too_many_or_too_large_files_and_a_body_beyond_the_forms_own_limit_are_refused()
    {
        await using var visitor = await FormVisitor.ComeAsync(new { megabytes = 2 });
        var page = await visitor.OpenAsync();
        (string, string, byte[]) File(int size) => ("photo", "a.txt", [.. Enumerable.Repeat((byte)'a', size)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.SendAsync(page, FormVisitor.Good, [File(1), File(2), File(3)])).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.SendAsync(page, FormVisitor.Good, [File(1024 * 1024 + 1)])).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await visitor.SendAsync(page, FormVisitor.Good, [File(1024 * 1024), File(1024 * 1024)])).StatusCode);
    }

    [Fact]
    public async Task Who_is_too_quick_or_comes_after_a_day_is_asked_again_and_loses_nothing()
    {
        await using var visitor = await FormVisitor.ComeAsync();
        var quick = await visitor.SendAsync(await visitor.OpenAsync(wait: TimeSpan.FromSeconds(1)), FormVisitor.Good);
        var page = await quick.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, quick.StatusCode);
        Assert.Contains("Vraťte mi peníze</textarea>", page, StringComparison.Ordinal);

        visitor.Clock.Advance(TimeSpan.FromHours(25));
        var late = await visitor.SendAsync(page, FormVisitor.Good);
        var again = await late.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        Assert.NotEqual(FormVisitor.StampIn(page), FormVisitor.StampIn(again));
        visitor.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.SendAsync(again, FormVisitor.Good)).StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("made-up")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_stamp_nobody_signed_is_asked_for_again(string stamp)
    {
        await using var visitor = await FormVisitor.ComeAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.SendStampedAsync(stamp, FormVisitor.Good)).StatusCode);
    }

    [Fact]
    public async Task Who_fills_in_what_people_do_not_see_is_thanked_and_marked_for_review()
    {
        await using var visitor = await FormVisitor.ComeAsync();
        var answer = await visitor.SendAsync(await visitor.OpenAsync(), new Dictionary<string, string>(FormVisitor.Good) { ["hx.website"] = "https://spam.example" });
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var ticket = await visitor.TicketAsync();
        Assert.True(ticket.GetProperty("review").GetBoolean());
        Assert.Equal("spam", (await visitor.Desk.MessagesAsync(ticket.GetProperty("id").GetString()!)).Single().GetProperty("review").GetString());
    }

    [Fact]
    public async Task A_challenge_is_met_by_work_or_by_the_sum_and_good_for_one_message()
    {
        await using var visitor = await FormVisitor.ComeAsync(new { challenge = true });
        var page = await visitor.OpenAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.SendAsync(page, FormVisitor.Good)).StatusCode);

        var nonce = System.Text.RegularExpressions.Regex.Match(page, "data-nonce=\"([0-9a-f]+)\"").Groups[1].Value;
        var work = Enumerable.Range(0, int.MaxValue).First(n => SHA256.HashData(Encoding.ASCII.GetBytes($"{nonce}:{n}")) is [0, 0, ..]);
        var worked = new Dictionary<string, string>(FormVisitor.Good) { ["hx.proof"] = $"{work}" };
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.SendAsync(page, worked)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.SendAsync(page, worked)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.SendAsync(page, new Dictionary<string, string>(worked) { ["message"] = "Another" })).StatusCode);

        page = await visitor.OpenAsync();
        var sum = System.Text.RegularExpressions.Regex.Match(page, @"(\d+) &#x2B; (\d+)");
        var added = new Dictionary<string, string>(FormVisitor.Good) { ["hx.sum"] = $"{int.Parse(sum.Groups[1].Value, null) + int.Parse(sum.Groups[2].Value, null)}" };
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.SendAsync(page, added)).StatusCode);
        Assert.Equal(2, (await visitor.TicketsAsync(2)).Length);
    }

    [Fact]
    public async Task Only_allowed_origins_may_frame_the_form_and_send_it()
    {
        await using var visitor = await FormVisitor.ComeAsync(new { origins = new[] { "https://Shop.example/" } });
        var page = await visitor.OpenAsync();
        var shown = await visitor.GetAsync("/api/forms/contact?embed=1");
        Assert.Contains("frame-ancestors 'self' https://shop.example", shown.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.SendAsync(page, FormVisitor.Good, origin: "https://evil.example")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.SendAsync(page, FormVisitor.Good, origin: "null")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.SendAsync(page, FormVisitor.Good, origin: "https://shop.example")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.SendAsync(page, FormVisitor.Good, origin: visitor.Desk.Anybody.BaseAddress!.GetLeftPart(UriPartial.Authority))).StatusCode);
    }

    [Fact]
    public async Task A_flood_from_one_address_is_told_when_to_come_again_and_keeps_its_words()
    {
        await using var visitor = await FormVisitor.ComeAsync();
        var page = await visitor.OpenAsync();
        HttpResponseMessage answer;
        do answer = await visitor.SendAsync(page, FormVisitor.Good); while (answer.StatusCode == HttpStatusCode.SeeOther);

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(6), answer.Headers.RetryAfter!.Delta);
        Assert.Contains("Vraťte mi peníze</textarea>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        visitor.Clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(HttpStatusCode.SeeOther, (await visitor.SendAsync(page, FormVisitor.Good)).StatusCode);
    }

    [Fact]
    public async Task Routes_send_a_form_to_a_department_by_its_answers_and_lists_are_narrowed_by_them()
    {
        await using var visitor = await FormVisitor.ComeAsync();
        var settings = (HelpdeskMx.Platform.Settings)visitor.Desk.Services.GetService(typeof(HelpdeskMx.Platform.Settings))!;
        await settings.SaveAsync(HelpdeskMx.Platform.Kinds.Departments, "money", new HelpdeskMx.Channels.Department("money", "Money"), CancellationToken.None);
        Assert.True((await visitor.SaveAsync(FormVisitor.Fields, new { routes = new[] { new { field = "topic", answers = new[] { "refund" }, department = "money" } } })).IsSuccessStatusCode);
        await visitor.SendAsync(await visitor.OpenAsync(), FormVisitor.Good);
        await visitor.SendAsync(await visitor.OpenAsync(), new Dictionary<string, string>(FormVisitor.Good) { ["topic"] = "other", ["order"] = "B-1" });
        await visitor.TicketsAsync(2);

        Assert.Equal("money", (await visitor.TicketsAsync(1, "&field=topic:refund")).Single().GetProperty("department").GetString());
        Assert.NotEqual("money", (await visitor.TicketsAsync(1, "&field=order:b-1")).Single().GetProperty("department").GetString());
        Assert.Single(await visitor.TicketsAsync(1, "&field=topic:refund&field=order:A-17"));
        Assert.Equal(0, (await visitor.Desk.GetAsync("/api/tickets?field=topic:refund&field=order:b-1")).GetProperty("items").GetArrayLength());
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Desk.Admin.GetAsync("/api/tickets?field=topic")).StatusCode);
    }

    [Fact]
    public async Task The_page_is_in_the_visitors_language_with_the_stores_words_where_there_are_none()
    {
        await using var visitor = await FormVisitor.ComeAsync(new { title = new { en = "Write to us here" } });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/forms/contact");
        request.Headers.Add("Accept-Language", "de, cs-CZ;q=0.8, en;q=0.5");
        var page = await (await visitor.Desk.Anybody.SendAsync(request)).Content.ReadAsStringAsync();
        Assert.Contains("<html lang=\"cs\"", page, StringComparison.Ordinal);
        Assert.Contains("Write to us here", page, StringComparison.Ordinal);
        Assert.Contains(">Téma", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scripts_are_cached_and_load_anywhere_and_an_unknown_form_is_told_in_a_sentence()
    {
        await using var visitor = await FormVisitor.ComeAsync();
        var script = await visitor.GetAsync(FormAssets.ScriptUrl);
        Assert.Contains("immutable", script.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal("text/javascript", script.Content.Headers.ContentType!.MediaType);
        Assert.Contains("const form = \"contact\"", await (await visitor.GetAsync("/api/forms/contact/embed.js")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var none = await visitor.GetAsync("/api/forms/none?lang=cs");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        Assert.Contains("žádný formulář", await none.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/api/forms/support")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Desk.Anybody.PostAsJsonAsync("/api/forms/contact", new { email = "a@x.cz" })).StatusCode);
    }
}
