using System.Text.Json;
using System.Text.RegularExpressions;
using HelpdeskMx.Agents;
using HelpdeskMx.Channels;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Forms;

/// <summary>What a form's page shows.</summary>
/// <param name="Form">The form.</param>
/// <param name="Store">Whose it is.</param>
/// <param name="Stores">All there are, for a field that asks for one.</param>
/// <param name="Language">The visitor's.</param>
public sealed record FormShown(Channel Form, Store Store, IReadOnlyList<Store> Stores, string Language)
{
    /// <summary>Stands in another page.</summary>
    public bool Embedded { get; init; }

    /// <summary>An admin looks at it; nothing can be sent.</summary>
    public bool Preview { get; init; }

    /// <summary>Which showing of the form it is.</summary>
    public FormStamp? Stamp { get; init; }

    /// <summary>For a form with a challenge: what is asked of who has no script.</summary>
    public (int One, int Other) Sum { get; init; }

    /// <summary>What was typed before.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>();

    /// <summary>What is wrong with it.</summary>
    public IReadOnlyList<FormFault> Faults { get; init; } = [];

    /// <summary>What is to be said about the whole.</summary>
    public string? Notice { get; init; }

    /// <summary>By which the browser knows the page's own style.</summary>
    public string Nonce { get; init; } = Ids.Random();

    /// <summary>Files were sent that have to be attached again.</summary>
    public bool LostFiles { get; init; }

    /// <summary>The page of this form in this language, or in its store's where none is given.</summary>
    public static FormShown Of(Channel form, IReadOnlyList<Store> stores, string? language)
    {
        var store = stores.FirstOrDefault(s => s.Id == form.Store) ?? new Store(form.Store, form.Name, "", "en");
        return new(form, store, stores, language ?? (Languages.All.Contains(store.Language) ? store.Language : "en"));
    }

    /// <summary>A text of the form's own for this visitor.</summary>
    public string? Text(IReadOnlyDictionary<string, string> texts) => texts.In(Language, Store.Language);

    /// <summary>A sentence of the desk's.</summary>
    public string Say(string key, string with = "") => FormWords.Say(key, Language, with);

    /// <summary>Where it is sent to.</summary>
    public string Action => $"/api/forms/{Uri.EscapeDataString(Form.Id)}?lang={Language}{(Embedded ? "&embed=1" : "")}";

    /// <summary>Where it ends.</summary>
    public string End => $"/api/forms/{Uri.EscapeDataString(Form.Id)}/thanks?lang={Language}{(Embedded ? "&embed=1" : "")}";
}

/// <summary>The pages of a form as HTML: they need no script, and nothing from anywhere else.</summary>
public static partial class FormPage
{
    /// <summary>The form, empty or as it was typed.</summary>
    public static Markup Form(FormShown shown)
    {
        var (form, settings) = (shown.Form, shown.Form.Form);
        var title = shown.Text(settings.Title) ?? shown.Say("title");
        var lead = shown.Text(settings.Lead);
        return Page(shown, title, $"""
            <header><p class="store"><span class="dot"></span>{shown.Store.Name}</p><h1>{title}</h1>{Markup.If(lead is not null, $"""<p class="lead">{lead}</p>""")}</header>
            {Summary(shown)}
            <div class="ask" data-form="{form.Id}" data-action="{shown.Action}" data-words="{Words(shown.Language)}"{Markup.If(shown.Answers.Count > 0, $""" data-kept="1" """)}{Markup.If(settings.Challenge, $""" data-bits="{FormStamp.Bits}" """)}{Markup.If(shown.Preview, $" inert")}>
            <form method="post" enctype="multipart/form-data" action="{shown.Action}">
            <input type="hidden" name="{FormPost.Stamp}" value="{shown.Stamp?.Text}" data-nonce="{shown.Stamp?.Id}"><input type="hidden" name="{FormPost.Proof}" value="">
            <div class="trap" aria-hidden="true"><label>{shown.Say("leave-empty")}<input name="{FormPost.Trap}" tabindex="-1" autocomplete="off"></label></div>
            {form.Fields.Select(f => FormInputs.Of(f, shown))}
            {Markup.If(settings.Challenge && !shown.Preview, FormInputs.Sum(shown))}
            <p class="end"><button type="submit">{shown.Text(settings.Button) ?? shown.Say("send")}</button><span class="standing" role="status"></span></p>
            </form></div>
            """);
    }

