using System.Text.RegularExpressions;
using HelpdeskMx.Agents;
using HelpdeskMx.Calendars;
using HelpdeskMx.Forms;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;
using HelpdeskMx.Workflow;

namespace HelpdeskMx.Portal;

/// <summary>What the page of a request shows.</summary>
/// <param name="Request">The request.</param>
/// <param name="Talk">What was said in it.</param>
/// <param name="State">Its state's names.</param>
/// <param name="Form">The form to answer by, with what was typed before and what is wrong with it.</param>
public sealed record RequestShown(Request Request, RequestTalk Talk, State State, FormShown Form)
{
    /// <summary>Stars that are chosen already, because a link said so or they were given before.</summary>
    public int? Stars { get; init; }

    /// <summary>The comment as typed before.</summary>
    public string Comment { get; init; } = "";

    /// <summary>Key of what is wrong with the rating; null for nothing.</summary>
    public string? RatingFault { get; init; }

    /// <summary>Key of what has just been done; null for nothing.</summary>
    public string? Done { get; init; }

    /// <summary>It is asked how the shop did: somebody has answered, it is done, or a link leads here for that.</summary>
    public bool Rates { get; init; }
}

/// <summary>The page of a request as HTML: it runs no script, and loads nothing but pictures within answers.</summary>
public static partial class PortalPage
{
    /// <summary>The page.</summary>
    public static Markup Of(RequestShown shown)
    {
        var (request, ticket, language) = (shown.Request, shown.Request.Ticket, shown.Form.Language);
        var title = ticket.Subject.Length > 0 ? ticket.Subject : PortalWords.Say("untitled", language);
        var state = Languages.Choose(shown.State.CustomerNames, language) ?? Languages.Choose(shown.State.Names, language) ?? shown.State.Key;
        return FormPage.Still(request.Store, $"{title} · {request.Store?.Name}", language, shown.Form.Nonce, $"""
            <header>{Markup.If(request.Store is not null, $"""<p class="store"><span class="dot"></span>{request.Store?.Name}</p>""")}<h1 dir="auto">{title}</h1>
            <p class="facts"><span>{PortalWords.Say("number", language, $"#{ticket.Number}")}</span> <span class="state">{PortalWords.Say("state", language, state)}</span></p></header>
            {Done(shown, "taken")}
            <section aria-labelledby="said"><h2 id="said">{PortalWords.Say("conversation", language)}</h2>
            {Markup.If(shown.Talk.More, $"""<p class="help">{PortalWords.Say("more", language)}</p>""")}{Markup.If(shown.Talk.Said.Count == 0, $"""<p class="help">{PortalWords.Say("nothing", language)}</p>""")}
            <ol class="said">{shown.Talk.Said.Select(m => Message(m, shown))}</ol></section>
            {Answer(shown)}
            {Markup.If(shown.Rates, Rating(shown))}
            <p class="help private">{PortalWords.Say("private", language)}</p>
            """);
    }

    /// <summary>What is said where a link leads nowhere.</summary>
    public static Markup Gone(string language, string nonce) => FormPage.Still(null, PortalWords.Say("gone", language), language, nonce, $"""<p class="lead" role="alert">{PortalWords.Say("gone", language)}</p>""");

    /// <summary>One sentence, where nothing else can be shown.</summary>
    public static Markup Sentence(Request request, string sentence, string language, string nonce) =>
        FormPage.Still(request.Store, sentence, language, nonce, $"""<p class="lead" role="alert">{sentence}</p><p><a href="{Path(request, language)}">{PortalWords.Say("untitled", language)}</a></p>""");

    /// <summary>Where the page is.</summary>
    public static string Path(Request request, string language) => $"/api/portal/{Uri.EscapeDataString(request.Token)}?lang={language}";

    private static Markup Message(RequestMessage message, RequestShown shown)
    {
        var language = shown.Form.Language;
        var who = message.Mine ? PortalWords.Say("you", language) : message.ByShop ? shown.Request.Store?.Name ?? "" : message.From ?? "";
        return $"""
            <li class="message{Markup.If(message.ByShop, $" shop")}"><p class="who"><strong dir="auto">{who}</strong> <time datetime="{UtcTime.Text(message.At)}">{WrittenTime.Text(message.At, shown.Talk.TimeZone, language)}</time></p>
            {(message.Html is { } html ? Laid(html) : Markup.If(message.Text.Length > 0, Plain(message)))}
            {Markup.If(message.Files.Count > 0, $"""<ul class="files" aria-label="{PortalWords.Say("files", language)}">{message.Files.Select(File)}</ul>""")}</li>
            """;
    }

