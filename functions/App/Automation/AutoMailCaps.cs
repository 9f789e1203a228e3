using HelpdeskMx.Platform;

namespace HelpdeskMx.Automation;

/// <summary>How many automatic mails went to somebody in a span of time.</summary>
/// <param name="Count">So many.</param>
/// <param name="Newest">The messages the newest of them answer, so that a message that comes again counts once.</param>
public sealed record AutoMailCount(int Count, IReadOnlyList<string> Newest);

/// <summary>Bounds automatic mail, so that two machines that answer each other stop by themselves whatever their mails say of themselves.</summary>
public sealed class AutoMailCaps(IDocumentStore store, TimeProvider clock)
{
    /// <summary>The most automatic mails to one address in a day.</summary>
    public const int PerAddress = 3;

    /// <summary>The most automatic mails to one domain in an hour; mailboxes of many people share one.</summary>
    public const int PerDomain = 500;

    private const int Remembered = 10;
    private const string Item = "sent";
    private readonly Collection<AutoMailCount> counts = new(store, Containers.Lookup, "auto-mail", AppJson.Of<AutoMailCount>());

    /// <summary>True if one more may go to this address because of this message; asked again for the same message it says the same.</summary>
    public async Task<bool> TakeAsync(string address, string message, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var whole = address.ToLowerInvariant();
        return await TakeAsync($"auto:{Ids.Derive(whole)}:{now:yyyyMMdd}", PerAddress, message, ct)
            && await TakeAsync($"auto:{Ids.Derive(whole[(whole.LastIndexOf('@') + 1)..])}:{now:yyyyMMddHH}", PerDomain, message, ct);
    }

    private async Task<bool> TakeAsync(string partition, int most, string message, CancellationToken ct)
    {
        while (true)
        {
            var found = await counts.ReadAsync(partition, Item, ct);
            var sent = found?.Value ?? new AutoMailCount(0, []);
            if (sent.Newest.Contains(message)) return true;
            if (sent.Count >= most) return false;
            var next = new AutoMailCount(sent.Count + 1, [.. sent.Newest.TakeLast(Remembered - 1), message]);
            var write = found is null ? counts.Create(Item, next) : counts.Replace(Item, next, found.ETag);
            if (await counts.CommitAsync(partition, write, ct) == CommitOutcome.Committed) return true;
        }
    }
}
