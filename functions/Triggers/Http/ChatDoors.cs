using HelpdeskMx.Chat;
using HelpdeskMx.Http;
using HelpdeskMx.Intake;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;
using Microsoft.AspNetCore.Http;

namespace HelpdeskMx.Triggers.Http;

/// <summary>The doors of a chat to its visitors, open to the pages that may carry it.</summary>
public sealed class ChatDoors(
    Throttle throttle, Accept accept, VisitorTokens tokens, ShowChat showChat, TakeChat takeChat, VisitorTalk talk, HearVisitor hear, IRealtime realtime, DeskOptions options)
{
    /// <summary>What one address may begin, and all of a chat's visitors together.</summary>
    public static readonly Pace EachBegin = new(10, 5), AllBegin = new(300, 120);

    /// <summary>What one address may write, what one conversation may, what may be signalled beside it, and how often somebody may look.</summary>
    public static readonly Pace EachWrite = new(60, 60), Written = new(30, 30), Signs = new(60, 90), Looks = new(120, 120), EachLook = new(600, 600);

    [Function("chat-preflight")]
    [Says("What browsers ask before a page's script may open another door of a chat.", Status = 204, Problems = [403, 404], Public = true)]
    public Task<IResult> Preflight([HttpTrigger(AuthorizationLevel.Anonymous, "options", Route = Routes.ChatPreflight)] HttpRequest request, string channelId, string what, CancellationToken ct) =>
        VisitAsync(request, channelId, _ =>
        {
            var headers = request.HttpContext.Response.Headers;
            headers.AccessControlAllowMethods = "GET, POST";
            headers.AccessControlAllowHeaders = "Authorization, Content-Type";
            headers.AccessControlMaxAge = "7200";
            return Task.FromResult(Results.NoContent());
        }, ct);

    [Function("chat-config")]
    [Says("How a chat looks and whether somebody is there, in the visitor's language.", Returns = typeof(ChatShown), Query = ["lang"], Headers = ["Accept-Language"], Problems = [403, 404, 429], Public = true)]
    public Task<IResult> Config([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.ChatConfig)] HttpRequest request, string channelId, CancellationToken ct) =>
        VisitAsync(request, channelId, async visit =>
        {
            if (throttle.Take("chat-config", request, EachLook) is { } wait) return Hurried(visit, wait);
            request.HttpContext.Response.Headers.CacheControl = "private, max-age=60";
            return Answers.Json(await showChat.RunAsync(visit.Channel, visit.Language, ct));
        }, ct);

    [Function("chat-begin")]
    [Says("Begins a conversation with its first message; what is answered with 201 is kept.", Takes = typeof(ChatWriting), Returns = typeof(ChatBegun), Status = 201, Query = ["lang"],
        Problems = [400, 401, 403, 404, 413, 422, 429], Public = true)]
    public Task<IResult> Begin([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.ChatConversations)] HttpRequest request, string channelId, CancellationToken ct) =>
        VisitAsync(request, channelId, async visit => throttle.Take($"chat-begin {channelId}", request, EachBegin, AllBegin) is { } wait
            ? Hurried(visit, wait)
            : (await takeChat.BeginAsync(visit.Channel, await visit.ReadAsync<ChatWriting>(ct), visit.Language, ct)).ToResult(StatusCodes.Status201Created), ct);

    [Function("chat-say")]
    [Says("Takes one more message of a conversation; what is answered with 202 is kept.", Takes = typeof(ChatWriting), Returns = typeof(ChatTaken), Status = 202, Query = ["lang"],
        Problems = [400, 401, 403, 404, 413, 422, 429], Public = true)]
    public Task<IResult> Say([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.ChatMessages)] HttpRequest request, string channelId, CancellationToken ct) =>
        GoOnAsync(request, channelId, "say", EachWrite, Written, async (visit, read) =>
            (await takeChat.SayAsync(visit.Channel, read.Visitor, await visit.ReadAsync<ChatWriting>(ct), visit.Language, ct)).ToResult(StatusCodes.Status202Accepted), ct);

    [Function("chat-messages")]
    [Says("What was said in a conversation after a place, everything without one.", Returns = typeof(ChatPage), Query = ["after", "lang"], Problems = [401, 403, 404, 429], Public = true)]
    public Task<IResult> Messages([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.ChatMessages)] HttpRequest request, string channelId, CancellationToken ct) =>
        GoOnAsync(request, channelId, "look", EachLook, Looks, async (visit, read) =>
        {
            request.HttpContext.Response.Headers.CacheControl = "no-store";
            var page = await talk.AfterAsync(visit.Channel, read.Visitor, request.Text("after"), ct);
            return Answers.Json(read.Renew ? page with { Token = await tokens.MakeAsync(visit.Channel.Id, read.Visitor, ct) } : page);
        }, ct);

    [Function("chat-file")]
    [Says("Takes a file into a conversation, at most 10 MB; what is answered with 202 is kept.", TakesMedia = "application/octet-stream", Returns = typeof(ChatTaken), Status = 202, Query = ["id", "name", "lang"],
        Problems = [400, 401, 403, 404, 413, 422, 429], Public = true)]
    public Task<IResult> File([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.ChatFiles)] HttpRequest request, string channelId, CancellationToken ct) =>
        GoOnAsync(request, channelId, "say", EachWrite, Written, async (visit, read) =>
        {
            byte[] bytes;
            try
            {
                bytes = (await request.ReadBytesAsync(TakeChat.LargestFile, ct)).ToArray();
            }
            catch (BadRequestException bad) when (bad.Problem.Status == StatusCodes.Status413PayloadTooLarge)
            {
                return visit.Problem("too-large", StatusCodes.Status413PayloadTooLarge, $"{TakeChat.LargestFile / 1024 / 1024}").ToResult();
            }
            var type = request.ContentType is { Length: > 0 and <= 200 } said ? said : "application/octet-stream";
            var file = new SubmittedFile(request.Text("name") ?? "", type, bytes);
            return (await takeChat.FileAsync(visit.Channel, read.Visitor, request.Text("id"), file, visit.Language, ct)).ToResult(StatusCodes.Status202Accepted);
        }, ct);

    [Function("chat-typing")]
    [Says("Tells the agents that the visitor types; nothing is kept.", Status = 204, Problems = [401, 403, 404, 429], Public = true)]
    public Task<IResult> Typing([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.ChatTyping)] HttpRequest request, string channelId, CancellationToken ct) =>
        GoOnAsync(request, channelId, "sign", EachLook, Signs, async (visit, read) =>
        {
            await hear.TypingAsync(visit.Channel, read.Visitor, ct);
            return Results.NoContent();
        }, ct);

    [Function("chat-read")]
    [Says("Marks the answers up to a place as delivered, or as read.", Takes = typeof(ChatRead), Status = 204, Problems = [400, 401, 403, 404, 429], Public = true)]
    public Task<IResult> Read([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.ChatRead)] HttpRequest request, string channelId, CancellationToken ct) =>
        GoOnAsync(request, channelId, "sign", EachLook, Signs, async (visit, read) =>
        {
            await hear.ReadAsync(visit.Channel, read.Visitor, await visit.ReadAsync<ChatRead>(ct), ct);
            return Results.NoContent();
        }, ct);

    [Function("chat-contact")]
    [Says("Keeps where the visitor wants answers once they have left.", Takes = typeof(ChatContact), Returns = typeof(ChatContact), Query = ["lang"], Problems = [400, 401, 403, 404, 409, 422, 429], Public = true)]
    public Task<IResult> Contact([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.ChatContact)] HttpRequest request, string channelId, CancellationToken ct) =>
        GoOnAsync(request, channelId, "contact", EachWrite, Written, async (visit, read) =>
            (await hear.ContactAsync(visit.Channel, read.Visitor, await visit.ReadAsync<ChatContact>(ct), visit.Language, ct)).ToResult(), ct);

    [Function("chat-negotiate")]
    [Says("Where the visitor's browser connects for news of its own conversation (SignalR), and with what token.", Returns = typeof(RealtimeConnection), Problems = [401, 403, 404, 429], Public = true)]
    public Task<IResult> Negotiate([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.ChatNegotiate)] HttpRequest request, string channelId, CancellationToken ct) =>
        GoOnAsync(request, channelId, "negotiate", EachWrite, Written, async (visit, read) =>
        {
            var audience = Visitor.Audience(visit.Channel.Id, read.Visitor.Conversation);
            return Answers.Json(await realtime.NegotiateAsync(audience, [audience], ct));
        }, ct);

    private Task<IResult> VisitAsync(HttpRequest request, string channelId, Func<ChatVisit, Task<IResult>> use, CancellationToken ct) => Door.PublicAsync(async () =>
    {
        var language = ChatVisit.LanguageOf(request);
        var found = await accept.FindAsync(channelId, ChannelKind.Chat, ct);
        if (found.Problem is { } none) return (none with { Sentence = ChatWords.Say("no-chat", language) }).ToResult();
        if (!ChatVisit.Allows(found.Value.Chat, options.Origins, request)) return ChatWords.Problem("wrong-origin", language, StatusCodes.Status403Forbidden).ToResult();
        ChatVisit.Share(request);
        return await use(new ChatVisit(request, found.Value, language));
    });

    private Task<IResult> GoOnAsync(HttpRequest request, string channelId, string what, Pace each, Pace conversation, Func<ChatVisit, ReadToken, Task<IResult>> use, CancellationToken ct) =>
        VisitAsync(request, channelId, async visit =>
        {
            if (throttle.Take($"chat-{what}", request, each) is { } soon) return Hurried(visit, soon);
            if (await tokens.ReadAsync(channelId, visit.Token, ct) is not { } read) return visit.Problem("visitor-unknown", StatusCodes.Status401Unauthorized).ToResult();
            return throttle.Take($"chat-{what} {read.Visitor.Conversation}", conversation) is { } wait ? Hurried(visit, wait) : await use(visit, read);
        }, ct);

    private static IResult Hurried(ChatVisit visit, TimeSpan wait)
    {
        Throttle.Say(visit.Request, wait);
        return visit.Problem("too-many", StatusCodes.Status429TooManyRequests, $"{Throttle.Seconds(wait)}").ToResult();
    }
}
