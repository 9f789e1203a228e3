using System.Text.RegularExpressions;
using HelpdeskMx.Agents;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Channels;

/// <summary>A store as an admin asks for it.</summary>
/// <param name="Name">As customers know it.</param>
/// <param name="Color">A hex colour such as <c>#3b6cf4</c>; null for one the others do not have.</param>
/// <param name="Language">One of the desk's; null for the admin's own.</param>
public sealed record NewStore(string? Name, string? Color, string? Language);

/// <summary>Adds a store.</summary>
public sealed partial class AddStore(Settings settings)
{
    private static readonly string[] Colors = ["#3b6cf4", "#0f9d74", "#c2410c", "#9333ea", "#be185d", "#0e7490", "#a16207", "#475569"];

    /// <summary>The new store.</summary>
    public Task<Outcome<Store>> RunAsync(NewStore wanted, Agent by, CancellationToken ct) =>
        settings.AddAsync(Kinds.Stores, Slug.Of(wanted.Name ?? "", "store"), store => store.Id, (stores, id) => Made(wanted, stores, id, by), ct);

    /// <summary>Why this can be no store's colour or language; null where it can.</summary>
    public static Problem? Fault(string? color, string? language)
    {
        if (color is not null && !HexColor().IsMatch(color)) return Problems.Field("color", "Give a colour such as #3b6cf4.");
        return language is null || Languages.All.Contains(language) ? null : Problems.Field("language", "Use en, cs, pl, ko or ru.");
    }

    private static Outcome<Store> Made(NewStore wanted, IReadOnlyList<Store> stores, string id, Agent by)
    {
        var name = GivenName.Of(wanted.Name, stores.Select(s => s.Name));
        if ((name.Problem ?? Fault(wanted.Color, wanted.Language)) is { } problem) return problem;
        var color = wanted.Color ?? Colors.FirstOrDefault(c => stores.All(s => s.Color != c)) ?? Colors[0];
        return new Store(id, name.Value, color.ToLowerInvariant(), wanted.Language ?? by.Language);
    }

    [GeneratedRegex(@"\A#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})\z", RegexOptions.CultureInvariant)]
    private static partial Regex HexColor();
}
