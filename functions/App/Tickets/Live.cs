using System.Text.Json;
using System.Text.Json.Serialization;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Tickets;

/// <summary>What a push says: which ticket changed, and to which version.</summary>
public sealed record Changed(string TicketId, long Version);

/// <summary>Tells the agents who may see a ticket that it changed.</summary>
public sealed class Live(IRealtime realtime)
{
    /// <summary>The name under which browsers hear of it.</summary>
    public const string Message = "changed";

    /// <summary>Sends the hint to everybody who may see the ticket.</summary>
    public async Task TicketAsync(Ticket ticket, CancellationToken ct)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(new Changed(ticket.Id, ticket.Version), LiveJson.Default.Changed);
        await realtime.PublishAsync(Rights.Everything, Message, json, ct);
        await realtime.PublishAsync(Rights.Department(ticket.Department), Message, json, ct);
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Changed))]
internal sealed partial class LiveJson : JsonSerializerContext;
