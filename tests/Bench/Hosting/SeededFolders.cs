using System.Globalization;
using HelpdeskMx.Bench.Seeding;

namespace HelpdeskMx.Bench.Hosting;

/// <summary>Seeded data folders, made once and kept among the temporary files for the next run.</summary>
public static class SeededFolders
{
    // Rises when what is seeded, or how it is stored, has changed.
    private const int Version = 1;

    /// <summary>The folder with so many tickets.</summary>
    public static async Task<string> OfAsync(int tickets, CancellationToken ct)
    {
        var folder = Path.Combine(Path.GetTempPath(), "helpdeskmx-bench", string.Create(CultureInfo.InvariantCulture, $"seeded-{Version}-{tickets}"));
        if (Directory.Exists(folder)) return folder;
        var part = folder + ".part";
        if (Directory.Exists(part)) Directory.Delete(part, recursive: true);
        await Seed.RunAsync(part, tickets, Seed.Usual, new Progress("seeding", tickets, Console.Error), ct);
        Directory.Move(part, folder);
        return folder;
    }
}
