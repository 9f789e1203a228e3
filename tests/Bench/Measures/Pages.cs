using HelpdeskMx.Bench.Figures;
using HelpdeskMx.Bench.Hosting;

namespace HelpdeskMx.Bench.Measures;

/// <summary>How long a page of 50 takes, by what is asked: each view of an agent, and filters.</summary>
internal static class Pages
{
    public static async Task<Dictionary<string, Latencies>> OfAsync(AgentClient agent, IReadOnlyList<string> filters, int times)
    {
        var views = (await agent.GetAsync("/api/views")).GetProperty("items").EnumerateArray().Select(v => $"view={v.GetProperty("key").GetString()}");
        string[] asked = [.. views, .. filters];
        // Each is asked before any is measured: in its first seconds a desk brings into memory what lists are narrowed by.
        foreach (var one in asked) await TakeAsync(one, times / 3);
        Dictionary<string, Latencies> pages = [];
        foreach (var one in asked) pages[one] = await TakeAsync(one, times);
        return pages;
        Task<Latencies> TakeAsync(string one, int times) => Latencies.OfAsync(Enumerable.Repeat($"/api/tickets?{one}&limit=50", times), agent.AskAsync);
    }
}
