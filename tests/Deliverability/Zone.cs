using HelpdeskMx.Deliverability;

namespace HelpdeskMx.Tests.Deliverability;

/// <summary>A DNS that says what a test wrote down, and that there is no other name.</summary>
public sealed class Zone : IDns
{
    private readonly Dictionary<(string Name, DnsKind Kind), DnsAnswer> answers = [];
    private readonly List<string> asked = [];

    /// <summary>Which names were asked about, in order.</summary>
    public IReadOnlyList<string> Asked => asked;

    public Zone Text(string name, params string[] texts) => With(name, DnsKind.Txt, DnsAnswer.Of(texts));

    public Zone Mail(string name, params string[] servers) => With(name, DnsKind.Mx, DnsAnswer.Of(servers));

    public Zone Alias(string name, string target) => With(name, DnsKind.Cname, DnsAnswer.Of([target]));

    public Zone Address(string name, string address) => With(name, address.Contains(':') ? DnsKind.Aaaa : DnsKind.A, DnsAnswer.Of([address]));

    public Zone Silent(string name, DnsKind kind = DnsKind.Txt) => With(name, kind, DnsAnswer.Unanswered);

    public Task<DnsAnswer> LookUpAsync(string name, DnsKind kind, CancellationToken ct)
    {
        lock (asked) asked.Add(name);
        var isThere = answers.Keys.Any(k => k.Name == name);
        return Task.FromResult(answers.GetValueOrDefault((name, kind)) ?? (isThere ? DnsAnswer.Of([]) : DnsAnswer.NoSuchName));
    }

    private Zone With(string name, DnsKind kind, DnsAnswer answer)
    {
        answers[(name, kind)] = answer;
        return this;
    }
}