    private static Markup Laid(string html) => $"""<div class="words" dir="auto">{Markup.Cleaned(html)}</div>""";

    private static Markup Plain(RequestMessage message) => $"""<div class="words plain" dir="auto">{Parts(message)}</div>""";

    /// <summary>The words; of the shop's the addresses in them lead there.</summary>
    private static IEnumerable<Markup> Parts(RequestMessage message) => message.ByShop
        ? Address().Split(message.Text).Select((part, at) => at % 2 == 1 ? (Markup)$"""<a href="{part}" rel="noopener noreferrer">{part}</a>""" : $"{part}")
        : [$"{message.Text}"];

    private static Markup File(AttachmentView file) => $"""<li><a href="{file.Url}" download="{file.Name}">{file.Name}</a> <span>{Size(file.Size)}</span></li>""";

    private static string Size(long bytes) => bytes < 1024 * 1024 ? $"{Math.Max(1, bytes / 1024)} KB" : $"{bytes / 1024 / 1024} MB";

    private static Markup Answer(RequestShown shown)
    {
        var (request, form) = (shown.Request, shown.Form);
        if (request.Channel is null) return $"""<p class="help">{PortalWords.Say("elsewhere", form.Language)}</p>""";
        return $"""
            <section aria-labelledby="answer"><h2 id="answer">{PortalWords.Say("answer", form.Language)}</h2>
            {Markup.If(!request.Ticket.IsOpen, $"""<p class="help">{PortalWords.Say("reopens", form.Language)}</p>""")}{FormPage.Summary(form)}
            <form method="post" enctype="multipart/form-data" action="{Path(request, form.Language)}">{Stamp(form)}
            {form.Form.Fields.Select(f => FormInputs.Of(f, form))}
            <p class="end"><button type="submit">{form.Say("send")}</button></p></form></section>
            """;
    }

    private static Markup Rating(RequestShown shown)
    {
        var language = shown.Form.Language;
        return $"""
            <section aria-labelledby="rating" class="rating"><h2 id="rating">{PortalWords.Say("rate", language)}</h2>{Done(shown, "rated")}
            {Markup.If(shown.RatingFault is not null, $"""<div class="summary" role="alert" tabindex="-1" autofocus><p>{PortalWords.Say(shown.RatingFault ?? "rating-missing", language)}</p></div>""")}
            <form method="post" action="/api/portal/{Uri.EscapeDataString(shown.Request.Token)}/rating?lang={language}">{Stamp(shown.Form)}
            <fieldset class="field stars"><legend>{PortalWords.Say("rate-lead", language)}</legend><div>{Enumerable.Range(1, Tickets.Rating.Most).Select(stars => Star(stars, shown))}</div></fieldset>
            <div class="field"><label for="comment">{PortalWords.Say("comment", language)} <span class="optional">({shown.Form.Say("optional")})</span></label>
            <textarea id="comment" name="{RateTicket.Comment}" rows="3" maxlength="{Tickets.Rating.LongestComment}" dir="auto">{"\n"}{shown.Comment}</textarea></div>
            <p class="end"><button type="submit">{PortalWords.Say("send-rating", language)}</button></p></form></section>
            """;
    }

    private static Markup Star(int stars, RequestShown shown) =>
        $"""<label><input type="radio" name="{RateTicket.Stars}" value="{stars}" required{Markup.If(shown.Stars == stars, $" checked")}><span class="star" aria-hidden="true">★</span><span class="count" aria-hidden="true">{stars}</span><span class="said-only">{PortalWords.Stars(stars, shown.Form.Language)}</span></label>""";

    private static Markup Done(RequestShown shown, string what) => Markup.If(shown.Done == what, $"""<p class="done" role="status">{PortalWords.Say(what, shown.Form.Language)}</p>""");

    private static Markup Stamp(FormShown form) => $"""<input type="hidden" name="{FormPost.Stamp}" value="{form.Stamp?.Text}">""";

    [GeneratedRegex(@"(https?://[^\s<>""]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
