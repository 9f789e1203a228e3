using FsCheck;
using FsCheck.Fluent;
using HelpdeskMx.Deliverability;
using Microsoft.Extensions.Time.Testing;
using Check = HelpdeskMx.Deliverability.Check;

namespace HelpdeskMx.Tests.Deliverability;

/// <summary>Whoever owns a name writes what they like into its records.</summary>
public sealed class HostileRecordsTests
{
    private static readonly string[] s_pieces =
    [
        "v=spf1", " ", "  ", "include:", "a", "mx", "ptr", "ip4:", "ip6:", "redirect=", "exp=", "exists:", "all", "+", "-", "~", "?", "shop.test", "other.test", "192.0.2.1", "2001:db8::", "::", "/", "//", "/0", "/33", "/-1",
        "99999999999999999999", "%{i}", "%", ".", "..", "-.-", "v=DMARC1", "v=DKIM1", ";", "p=", "p=none", "p=AAAA", "p=MIGfMA0G", "k=rsa", "k=ed25519", "t=y", "s=", "h=", "rua=", "rua=mailto:", "mailto:@", "pct=", "sp=", "=", "==", ":", "žluť", "안녕", "\0", "\n", "\"", "\ud800", "@",
    ];

    private static readonly Gen<string> s_records =
        from begin in Gen.Elements("v=spf1 ", "v=DMARC1; ", "v=DKIM1; ", "", "10 ")
        from pieces in Gen.Elements(s_pieces).ListOf()
        select begin + string.Concat(pieces);

    [Fact]
    public void No_record_makes_a_check_throw() => Prop.ForAll(Arb.From(s_records.ListOf()), records =>
    {
        string[] texts = [.. records];
        var zone = new Zone().Text("shop.test", texts).Text("other.test", texts).Text("_dmarc.shop.test", texts).Text("s1._domainkey.shop.test", texts).Mail("shop.test", texts);
        var dns = new PatientDns(zone, TimeProvider.System);
        Check[] checks =
        [
            CheckSpf.RunAsync(dns, "shop.test", "other.test", default).GetAwaiter().GetResult(),
            CheckDkim.RunAsync(dns, "shop.test", ["s1"], false, default).GetAwaiter().GetResult(),
            CheckDmarc.RunAsync(dns, "shop.test", default).GetAwaiter().GetResult(),
            CheckMx.RunAsync(dns, "shop.test", default).GetAwaiter().GetResult(),
        ];
        return checks.All(c => c.Add.All(r => c.Kind != CheckKind.Spf || SpfRecord.Read(r.Value).Fault is null));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task Hundreds_of_huge_texts_are_shown_in_part()
    {
        var zone = new Zone().Text("shop.test", [.. Enumerable.Range(0, 500).Select(i => $"v=spf1 {i}.{new string('x', 3000)}")]);
        var check = await CheckSpf.RunAsync(zone, "shop.test", null, default);
        Assert.Equal(10, check.Found.Count);
        Assert.True(check.Findings.Count < 100, $"{check.Findings.Count} findings");
        Assert.All(check.Findings, f => Assert.True(f.Value is null || f.Value.Length <= 300));
    }

    [Fact]
    public async Task A_DNS_that_never_answers_is_given_up_after_five_seconds_and_the_whole_check_after_fifteen()
    {
        var clock = new FakeTimeProvider();
        var dns = new PatientDns(new Never(), clock);
        for (var second = 0; second < 15; second += 5)
        {
            var answer = dns.LookUpAsync($"{second}.test", DnsKind.Txt, default);
            Assert.False(answer.IsCompleted);
            clock.Advance(TimeSpan.FromSeconds(5));
            Assert.Equal(DnsEnding.Unanswered, (await answer.WaitAsync(TimeSpan.FromSeconds(10))).Ending);
        }
        Assert.Equal(DnsEnding.Unanswered, (await dns.LookUpAsync("late.test", DnsKind.Txt, default)).Ending);
    }

    [Fact]
    public async Task The_same_question_is_asked_once()
    {
        var zone = new Zone().Text("shop.test", "hello");
        var dns = new PatientDns(zone, TimeProvider.System);
        await dns.LookUpAsync("shop.test", DnsKind.Txt, default);
        await dns.LookUpAsync("SHOP.test.", DnsKind.Txt, default);
        Assert.Equal(["shop.test"], zone.Asked);
    }

    private sealed class Never : IDns
    {
        public Task<DnsAnswer> LookUpAsync(string name, DnsKind kind, CancellationToken ct) => new TaskCompletionSource<DnsAnswer>().Task;
    }
}
