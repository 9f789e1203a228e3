using HelpdeskMx.Forms;
using HelpdeskMx.Http;
using HelpdeskMx.Intake;
using HelpdeskMx.Platform;
using HelpdeskMx.Portal;
using HelpdeskMx.Tickets;
using Microsoft.AspNetCore.Http;
using Request = HelpdeskMx.Portal.Request;

namespace HelpdeskMx.Triggers.Http;

/// <summary>The public doors of a request's page, and the agent's by which its links are taken back. Looking at the page changes nothing: mail filters follow links.</summary>
public sealed class PortalDoors(Door door, Throttle throttle, FindRequest findRequest, ShowRequest showRequest, TakeAnswer takeAnswer, RateTicket rateTicket, RevokeLinks revokeLinks, FormStamps stamps, Settings settings)
{
    private const int LargestRating = 64 * 1024;
    private static readonly Pace EachLook = new(120, 120), Each = new(20, 10), All = new(600, 300);
    private static readonly string[] Ends = ["taken", "rated"];

    [Function("portal-page")]
    [Says("The page of a customer's request, by its signed link: what was said, how it stands, a form to answer by, and a rating. Needs no script.", ReturnsMedia = "text/html", Query = ["lang", "stars", "rate", "done"], Headers = ["Accept-Language"], Problems = [404, 429], Public = true)]
    public Task<IResult> Page([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Portal)] HttpRequest request, string token, CancellationToken ct) => Door.PublicAsync(async () =>
    {
        if (throttle.Take("portal-page", request, EachLook) is { } wait) return Throttle.Refuse(request, wait);
        return await VisitAsync(request, token, async shown => await ShowAsync(request, shown with
        {
            Stars = RateTicket.Read(request.Text("stars")) ?? shown.Stars,
            Rates = shown.Rates || request.Text("stars") is not null || request.Text("rate") is not null,
            Done = Ends.FirstOrDefault(e => e == request.Text("done")),
        }, StatusCodes.Status200OK, ct), ct);
    });

    [Function("portal-answer")]
    [Says("Takes what a customer answers on the page of their request: it is a message of the ticket like any other, once, however often it is sent.", TakesMedia = "multipart/form-data", ReturnsMedia = "text/html", Status = 303,
        Query = ["lang"], Headers = ["Accept-Language"], Problems = [400, 404, 413, 422, 429], Public = true)]
    public Task<IResult> Answer([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Portal)] HttpRequest request, string token, CancellationToken ct) =>
        SendAsync(request, token, "portal", Accept.LargestOf(TakeAnswer.Form), async (shown, sent) =>
        {
            if (shown.Request.Channel is null) return Said(request, shown, PortalWords.Say("elsewhere", shown.Form.Language), StatusCodes.Status422UnprocessableEntity);
            var post = new FormPost(sent.Answers, sent.Files, shown.Form.Language, null);
            var ending = await takeAnswer.RunAsync(shown.Request, post, ct);
            if (ending.Taken is not null) return Led(request, shown, "taken", "");
            var form = shown.Form with { Stamp = ending.Stamp, Answers = post.Said, Faults = ending.Faults, LostFiles = sent.Files.Count > 0, Notice = ending.Notice is { } key ? shown.Form.Say(key) : null };
            return await ShowAsync(request, shown with { Form = form }, StatusCodes.Status422UnprocessableEntity, ct);
        }, ct);

    [Function("portal-rating")]
    [Says("Takes how a customer rates what was done: 1 to 5 stars, and a comment where they give one. Who rates anew replaces it.", TakesMedia = "application/x-www-form-urlencoded", ReturnsMedia = "text/html", Status = 303,
        Query = ["lang"], Headers = ["Accept-Language"], Problems = [400, 404, 413, 422, 429], Public = true)]
    public Task<IResult> Rate([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.PortalRating)] HttpRequest request, string token, CancellationToken ct) =>
        SendAsync(request, token, "portal-rating", LargestRating, async (shown, sent) =>
        {
            var fault = await rateTicket.RunAsync(shown.Request, sent.Answers, ct);
            if (fault is null) return Led(request, shown, "rated", "#rating");
            var typed = shown with { Rates = true, RatingFault = fault, Stars = RateTicket.Read(sent.Answers.GetValueOrDefault(RateTicket.Stars)), Comment = sent.Answers.GetValueOrDefault(RateTicket.Comment, "") };
            return await ShowAsync(request, typed, StatusCodes.Status422UnprocessableEntity, ct);
        }, ct);

    [Function("ticket-page-links")]
    [Says("Takes back every link to the customer's page of a ticket that was ever sent; for agents who may answer its customer. What is sent from then on has new ones.", Status = 204, Problems = [403, 404, 409])]
    public Task<IResult> Revoke([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Routes.TicketLinks)] HttpRequest request, string id, CancellationToken ct) =>
        door.OpenAsync(request, async by => (await revokeLinks.RunAsync(id, by, ct)).ToNoContent());

    private Task<IResult> SendAsync(HttpRequest request, string token, string what, int largest, Func<RequestShown, SentForm, Task<IResult>> take, CancellationToken ct) => Door.PublicAsync(async () =>
    {
        if (throttle.Take(what, request, Each, All) is { } wait) return Throttle.Refuse(request, wait);
        return await VisitAsync(request, token, async shown =>
        {
            ReadOnlyMemory<byte> body;
            try
            {
                body = await request.ReadBytesAsync(largest, ct);
            }
            catch (BadRequestException bad) when (bad.Problem.Status == StatusCodes.Status413PayloadTooLarge)
            {
                return Said(request, shown, shown.Form.Say("too-large", $"{Math.Max(1, largest / 1024 / 1024)}"), StatusCodes.Status413PayloadTooLarge);
            }
            return request.HasFormContentType && await FormReading.ReadAsync(request, body, ct) is { } sent
                ? await take(shown, sent)
                : Said(request, shown, shown.Form.Say("unreadable"), StatusCodes.Status400BadRequest);
        }, ct);
    });

    private async Task<IResult> VisitAsync(HttpRequest request, string token, Func<RequestShown, Task<IResult>> show, CancellationToken ct)
    {
        var (language, nonce) = (FormVisit.Language(request), Ids.Random());
        if (await findRequest.RunAsync(token, ct) is not { } found) return FormVisit.Still(request, PortalPage.Gone(language ?? "en", nonce), nonce, StatusCodes.Status404NotFound);
        var form = FormShown.Of(TakeAnswer.Form with { Store = found.Ticket.Store }, found.Store is null ? [] : [found.Store], language) with { Nonce = nonce };
        var talk = await showRequest.RunAsync(found, ct);
        var ticket = found.Ticket;
        return await show(new RequestShown(found, talk, (await settings.WorkflowAsync(ct)).State(ticket.State), form)
        {
            Stars = ticket.Rating?.Stars,
            Comment = ticket.Rating?.Comment ?? "",
            Rates = !ticket.IsOpen || ticket.Rating is not null || talk.Said.Any(m => m.ByShop && m.Html is not null),
        });
    }

    private async Task<IResult> ShowAsync(HttpRequest request, RequestShown shown, int status, CancellationToken ct)
    {
        if (shown.Form.Stamp is null) shown = shown with { Form = shown.Form with { Stamp = await stamps.NewAsync(TakeAnswer.StampOf(shown.Request), ct) } };
        return FormVisit.Still(request, PortalPage.Of(shown), shown.Form.Nonce, status);
    }

    private static IResult Said(HttpRequest request, RequestShown shown, string sentence, int status) =>
        FormVisit.Still(request, PortalPage.Sentence(shown.Request, sentence, shown.Form.Language, shown.Form.Nonce), shown.Form.Nonce, status);

    private static IResult Led(HttpRequest request, RequestShown shown, string done, string place)
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        request.HttpContext.Response.Headers.Location = $"{PortalPage.Path(shown.Request, shown.Form.Language)}&done={done}{place}";
        return Results.StatusCode(StatusCodes.Status303SeeOther); // so that a reload sends nothing again
    }
}
