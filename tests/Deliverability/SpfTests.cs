using HelpdeskMx.Deliverability;

namespace HelpdeskMx.Tests.Deliverability;

public sealed class SpfTests
{
    private const string Domain = "shop.test", Azure = "spf.protection.outlook.com";

    private readonly Zone zone = new Zone().Text(Azure, "v=spf1 ip4:40.92.0.0/15 -all").Text("spf.other.test", "v=spf1 ip4:192.0.2.0/24 ~all");

    [Fact]
    public async Task A_domain_that_lets_the_carrier_send_is_good()
    {
        var check = await CheckAsync("v=spf1 include:spf.protection.outlook.com -all");
        Assert.Equal(Standing.Good, check.Standing);
        Assert.Empty(check.Findings);
        Assert.Empty(check.Add);
        Assert.Equal([new DnsRecord("TXT", Domain, "v=spf1 include:spf.protection.outlook.com -all")], check.Found);
    }

    [Theory]
    [InlineData("v=spf1 -all", "v=spf1 include:spf.protection.outlook.com -all")]
    [InlineData("v=spf1 mx include:spf.other.test ~all", "v=spf1 mx include:spf.other.test include:spf.protection.outlook.com ~all")]
    [InlineData("V=SPF1  mx", "v=spf1 mx include:spf.protection.outlook.com ~all")]
    [InlineData("v=spf1 +all", "v=spf1 include:spf.protection.outlook.com ~all")]
    [InlineData("v=spf1 -include:spf.protection.outlook.com ?all", "v=spf1 -include:spf.protection.outlook.com include:spf.protection.outlook.com ~all")]
    [InlineData("v=spf1 mx redirect=spf.other.test", "v=spf1 mx include:spf.protection.outlook.com redirect=spf.other.test")]
    [InlineData("v=spf1 exp=why.shop.test -all a", "v=spf1 include:spf.protection.outlook.com -all exp=why.shop.test")]
    public async Task The_record_to_put_in_place_is_the_present_one_with_the_carrier_before_its_end(string present, string mended)
    {
        zone.Mail(Domain, "10 mx.shop.test").Address("mx.shop.test", "198.51.100.1");
        var check = await CheckAsync(present);
        Assert.Equal([new RecordToAdd("TXT", Domain, mended, Replaces: true)], check.Add);
    }

    [Fact]
    public async Task A_domain_without_a_record_is_given_one()
    {
        Assert.Equal([new RecordToAdd("TXT", Domain, "v=spf1 include:spf.protection.outlook.com ~all", Replaces: false)], (await CheckAsync("google-site-verification=1", "v=spf10 all")).Add);
        Assert.Equal("v=spf1 ip4:203.0.113.7 ~all", (await CheckAsync("203.0.113.7")).Add.Single().Value);
        var unknown = await CheckSpf.RunAsync(zone, Domain, null, default);
        Assert.Equal("v=spf1 mx ~all", unknown.Add.Single().Value);
        Assert.Equal([FindingCode.SpfMissing, FindingCode.SpfCarrierUnknown], unknown.Findings.Select(f => f.Code));
    }

    [Fact]
    public async Task Several_records_become_one()
    {
        var check = await CheckAsync("v=spf1 include:spf.other.test ~all", $"v=spf1 include:{Azure} -all");
        Assert.Equal([FindingCode.SpfSeveral], check.Findings.Select(f => f.Code));
        Assert.Equal($"v=spf1 include:spf.other.test include:{Azure} ~all", check.Add.Single().Value);
    }

