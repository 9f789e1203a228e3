using HelpdeskMx.Http;
using HelpdeskMx.Intake;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;
using Microsoft.AspNetCore.Http;

namespace HelpdeskMx.Triggers.Http;

/// <summary>The public doors by which customers' messages come in, and the admin's view of what became of them.</summary>
public sealed class IngestDoors(Door door, Throttle throttle, Accept accept, WhatBecame whatBecame, Poison poison)
{
    [Function("ingest-email")]
    [Says("Takes one mail as raw MIME, with the channel's key as X-Helpdesk-Key, basic password or ?key=.", TakesMedia = "message/rfc822", Returns = typeof(Accepted),
        Status = 202, Query = ["key"], Headers = ["X-Helpdesk-Key"], Problems = [400, 401, 403, 404, 413], Public = true)]
    public Task<IResult> Email([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.IngestEmail)] HttpRequest request, string channelId, CancellationToken ct) =>
        Door.PublicAsync(async () =>
        {
            var proof = await accept.ProveAsync(channelId, ChannelKind.Email, ChannelKey.Of(request), ct);
            return proof.Problem?.ToResult()
                ?? (await accept.EmailAsync(proof.Value, await request.ReadBytesAsync(Accept.LargestMail, ct), ct)).ToResult(StatusCodes.Status202Accepted);
        });

    [Function("ingest-form")]
    [Says("Takes a contact form as JSON or as a browser sends it; the key may also be an answer named key.", Takes = typeof(Dictionary<string, string>), Returns = typeof(Accepted),
        Status = 202, Query = ["key"], Headers = ["X-Helpdesk-Key", "Idempotency-Key"], Problems = [400, 401, 403, 404, 413, 422, 429], Public = true)]
    public Task<IResult> Form([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.IngestForm)] HttpRequest request, string formId, CancellationToken ct) =>
        Door.PublicAsync(async () =>
        {
            request.HttpContext.Response.Headers.AccessControlAllowOrigin = "*"; // shops post from their own pages; the key is public there
            if (throttle.Take($"form-key {formId}", request, FormDoors.EachKey, FormDoors.All) is { } wait) return Throttle.Refuse(request, wait);
            var found = await accept.FindAsync(formId, ChannelKind.Form, ct);
            var body = await request.ReadBytesAsync(Accept.LargestOf(found.Problem is null ? found.Value : null), ct);
            var sent = await FormReading.ReadAsync(request, body, ct);
            var proof = await accept.ProveAsync(formId, ChannelKind.Form, ChannelKey.Of(request) ?? sent?.Key, ct);
            if (proof.Problem is { } problem) return problem.ToResult();
            return sent is null
                ? IntakeProblems.UnreadableForm.ToResult()
                : (await accept.FormAsync(proof.Value, sent.ToSubmission(formId, request.Asked().Key), ct)).ToResult(StatusCodes.Status202Accepted);
        });

    [Function("ingest-report")]
    [Says("What became of an accepted message; for admins.", Returns = typeof(IngestReport), Problems = [403, 404])]
    public Task<IResult> Report([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Ingest)] HttpRequest request, string id, CancellationToken ct) =>
        door.AdminAsync(request, async _ => (await whatBecame.RunAsync(id, ct)).ToResult());

    [Function("poison-list")]
    [Says("Messages that failed too often, newest first; for admins.", Returns = typeof(Listing<PoisonView>), Query = ["limit", "after"], Problems = [403])]
    public Task<IResult> ListPoison([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Poison)] HttpRequest request, CancellationToken ct) =>
        door.AdminAsync(request, _ => Answers.PageAsync(async () => Answers.Json(await poison.ListAsync(request.Limit(), request.Text("after"), ct))));

    [Function("poison-retry")]
    [Says("Puts a failed message back into its queue; for admins.", Status = 204, Problems = [403, 404])]
    public Task<IResult> RetryPoison([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.RetryPoison)] HttpRequest request, string id, CancellationToken ct) =>
        door.AdminAsync(request, async _ => (await poison.RetryAsync(id, ct)).ToNoContent());
}
