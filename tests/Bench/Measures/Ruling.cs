using System.Diagnostics;
using HelpdeskMx.Bench.Figures;
using HelpdeskMx.Bench.Hosting;

namespace HelpdeskMx.Bench.Measures;

/// <summary>How long a rule is held against a hundred thousand past tickets, and how often its progress was seen to move.</summary>
public sealed record Ruling() : Measure("rules")
{
    private const int Tickets = 100_000;

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<Figure>> RunAsync(Setting setting, CancellationToken ct)
    {
        using var admin = await AgentClient.SignInAsync(await setting.ServingAsync(setting.Largest, ct));
        List<Figure> figures = [];
        foreach (var (what, condition) in new (string, object)[]
        {
            ("fields alone", new { field = "channelKind", test = "is", values = new[] { "form" } }),
            ("words of the first message", new { field = "words", test = "contains", values = new[] { "refund", "zwrot", "vrácení", "환불", "возврат" } }),
        })
        {
            var rule = new { name = $"bench {what}", when = "newTicket", @if = new[] { condition }, then = new[] { new { action = "close" } } };
            var watch = Stopwatch.StartNew();
            var job = await admin.PostAsync("/api/rules/dry-run", new { rule, tickets = Tickets });
            HashSet<int> seen = [];
            while (job.GetProperty("state").GetString() == "running")
            {
                seen.Add(job.GetProperty("done").GetInt32());
                await Task.Delay(100, ct);
                job = await admin.GetAsync($"/api/jobs/{job.GetProperty("id").GetString()}");
            }
            figures.Add(new Figure($"dry run of a rule, {what}", "none", Math.Round(watch.Elapsed.TotalSeconds, 1), "s", null, $"{job.GetProperty("done").GetInt32():N0} tickets, {job.GetProperty("fits").GetInt32():N0} fit; progress moved {seen.Count} times"));
        }
        return figures;
    }
}
