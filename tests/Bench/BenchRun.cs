using HelpdeskMx.Bench.Figures;
using HelpdeskMx.Bench.Measures;

namespace HelpdeskMx.Bench;

/// <summary>Measures what was asked for and reports it; a budget that is missed is a figure, a measurement that fails is an error.</summary>
public static class BenchRun
{
    /// <summary>The product's program where no other was named: the one built with the bench.</summary>
    public static string UsualHost { get; } = Path.Combine(AppContext.BaseDirectory, "HelpdeskMx.Embedded.dll");

    /// <summary>Returns the exit code.</summary>
    public static async Task<int> RunAsync(Arguments given, CancellationToken ct)
    {
        using var setting = new Setting(
            given.Text("host") ?? UsualHost, [.. given.Numbers("tickets", given.Flag("quick") ? [10_000, 100_000] : [10_000, 1_000_000]).Order()],
            TimeSpan.FromSeconds(given.Number("seconds", 8)), given.Number("kills", 20));
        var measures = given.Text("only") is { } only ? [.. Measure.All.Where(m => only.Split(',').Contains(m.Name))] : Measure.All;
        if (measures.Count == 0) throw new FormatException($"'--only' takes some of {string.Join(", ", Measure.All.Select(m => m.Name))}.");

        List<Figure> figures = [];
        var failed = 0;
        foreach (var measure in measures)
        {
            Console.Error.WriteLine($"{measure.Name} …");
            try
            {
                figures.AddRange(await measure.RunAsync(setting, ct));
            }
            catch (Exception e)
            {
                failed++;
                Console.Error.WriteLine($"{measure.Name} could not be measured. {e}");
            }
        }
        Report.Print(figures, Console.Out);
        if (given.Text("json") is { } file) await Report.SaveAsync(figures, file);
        return failed == 0 ? 0 : 1;
    }
}
