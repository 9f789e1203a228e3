using System.Text.Json;
using System.Text.Json.Serialization;
using HelpdeskMx.Agents;
using HelpdeskMx.Chat;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Tickets;

/// <summary>What a push says: which ticket changed, and to which version; 0 where that is another ticket's.</summary>
public sealed record Changed(string TicketId, long Version);

/// <summary>Tells the agents who may see a ticket that it changed.</summary>
public sealed class Live(IRealtime realtime)
{
    /// <summary>The name under which browsers hear of it.</summary>
    public const string Message = "changed";

    /// <summary>The name under which it is heard that somebody types.</summary>
    public const string Typing = "typing";

    /// <summary>The name under which it is heard that a colleague looks at a ticket.</summary>
    public const string Looking = "looking";

    /// <summary>The name under which an agent's other browsers hear that they have begun or ended a draft.</summary>
    public const string Drafted = "drafted";

    /// <summary>Sends the hint to everybody who may see the ticket, and to the visitors who talk in it.</summary>
    /// <param name="ticket">As it is now.</param>
    /// <param name="ct">Stops telling.</param>
    /// <param name="before">As it was, where others may have seen it then.</param>
    public async Task TicketAsync(Ticket ticket, CancellationToken ct, Ticket? before = null)
    {
        await AgentsAsync(ticket, Message, before, ct);
        await VisitorsAsync(ticket, ct);
    }

    /// <summary>Tells the visitors who talk in the ticket to look again.</summary>
    public async Task VisitorsAsync(Ticket ticket, CancellationToken ct)
    {
        foreach (var line in Chats(ticket)) await realtime.PublishAsync(Visitor.Audience(line.Channel, line.Address.Value), Message, "{}"u8.ToArray(), ct);
    }

    /// <summary>Tells everybody who may see the ticket that its customer types.</summary>
    public Task TypingAsync(Ticket ticket, CancellationToken ct) => AgentsAsync(ticket, Typing, null, ct);

    /// <summary>Tells the visitors who talk in the ticket that this agent types.</summary>
    public async Task TypingAsync(Ticket ticket, Agent by, CancellationToken ct)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(new TypingAgent(by.Name), LiveJson.Default.TypingAgent);
        foreach (var line in Chats(ticket)) await realtime.PublishAsync(Visitor.Audience(line.Channel, line.Address.Value), Typing, json, ct);
    }

    /// <summary>Tells everybody who may see the ticket that an agent looks at it, and whether they write.</summary>
    public async Task LookingAsync(Ticket ticket, Agent by, bool writing, CancellationToken ct)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(new LookingAgent(ticket.Id, by.Id, writing), LiveJson.Default.LookingAgent);
        foreach (var audience in Rights.Hearing(ticket)) await realtime.PublishAsync(audience, Looking, json, ct);
    }

    /// <summary>Tells an agent's browsers to look again in which tickets they have drafts.</summary>
    public Task DraftAsync(Agent by, CancellationToken ct) => realtime.PublishAsync(Rights.Own(by), Drafted, "{}"u8.ToArray(), ct);

    private async Task AgentsAsync(Ticket ticket, string message, Ticket? before, CancellationToken ct)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(Hint(ticket, ticket.Version), LiveJson.Default.Changed);
        foreach (var audience in Rights.Hearing(ticket).Union(before is null ? [] : Rights.Hearing(before))) await realtime.PublishAsync(audience, message, json, ct);
    }

    /// <summary>Where to look for what became of a ticket: one that was merged is shown in the one that goes on.</summary>
    internal static Changed Hint(Ticket ticket, long version) => ticket.MergedInto is { } into ? new(into, 0) : new(ticket.Id, version);

    // A visitor who was split off and back again has few lines; the newest are those that listen.
    private static IEnumerable<Line> Chats(Ticket ticket) => ticket.Lines.Where(l => l.Kind == ChannelKind.Chat).TakeLast(5);
}

/// <summary>Who types, as a visitor hears of it.</summary>
public sealed record TypingAgent(string Name);

/// <summary>Who looks at a ticket, as colleagues hear of it.</summary>
public sealed record LookingAgent(string TicketId, string Agent, bool Writing);

/// <summary>What an agent's browser says while a ticket is open in it.</summary>
/// <param name="Writing">Something of theirs stands in the box and was changed just now.</param>
public sealed record LookingChange(bool Writing);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Changed))]
[JsonSerializable(typeof(TypingAgent))]
[JsonSerializable(typeof(LookingAgent))]
internal sealed partial class LiveJson : JsonSerializerContext;