    [Theory]
    [InlineData("v=spf1 foo -all", "foo")]
    [InlineData("v=spf1 include: -all", "include:")]
    [InlineData("v=spf1 ip4:1.2.3 -all", "ip4:1.2.3")]
    [InlineData("v=spf1 ip4:1.2.3.4/33 -all", "ip4:1.2.3.4/33")]
    [InlineData("v=spf1 ip4:2001:db8::1 -all", "ip4:2001:db8::1")]
    [InlineData("v=spf1 ip6:192.0.2.1 -all", "ip6:192.0.2.1")]
    [InlineData("v=spf1 a/99 -all", "a/99")]
    [InlineData("v=spf1 -all:x.test", "-all:x.test")]
    [InlineData("v=spf1 redirect=a.test redirect=b.test", "redirect=b.test")]
    [InlineData("v=spf1 include:žluť.test -all", "include:žluť.test")]
    [InlineData("v=spf1 =x", "=x")]
    public async Task A_term_that_cannot_be_read_is_named_and_nothing_is_put_in_its_place(string record, string term)
    {
        var check = await CheckAsync(record);
        Assert.Contains(check.Findings, f => f.Code == FindingCode.SpfSyntax && f.Value == term);
        Assert.Empty(check.Add);
    }

    [Theory]
    [InlineData("v=spf1 a:mail.shop.test//64 mx/24//96 ip6:2001:db8::/32 exists:%{i}.x.test exp=why.shop.test unknown=1 -all")]
    [InlineData("v=spf1 +a -ptr ~mx ?ip4:192.0.2.1 a:%{d}/24 -all")]
    public void What_may_stand_in_a_record_is_read(string record) => Assert.Null(SpfRecord.Read(record).Fault);

    [Theory]
    [InlineData("v=spf1 ip4:203.0.113.0/24 -all", "203.0.113.9", true)]
    [InlineData("v=spf1 ip4:203.0.113.77/24 -all", "203.0.113.9", true)]
    [InlineData("v=spf1 -ip4:203.0.113.0/24 -all", "203.0.113.9", false)]
    [InlineData("v=spf1 ip6:2001:db8::/32 -all", "2001:db8::7", true)]
    [InlineData("v=spf1 a -all", "198.51.100.5", true)]
    [InlineData("v=spf1 a/24 -all", "198.51.100.200", true)]
    [InlineData("v=spf1 mx -all", "198.51.100.1", true)]
    [InlineData("v=spf1 mx -all", "198.51.100.2", false)]
    [InlineData("v=spf1 include:spf.other.test -all", "192.0.2.200", true)]
    [InlineData("v=spf1 redirect=spf.other.test", "192.0.2.200", true)]
    [InlineData("v=spf1 redirect=spf.other.test", "spf.other.test", true)]
    [InlineData("v=spf1 include:nest.test -all", "spf.other.test", true)]
    [InlineData("v=spf1 -all include:spf.other.test", "spf.other.test", false)]
    public async Task Whether_the_carrier_may_send_is_told(string record, string carrier, bool allowed)
    {
        zone.Text("nest.test", "v=spf1 include:spf.other.test -all").Address(Domain, "198.51.100.5").Mail(Domain, "10 mx.shop.test.").Address("mx.shop.test", "198.51.100.1");
        zone.Text(Domain, record);
        var check = await CheckSpf.RunAsync(zone, Domain, carrier, default);
        Assert.Equal(!allowed, check.Findings.Any(f => f.Code == FindingCode.SpfNotAllowed && f.Value == carrier));
    }

    [Theory]
    [InlineData(10, false)]
    [InlineData(11, true)]
    public async Task More_than_ten_lookups_are_too_many_whoever_makes_them(int lookups, bool tooMany)
    {
        zone.Text("deep.test", $"v=spf1 {string.Join(' ', Enumerable.Range(0, lookups - 2).Select(i => $"exists:%{{i}}.{i}.test"))} -all");
        var check = await CheckAsync($"v=spf1 include:{Azure} include:deep.test -all");
        Assert.Equal(tooMany, check.Findings.Any(f => f is { Code: FindingCode.SpfTooManyLookups, Standing: Standing.Bad, Value: "11" }));
    }

    [Fact]
    public async Task Lookups_that_find_nothing_are_counted()
    {
        var check = await CheckAsync($"v=spf1 include:{Azure} a:1.gone.test a:2.gone.test mx:3.gone.test -all");
        Assert.Contains(check.Findings, f => f is { Code: FindingCode.SpfTooManyVoid, Value: "3" });
        Assert.DoesNotContain((await CheckAsync($"v=spf1 include:{Azure} a:1.gone.test a:2.gone.test -all")).Findings, f => f.Code == FindingCode.SpfTooManyVoid);
    }

