using HelpdeskMx.Bench.Figures;
using HelpdeskMx.Bench.Hosting;

namespace HelpdeskMx.Bench.Measures;

/// <summary>How long a page of the inbox takes, and whether it grows with the archive.</summary>
public sealed record Listing() : Measure("lists")
{
    private const int Times = 60;
    private static readonly string[] filters =
    [
        "category=active&assignee=agent", "state=closed&assignee=admin", "store=outlet&category=active", "department=returns&unread=true&category=active", "channel=billing&sort=oldest",
        "category=archived&store=outlet", "label=refund", "label=doprava&category=closed", "assignee=nobody&category=closed", "sort=created", "review=true", "unread=true", "department=billing&label=faktura&state=archived",
        "label=refund&assignee=agent&sort=created", "store=outlet&channel=billing&department=returns&sort=oldest", "unread=false&category=closed", "label=faktura&store=outlet&sort=due", "mark=urgent&department=returns", "assignee=nobody&state=archived&sort=oldest",
    ];

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<Figure>> RunAsync(Setting setting, CancellationToken ct)
    {
        List<Figure> figures = [];
        Dictionary<string, Latencies>? smallest = null;
        foreach (var size in setting.Sizes)
        {
            var pages = await PagesAsync(await setting.ServingAsync(size, ct));
            var slowest = pages.MaxBy(p => p.Value.Within(0.95));
            var each = string.Join("; ", pages.Select(p => $"{p.Key} {p.Value}"));
            figures.Add(Figure.AtMost($"page of 50, slowest view, {size:N0} tickets", 10, slowest.Value.Within(0.95), "ms", $"p95 of '{slowest.Key}'; all together {Latencies.Of(pages.Values)}; {each}"));
            if (smallest is { } small) figures.Add(Growth(small, pages, size, setting.Sizes[0]));
            smallest ??= pages;
        }
        return figures;
    }

    private static async Task<Dictionary<string, Latencies>> PagesAsync(HostProcess host)
    {
        using var agent = await AgentClient.SignInAsync(host);
        return await Pages.OfAsync(agent, filters, Times);
    }

    private static Figure Growth(Dictionary<string, Latencies> small, Dictionary<string, Latencies> large, int size, int from)
    {
        var growths = large.ToDictionary(p => p.Key, p => p.Value.Within(0.5) / small[p.Key].Within(0.5));
        var all = Latencies.Of(large.Values).Within(0.95) / Latencies.Of(small.Values).Within(0.95);
        var worst = growths.MaxBy(g => g.Value);
        return new Figure($"page of 50, {from:N0} to {size:N0} tickets", "≤ 1.5 ×", Math.Round(all, 2), "×", all <= 1.5, $"p95 over all views and filters; most grown by half of its requests is '{worst.Key}', {worst.Value:N2} ×");
    }
}
