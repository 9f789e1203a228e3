using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Parser;
using FsCheck;
using FsCheck.Fluent;
using HelpdeskMx.Channels;
using HelpdeskMx.Forms;
using HelpdeskMx.Http;
using HelpdeskMx.Intake;
using HelpdeskMx.Platform;
using HelpdeskMx.Tests.Hosts;
using HelpdeskMx.Tickets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace HelpdeskMx.Tests.Forms;

public sealed class FormRulesTests
{
    private static readonly Channel Contact = new() { Id = "contact", Kind = ChannelKind.Form, Name = "Contact", Store = "s", Department = "d", Key = "k" };

    [Fact]
    public void A_form_stored_before_it_had_settings_reads_with_their_defaults_and_so_does_a_queued_submission()
    {
        const string old = """{"id":"c","kind":"form","name":"n","store":"s","department":"d","key":"k","fields":[{"key":"order","kind":"orderNumber","required":false}]}""";
        var form = JsonSerializer.Deserialize(old, AppJson.Of<Channel>())!;
        Assert.Empty(form.Form.Routes);
        Assert.Empty(form.Fields[0].Label);
        var sent = FormSubmission.FromBytes("""{"id":"x","answers":{"order":"17"},"files":[{"name":"a.txt","contentType":"text/plain","content":"YQ=="}]}"""u8);
        var read = sent.Read(form);
        Assert.Equal("17", read.Fields["order"]);
        Assert.Equal(["order:17"], read.Facets);
        Assert.Null(read.Review);
    }

