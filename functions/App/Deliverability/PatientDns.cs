using System.Collections.Concurrent;

namespace HelpdeskMx.Deliverability;

/// <summary>Asks for one check: nothing twice, no answer for long, and nothing any more once the check has taken its time.</summary>
public sealed class PatientDns(IDns dns, TimeProvider clock) : IDns
{
    /// <summary>How long one answer may take.</summary>
    public static readonly TimeSpan OneAnswer = TimeSpan.FromSeconds(5);

    /// <summary>How long all of them may take.</summary>
    public static readonly TimeSpan WholeCheck = TimeSpan.FromSeconds(15);

    private readonly DateTimeOffset end = clock.GetUtcNow() + WholeCheck;
    private readonly ConcurrentDictionary<(string Name, DnsKind Kind), Lazy<Task<DnsAnswer>>> asked = new();

    /// <inheritdoc/>
    public Task<DnsAnswer> LookUpAsync(string name, DnsKind kind, CancellationToken ct)
    {
        var plain = DnsName.Plain(name);
        return DnsName.IsName(plain) ? asked.GetOrAdd((plain, kind), key => new(() => AskAsync(key.Name, key.Kind, ct))).Value : Task.FromResult(DnsAnswer.NoSuchName);
    }

    private async Task<DnsAnswer> AskAsync(string name, DnsKind kind, CancellationToken ct)
    {
        var left = end - clock.GetUtcNow();
        if (left <= TimeSpan.Zero) return DnsAnswer.Unanswered;
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(ct);
        try
        {
            return await dns.LookUpAsync(name, kind, giveUp.Token).WaitAsync(left < OneAnswer ? left : OneAnswer, clock, ct);
        }
        catch (TimeoutException)
        {
            await giveUp.CancelAsync();
            return DnsAnswer.Unanswered;
        }
    }
}
