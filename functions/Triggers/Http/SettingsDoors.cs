using HelpdeskMx.Agents;
using HelpdeskMx.Channels;
using HelpdeskMx.Customers;
using HelpdeskMx.Http;
using HelpdeskMx.Platform;
using HelpdeskMx.Workflow;
using Microsoft.AspNetCore.Http;

namespace HelpdeskMx.Triggers.Http;

/// <summary>Doors to what admins have set, and to the people on both sides.</summary>
public sealed class SettingsDoors(Door door, Settings settings, ChangeStore changeStore, ShowCustomer showCustomer)
{
    [Function("agents")]
    [Says("Every agent.", Returns = typeof(All<AgentView>))]
    public Task<IResult> Agents([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Agents)] HttpRequest request, CancellationToken ct) =>
        door.OpenAsync(request, async _ => Answers.Json(new All<AgentView>([.. (await settings.AgentsAsync(ct)).Select(AgentView.Of)])));

    [Function("stores")]
    [Says("Every store.", Returns = typeof(All<Store>))]
    public Task<IResult> Stores([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Stores)] HttpRequest request, CancellationToken ct) =>
        door.OpenAsync(request, async _ => Answers.Json(new All<Store>([.. (await settings.StoresAsync(ct)).Select(s => s with { Confirmation = s.Confirmation.Whole() })])));

    [Function("store-change")]
    [Says("Changes a store's confirmation of new tickets, or when a closed ticket is over; for admins.", Takes = typeof(StoreChange), Returns = typeof(Store), Problems = [400, 403, 404, 422])]
    public Task<IResult> Change([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Routes.Store)] HttpRequest request, string id, CancellationToken ct) =>
        door.AdminAsync(request, async _ => (await changeStore.RunAsync(id, await request.ReadAsync<StoreChange>(ct), ct)).ToResult());

    [Function("departments")]
    [Says("Every department.", Returns = typeof(All<Department>))]
    public Task<IResult> Departments([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Departments)] HttpRequest request, CancellationToken ct) =>
        door.OpenAsync(request, async _ => Answers.Json(new All<Department>(await settings.DepartmentsAsync(ct))));

    [Function("workflow")]
    [Says("The states tickets can be in and what can be done in each.", Returns = typeof(TicketWorkflow))]
    public Task<IResult> Workflow([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Workflow)] HttpRequest request, CancellationToken ct) =>
        door.OpenAsync(request, async _ => Answers.Json(await settings.WorkflowAsync(ct)));

    [Function("customer")]
    [Says("One customer.", Returns = typeof(CustomerView), Problems = [404])]
    public Task<IResult> Customer([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Customer)] HttpRequest request, string id, CancellationToken ct) =>
        door.OpenAsync(request, async by => (await showCustomer.RunAsync(id, by, ct)).ToResult());
}