    [Fact]
    public void Whatever_is_written_into_a_form_is_text_on_its_page()
    {
        string[] attacks = ["<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'><svg/onload=alert(1)>", "</style><script>", "</textarea><script>", "javascript:alert(1)", "&lt;b&gt;", "{{x}}", "\u0000\u2028"];
        var texts = Gen.OneOf(Gen.Elements(attacks), ArbMap.Default.GeneratorFor<NonNull<string>>().Select(s => s.Get)).Where(s => s.Trim().Length > 0 && !s.Any(char.IsSurrogate));
        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            var said = new Dictionary<string, string> { ["en"] = text };
            var fields = Enum.GetValues<FormFieldKind>().Select((kind, at) => new FormField($"f{at}", kind, at % 2 == 0) { Label = said, Help = said, Placeholder = said, Options = [new("o", said)] }).ToArray();
            var form = Contact with { Name = text, Fields = fields, Form = new() { Title = said, Lead = said, Button = said, Thanks = said, Challenge = true } };
            var shown = FormShown.Of(form, [new Store("s", text, text, "en")], "en") with
            {
                Answers = fields.ToDictionary(f => f.Key, _ => text),
                Faults = [.. fields.Select(f => new FormFault(f.Key, "file-forbidden", text))],
                Notice = text,
            };
            var page = new HtmlParser().ParseDocument(FormPage.Form(shown).ToString());
            Assert.Single(page.Scripts);
            Assert.Empty(page.QuerySelectorAll("img, svg, b, iframe"));
            Assert.DoesNotContain(page.All, e => e.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)));
            Assert.Equal(fields.Length, page.QuerySelectorAll(".field[data-key]").Length);
            Assert.Empty(new HtmlParser().ParseDocument(FormPage.Thanks(shown).ToString()).QuerySelectorAll("img, svg, b"));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Every_text_of_the_desk_is_there_in_every_language() => Assert.All(HelpdeskMx.Agents.Languages.All, language =>
        Assert.All(FormWords.OfScript, word => Assert.NotEmpty(FormWords.Template(word, language))));

    [Fact]
    public async Task Everything_wrong_with_a_form_is_told_at_its_place_and_nothing_is_saved()
    {
        await using var desk = await RunningDesk.StartAsync();
        var before = (await desk.GetAsync("/api/channels")).ToString();
        var answer = await desk.Admin.PutAsJsonAsync("/api/channels/contact/form", new
        {
            fields = new object?[]
            {
                new { key = "Mail!", kind = "email", required = false },
                new { key = "topic", kind = "choice", required = true, label = (object?)null },
                new { key = "topic", kind = "text", required = true, label = new { de = "Thema" }, maxLength = 0 },
                new { key = "doc", kind = "file", required = false, files = new { most = 0, megabytes = 99, kinds = new[] { "exe" } } },
                new { key = "ok", kind = "consent", required = true, link = new { en = "javascript:alert(1)" } },
                null,
            },
            form = new { megabytes = 26, origins = new[] { "https://x.example/path", "*" }, routes = new[] { new { field = "doc", answers = Array.Empty<string>(), department = "none" } } },
        });
        var errors = (await RunningDesk.JsonAsync(answer)).GetProperty("errors").EnumerateObject().Select(e => e.Name).ToArray();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        string[] expected =
        [
            "fields", "fields.0.key", "fields.1.options", "fields.2.key", "fields.2.label.de", "fields.2.maxLength", "fields.3.files.most", "fields.3.files.megabytes", "fields.3.files.kinds",
            "fields.4.link.en", "fields.5.key", "form.megabytes", "form.origins.0", "form.origins.1", "form.routes.0.field", "form.routes.0.answers", "form.routes.0.department",
        ];
        Assert.Equal(expected.Order(), errors.Order());
        Assert.Equal(before, (await desk.GetAsync("/api/channels")).ToString());
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.Agent.PutAsJsonAsync("/api/channels/contact/form", new { fields = FormVisitor.Fields })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Admin.PutAsJsonAsync("/api/channels/support/form", new { fields = FormVisitor.Fields })).StatusCode);
    }

    [Fact]
    public async Task A_preview_shows_what_is_not_saved()
    {
        await using var desk = await RunningDesk.StartAsync();
        var answer = await desk.Admin.PostAsJsonAsync("/api/channels/contact/form/preview?lang=cs", new { fields = FormVisitor.Fields, form = new { title = new { en = "Not saved" } } });
        var shown = await RunningDesk.JsonAsync(answer);
        var html = shown.GetProperty("html").GetString()!;
        Assert.All(shown.GetProperty("labels").EnumerateObject(), label => Assert.Contains($">{label.Value.GetString()}", html, StringComparison.Ordinal));
        Assert.Contains("Not saved", html, StringComparison.Ordinal);
        Assert.Contains("Vrácení", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Not saved", await desk.Anybody.GetStringAsync("/api/forms/contact"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sign_ins_from_one_address_are_slowed_down_whoever_they_are_for()
    {
        await using var desk = await RunningDesk.StartAsync(s => Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton<TimeProvider>(s, new FakeTimeProvider(DateTimeOffset.UtcNow)));
        var answers = new List<HttpStatusCode>();
        for (var at = 0; at < 60; at++) answers.Add((await desk.Anybody.PostAsJsonAsync("/api/auth/login", new { email = $"a{at}@x.cz", password = "x" })).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, answers[0]);
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
    }

    [Fact]
    public void A_pace_lets_so_many_in_at_once_and_then_so_many_a_minute()
    {
        var clock = new FakeTimeProvider();
        var throttle = new Throttle(DeskOptions.Usual, clock);
        Assert.Equal(3, Enumerable.Range(0, 10).Count(_ => throttle.Take("door", From("1.2.3.4"), new(3, 6)) is null));
        Assert.Equal(TimeSpan.FromSeconds(10), throttle.Take("door", From("1.2.3.4"), new(3, 6)));
        Assert.Null(throttle.Take("door", From("1.2.3.5"), new(3, 6)));
        Assert.Null(throttle.Take("other", From("1.2.3.4"), new(3, 6)));
        clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Null(throttle.Take("door", From("1.2.3.4"), new(3, 6)));
        Assert.NotNull(throttle.Take("door", From("1.2.3.4"), new(3, 6)));
    }

    [Fact]
    public void More_callers_than_are_remembered_share_a_pace_and_no_memory()
    {
        var throttle = new Throttle(DeskOptions.Usual, new FakeTimeProvider());
        var passed = Enumerable.Range(0, 60_000).Count(at => throttle.Take("door", From($"10.{at >> 16}.{(at >> 8) & 255}.{at & 255}"), new(1, 1)) is null);
        Assert.InRange(passed, 20_000, 21_000);
    }

    [Theory]
    [InlineData(0, "9.9.9.9", "1.1.1.1")]
    [InlineData(1, "9.9.9.9", "9.9.9.9")]
    [InlineData(1, "6.6.6.6, 9.9.9.9:1234", "9.9.9.9")]
    [InlineData(2, "6.6.6.6, 9.9.9.9, 8.8.8.8", "9.9.9.9")]
    [InlineData(2, "9.9.9.9", "1.1.1.1")]
    [InlineData(1, "nonsense", "1.1.1.1")]
    [InlineData(1, "[2001:db8:1:2::5]:99", "20010DB800010002")]
    public void A_forwarded_address_counts_only_as_far_as_ones_own_proxies_wrote_it(int proxies, string forwarded, string caller)
    {
        var request = From("1.1.1.1");
        request.Headers["X-Forwarded-For"] = forwarded;
        Assert.Equal(caller, new Throttle(DeskOptions.Usual with { Proxies = proxies }, TimeProvider.System).CallerOf(request));
    }

    private static HttpRequest From(string address)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(address);
        return context.Request;
    }
}
