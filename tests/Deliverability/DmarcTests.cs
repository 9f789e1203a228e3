using HelpdeskMx.Deliverability;

namespace HelpdeskMx.Tests.Deliverability;

public sealed class DmarcTests
{
    private const string Domain = "mail.shop.test";

    [Fact]
    public async Task A_strict_policy_with_reports_is_good()
    {
        var check = await CheckAsync("v=DMARC1; p=reject; sp=quarantine; adkim=s; aspf=r; pct=100; rua=mailto:dmarc@shop.test,mailto:x@report.test!10m; fo=1");
        Assert.Equal(Standing.Good, check.Standing);
        Assert.Empty(check.Findings);
        Assert.Empty(check.Add);
    }

    [Fact]
    public async Task A_policy_of_none_is_a_hint_and_no_fault()
    {
        var check = await CheckAsync("v=DMARC1; p=none");
        Assert.Equal(Standing.Good, check.Standing);
        Assert.Equal([FindingCode.DmarcNone, FindingCode.DmarcNoReports], check.Findings.Select(f => f.Code));
    }

    [Fact]
    public async Task A_domain_without_a_policy_is_given_one()
    {
        var check = await CheckDmarc.RunAsync(new Zone().Text("_dmarc.mail.shop.test", "a wildcard's text"), Domain, default);
        Assert.Equal((FindingCode.DmarcMissing, Standing.Warn), (check.Findings.Single().Code, check.Standing));
        Assert.Equal([new RecordToAdd("TXT", "_dmarc.mail.shop.test", "v=DMARC1; p=none", Replaces: false)], check.Add);
    }

    [Fact]
    public async Task The_policy_of_a_domain_above_holds_by_what_it_says_of_those_below()
    {
        var check = await CheckDmarc.RunAsync(new Zone().Text("_dmarc.shop.test", "v=DMARC1; p=reject; sp=none; rua=mailto:d@shop.test"), Domain, default);
        Assert.Equal([FindingCode.DmarcNone, FindingCode.DmarcInherited], check.Findings.Select(f => f.Code));
        Assert.Equal("shop.test", check.Findings[^1].Value);
    }

    [Fact]
    public async Task The_walk_up_leaves_out_the_last_label_and_the_middle_of_a_long_name()
    {
        var zone = new Zone();
        await CheckDmarc.RunAsync(zone, "a.b.c.d.e.f.g.h.i.j.shop.test", default);
        Assert.Equal(["_dmarc.a.b.c.d.e.f.g.h.i.j.shop.test", "_dmarc.f.g.h.i.j.shop.test", "_dmarc.g.h.i.j.shop.test", "_dmarc.h.i.j.shop.test", "_dmarc.i.j.shop.test", "_dmarc.j.shop.test", "_dmarc.shop.test"], zone.Asked);
    }

    [Fact]
    public async Task A_public_suffix_speaks_for_nobody_below_it() =>
        Assert.Equal(FindingCode.DmarcMissing, (await CheckDmarc.RunAsync(new Zone().Text("_dmarc.co.test", "v=DMARC1; p=reject; psd=y"), "shop.co.test", default)).Findings.Single().Code);

    [Fact]
    public async Task Of_several_policies_the_first_that_can_be_read_stays()
    {
        var check = await CheckAsync("v=DMARC1; p=nonsense", "v=DMARC1; p=quarantine");
        Assert.Equal(FindingCode.DmarcSeveral, check.Findings.Single().Code);
        Assert.Equal("v=DMARC1; p=quarantine", check.Add.Single().Value);
    }

    [Theory]
    [InlineData("v=DMARC1; p=monitor", FindingCode.DmarcSyntax, "p=monitor")]
    [InlineData("v=DMARC1; p=none; sp=all", FindingCode.DmarcSyntax, "sp=all")]
    [InlineData("v=DMARC1; p=none; adkim=strict", FindingCode.DmarcSyntax, "adkim=strict")]
    [InlineData("v=DMARC1; p=none; pct=many", FindingCode.DmarcSyntax, "pct=many")]
    [InlineData("v=DMARC1; p=none; rua=dmarc@shop.test", FindingCode.DmarcSyntax, "rua=dmarc@shop.test")]
    [InlineData("v=DMARC1; p", FindingCode.DmarcSyntax, "p")]
    [InlineData("v=dmarc1; p=none", FindingCode.DmarcSyntax, "v=dmarc1")]
    [InlineData("p=none; v=DMARC1", FindingCode.DmarcSyntax, "v=DMARC1")]
    [InlineData("v=DMARC1; rua=mailto:d@shop.test", FindingCode.DmarcNoPolicy, null)]
    public async Task A_policy_that_receivers_cannot_read_is_a_fault_with_another_to_put_in_place(string record, FindingCode code, string? value)
    {
        var check = await CheckAsync(record);
        Assert.Equal((code, Standing.Bad, value), (check.Findings.Single().Code, check.Standing, check.Findings.Single().Value));
        Assert.True(check.Add.Single().Replaces);
    }

    [Fact]
    public async Task A_policy_for_some_of_the_mail_is_warned_of() =>
        Assert.Contains((await CheckAsync("v=DMARC1; p=reject; pct=20; rua=mailto:d@shop.test")).Findings, f => f is { Code: FindingCode.DmarcPartial, Standing: Standing.Warn, Value: "20" });

    [Fact]
    public async Task A_DNS_that_does_not_answer_is_not_a_missing_policy() =>
        Assert.Equal(Standing.Unknown, (await CheckDmarc.RunAsync(new Zone().Silent("_dmarc.shop.test"), Domain, default)).Standing);

    private static Task<Check> CheckAsync(params string[] texts) => CheckDmarc.RunAsync(new Zone().Text($"_dmarc.{Domain}", texts), Domain, default);
}
