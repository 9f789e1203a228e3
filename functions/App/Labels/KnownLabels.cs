using HelpdeskMx.Platform;

namespace HelpdeskMx.Labels;

/// <summary>The labels of the desk: made in a ticket by whoever first puts them on.</summary>
public sealed class KnownLabels(Settings settings)
{
    // A list people choose from; more would be words, not labels.
    private const int Most = 1_000;

    /// <summary>All of them, by name.</summary>
    public async Task<IReadOnlyList<Label>> ListAsync(CancellationToken ct) =>
        [.. (await settings.LabelsAsync(ct)).OrderBy(l => l.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>Keeps those that are new.</summary>
    public async Task KeepAsync(IEnumerable<string> names, CancellationToken ct)
    {
        var known = await settings.LabelsAsync(ct);
        foreach (var name in names.Where(n => known.All(l => l.Name != n)).Take(Most - known.Count))
            await settings.AddAsync(Kinds.Labels, ChangeLabels.Id(name), new Label(name), ct);
    }
}
