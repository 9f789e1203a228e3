using HelpdeskMx.Http;
using HelpdeskMx.Sla;
using Microsoft.AspNetCore.Http;

namespace HelpdeskMx.Triggers.Http;

/// <summary>Doors to the service level policies.</summary>
public sealed class SlaDoors(Door door, SaveSla saveSla)
{
    [Function("sla")]
    [Says("The service level policies in the order they are asked; the first that fits a ticket counts.", Returns = typeof(All<SlaPolicy>))]
    public Task<IResult> List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Sla)] HttpRequest request, CancellationToken ct) =>
        door.OpenAsync(request, async _ => Answers.Json(new All<SlaPolicy>(await saveSla.ListAsync(ct))));

    [Function("sla-add")]
    [Says("Adds a service level policy, the last in order; for admins. Targets are minutes, of business hours unless it says otherwise.", Takes = typeof(SlaDraft), Returns = typeof(SlaPolicy), Status = 201, Problems = [400, 403, 409, 422])]
    public Task<IResult> Add([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Sla)] HttpRequest request, CancellationToken ct) =>
        door.AdminAsync(request, async _ => (await saveSla.AddAsync(await request.ReadWholeAsync<SlaDraft>(ct), ct)).ToResult(StatusCodes.Status201Created));

    [Function("sla-change")]
    [Says("Changes a service level policy as a whole; for admins. Tickets follow at their next change.", Takes = typeof(SlaDraft), Returns = typeof(SlaPolicy), Problems = [400, 403, 404, 422])]
    public Task<IResult> Change([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Routes.SlaPolicy)] HttpRequest request, string id, CancellationToken ct) =>
        door.AdminAsync(request, async _ => (await saveSla.RunAsync(id, await request.ReadWholeAsync<SlaDraft>(ct), ct)).ToResult());

    [Function("sla-delete")]
    [Says("Deletes a service level policy; for admins.", Status = 204, Problems = [403, 404])]
    public Task<IResult> Delete([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Routes.SlaPolicy)] HttpRequest request, string id, CancellationToken ct) =>
        door.AdminAsync(request, async _ => (await saveSla.DeleteAsync(id, ct)).ToNoContent());
}
