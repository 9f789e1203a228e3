using HelpdeskMx.Deliverability;
using HelpdeskMx.Http;
using Microsoft.AspNetCore.Http;

namespace HelpdeskMx.Triggers.Http;

/// <summary>The door to what the DNS says of the desk's own domains.</summary>
public sealed class DeliverabilityDoors(Door door, CheckDeliverability check)
{
    [Function("deliverability")]
    [Says("Whether mail of the desk's own domains arrives: SPF, DKIM, DMARC and MX of each, and what to add; for admins.", Returns = typeof(DeliverabilityReport),
        Query = ["domain", "selector", "include"], Problems = [403, 422])]
    public Task<IResult> Deliverability([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Deliverability)] HttpRequest request, CancellationToken ct) =>
        door.AdminAsync(request, async _ => (await check.RunAsync(new(request.Text("domain"), request.Text("selector"), request.Text("include")), ct)).ToResult());
}
