using HelpdeskMx.Agents;
using HelpdeskMx.Channels;
using HelpdeskMx.Intake;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Forms;

/// <summary>A form as an admin wants it, whole.</summary>
public sealed record FormChange(IReadOnlyList<FormField>? Fields, FormSettings? Form);

/// <summary>A form's page as HTML, for an admin to look at before it is saved, and what it calls each field, by key.</summary>
public sealed record FormPreview(string Html, IReadOnlyDictionary<string, string> Labels);

/// <summary>Changes what a form asks and where it leads, or shows how that would look.</summary>
public sealed class ChangeForm(Settings settings, ListChannels list, FormStamps stamps)
{
    /// <summary>The channel as it is then.</summary>
    public async Task<Outcome<ChannelView>> RunAsync(string id, FormChange change, Agent by, CancellationToken ct)
    {
        var wanted = await ReadAsync(id, change, ct);
        return wanted.Problem is { } problem ? problem : await list.SaveAsync(id, channel => channel with { Fields = wanted.Value.Fields, Form = wanted.Value.Form }, by, ct);
    }

    /// <summary>The page these settings would make, in this language.</summary>
    public async Task<Outcome<FormPreview>> PreviewAsync(string id, FormChange change, string? language, CancellationToken ct)
    {
        var wanted = await ReadAsync(id, change, ct);
        if (wanted.Problem is { } problem) return problem;
        var stores = await settings.StoresAsync(ct);
        var shown = FormShown.Of(wanted.Value, stores, language is not null && Languages.All.Contains(language) ? language : null);
        var labels = wanted.Value.Fields.ToDictionary(f => f.Key, f => FormWords.Label(f, shown.Language, shown.Store.Language));
        return new FormPreview(FormPage.Form(shown with { Stamp = await stamps.NewAsync(id, ct), Preview = true }).ToString(), labels);
    }

    private async Task<Outcome<Channel>> ReadAsync(string id, FormChange change, CancellationToken ct)
    {
        if (await settings.ChannelAsync(id, ct) is not { Kind: Tickets.ChannelKind.Form } channel) return IntakeProblems.NoSuchChannel;
        var wanted = channel with { Fields = [.. (change.Fields ?? []).Select(Whole)], Form = Whole(change.Form ?? new()) };
        var faults = FormFaults.Of(wanted, await settings.StoresAsync(ct), await settings.DepartmentsAsync(ct));
        return faults.Count == 0 ? wanted : new Problem("form-invalid", "The form cannot be saved like this; each place says why. Nothing was changed.", 422)
        {
            With = new Dictionary<string, object> { ["errors"] = faults },
        };
    }

    /// <summary>What was left out or sent as null becomes what it is when nothing is said.</summary>
    private static FormField Whole(FormField? field) => (field ?? new("", FormFieldKind.Text, false)) is var f ? f with
    {
        Key = f.Key ?? "",
        Label = Whole(f.Label),
        Help = Whole(f.Help),
        Placeholder = Whole(f.Placeholder),
        Link = Whole(f.Link),
        Options = [.. (f.Options ?? []).Select(o => new FormOption(o?.Key ?? "", Whole(o?.Label)))],
        Files = (f.Files ?? new()) with { Kinds = [.. (f.Files?.Kinds ?? []).Select(k => (k ?? "").Trim().TrimStart('.').ToLowerInvariant()).Distinct()] },
    } : f;

    private static FormSettings Whole(FormSettings form) => form with
    {
        Title = Whole(form.Title),
        Lead = Whole(form.Lead),
        Button = Whole(form.Button),
        Thanks = Whole(form.Thanks),
        Routes = [.. (form.Routes ?? []).Select(r => new FormRoute(r?.Field ?? "", [.. (r?.Answers ?? []).OfType<string>()], Given(r?.Department), Given(r?.Store)))],
        Origins = [.. (form.Origins ?? []).OfType<string>().Select(o => FormOrigins.Of(o) ?? o).Distinct()],
    };

    private static Dictionary<string, string> Whole(IReadOnlyDictionary<string, string>? texts) =>
        (texts ?? Spoken.Nothing).Where(t => !string.IsNullOrWhiteSpace(t.Value)).ToDictionary(t => t.Key, t => t.Value.ReplaceLineEndings("\n").Trim());

    private static string? Given(string? id) => string.IsNullOrEmpty(id) ? null : id;
}
