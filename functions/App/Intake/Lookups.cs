using HelpdeskMx.Platform;

namespace HelpdeskMx.Intake;

/// <summary>The target of a pointer in <c>lookup</c>.</summary>
/// <param name="Id">Id of the customer or ticket.</param>
/// <param name="Key">For a message reference: the key of the message that was given it.</param>
public sealed record Target(string Id, string? Key = null);

/// <summary>Create-only pointers; that one is there already is how uniqueness is checked.</summary>
public sealed class Lookups(IDocumentStore store)
{
    private const string Item = "to";
    private readonly Collection<Target> pointers = new(store, Containers.Lookup, "pointer", AppJson.Of<Target>());

    /// <summary>The partition of a message reference. Long or odd references are digested, so that any can be stored.</summary>
    public static string Reference(string messageId) => $"ref:{Ids.Derive(messageId)}";

    /// <summary>The partition of a ticket number.</summary>
    public static string Number(long number) => $"number:{number}";

    /// <summary>The partition of the conversation with one person by a channel that has one per person.</summary>
    public static string Line(string channelId, string address) => $"line:{Ids.Derive(channelId, address)}";

    /// <summary>What the pointer points to, null when there is none.</summary>
    public async Task<Target?> FindAsync(string key, CancellationToken ct) => (await pointers.ReadAsync(key, Item, ct))?.Value;

    /// <summary>What these pointers point to, by key, read at once; at most 100, those that are not there left out.</summary>
    public async Task<IReadOnlyDictionary<string, Target>> FindManyAsync(IEnumerable<string> keys, CancellationToken ct)
    {
        var items = await store.ReadManyAsync(Containers.Lookup, [.. keys.Distinct().Select(key => (key, Item))], ct);
        return items.Zip(pointers.Read(items), (item, target) => (item.Partition, target.Value)).ToDictionary();
    }

    /// <summary>Leads a message reference from one ticket to another, if it is this message's and still leads to the first.</summary>
    public async Task RedirectAsync(string key, string from, string to, Func<Target, bool> isIt, CancellationToken ct)
    {
        while (await pointers.ReadAsync(key, Item, ct) is { } found && found.Value.Id == from && isIt(found.Value))
        {
            if (await pointers.CommitAsync(key, pointers.Replace(Item, found.Value with { Id = to }, found.ETag), ct) == CommitOutcome.Committed) return;
        }
    }

    /// <summary>Makes the pointer, or leads the one that is there to this record.</summary>
    public async Task LeadAsync(string key, string id, CancellationToken ct)
    {
        while (!await AddAsync(key, new Target(id), ct) && await pointers.ReadAsync(key, Item, ct) is { } found && found.Value.Id != id)
        {
            if (await pointers.CommitAsync(key, pointers.Replace(Item, found.Value with { Id = id }, found.ETag), ct) == CommitOutcome.Committed) return;
        }
    }

    /// <summary>Makes the pointer; false when there is one already, which stays.</summary>
    public async Task<bool> AddAsync(string key, Target to, CancellationToken ct) =>
        await pointers.CommitAsync(key, pointers.Create(Item, to), ct) == CommitOutcome.Committed;
}
