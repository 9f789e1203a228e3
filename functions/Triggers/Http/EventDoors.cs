using HelpdeskMx.Http;
using HelpdeskMx.Platform;
using HelpdeskMx.Sending;
using Microsoft.AspNetCore.Http;

namespace HelpdeskMx.Triggers.Http;

/// <summary>Doors by which services report to the desk.</summary>
public sealed class EventDoors(DeliveryReports reports)
{
    private const int LargestEvents = 3 * 1024 * 1024;

    [Function("mail-events")]
    [Says("Takes delivery reports of Azure Communication Services as Event Grid sends them.", TakesMedia = "application/json", Returns = typeof(EventsWanted),
        Headers = ["X-Helpdesk-Key"], Problems = [400, 401, 413], Public = true)]
    public Task<IResult> Mail([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.MailEvents)] HttpRequest request, CancellationToken ct) =>
        Door.PublicAsync(async () => (await reports.RunAsync(ChannelKey.Of(request), await request.ReadBytesAsync(LargestEvents, ct), ct)).ToResult());
}
