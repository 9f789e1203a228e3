using HelpdeskMx.Fields;
using HelpdeskMx.Http;
using HelpdeskMx.Platform;
using Microsoft.AspNetCore.Http;

namespace HelpdeskMx.Triggers.Http;

/// <summary>Doors to what the desk keeps of every ticket.</summary>
public sealed class FieldDoors(Door door, Settings settings, SaveFields saveFields)
{
    [Function("fields")]
    [Says("The desk's own fields of tickets, in the order people see them.", Returns = typeof(TicketFields))]
    public Task<IResult> Fields([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Fields)] HttpRequest request, CancellationToken ct) =>
        door.OpenAsync(request, async _ => Answers.Json(await settings.FieldsAsync(ct)));

    [Function("fields-save")]
    [Says("Says which fields tickets have, as a whole; for admins. A field that goes leaves its answers where they are.", Takes = typeof(TicketFields), Returns = typeof(TicketFields), Problems = [400, 403, 422])]
    public Task<IResult> Save([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Routes.Fields)] HttpRequest request, CancellationToken ct) =>
        door.AdminAsync(request, async _ => (await saveFields.RunAsync(await request.ReadWholeAsync<TicketFields>(ct), ct)).ToResult());
}
