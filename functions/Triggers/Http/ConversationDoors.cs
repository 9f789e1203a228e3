using HelpdeskMx.Http;
using HelpdeskMx.Platform;
using HelpdeskMx.Sending;
using HelpdeskMx.Tickets;
using Microsoft.AspNetCore.Http;

namespace HelpdeskMx.Triggers.Http;

/// <summary>Doors to what was said in a ticket, and to its files.</summary>
public sealed class ConversationDoors(Door door, Conversation conversation, SendAgain sendAgain, SendLater sendLater, KeepDraft keepDraft, Drafts drafts, HelpdeskMx.Tickets.Tickets tickets, Live live, Uploads uploads)
{
    private static readonly string[] Orders = ["oldest", "newest"];
    private static readonly Problem NoSuchFile = new("no-such-file", "This link is not valid any more. Open the message again for a new one.", 404);

    private static readonly Problem NoSuchUpload = new("no-such-upload", "This file is not on the server any more. Attach it again.", 404);

    // Types a browser may show in the page: pictures made of dots, which carry no script.
    private static readonly string[] Shown = ["image/png", "image/jpeg", "image/gif", "image/webp"];

    [Function("messages")]
    [Says("A page of a ticket's messages.", Returns = typeof(Listing<MessageView>), Query = ["order", "limit", "after"], Problems = [400, 404])]
    public Task<IResult> Messages([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Messages)] HttpRequest request, string id, CancellationToken ct) =>
        door.OpenAsync(request, by => Answers.PageAsync(async () =>
            (await conversation.MessagesAsync(id, request.OneOf("order", Orders) == "newest", request.Limit(100, 500), request.Text("after"), by, ct)).ToResult()));

    [Function("events")]
    [Says("A page of a ticket's audit trail, oldest first.", Returns = typeof(Listing<TicketEvent>), Query = ["limit", "after"], Problems = [400, 404])]
    public Task<IResult> Events([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Events)] HttpRequest request, string id, CancellationToken ct) =>
        door.OpenAsync(request, by => Answers.PageAsync(async () => (await conversation.EventsAsync(id, request.Limit(200, 500), request.Text("after"), by, ct)).ToResult()));

    [Function("message-raw")]
    [Says("A message as it came.", ReturnsMedia = "message/rfc822", Problems = [404])]
    public Task<IResult> Raw(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Raw)] HttpRequest request, string ticketId, string messageId, CancellationToken ct) =>
        door.OpenAsync(request, async by =>
        {
            var original = await conversation.OriginalAsync(ticketId, messageId, by, ct);
            return original.Problem?.ToResult() ?? Download(request, original.Value, original.Value.ContentType);
        });

    [Function("message-retry")]
    [Says("Sends an answer again that failed or came back.", Returns = typeof(MessageView), Problems = [404, 409])]
    public Task<IResult> Retry(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.SendAgain)] HttpRequest request, string id, string messageId, CancellationToken ct) =>
        door.OpenAsync(request, async by => (await sendAgain.RunAsync(id, messageId, by, ct)).ToResult());

    [Function("later")]
    [Says("Answers of a ticket that leave later, and those that were stopped with why.", Returns = typeof(All<LaterView>), Problems = [404])]
    public Task<IResult> Later([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Later)] HttpRequest request, string id, CancellationToken ct) =>
        door.OpenAsync(request, async by => await sendLater.ListAsync(id, by, ct) is { Problem: null } all ? Answers.Json(new All<LaterView>(all.Value)) : Problems.NoSuchTicket.ToResult());

    [Function("later-take-back")]
    [Says("Takes back an answer that leaves later, or forgets one that was stopped; its words and files are in the answer to this, and are the caller's.", Returns = typeof(LaterView), Problems = [403, 404, 409])]
    public Task<IResult> TakeBack([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Routes.LaterAnswer)] HttpRequest request, string id, string later, CancellationToken ct) =>
        door.OpenAsync(request, async by => (await sendLater.TakeBackAsync(id, later, by, ct)).ToResult());

    [Function("drafts")]
    [Says("In which tickets the agent has written something and not sent it, the newest first, at most 200.", Returns = typeof(All<DraftName>))]
    public Task<IResult> ListDrafts([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Drafts)] HttpRequest request, CancellationToken ct) =>
        door.OpenAsync(request, async by => Answers.Json(new All<DraftName>(await drafts.ListAsync(by, ct))));

    [Function("draft")]
    [Says("What the agent has written in a ticket and not sent; 204 where there is nothing.", Returns = typeof(TicketDraft), Problems = [404])]
    public Task<IResult> Draft([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Draft)] HttpRequest request, string id, CancellationToken ct) =>
        door.OpenAsync(request, async by =>
        {
            if (await tickets.FindAsync(id, by, ct) is null) return Problems.NoSuchTicket.ToResult();
            return await tickets.DraftAsync(id, by, ct) is { } draft ? Answers.Json(draft.Value) : Results.NoContent();
        });

    [Function("draft-keep")]
    [Says("Keeps what the agent has written; the answer is what is kept then, which is another machine's where that is newer.", Takes = typeof(TicketDraft), Returns = typeof(TicketDraft), Problems = [400, 404, 422])]
    public Task<IResult> KeepDraft([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Routes.Draft)] HttpRequest request, string id, CancellationToken ct) =>
        door.OpenAsync(request, async by => await tickets.FindAsync(id, by, ct) is null
            ? Problems.NoSuchTicket.ToResult()
            : (await keepDraft.RunAsync(id, await request.ReadWholeAsync<TicketDraft>(ct), by, ct)).ToResult());

    [Function("ticket-looking")]
    [Says("Tells colleagues that the agent looks at the ticket, and whether they write; nothing is kept, so a browser says it every quarter of a minute.", Takes = typeof(LookingChange), Status = 204, Problems = [400, 404])]
    public Task<IResult> Looking([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Looking)] HttpRequest request, string id, CancellationToken ct) =>
        door.OpenAsync(request, async by =>
        {
            if (await tickets.FindAsync(id, by, ct) is not { } found) return Problems.NoSuchTicket.ToResult();
            await live.LookingAsync(found.Value, by, (await request.ReadWholeAsync<LookingChange>(ct)).Writing, ct);
            return Results.NoContent();
        });

    [Function("upload")]
    [Says("Stores a file to send with an answer or a note.", TakesMedia = "application/octet-stream", Returns = typeof(UploadView), Status = 201, Query = ["name"], Problems = [413, 422])]
    public Task<IResult> Upload([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Uploads)] HttpRequest request, CancellationToken ct) =>
        door.OpenAsync(request, async by =>
            (await uploads.AddAsync(request.Text("name"), request.ContentType, await request.ReadBytesAsync(Uploads.Largest, ct), by, ct)).ToResult(StatusCodes.Status201Created));

    [Function("upload-read")]
    [Says("A file the agent has uploaded, to show in what they write.", ReturnsMedia = "application/octet-stream", Problems = [404])]
    public Task<IResult> ReadUpload([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Upload)] HttpRequest request, string id, CancellationToken ct) =>
        door.OpenAsync(request, async by => await uploads.OpenAsync(id, by, ct) is { } file ? Download(request, file, "application/octet-stream") : NoSuchUpload.ToResult());

    [Function("attachment")]
    [Says("A file, by its signed link.", ReturnsMedia = "application/octet-stream", Query = ["inline"], Problems = [404], Public = true)]
    public Task<IResult> Attachment([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Attachment)] HttpRequest request, string token, CancellationToken ct) =>
        Door.PublicAsync(async () =>
        {
            if (await conversation.FileAsync(token, ct) is not { } file) return NoSuchFile.ToResult();
            request.HttpContext.Response.Headers.CacheControl = "private, max-age=86400";
            var type = file.ContentType.ToLowerInvariant();
            return request.Text("inline") is not null && Shown.Contains(type) ? Guarded(request, Results.Stream(file.Bytes, type)) : Download(request, file, "application/octet-stream");
        });

    private static IResult Download(HttpRequest request, OpenFile file, string type) => Guarded(request, Results.Stream(file.Bytes, type, file.Name));

    /// <summary>What customers sent is never run in the desk's own origin.</summary>
    private static IResult Guarded(HttpRequest request, IResult file)
    {
        var headers = request.HttpContext.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return file;
    }
}
