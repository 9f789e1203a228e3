using HelpdeskMx.Deliverability;

namespace HelpdeskMx.Tests.Deliverability;

public sealed class MxTests
{
    private const string Domain = "shop.test";

    private readonly Zone zone = new Zone().Address("mx.shop.test", "192.0.2.1").Address("six.shop.test", "2001:db8::1");

    [Fact]
    public async Task Servers_with_an_address_are_good()
    {
        var check = await CheckAsync("10 mx.shop.test.", "20 six.shop.test");
        Assert.Equal(Standing.Good, check.Standing);
        Assert.Equal(2, check.Found.Count);
    }

    [Theory]
    [InlineData(FindingCode.MxNull, Standing.Bad, "0 .")]
    [InlineData(FindingCode.MxNullMixed, Standing.Bad, "0 .", "10 mx.shop.test")]
    [InlineData(FindingCode.MxHostMissing, Standing.Bad, "10 gone.shop.test")]
    [InlineData(FindingCode.MxHostMissing, Standing.Warn, "10 gone.shop.test", "20 mx.shop.test")]
    [InlineData(FindingCode.MxAddress, Standing.Bad, "10 192.0.2.1")]
    [InlineData(FindingCode.MxMissing, Standing.Bad)]
    public async Task What_keeps_answers_from_arriving_is_told(FindingCode code, Standing standing, params string[] servers) =>
        Assert.Equal((code, standing), (await CheckAsync(servers)).Findings.Select(f => (f.Code, f.Standing)).Single());

    [Fact]
    public async Task Without_servers_the_address_of_the_domain_itself_will_do()
    {
        zone.Address(Domain, "192.0.2.9");
        Assert.Equal((FindingCode.MxImplicit, Standing.Warn), (await CheckAsync()).Findings.Select(f => (f.Code, f.Standing)).Single());
    }

    [Fact]
    public async Task A_domain_that_is_not_there_is_told_so() =>
        Assert.Equal(FindingCode.DomainMissing, (await CheckMx.RunAsync(zone, "gone.test", default)).Findings.Single().Code);

    [Fact]
    public async Task A_DNS_that_does_not_answer_is_no_missing_server()
    {
        Assert.Equal(Standing.Unknown, (await CheckMx.RunAsync(new Zone().Silent(Domain, DnsKind.Mx), Domain, default)).Standing);
        zone.Silent("far.shop.test", DnsKind.A).Silent("far.shop.test", DnsKind.Aaaa);
        Assert.Equal(Standing.Unknown, (await CheckAsync("10 far.shop.test")).Standing);
    }

    private Task<Check> CheckAsync(params string[] servers) => CheckMx.RunAsync(zone.Mail(Domain, servers), Domain, default);
}
