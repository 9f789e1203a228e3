using System.Text.Encodings.Web;
using System.Text.Json;

namespace HelpdeskMx.Bench.Figures;

/// <summary>Shows figures as a table for people and as JSON for programs.</summary>
public static class Report
{
    private static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The table.</summary>
    public static void Print(IReadOnlyList<Figure> figures, TextWriter to)
    {
        string[][] rows = [["what", "budget", "measured", "met"], .. figures.Select(Row)];
        var widths = Enumerable.Range(0, 4).Select(column => rows.Max(r => r[column].Length)).ToArray();
        foreach (var row in rows) to.WriteLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        to.WriteLine();
        foreach (var figure in figures) to.WriteLine($"{figure.Name}: {figure.Details}");
    }

    /// <summary>The same as JSON.</summary>
    public static Task SaveAsync(IReadOnlyList<Figure> figures, string file) => File.WriteAllTextAsync(file, JsonSerializer.Serialize(figures, json) + "\n");

    private static string[] Row(Figure figure) =>
        [figure.Name, figure.Budget, figure.Value is { } value ? $"{value:N2} {figure.Unit}" : "-", figure.Met switch { true => "yes", false => "no", null => "-" }];
}