    /// <summary>What is said once it has been sent.</summary>
    public static Markup Thanks(FormShown shown) => Page(shown, shown.Say("thanks-title"), $"""
        <header><p class="store"><span class="dot"></span>{shown.Store.Name}</p><h1>{shown.Say("thanks-title")}</h1></header>
        <p class="lead" role="status">{shown.Text(shown.Form.Form.Thanks) ?? shown.Say("thanks")}</p>
        <p><a href="{shown.Action}">{shown.Say("another")}</a></p>
        """);

    /// <summary>One sentence, where there is no form to show.</summary>
    public static Markup Sentence(string sentence, string language, string nonce) => Shell(language, nonce, sentence, "#3b6cf4", "", $"""<p class="lead" role="alert">{sentence}</p>""");

    /// <summary>A page of a few words, in a store's colour.</summary>
    public static Markup Small(Store? store, string title, string language, string nonce, Markup body) => Shell(language, nonce, title, ColorOf(store), "", $"""
        <header>{Markup.If(store is not null, $"""<p class="store"><span class="dot"></span>{store?.Name}</p>""")}<h1>{title}</h1></header>
        {body}
        """);

    /// <summary>A page that runs no script, in a store's colour.</summary>
    public static Markup Still(Store? store, string title, string language, string nonce, Markup body) => Shell(language, nonce, title, ColorOf(store), "", body, still: true);

    private static Markup Page(FormShown shown, string title, Markup body) =>
        Shell(shown.Language, shown.Nonce, $"{title} · {shown.Store.Name}", ColorOf(shown.Store), shown.Embedded ? "embedded" : "", body);

    /// <summary>The colour where it is one, else the desk's own.</summary>
    public static string Known(string? color) => Color().IsMatch(color ?? "") ? color! : "#3b6cf4";

    private static string ColorOf(Store? store) => Known(store?.Color);

    private static Markup Shell(string language, string nonce, string title, string color, string place, Markup body, bool still = false) => $"""
        <!doctype html>
        <html lang="{language}" class="{place}">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>{title}</title>
        <style nonce="{nonce}">{FormAssets.Style}{Markup.If(still, FormAssets.RequestStyle)}:root{FormAssets.Colors(color)}</style>
        {Markup.If(!still, $"""<script src="{FormAssets.ScriptUrl}" defer></script>""")}</head>
        <body><main>
        {body}
        </main></body></html>
        """;

    /// <summary>What is wrong with what was sent; nothing where nothing is.</summary>
    public static Markup Summary(FormShown shown)
    {
        if (shown.Notice is null && shown.Faults.Count == 0) return Markup.None;
        return $"""
            <div class="summary" role="alert" tabindex="-1" autofocus><p>{shown.Notice ?? shown.Say("faults")}</p>{Markup.If(shown.LostFiles, $"<p>{shown.Say("files-again")}</p>")}
            <ul>{shown.Faults.Select(f => Link(f, shown))}</ul></div>
            """;
    }

    private static Markup Link(FormFault fault, FormShown shown)
    {
        if (shown.Form.Fields.FirstOrDefault(f => f.Key == fault.Field) is not { } field) return $"<li>{fault.In(shown.Language)}</li>";
        return $"""<li><a href="#f-{field.Key}">{FormWords.Label(field, shown.Language, shown.Store.Language)}</a>: {fault.In(shown.Language)}</li>""";
    }

    private static string Words(string language) => JsonSerializer.Serialize(FormWords.OfScript.ToDictionary(w => w, w => FormWords.Template(w, language)), AppJson.Options);

    [GeneratedRegex("^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})\\z")]
    private static partial Regex Color();
}
