using System.Text.Json;
using HelpdeskMx.Bench.Figures;
using HelpdeskMx.Bench.Hosting;
using HelpdeskMx.Bench.Seeding.Wording;

namespace HelpdeskMx.Bench.Measures;

/// <summary>How long a search takes that nobody has asked before: rare and common words of every language, numbers, addresses.</summary>
public sealed record Searching() : Measure("search")
{
    /// <inheritdoc/>
    public override async Task<IReadOnlyList<Figure>> RunAsync(Setting setting, CancellationToken ct)
    {
        var host = await setting.ServingAsync(setting.Largest, ct);
        using var agent = await AgentClient.SignInAsync(host);
        var found = (await agent.GetAsync("/api/tickets?view=closed&limit=120&sort=oldest")).GetProperty("items").EnumerateArray()
            .Concat((await agent.GetAsync("/api/tickets?limit=120")).GetProperty("items").EnumerateArray()).ToList();
        var kinds = Kinds(found);
        Dictionary<string, Latencies> times = [];
        async Task AskAsync(string words) => await agent.AskAsync($"/api/tickets?limit=50&q={Uri.EscapeDataString(words)}");
        await Latencies.OfAsync(["warm", "teplo", "ciepło", "따뜻", "тепло", "one two three"], AskAsync);
        foreach (var (kind, searches) in kinds) times[kind] = await Latencies.OfAsync(searches, AskAsync);

        var all = Latencies.Of(times.Values);
        var each = string.Join("; ", times.Select(t => $"{t.Key} {t.Value}"));
        return [Figure.AtMost($"text search, {setting.Largest:N0} tickets", 50, all.Within(0.95), "ms", $"{all.Count} different searches, slowest {all.Within(1):N1} ms; {each}")];
    }

    private static Dictionary<string, IReadOnlyList<string>> Kinds(IReadOnlyList<JsonElement> tickets) => new()
    {
        ["order numbers"] = [.. tickets.Select(t => t.GetProperty("subject").GetString()!).SelectMany(s => s.Split(' ', '?')).Where(w => w.StartsWith("DS-", StringComparison.Ordinal)).Distinct().Take(40)],
        ["addresses"] = [.. tickets.Select(t => t.GetProperty("customer").GetProperty("address").GetString()!).Distinct().Take(40)],
        ["people"] = [.. tickets.Select(t => t.GetProperty("customer").GetProperty("name").GetString()!).Distinct().Take(40)],
        ["family names"] = [.. Tongues.All.SelectMany(t => t.Family.Take(8)).Select(f => f.Split('|')[0])],
        ["products"] = [.. Tongues.All.SelectMany(t => t.Products.Take(8))],
        ["sentences"] = [.. Tongues.All.SelectMany(t => t.Asides.Take(4))],
        ["common words"] = [.. Tongues.All.SelectMany(t => t.Cities.Take(3).Concat(t.Closings.Take(2))), "example", "order", "a", "12", "html nowhere"],
        ["ticket numbers"] = [.. tickets.Select(t => $"{t.GetProperty("number").GetInt64()}").Take(20)],
        ["beginnings"] = [.. Tongues.All.SelectMany(t => t.Products.Take(4)).Select(p => p[..Math.Min(3, p.Length)])],
    };
}
