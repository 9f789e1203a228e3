using System.IO.Compression;
using System.Text.RegularExpressions;
using HelpdeskMx.Bench.Figures;

namespace HelpdeskMx.Bench.Measures;

/// <summary>How much script and style a browser fetches before the inbox shows.</summary>
public sealed partial record WebSize() : Measure("web")
{
    private static readonly string built = Path.Combine("web", "inbox", "dist");

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<Figure>> RunAsync(Setting setting, CancellationToken ct)
    {
        const string name = "web inbox, first load";
        var page = Path.Combine(built, "index.html");
        if (!File.Exists(page)) return [new Figure(name, "≤ 200 KB", null, "KB", null, "not built")];
        var files = Fetched().Matches(await File.ReadAllTextAsync(page, ct)).Select(m => m.Groups[1].Value).Where(f => f.EndsWith(".js", StringComparison.Ordinal) || f.EndsWith(".css", StringComparison.Ordinal)).Distinct().ToList();
        var sizes = files.Select(f => Packed(Path.Combine(built, f.TrimStart('/'))) / 1024.0).ToList();
        return [Figure.AtMost(name, 200, sizes.Sum(), "KB", $"gzip; {string.Join(", ", files.Zip(sizes, (f, s) => $"{Path.GetFileName(f)} {s:N1}"))}"), Widget("loader", "loader.js", 3), Widget("panel", "panel.*.js", 30)];
    }

    private static Figure Widget(string name, string files, double budget)
    {
        var folder = Path.Combine(built, "widget");
        return Directory.Exists(folder) && Directory.GetFiles(folder, files) is [var file]
            ? Figure.AtMost($"widget {name}", budget, Packed(file) / 1024.0, "KB", $"gzip; {Path.GetFileName(file)}")
            : new Figure($"widget {name}", $"≤ {budget:N0} KB", null, "KB", null, "not built");
    }

    private static long Packed(string file)
    {
        using var packed = new MemoryStream();
        using (var pack = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) pack.Write(File.ReadAllBytes(file));
        return packed.Length;
    }

    [GeneratedRegex("""<(?:script|link)[^>]*?(?:src|href)="([^"]+)"[^>]*>""")]
    private static partial Regex Fetched();
}
