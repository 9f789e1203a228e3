using System.Net;
using System.Text.Json;
using HelpdeskMx.Deliverability;
using HelpdeskMx.Platform;
using HelpdeskMx.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;

namespace HelpdeskMx.Tests.Deliverability;

public sealed class CheckDeliverabilityTests
{
    private static readonly Zone s_zone = new Zone()
        .Text("demo.test", "v=spf1 -all").Mail("demo.test", "0 .").Text("_dmarc.demo.test", "v=DMARC1; p=none").Text("s9._domainkey.demo.test", "v=DKIM1; p=")
        .Text("desk.test", "v=spf1 include:spf.protection.outlook.com -all").Text("spf.protection.outlook.com", "v=spf1 ip4:40.92.0.0/15 -all");

    [Fact]
    public async Task Admins_see_how_the_domains_of_their_channels_stand_and_what_to_add()
    {
        await using var desk = await StartAsync();
        var domain = Assert.Single(Domains(await desk.GetAsync("/api/deliverability")));
        Assert.Equal(("demo.test", "bad"), (Text(domain, "domain"), Text(domain, "standing")));
        Assert.Equal(["spf good", "dkim warn", "dmarc good", "mx bad"], domain.GetProperty("checks").EnumerateArray().Select(c => $"{Text(c, "kind")} {Text(c, "standing")}"));

        var named = Assert.Single(Domains(await desk.GetAsync("/api/deliverability?domain=DEMO.test&selector=s9&include=ip4:192.0.2.1")));
        var checks = named.GetProperty("checks");
        Assert.Equal("spfNotAllowed", Text(checks[0].GetProperty("findings")[0], "code"));
        Assert.Equal("v=spf1 ip4:192.0.2.1 -all", Text(checks[0].GetProperty("add")[0], "value"));
        Assert.Equal("dkimRevoked", Text(checks[1].GetProperty("findings")[0], "code"));
    }

    [Theory]
    [InlineData("domain=elsewhere.test", "domain")]
    [InlineData("selector=a..b", "selector")]
    [InlineData("selector=1 2 3 4 5 6 7 8 9 10 11", "selector")]
    [InlineData("include=no domain", "include")]
    [InlineData("include=999.1.1.1", "include")]
    public async Task What_cannot_be_asked_is_refused_by_its_name(string query, string field)
    {
        await using var desk = await StartAsync();
        var answer = await desk.Admin.GetAsync($"/api/deliverability?{query}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.True((await RunningDesk.JsonAsync(answer)).GetProperty("errors").TryGetProperty(field, out _));
    }

    [Fact]
    public async Task Agents_may_not_ask()
    {
        await using var desk = await StartAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.Agent.GetAsync("/api/deliverability")).StatusCode);
    }

    [Fact]
    public async Task On_Azure_the_domain_mail_is_sent_from_is_checked_for_Azure_and_need_not_receive()
    {
        await using var desk = await StartAsync("support@desk.test");
        var domains = Domains(await desk.GetAsync("/api/deliverability"));
        Assert.Equal(["demo.test", "desk.test"], domains.Select(d => Text(d, "domain")));
        var checks = domains[1].GetProperty("checks").EnumerateArray().ToArray();
        Assert.Equal(["spf good", "dkim bad", "dmarc warn"], checks.Select(c => $"{Text(c, "kind")} {Text(c, "standing")}"));
        Assert.Equal(2, checks[1].GetProperty("add").GetArrayLength());
    }

    [Fact]
    public async Task Of_a_domain_that_is_not_there_nothing_else_is_told()
    {
        await using var desk = await StartAsync("support@gone.test");
        var gone = Domains(await desk.GetAsync("/api/deliverability")).Single(d => Text(d, "domain") == "gone.test");
        var check = Assert.Single(gone.GetProperty("checks").EnumerateArray());
        Assert.Equal(("mx", "domainMissing"), (Text(check, "kind"), Text(check.GetProperty("findings")[0], "code")));
        Assert.Equal(0, check.GetProperty("add").GetArrayLength());
    }

    [Fact]
    public async Task A_domain_that_Azure_lent_is_nobodys_here_to_mend()
    {
        await using var desk = await StartAsync("DoNotReply@11111111-2222-3333-4444-555555555555.azurecomm.net");
        Assert.Equal(["demo.test"], Domains(await desk.GetAsync("/api/deliverability")).Select(d => Text(d, "domain")));
    }

    private static Task<RunningDesk> StartAsync(string? sender = null) =>
        RunningDesk.StartAsync(services => services.AddSingleton<IDns>(s_zone).AddSingleton(DeskOptions.Usual with { Sender = sender }));

    private static JsonElement[] Domains(JsonElement report) => [.. report.GetProperty("domains").EnumerateArray()];

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
