using HelpdeskMx.Forms;
using HelpdeskMx.Http;
using HelpdeskMx.Platform;
using HelpdeskMx.Spam;
using Microsoft.AspNetCore.Http;

namespace HelpdeskMx.Triggers.Http;

/// <summary>Doors to what the desk knows of spam, and the public one by which a sender confirms that they wrote.</summary>
public sealed class SpamDoors(Door door, Throttle throttle, Settings settings, ShowSpam showSpam, BlockSender blockSender, ConfirmSender confirmSender)
{
    private static readonly Pace Each = new(20, 20);

    [Function("spam")]
    [Says("How much the desk has learned of spam, and how many senders it blocks; for admins. How each store is guarded stands with the store.", Returns = typeof(SpamView), Problems = [403])]
    public Task<IResult> Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Spam)] HttpRequest request, CancellationToken ct) =>
        door.AdminAsync(request, async _ => Answers.Json(await showSpam.RunAsync(ct)));

    [Function("blocks")]
    [Says("Every blocked sender and domain, the newest first.", Returns = typeof(All<Block>))]
    public Task<IResult> Blocks([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Blocks)] HttpRequest request, CancellationToken ct) =>
        door.OpenAsync(request, async _ => Answers.Json(new All<Block>(await blockSender.ListAsync(ct))));

    [Function("block-add")]
    [Says("Blocks a sender, or with @example.com a whole domain; for agents who may answer customers. What they write from then on is a ticket out of sight. One who is blocked already stays so.",
        Takes = typeof(NewBlock), Returns = typeof(Block), Status = 201, Problems = [400, 403, 409, 422])]
    public Task<IResult> Add([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Blocks)] HttpRequest request, CancellationToken ct) =>
        door.OpenAsync(request, async by => await blockSender.MayAsync(by, ct)
            ? (await blockSender.RunAsync(await request.ReadAsync<NewBlock>(ct), by, ct)).ToResult(StatusCodes.Status201Created)
            : Problems.NotAllowed.ToResult());

    [Function("block-delete")]
    [Says("Takes a sender off the block list; for agents who may answer customers. Tickets that are out of sight stay there until they are released.", Status = 204, Problems = [403])]
    public Task<IResult> Delete([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Routes.Block)] HttpRequest request, string id, CancellationToken ct) =>
        door.OpenAsync(request, async by =>
        {
            if (!await blockSender.MayAsync(by, ct)) return Problems.NotAllowed.ToResult();
            await blockSender.DeleteAsync(id, ct);
            return Results.NoContent();
        });

    [Function("confirm-page")]
    [Says("The page on which a sender confirms that they wrote. Looking at it changes nothing.", ReturnsMedia = "text/html", Query = ["lang"], Headers = ["Accept-Language"], Problems = [404, 429], Public = true)]
    public Task<IResult> Ask([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Confirm)] HttpRequest request, string token, CancellationToken ct) =>
        VisitAsync(request, async shown => shown with { Page = ConfirmPage.Ask(token, await StoreAsync(token, ct), shown.Language, shown.Nonce), Ours = await confirmSender.FindAsync(token, ct) is not null });

    [Function("confirm-sender")]
    [Says("Confirms that the sender wrote: their ticket comes into the lists of work. Confirming twice does nothing twice.", ReturnsMedia = "text/html", Query = ["lang"], Headers = ["Accept-Language"], Problems = [404, 429], Public = true)]
    public Task<IResult> Confirm([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Confirm)] HttpRequest request, string token, CancellationToken ct) =>
        VisitAsync(request, async shown => shown with { Ours = await confirmSender.RunAsync(token, ct), Page = ConfirmPage.Done(await StoreAsync(token, ct), shown.Language, shown.Nonce) });

    private sealed record Shown(string Language, string Nonce)
    {
        public bool Ours { get; init; }

        public Markup Page { get; init; } = Markup.None;
    }

    private Task<IResult> VisitAsync(HttpRequest request, Func<Shown, Task<Shown>> show) => Door.PublicAsync(async () =>
    {
        if (throttle.Take("confirm", request, Each) is { } wait) return Throttle.Refuse(request, wait);
        var shown = await show(new Shown(FormVisit.Language(request) ?? "en", Ids.Random()));
        return shown.Ours
            ? FormVisit.Page(request, shown.Page, shown.Nonce, "'none'")
            : FormVisit.Page(request, FormPage.Sentence(ConfirmWords.Say("gone", shown.Language), shown.Language, shown.Nonce), shown.Nonce, "'none'", StatusCodes.Status404NotFound);
    });

    private async Task<HelpdeskMx.Channels.Store?> StoreAsync(string token, CancellationToken ct) =>
        await confirmSender.FindAsync(token, ct) is { } ticket ? (await settings.StoresAsync(ct)).FirstOrDefault(s => s.Id == ticket.Store) : null;
}
