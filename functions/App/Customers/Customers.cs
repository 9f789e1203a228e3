using HelpdeskMx.Intake;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Customers;

/// <summary>The people the shop talks with, one record each.</summary>
public sealed class Customers(IDocumentStore store, Lookups lookups)
{
    private const string Profile = "profile";
    private const int PerReading = 1_000, AtOnce = 50;
    private readonly Collection<Customer> customers = new(store, Containers.Customers, "customer", AppJson.Of<Customer>());

    /// <summary>Reads a customer, null when there is none.</summary>
    public async Task<Customer?> FindAsync(string id, CancellationToken ct) =>
        Tickets.Tickets.IsId(id) ? (await customers.ReadAsync(id, Profile, ct))?.Value : null;

    /// <summary>Customers who hold all the words, those who came last first; see <see cref="Query.Text"/>.</summary>
    public Task<Listing<Stored<Customer>>> SearchAsync(string words, int limit, string? after, CancellationToken ct) =>
        customers.QueryAsync(q => q with { Text = words, PageSize = limit, Continuation = after }, ct);

    /// <summary>Reads what was written after a continuation and writes anew what would be written otherwise today; where the next reading begins, null when nothing was left.</summary>
    public async Task<string?> RewriteAsync(string? since, CancellationToken ct)
    {
        var changes = await store.ChangesAsync(Containers.Customers, since, PerReading, ct);
        var old = changes.Items.Zip(customers.Read(changes.Items), (item, read) => (item, read, now: customers.Bytes(read.Value))).Where(c => !c.item.Body.Span.SequenceEqual(c.now));
        foreach (var some in old.Chunk(AtOnce)) await Task.WhenAll(some.Select(c => customers.CommitAsync(c.item.Partition, customers.Replace(c.item.Id, c.read.Value, c.read.ETag), ct))); // who is stale has been written meanwhile
        return changes.Items.Count == 0 ? null : changes.Continuation;
    }

    /// <summary>Notes on the customer known by this identity what is new about it; nothing happens where nobody is.</summary>
    public async Task NoteAsync(Identity noted, CancellationToken ct)
    {
        if (await lookups.FindAsync(noted.Key, ct) is not { } known) return;
        while (await customers.ReadAsync(known.Id, Profile, ct) is { } found && found.Value.Identities.Any(i => i.Key == noted.Key && i.CameBack != noted.CameBack))
        {
            var identities = found.Value.Identities.Select(i => i.Key == noted.Key ? i with { CameBack = noted.CameBack } : i);
            var write = customers.Replace(Profile, found.Value with { Identities = [.. identities] }, found.ETag);
            if (await customers.CommitAsync(known.Id, write, ct) == CommitOutcome.Committed) return;
        }
    }

    /// <summary>Makes an identity one more name of the customer another proven one names; nothing happens where somebody has it already.</summary>
    public async Task JoinAsync(Identity known, Identity also, string? name, DateTimeOffset at, CancellationToken ct)
    {
        if (await lookups.FindAsync(also.Key, ct) is not null) return;
        var id = await ForAsync(known, name, at, ct);
        while (await customers.ReadAsync(id, Profile, ct) is { } found && found.Value.Identities.All(i => i.Key != also.Key))
        {
            var write = customers.Replace(Profile, found.Value with { Identities = [.. found.Value.Identities, also] }, found.ETag);
            if (await customers.CommitAsync(id, write, ct) == CommitOutcome.Committed) break;
        }
        await lookups.AddAsync(also.Key, new Target(id), ct);
    }

    /// <summary>The id of the customer known by this identity; one who is not known yet is made.</summary>
    public async Task<string> ForAsync(Identity identity, string? name, DateTimeOffset at, CancellationToken ct) =>
        (await lookups.FindAsync(identity.Key, ct))?.Id ?? await AddAsync(identity, name, at, ct);

    /// <summary>Makes the customer of an identity nobody was known by, and returns the id.</summary>
    /// <remarks>The id is derived from the identity, so that two messages of a new customer make the same record whichever is first.</remarks>
    public async Task<string> AddAsync(Identity identity, string? name, DateTimeOffset at, CancellationToken ct)
    {
        var id = Ids.Derive("customer", identity.Key);
        var customer = new Customer
        {
            Id = id,
            Name = string.IsNullOrWhiteSpace(name) ? identity.Value : Tickets.Excerpt.Of(name, 200),
            Identities = [identity],
            CreatedAt = at,
        };
        await customers.CommitAsync(id, customers.Create(Profile, customer), ct);
        return await lookups.AddAsync(identity.Key, new Target(id), ct) ? id : (await lookups.FindAsync(identity.Key, ct))!.Id;
    }
}
