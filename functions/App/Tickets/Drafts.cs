using HelpdeskMx.Agents;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Tickets;

/// <summary>That an agent has a draft in a ticket.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="At">When they began it, by the clock of their machine.</param>
public sealed record DraftName(string TicketId, DateTimeOffset At);

/// <summary>Knows in which tickets an agent has written something and not sent it: a name beside the others of the agent for each draft, so that one reading finds them all.</summary>
/// <remarks>A name is there before its draft and goes after it: a crash in between leaves one that says too much, until its ticket is written in again.</remarks>
public sealed class Drafts(IDocumentStore store)
{
    /// <summary>The most that are told of.</summary>
    public const int Most = 200;

    private readonly Collection<DraftName> names = new(store, Containers.Config, "draft-name", AppJson.Of<DraftName>());

    /// <summary>An agent's drafts, the newest first.</summary>
    public async Task<IReadOnlyList<DraftName>> ListAsync(Agent by, CancellationToken ct) =>
        [.. (await names.QueryAsync(q => q with { OrderBy = [new Order("at", true)], PageSize = Most }, ct, Partition(by))).Items.Select(n => n.Value)];

    /// <summary>Names a draft that is about to be kept.</summary>
    public Task AddAsync(string ticketId, Agent by, DateTimeOffset at, CancellationToken ct) => names.CommitAsync(Partition(by), names.Upsert(ticketId, new DraftName(ticketId, at)), ct);

    /// <summary>The name of a draft as it stands now, null where there is none.</summary>
    public Task<Stored<DraftName>?> FindAsync(string ticketId, Agent by, CancellationToken ct) => names.ReadAsync(Partition(by), ticketId, ct);

    /// <summary>Forgets the name of a draft that is gone, unless another machine has begun one since.</summary>
    public Task RemoveAsync(Stored<DraftName> name, Agent by, CancellationToken ct) => names.CommitAsync(Partition(by), new Write.Delete(name.Value.TicketId, name.ETag), ct);

    private static string Partition(Agent by) => $"drafts-{by.Id}";
}
