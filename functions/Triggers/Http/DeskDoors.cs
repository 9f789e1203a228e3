using HelpdeskMx.Agents;
using HelpdeskMx.Http;
using HelpdeskMx.Operations;
using HelpdeskMx.Platform;
using HelpdeskMx.Sending;
using Microsoft.AspNetCore.Http;

namespace HelpdeskMx.Triggers.Http;

/// <summary>Doors to the desk itself: whether it lives, what its API is, how it is set up for the first time.</summary>
public sealed class DeskDoors(Door door, FirstRun firstRun, ShowHealth showHealth, IRealtime realtime, HelpdeskMx.Tickets.CatchUp catchUp, ShowOutbox showOutbox)
{
    [Function("health")]
    [Says("Whether the desk answers, and its version.", Returns = typeof(Health), Public = true)]
    public Task<IResult> Health([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Health)] HttpRequest request) =>
        Task.FromResult(Answers.Json(HelpdeskMx.Http.Health.Now));

    [Function("desk-health")]
    [Says("How the desk stands: queues, problems, outbox, channels, and the hours of the last day; for admins.", Returns = typeof(DeskHealth), Problems = [403])]
    public Task<IResult> DeskHealth([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.DeskHealth)] HttpRequest request, CancellationToken ct) =>
        door.AdminAsync(request, async _ => Answers.Json(await showHealth.RunAsync(ct)));

    [Function("outbox")]
    [Says("Answers that have not arrived: those on their way, the longest due first, and those that failed; at most 50 of either; for admins.", Returns = typeof(OutboxView), Problems = [403])]
    public Task<IResult> Outbox([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Outbox)] HttpRequest request, CancellationToken ct) =>
        door.AdminAsync(request, async _ => Answers.Json(await showOutbox.RunAsync(ct)));

    [Function("openapi")]
    [Says("This document.", ReturnsMedia = "application/json", Public = true)]
    public Task<IResult> OpenApi([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.OpenApi)] HttpRequest request) =>
        Task.FromResult(Results.Stream(OpenApiDocument.Open(), "application/json"));

    [Function("setup-needed")]
    [Says("Whether the desk still needs its first admin.", Returns = typeof(SetupNeeded), Public = true)]
    public Task<IResult> SetupNeeded([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Setup)] HttpRequest request, CancellationToken ct) =>
        Door.PublicAsync(async () => Answers.Json(new SetupNeeded(await firstRun.IsNeededAsync(ct))));

    [Function("setup")]
    [Says("Makes the first admin, store, mail channel and form, with the token of the printed link.",
        Takes = typeof(FirstAnswers), Returns = typeof(FirstRunDone), Problems = [403, 409, 422], Public = true)]
    public Task<IResult> Setup([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Setup)] HttpRequest request, CancellationToken ct) =>
        Door.PublicAsync(async () => (await firstRun.RunAsync(await request.ReadAsync<FirstAnswers>(ct), ct)).ToResult());

    [Function("negotiate")]
    [Says("Where to connect for live changes (SignalR), and with what token.", Returns = typeof(RealtimeConnection))]
    public Task<IResult> Negotiate([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Negotiate)] HttpRequest request, CancellationToken ct) =>
        door.OpenAsync(request, async by => Answers.Json(await realtime.NegotiateAsync(by.Id, HelpdeskMx.Tickets.Rights.Audiences(by), ct)));

    [Function("changes")]
    [Says("Which tickets changed since the 'next' of the answer before, by the store's own sequence; without 'since', only the place to begin at. Pushes tell of the same at once and can be lost; this cannot.",
        Returns = typeof(HelpdeskMx.Tickets.ChangesView), Query = ["since"])]
    public Task<IResult> Changes([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Changes)] HttpRequest request, CancellationToken ct) =>
        door.OpenAsync(request, async by => Answers.Json(await catchUp.RunAsync(request.Text("since"), by, ct)));
}