    [Fact]
    public async Task A_loop_ends_and_is_told()
    {
        zone.Text("a.test", "v=spf1 include:b.test -all").Text("b.test", "v=spf1 include:a.test -all");
        var check = await CheckAsync($"v=spf1 include:{Azure} include:a.test -all");
        Assert.Contains(check.Findings, f => f is { Code: FindingCode.SpfLoop, At: "b.test", Value: "a.test" });
        Assert.Contains((await CheckAsync("v=spf1 include:shop.test -all")).Findings, f => f.Code == FindingCode.SpfLoop);
    }

    [Fact]
    public async Task A_tree_of_includes_is_not_followed_for_ever()
    {
        for (var i = 0; i < 40; i++) zone.Text($"t{i}.test", $"v=spf1 include:t{i + 1}.test include:t{i + 1}.test include:t{i + 1}.test -all");
        await CheckAsync("v=spf1 include:t0.test -all");
        Assert.InRange(zone.Asked.Count, 20, 40);
    }

    [Theory]
    [InlineData("v=spf1 include:gone.test -all")]
    [InlineData("v=spf1 include:two.test -all")]
    [InlineData("v=spf1 include:broken.test -all")]
    [InlineData("v=spf1 redirect=none.test")]
    public async Task What_is_included_and_has_no_record_is_a_fault(string record)
    {
        zone.Text("two.test", "v=spf1 -all", "v=spf1 ~all").Text("broken.test", "v=spf1 nonsense").Text("none.test", "hello");
        Assert.Contains((await CheckAsync(record)).Findings, f => f is { Code: FindingCode.SpfIncludeMissing, Standing: Standing.Bad });
    }

    [Theory]
    [InlineData("v=spf1 +all", FindingCode.SpfPassesAll)]
    [InlineData("v=spf1 all", FindingCode.SpfPassesAll)]
    [InlineData("v=spf1 ?all", FindingCode.SpfNeutralAll)]
    [InlineData("v=spf1 include:spf.other.test", FindingCode.SpfNoAll)]
    [InlineData("v=spf1 ptr ~all", FindingCode.SpfPtr)]
    [InlineData("v=spf1 ~all include:spf.other.test", FindingCode.SpfAfterAll)]
    [InlineData("v=spf1 -all redirect=spf.other.test", FindingCode.SpfAfterAll)]
    public async Task What_works_but_should_not_stand_there_is_warned_of(string record, FindingCode code) =>
        Assert.Contains((await CheckAsync(record)).Findings, f => f.Code == code && f.Standing == Standing.Warn);

    [Fact]
    public async Task A_DNS_that_does_not_answer_is_not_a_missing_record()
    {
        var silent = await CheckSpf.RunAsync(new Zone().Silent(Domain), Domain, Azure, default);
        Assert.Equal((Standing.Unknown, FindingCode.Unanswered), (silent.Standing, silent.Findings.Single().Code));
        Assert.Empty(silent.Add);

        var behind = await CheckSpf.RunAsync(new Zone().Text(Domain, "v=spf1 include:spf.other.test -all").Silent("spf.other.test"), Domain, Azure, default);
        Assert.Equal(Standing.Unknown, behind.Standing);
        Assert.DoesNotContain(behind.Findings, f => f.Code == FindingCode.SpfNotAllowed);
    }

    [Fact]
    public async Task A_record_too_long_to_be_meant_is_not_read() =>
        Assert.Equal([FindingCode.SpfTooLong], (await CheckAsync("v=spf1 " + new string('x', 5000))).Findings.Select(f => f.Code));

    private Task<Check> CheckAsync(params string[] texts)
    {
        if (texts is ["203.0.113.7"]) return CheckSpf.RunAsync(new Zone(), Domain, texts[0], default);
        return CheckSpf.RunAsync(zone.Text(Domain, texts), Domain, Azure, default);
    }
}
