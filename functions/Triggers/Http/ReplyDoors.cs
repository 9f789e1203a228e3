using HelpdeskMx.Http;
using HelpdeskMx.Replies;
using Microsoft.AspNetCore.Http;

namespace HelpdeskMx.Triggers.Http;

/// <summary>Doors to saved replies.</summary>
public sealed class ReplyDoors(Door door, SaveReply saveReply, FillReply fillReply)
{
    [Function("replies")]
    [Says("The saved replies an agent can use: everybody's and their own, by folder and name.", Returns = typeof(All<SavedReplyView>))]
    public Task<IResult> List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Replies)] HttpRequest request, CancellationToken ct) =>
        door.OpenAsync(request, async by => Answers.Json(new All<SavedReplyView>(await saveReply.ListAsync(by, ct))));

    [Function("reply-add")]
    [Says("Saves a reply for oneself or, as an admin, for everybody. A variable that does not exist, or could be empty with nothing in its place, is refused with its line.",
        Takes = typeof(ReplyDraft), Returns = typeof(SavedReplyView), Status = 201, Problems = [400, 403, 409, 422])]
    public Task<IResult> Add([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Replies)] HttpRequest request, CancellationToken ct) =>
        door.OpenAsync(request, async by => (await saveReply.AddAsync(await request.ReadWholeAsync<ReplyDraft>(ct), by, ct)).ToResult(StatusCodes.Status201Created));

    [Function("reply-change")]
    [Says("Changes a saved reply as a whole.", Takes = typeof(ReplyDraft), Returns = typeof(SavedReplyView), Problems = [400, 403, 404, 422])]
    public Task<IResult> Change([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Routes.Reply)] HttpRequest request, string id, CancellationToken ct) =>
        door.OpenAsync(request, async by => (await saveReply.RunAsync(id, await request.ReadWholeAsync<ReplyDraft>(ct), by, ct)).ToResult());

    [Function("reply-delete")]
    [Says("Deletes a saved reply that no action sends.", Status = 204, Problems = [404, 409])]
    public Task<IResult> Delete([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Routes.Reply)] HttpRequest request, string id, CancellationToken ct) =>
        door.OpenAsync(request, async by => (await saveReply.DeleteAsync(id, by, ct)).ToNoContent());

    [Function("reply-variables")]
    [Says("What a saved reply can name, and which of it not every ticket has.", Returns = typeof(All<Variable>))]
    public Task<IResult> Known([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.ReplyVariables)] HttpRequest request, CancellationToken ct) =>
        door.OpenAsync(request, async _ => Answers.Json(new All<Variable>(await saveReply.KnownAsync(ct))));

    [Function("replies-ready")]
    [Says("Saved replies that are written already, in every language; they are only sent once somebody has saved one and says when.", Returns = typeof(All<ReadyReply>))]
    public Task<IResult> Ready([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.ReadyReplies)] HttpRequest request, CancellationToken ct) =>
        door.OpenAsync(request, _ => Task.FromResult(Answers.Json(new All<ReadyReply>(ReadyReplies.All))));

    [Function("reply-preview")]
    [Says("Texts filled in for a real ticket, the newest the agent sees unless a number is given; nothing is saved.", Takes = typeof(ReplyPreview), Returns = typeof(PreviewedReply), Problems = [400, 404, 422])]
    public Task<IResult> Preview([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.ReplyPreview)] HttpRequest request, CancellationToken ct) =>
        door.OpenAsync(request, async by => (await fillReply.PreviewAsync(await request.ReadWholeAsync<ReplyPreview>(ct), by, ct)).ToResult());

    [Function("reply-fill-new")]
    [Says("A saved reply filled in for a conversation an agent is about to begin, in its store's language. One that names what only a ticket has, such as its number, is refused.", Takes = typeof(NewReply), Returns = typeof(FilledReply), Problems = [400, 404, 422])]
    public Task<IResult> FillNew([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.FillNewReply)] HttpRequest request, string id, CancellationToken ct) =>
        door.OpenAsync(request, async by => (await fillReply.NewAsync(id, await request.ReadWholeAsync<NewReply>(ct), by, ct)).ToResult());

    [Function("reply-fill")]
    [Says("A saved reply filled in for a ticket, in the language its customer writes.", Returns = typeof(FilledReply), Problems = [404])]
    public Task<IResult> Fill([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.FillReply)] HttpRequest request, string id, string reply, CancellationToken ct) =>
        door.OpenAsync(request, async by => (await fillReply.RunAsync(id, reply, by, ct)).ToResult());
}
