using HelpdeskMx.Mail;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Deliverability;

/// <summary>What an admin asks; null for what the desk knows best.</summary>
/// <param name="Domain">One of the desk's own; null for all of them.</param>
/// <param name="Selector">Names of keys, with spaces or commas between them.</param>
/// <param name="Include">Who carries the mail: a domain that SPF includes, or an address.</param>
public sealed record DeliverabilityQuestion(string? Domain, string? Selector, string? Include);

/// <summary>How one domain stands.</summary>
public sealed record DomainCheck(string Domain, Standing Standing, IReadOnlyList<Check> Checks);

/// <summary>How every domain asked for stands.</summary>
/// <param name="At">When it was looked at.</param>
/// <param name="Domains">Those asked for, in order of their names.</param>
public sealed record DeliverabilityReport(DateTimeOffset At, IReadOnlyList<DomainCheck> Domains);

/// <summary>Checks how the desk's own domains stand with those who receive its mail. Asks the DNS about no others.</summary>
public sealed class CheckDeliverability(Settings settings, DeskOptions options, IDns dns, TimeProvider clock)
{
    private const int MostSelectors = 10, LongestParameter = 1000;

    /// <summary>The domains asked for, side by side.</summary>
    public async Task<Outcome<DeliverabilityReport>> RunAsync(DeliverabilityQuestion question, CancellationToken ct)
    {
        var received = (await settings.ChannelsAsync(ct)).Where(c => c.Kind == ChannelKind.Email).Select(c => Domain(c.Address)).Where(DnsName.IsName).ToHashSet();
        var sent = Domain(options.Sender);
        var own = received.Append(sent).Where(d => received.Contains(d) || IsOurs(d)).Distinct().Order(StringComparer.Ordinal).ToArray();
        var asked = question.Domain is { } domain ? own.Where(d => d == Domain("@" + domain.Trim())).ToArray() : own;
        if (question.Domain is not null && asked.Length == 0) return Problems.Field("domain", "This is not a domain of one of the desk's own mail channels.");
        if (Selectors(question.Selector) is not { } selectors) return Problems.Field("selector", $"Give at most {MostSelectors} selectors, such as selector1, with spaces between them.");
        var carrier = Carrier.Read(question.Include);
        if (carrier.Problem is { } problem) return problem;

        var patient = new PatientDns(dns, clock);
        var checks = await Task.WhenAll(asked.Select(d => OneAsync(patient, d, selectors, carrier.Value, d == sent, received.Contains(d), ct)));
        return new DeliverabilityReport(clock.GetUtcNow(), checks);
    }

    private static async Task<DomainCheck> OneAsync(PatientDns dns, string domain, IReadOnlyList<string> selectors, string? carrier, bool onAzure, bool receives, CancellationToken ct)
    {
        // A domain that is not there has nothing else to mend.
        if ((await dns.LookUpAsync(domain, DnsKind.Mx, ct)).Ending is DnsEnding.NoSuchName) return new DomainCheck(domain, Standing.Bad, [await CheckMx.RunAsync(dns, domain, ct)]);
        List<Task<Check>> checks =
        [
            CheckSpf.RunAsync(dns, domain, carrier ?? (onAzure ? Carrier.AzureInclude : null), ct),
            CheckDkim.RunAsync(dns, domain, selectors, onAzure, ct),
            CheckDmarc.RunAsync(dns, domain, ct),
        ];
        if (receives) checks.Add(CheckMx.RunAsync(dns, domain, ct));
        var done = await Task.WhenAll(checks);
        return new DomainCheck(domain, Check.Worst(done.Select(c => c.Standing)), done);
    }

    /// <summary>A sender's domain is the shop's own, unless Azure lent it; nobody here can add records there.</summary>
    private static bool IsOurs(string sender) => DnsName.IsName(sender) && !sender.EndsWith($".{Carrier.AzureKeys}", StringComparison.Ordinal);

    private static string Domain(string? address) => DnsName.Plain(new MailAddress(null, address ?? "").Domain);

    private static string[]? Selectors(string? typed)
    {
        if (typed is null) return [];
        if (typed.Length > LongestParameter) return null;
        var selectors = typed.ToLowerInvariant().Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().ToArray();
        return selectors.Length <= MostSelectors && selectors.All(s => s.Length <= 128 && DnsName.IsName(s)) ? selectors : null;
    }
}
