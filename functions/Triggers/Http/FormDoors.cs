using HelpdeskMx.Forms;
using HelpdeskMx.Http;
using HelpdeskMx.Intake;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;
using Microsoft.AspNetCore.Http;
using Channel = HelpdeskMx.Channels.Channel;

namespace HelpdeskMx.Triggers.Http;

/// <summary>The public doors of forms: their page, what is sent from it, the line that embeds it; and the admin's doors to what they ask.</summary>
public sealed class FormDoors(Door door, Throttle throttle, Accept accept, TakeForm takeForm, ChangeForm changeForm, FormStamps stamps, Settings settings)
{
    /// <summary>What one address may send by a form's page, and by a form's key: there a shop's server may speak for all its customers.</summary>
    public static readonly Pace Each = new(20, 10), EachKey = new(120, 120);

    /// <summary>What everybody together may send by one form.</summary>
    public static readonly Pace All = new(600, 300);

    private static readonly Pace EachLook = new(120, 120);

    [Function("form-page")]
    [Says("A form as a page that needs no script; with embed=1 for a frame in another page.", ReturnsMedia = "text/html", Query = ["lang", "embed"], Headers = ["Accept-Language"], Problems = [404, 429], Public = true)]
    public Task<IResult> Page([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Form)] HttpRequest request, string formId, CancellationToken ct) =>
        VisitAsync(request, formId, async form => throttle.Take("form-page", request, EachLook) is { } wait
            ? Hurried(request, form.Form, wait)
            : await ShowAsync(request, form with { Stamp = await stamps.NewAsync(formId, ct) }, StatusCodes.Status200OK, ct), ct);

    [Function("form-post")]
    [Says("Takes what a visitor sent from a form's page: a browser is led to a page of thanks, or back to the form with everything typed; a script that accepts JSON is told.", TakesMedia = "multipart/form-data",
        Returns = typeof(FormTaken), Status = 202, Query = ["lang", "embed"], Headers = ["Accept", "Accept-Language"], Problems = [400, 403, 404, 413, 422, 429], Public = true)]
    public Task<IResult> Post([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Form)] HttpRequest request, string formId, CancellationToken ct) =>
        VisitAsync(request, formId, async shown =>
        {
            var form = shown.Form;
            if (!FormOrigins.Allows(form.Form, request)) return Refuse(request, shown, new("wrong-origin", shown.Say("wrong-origin"), 403));
            var wait = throttle.Take($"form {formId}", request, Each, All);
            if (wait is not null && request.ContentLength is null or > Accept.LargestForm) return Hurried(request, form, wait.Value);
            ReadOnlyMemory<byte> body;
            try
            {
                body = await request.ReadBytesAsync(Accept.LargestOf(form), ct);
            }
            catch (BadRequestException bad) when (bad.Problem.Status == 413)
            {
                return Refuse(request, shown, bad.Problem with { Sentence = shown.Say("too-large", $"{Accept.LargestOf(form) / 1024 / 1024}") });
            }
            if (!request.HasFormContentType || await FormReading.ReadAsync(request, body, ct) is not { } sent) return Refuse(request, shown, new("unreadable-form", shown.Say("unreadable"), 400));
            var post = new FormPost(sent.Answers, sent.Files, shown.Language, sent.Page);
            shown = shown with { Answers = post.Said, LostFiles = sent.Files.Count > 0 };
            if (wait is { } seconds) return await HurriedAsync(request, shown, post, seconds, ct);
            var ending = await takeForm.RunAsync(form, post, ct);
            return ending.Taken is { } taken ? Thank(request, shown, taken) : await AgainAsync(request, shown, ending, ct);
        }, ct);

    [Function("form-thanks")]
    [Says("The page a form ends with.", ReturnsMedia = "text/html", Query = ["lang", "embed"], Headers = ["Accept-Language"], Problems = [404], Public = true)]
    public Task<IResult> Thanks([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.FormThanks)] HttpRequest request, string formId, CancellationToken ct) =>
        VisitAsync(request, formId, shown => Task.FromResult(FormVisit.Page(request, FormPage.Thanks(shown), shown.Nonce, FormOrigins.Ancestors(shown.Form.Form))), ct);

    [Function("form-embed")]
    [Says("The script of the one-line embed: puts the form where the script stands.", ReturnsMedia = "text/javascript", Problems = [404], Public = true)]
    public Task<IResult> Embed([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.FormEmbed)] HttpRequest request, string formId, CancellationToken ct) =>
        VisitAsync(request, formId, shown => Task.FromResult(FormVisit.Script(request, FormAssets.Embed(shown.Form), "public, max-age=300")), ct);

    [Function("form-script")]
    [Says("The script of every form's page; its address carries its version.", ReturnsMedia = "text/javascript", Query = ["v"], Public = true)]
    public Task<IResult> Script([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.FormScript)] HttpRequest request) =>
        Task.FromResult(FormVisit.Script(request, FormAssets.Script, "public, max-age=31536000, immutable"));

    [Function("form-change")]
    [Says("Sets what a form asks, says, leads to and is protected by, whole; for admins. Every fault is told with its place.", Takes = typeof(FormChange), Returns = typeof(HelpdeskMx.Channels.ChannelView),
        Problems = [400, 403, 404, 422])]
    public Task<IResult> Change([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Routes.ChannelForm)] HttpRequest request, string id, CancellationToken ct) =>
        door.AdminAsync(request, async by => (await changeForm.RunAsync(id, await request.ReadAsync<FormChange>(ct), by, ct)).ToResult());

    [Function("form-preview")]
    [Says("The page a form would have with these settings, which are not saved; for admins.", Takes = typeof(FormChange), Returns = typeof(FormPreview), Query = ["lang"], Problems = [400, 403, 404, 422])]
    public Task<IResult> Preview([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.ChannelFormPreview)] HttpRequest request, string id, CancellationToken ct) =>
        door.AdminAsync(request, async _ => (await changeForm.PreviewAsync(id, await request.ReadAsync<FormChange>(ct), request.Text("lang"), ct)).ToResult());

    private Task<IResult> VisitAsync(HttpRequest request, string formId, Func<FormShown, Task<IResult>> show, CancellationToken ct) => Door.PublicAsync(async () =>
    {
        var found = await accept.FindAsync(formId, ChannelKind.Form, ct);
        if (found.Problem is null) return await show(FormVisit.Of(request, found.Value, await settings.StoresAsync(ct)));
        return FormVisit.IsScript(request) ? found.Problem.ToResult() : Sentence(request, "no-form", found.Problem.Status);
    });

    private async Task<IResult> ShowAsync(HttpRequest request, FormShown shown, int status, CancellationToken ct)
    {
        if (shown.Form.Form.Challenge) shown = shown with { Sum = await stamps.SumAsync(shown.Stamp!, ct) };
        return FormVisit.Page(request, FormPage.Form(shown), shown.Nonce, FormOrigins.Ancestors(shown.Form.Form), status);
    }

    private static IResult Thank(HttpRequest request, FormShown shown, Accepted taken)
    {
        if (FormVisit.IsScript(request)) return Answers.Json(new FormTaken(taken.Id, shown.End), StatusCodes.Status202Accepted);
        request.HttpContext.Response.Headers.Location = shown.End;
        return Results.StatusCode(StatusCodes.Status303SeeOther); // so that a reload sends nothing again
    }

    private Task<IResult> AgainAsync(HttpRequest request, FormShown shown, FormEnding ending, CancellationToken ct)
    {
        var notice = ending.Notice is { } key ? shown.Say(key) : null;
        if (!FormVisit.IsScript(request)) return ShowAsync(request, shown with { Stamp = ending.Stamp, Notice = notice, Faults = ending.Faults }, StatusCodes.Status422UnprocessableEntity, ct);
        var problem = notice is null ? IntakeProblems.FieldsMissing(ending.Faults, shown.Language) : new Problem($"form-{ending.Notice}", notice, 422);
        return Task.FromResult((problem with { Sentence = notice ?? shown.Say("faults"), With = new Dictionary<string, object>(problem.With ?? new Dictionary<string, object>()) { ["stamp"] = ending.Stamp.Text, ["nonce"] = ending.Stamp.Id } }).ToResult());
    }

    private static IResult Hurried(HttpRequest request, Channel form, TimeSpan wait)
    {
        if (FormVisit.IsScript(request)) return Throttle.Refuse(request, wait);
        Throttle.Say(request, wait);
        return Sentence(request, "too-many", StatusCodes.Status429TooManyRequests, $"{Throttle.Seconds(wait)}", FormOrigins.Ancestors(form.Form));
    }

    private async Task<IResult> HurriedAsync(HttpRequest request, FormShown shown, FormPost post, TimeSpan wait, CancellationToken ct)
    {
        Throttle.Say(request, wait);
        var seconds = Throttle.Seconds(wait);
        var notice = shown.Say("too-many", $"{seconds}");
        if (FormVisit.IsScript(request)) return (Problems.TooMany(seconds) with { Sentence = notice }).ToResult();
        var stamp = await stamps.ReadAsync(shown.Form.Id, post.Answers.GetValueOrDefault(FormPost.Stamp), ct) ?? await stamps.NewAsync(shown.Form.Id, ct);
        return await ShowAsync(request, shown with { Stamp = stamp, Notice = notice }, StatusCodes.Status429TooManyRequests, ct);
    }

    private static IResult Refuse(HttpRequest request, FormShown shown, Problem problem) => FormVisit.IsScript(request)
        ? problem.ToResult()
        : FormVisit.Page(request, FormPage.Sentence(problem.Sentence, shown.Language, shown.Nonce), shown.Nonce, FormOrigins.Ancestors(shown.Form.Form), problem.Status);

    private static IResult Sentence(HttpRequest request, string key, int status, string with = "", string ancestors = "'self'")
    {
        var (language, nonce) = (FormVisit.Language(request) ?? "en", Ids.Random());
        return FormVisit.Page(request, FormPage.Sentence(FormWords.Say(key, language, with), language, nonce), nonce, ancestors, status);
    }
}
