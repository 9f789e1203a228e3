using HelpdeskMx.Deliverability;

namespace HelpdeskMx.Tests.Deliverability;

public sealed class NetworkDnsTests
{
    [Theory]
    [InlineData("text.test", DnsKind.Txt, DnsEnding.Found, "v=spf1 include:a.test -all", "žluť")]
    [InlineData("mail.test", DnsKind.Mx, DnsEnding.Found, "10 mx.mail.test.", "0 .")]
    [InlineData("alias.test", DnsKind.Cname, DnsEnding.Found, "text.test")]
    [InlineData("alias.test", DnsKind.Txt, DnsEnding.NoRecords)]
    [InlineData("bare.test", DnsKind.Txt, DnsEnding.NoRecords)]
    [InlineData("gone.test", DnsKind.Txt, DnsEnding.NoSuchName)]
    [InlineData("broken.test", DnsKind.Txt, DnsEnding.Unanswered)]
    [InlineData("garbage.test", DnsKind.Txt, DnsEnding.Unanswered)]
    [InlineData("silent.test", DnsKind.Txt, DnsEnding.Unanswered)]
    public async Task What_a_name_server_says_is_told_apart(string name, DnsKind kind, DnsEnding ending, params string[] records)
    {
        await using var server = new LoopbackDns();
        var answer = await NetworkDns.Over(server.Address).LookUpAsync(name, kind, default);
        Assert.Equal(ending, answer.Ending);
        Assert.Equal(records, answer.Records);
    }

    [Fact]
    public async Task An_answer_too_long_for_one_packet_is_asked_for_again_by_TCP()
    {
        await using var server = new LoopbackDns();
        var answer = await NetworkDns.Over(server.Address).LookUpAsync("long.test", DnsKind.Txt, default);
        Assert.Equal(5000, Assert.Single(answer.Records).Length);
    }
}
