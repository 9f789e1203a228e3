using HelpdeskMx.Agents;
using HelpdeskMx.Http;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;
using Microsoft.AspNetCore.Http;

namespace HelpdeskMx.Triggers.Http;

/// <summary>Doors to the people who answer customers: who they are, what they may do, how they come in.</summary>
public sealed class AgentDoors(Door door, Throttle throttle, Settings settings, AddAgent addAgent, ChangeAgent changeAgent, JoinDesk join, SaveRole saveRole, Presences presences, HearPresence hearPresence)
{
    private static readonly Pace EachJoin = new(20, 10);

    [Function("agents")]
    [Says("Every agent, those who have left included.", Returns = typeof(All<AgentView>))]
    public Task<IResult> Agents([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Agents)] HttpRequest request, CancellationToken ct) =>
        door.OpenAsync(request, async _ => Answers.Json(new All<AgentView>([.. (await settings.AgentsAsync(ct)).Select(AgentView.Of)])));

    [Function("agent-add")]
    [Says("Adds an agent; for admins. They come in by a link, or by the company's directory.", Takes = typeof(AgentFacts), Returns = typeof(AgentView), Status = 201, Problems = [400, 403, 409, 422])]
    public Task<IResult> Add([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Agents)] HttpRequest request, CancellationToken ct) =>
        door.AdminAsync(request, async _ => (await addAgent.RunAsync(await request.ReadWholeAsync<AgentFacts>(ct), ct)).ToResult(StatusCodes.Status201Created));

    [Function("agent-change")]
    [Says("Changes an agent's name, address, role, departments and whether they still work here; for admins. Null leaves what is.", Takes = typeof(AgentFacts), Returns = typeof(AgentView), Problems = [400, 403, 404, 409, 422])]
    public Task<IResult> Change([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Routes.Agent)] HttpRequest request, string id, CancellationToken ct) =>
        door.AdminAsync(request, async _ => (await changeAgent.RunAsync(id, await request.ReadWholeAsync<AgentFacts>(ct), ct)).ToResult());

    [Function("agent-link")]
    [Says("Makes a link by which the agent chooses a password within a week, once; for admins. The link before it opens no more.", Returns = typeof(JoinLink), Status = 201, Problems = [403, 404, 409])]
    public Task<IResult> Link([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.AgentLink)] HttpRequest request, string id, CancellationToken ct) =>
        door.AdminAsync(request, async _ => (await join.LinkAsync(id, ct)).ToResult(StatusCodes.Status201Created));

    [Function("join")]
    [Says("Chooses a password by a link, and signs in.", Takes = typeof(Joining), Returns = typeof(SignedIn), Problems = [400, 409, 410, 422, 429], Public = true)]
    public Task<IResult> Join([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Join)] HttpRequest request, CancellationToken ct) =>
        Door.PublicAsync(async () => throttle.Take("join", request, EachJoin) is { } wait
            ? Throttle.Refuse(request, wait)
            : (await join.RunAsync(await request.ReadWholeAsync<Joining>(ct), ct)).ToResult());

    [Function("presences")]
    [Says("Who is there.", Returns = typeof(All<PresenceView>))]
    public Task<IResult> Presences([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Presence)] HttpRequest request, CancellationToken ct) =>
        door.OpenAsync(request, async _ => Answers.Json(new All<PresenceView>(await presences.ListAsync(ct))));

    [Function("presence")]
    [Says("Says that one is there, or away; said every minute while the desk is open. Who goes away hands over what is the shop's turn; who comes may be given what waits.", Takes = typeof(PresenceChange), Status = 204, Problems = [400])]
    public Task<IResult> Present([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Routes.Presence)] HttpRequest request, CancellationToken ct) =>
        door.OpenAsync(request, async by =>
        {
            await hearPresence.RunAsync(by, await request.ReadWholeAsync<PresenceChange>(ct), ct);
            return Results.NoContent();
        });

    [Function("roles")]
    [Says("Every role: which states its agents see, and what they may do.", Returns = typeof(All<Role>))]
    public Task<IResult> Roles([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Roles)] HttpRequest request, CancellationToken ct) =>
        door.OpenAsync(request, async _ => Answers.Json(new All<Role>(await settings.RolesAsync(ct))));

    [Function("role-add")]
    [Says("Adds a role; for admins.", Takes = typeof(RoleFacts), Returns = typeof(Role), Status = 201, Problems = [400, 403, 409, 422])]
    public Task<IResult> AddRole([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Roles)] HttpRequest request, CancellationToken ct) =>
        door.AdminAsync(request, async _ => (await saveRole.AddAsync(await request.ReadWholeAsync<RoleFacts>(ct), ct)).ToResult(StatusCodes.Status201Created));

    [Function("role-change")]
    [Says("Replaces what a role sees and may do; for admins.", Takes = typeof(RoleFacts), Returns = typeof(Role), Problems = [400, 403, 404, 422])]
    public Task<IResult> ChangeRole([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Routes.Role)] HttpRequest request, string id, CancellationToken ct) =>
        door.AdminAsync(request, async _ => (await saveRole.ChangeAsync(id, await request.ReadWholeAsync<RoleFacts>(ct), ct)).ToResult());

    [Function("role-delete")]
    [Says("Deletes a role that nobody has; for admins.", Status = 204, Problems = [403, 404, 409])]
    public Task<IResult> DeleteRole([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Routes.Role)] HttpRequest request, string id, CancellationToken ct) =>
        door.AdminAsync(request, async _ => (await saveRole.DeleteAsync(id, ct)).ToNoContent());
}
