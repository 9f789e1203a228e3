using HelpdeskMx.Http;
using HelpdeskMx.Platform;
using HelpdeskMx.Sending;
using HelpdeskMx.Tickets;
using Microsoft.AspNetCore.Http;

namespace HelpdeskMx.Triggers.Http;

/// <summary>Doors to what was said in a ticket, and to its files.</summary>
public sealed class ConversationDoors(Door door, Conversation conversation, SendAgain sendAgain, Uploads uploads)
{
    private static readonly string[] Orders = ["oldest", "newest"];
    private static readonly Problem NoSuchFile = new("no-such-file", "This link is not valid any more. Open the message again for a new one.", 404);

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

    [Function("upload")]
    [Says("Stores a file to send with an answer or a note.", TakesMedia = "application/octet-stream", Returns = typeof(UploadView), Status = 201, Query = ["name"], Problems = [413, 422])]
    public Task<IResult> Upload([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Uploads)] HttpRequest request, CancellationToken ct) =>
        door.OpenAsync(request, async by =>
            (await uploads.AddAsync(request.Text("name"), request.ContentType, await request.ReadBytesAsync(Uploads.Largest, ct), by, ct)).ToResult(StatusCodes.Status201Created));

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
