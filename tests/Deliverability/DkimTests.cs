using System.Security.Cryptography;
using HelpdeskMx.Deliverability;

namespace HelpdeskMx.Tests.Deliverability;

public sealed class DkimTests
{
    private const string Domain = "shop.test", At = "s1._domainkey.shop.test";

    private static readonly string s_key = Rsa(2048);

    [Theory]
    [InlineData("v=DKIM1; k=rsa; p={0}")]
    [InlineData("p={0}")]
    [InlineData("v=DKIM1;k=rsa;s=email;h=sha256:sha1;n=a note;p={0};")]
    public void A_key_of_2048_bits_is_good(string record) => Assert.Empty(DkimKey.Judge(string.Format(null, record, s_key), At));

    [Fact]
    public void An_ed25519_key_is_good() => Assert.Empty(DkimKey.Judge("v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=", At));

    [Fact]
    public void Spaces_inside_a_key_are_as_none() => Assert.Empty(DkimKey.Judge($"v=DKIM1; p={s_key[..40]} \t{s_key[40..]}", At));

    [Theory]
    [InlineData("v=DKIM1; p=", FindingCode.DkimRevoked, Standing.Bad)]
    [InlineData("v=DKIM1; p=not a key", FindingCode.DkimKeyUnreadable, Standing.Bad)]
    [InlineData("v=DKIM1; p=AAAA", FindingCode.DkimKeyUnreadable, Standing.Bad)]
    [InlineData("v=DKIM1; k=ed25519; p=AAAA", FindingCode.DkimKeyUnreadable, Standing.Bad)]
    [InlineData("v=DKIM1; k=dsa; p=AAAA", FindingCode.DkimKeyUnknown, Standing.Warn)]
    [InlineData("v=DKIM1; k=rsa", FindingCode.DkimSyntax, Standing.Bad)]
    [InlineData("v=DKIM2; p=AAAA", FindingCode.DkimSyntax, Standing.Bad)]
    [InlineData("k=rsa; v=DKIM1; p=AAAA", FindingCode.DkimSyntax, Standing.Bad)]
    [InlineData("v=DKIM1; p=AAAA; p=BBBB", FindingCode.DkimSyntax, Standing.Bad)]
    [InlineData("žluť", FindingCode.DkimSyntax, Standing.Bad)]
    public void What_is_wrong_with_a_key_is_told(string record, FindingCode code, Standing standing) =>
        Assert.Equal((code, standing), DkimKey.Judge(record, At).Select(f => (f.Code, f.Standing)).Single());

    [Theory]
    [InlineData("t=y:s", FindingCode.DkimTesting, Standing.Warn)]
    [InlineData("s=tlsrpt", FindingCode.DkimNotForMail, Standing.Bad)]
    [InlineData("h=sha1", FindingCode.DkimSha1, Standing.Bad)]
    public void A_good_key_may_say_things_that_are_not(string tag, FindingCode code, Standing standing) =>
        Assert.Equal((code, standing), DkimKey.Judge($"v=DKIM1; {tag}; p={s_key}", At).Select(f => (f.Code, f.Standing)).Single());

    [Theory]
    [InlineData(512, FindingCode.DkimKeyWeak, Standing.Bad)]
    [InlineData(1024, FindingCode.DkimKeyShort, Standing.Warn)]
    public void A_short_key_is_told_with_its_length(int bits, FindingCode code, Standing standing) =>
        Assert.Equal(new Finding(code, standing, $"{bits}", At), DkimKey.Judge($"v=DKIM1; p={Rsa(bits)}", At).Single());

    [Fact]
    public async Task Common_selectors_are_tried_and_one_good_key_is_enough()
    {
        var zone = new Zone().Text("google._domainkey.shop.test", $"v=DKIM1; p={s_key}").Text("default._domainkey.shop.test", "v=DKIM1; p=").Text("mail._domainkey.shop.test", "a wildcard's text");
        var check = await CheckAsync(zone);
        Assert.Equal((Standing.Good, 2), (check.Standing, check.Found.Count));
        Assert.Contains("selector1-azurecomm-prod-net._domainkey.shop.test", zone.Asked);
    }

    [Fact]
    public async Task Where_no_common_selector_has_a_key_there_may_be_another() =>
        Assert.Equal((FindingCode.DkimNotFound, Standing.Warn), (await CheckAsync(new Zone())).Findings.Select(f => (f.Code, f.Standing)).Single());

    [Fact]
    public async Task A_selector_that_was_named_must_be_there()
    {
        var zone = new Zone().Text("s1._domainkey.shop.test", $"v=DKIM1; p={s_key}").Text("s3._domainkey.shop.test", $"v=DKIM1; p={s_key}", "v=DKIM1; p=").Alias("s4._domainkey.shop.test", "gone.carrier.test");
        Assert.Equal(Standing.Good, (await CheckAsync(zone, "s1")).Standing);
        Assert.Equal(FindingCode.DkimMissing, (await CheckAsync(zone, "s2")).Findings.Single().Code);
        Assert.Contains((await CheckAsync(zone, "s3")).Findings, f => f.Code == FindingCode.DkimSeveral);
        var alias = await CheckAsync(zone, "s4");
        Assert.Equal((FindingCode.DkimAliasBroken, "gone.carrier.test"), (alias.Findings.Single().Code, alias.Findings.Single().Value));
        Assert.Equal("CNAME", alias.Found.Single().Type);
    }

    [Fact]
    public async Task On_Azure_both_aliases_are_given_where_they_are_missing()
    {
        var zone = new Zone().Text("selector1-azurecomm-prod-net._domainkey.shop.test", $"v=DKIM1; p={s_key}");
        var check = await CheckDkim.RunAsync(zone, Domain, [], onAzure: true, default);
        Assert.Equal([new RecordToAdd("CNAME", "selector2-azurecomm-prod-net._domainkey.shop.test", "selector2-azurecomm-prod-net._domainkey.azurecomm.net", Replaces: false)], check.Add);
        Assert.Equal(Standing.Bad, check.Standing);
    }

    [Theory]
    [InlineData("selector1-azurecomm-prod-net._domainkey.azurecomm.net", false)]
    [InlineData("elsewhere.carrier.test", true)]
    public async Task An_alias_that_leads_elsewhere_is_to_be_replaced_and_a_right_one_without_a_key_is_not(string target, bool replaced)
    {
        var check = await CheckDkim.RunAsync(new Zone().Alias("selector1-azurecomm-prod-net._domainkey.shop.test", target), Domain, [], onAzure: true, default);
        Assert.Equal(replaced, check.Add.Any(r => r.Name.StartsWith("selector1") && r.Replaces));
        Assert.Equal(!replaced, check.Add.All(r => r.Name.StartsWith("selector2")));
    }

    [Fact]
    public async Task A_DNS_that_does_not_answer_is_not_a_missing_key()
    {
        Assert.Equal(Standing.Unknown, (await CheckAsync(new Zone().Silent(At), "s1")).Standing);
        Assert.Equal(Standing.Unknown, (await CheckAsync(new Zone().Silent(At))).Standing);
    }

    private static Task<Check> CheckAsync(Zone zone, params string[] selectors) => CheckDkim.RunAsync(zone, Domain, selectors, onAzure: false, default);

    private static string Rsa(int bits)
    {
        using var rsa = RSA.Create(bits);
        return Convert.ToBase64String(rsa.ExportSubjectPublicKeyInfo());
    }
}
