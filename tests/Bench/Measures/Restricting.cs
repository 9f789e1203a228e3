using HelpdeskMx.Bench.Figures;
using HelpdeskMx.Bench.Hosting;

namespace HelpdeskMx.Bench.Measures;

/// <summary>How long views, their counts, filters and searches take for an agent who sees some states of some departments.</summary>
public sealed record Restricting() : Measure("restricted")
{
    private const int Times = 40;
    private static readonly string[] filters = ["category=active&assignee=nobody", "label=refund", "unread=true", "department=returns", "sort=oldest", "sort=due", "store=outlet&category=active", "category=waiting", "mark=urgent", "label=doprava&store=outlet&sort=created", "assignee=agent&label=faktura&sort=oldest", "channel=billing&unread=true"];
    private static readonly string[] words = ["refund", "zwrot", "환불", "возврат", "objednávka", "order DS-1", "example.com", "Nováková", "12"];

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<Figure>> RunAsync(Setting setting, CancellationToken ct)
    {
        using var agent = await AgentClient.RestrictedAsync(await setting.ServingAsync(setting.Largest, ct), "returns", "billing");
        var pages = await Pages.OfAsync(agent, filters, Times);
        var slowest = pages.MaxBy(p => p.Value.Within(0.95));
        var counts = await AskAsync(agent, "/api/views");
        Dictionary<string, Latencies> searches = [];
        foreach (var word in words) searches[word] = await AskAsync(agent, $"/api/tickets?limit=50&q={Uri.EscapeDataString(word)}");
        var all = Latencies.Of(searches.Values);
        var size = $"{setting.Largest:N0} tickets";
        return
        [
            Figure.AtMost($"page of 50, restricted agent, slowest view, {size}", 10, slowest.Value.Within(0.95), "ms", $"p95 of '{slowest.Key}'; all together {Latencies.Of(pages.Values)}; {string.Join("; ", pages.Select(p => $"{p.Key} {p.Value}"))}"),
            new Figure($"counts of all views, restricted agent, {size}", "none", counts.Within(0.95), "ms", null, $"one request for {pages.Count - filters.Length} views: {counts}"),
            Figure.AtMost($"text search, restricted agent, {size}", 50, all.Within(0.95), "ms", string.Join("; ", searches.Select(s => $"{s.Key} {s.Value}"))),
        ];
    }

    private static async Task<Latencies> AskAsync(AgentClient agent, string path)
    {
        await Latencies.OfAsync(Enumerable.Repeat(path, Times / 4), agent.AskAsync);
        return await Latencies.OfAsync(Enumerable.Repeat(path, Times), agent.AskAsync);
    }
}
