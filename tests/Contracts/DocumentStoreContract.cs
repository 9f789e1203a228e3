using System.Text.Json;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Tests.Contracts;

/// <summary>What every document store keeps of <see cref="IDocumentStore"/>'s promise; a store's own class says only how to get a clean
/// one.</summary>
public abstract partial class DocumentStoreContract : IAsyncLifetime
{
    private static readonly Container tickets = Containers.Tickets;

    /// <summary>The clean store under test.</summary>
    protected IDocumentStore Store { get; private set; } = null!;

    /// <inheritdoc/>
    public async Task InitializeAsync() => Store = await OpenAsync();

    /// <inheritdoc/>
    public abstract Task DisposeAsync();

    /// <summary>Opens a store in which nothing is.</summary>
    protected abstract Task<IDocumentStore> OpenAsync();

    /// <summary>Closes the store and opens what it kept.</summary>
    protected abstract Task<IDocumentStore> ReopenAsync();

    private static ReadOnlyMemory<byte> Json(object fields) => JsonSerializer.SerializeToUtf8Bytes(fields);

    private static Write.Create Ticket(string id, object fields) => new(id, "ticket", Json(fields));

    private static T Field<T>(Item item, string name) => JsonDocument.Parse(item.Body).RootElement.GetProperty(name).Deserialize<T>()!;

    private Task<Commit> CommitAsync(string partition, params Write[] writes) => Store.CommitAsync(tickets, partition, writes, default);

    private async Task StoreAsync(string partition, params Write[] writes) =>
        Assert.Equal(CommitOutcome.Committed, (await CommitAsync(partition, writes)).Outcome);

    /// <summary>Stores tickets, each in its own partition.</summary>
    private async Task StoreEachAsync(params Write.Create[] writes)
    {
        foreach (var write in writes) await StoreAsync(write.Id, write);
    }

    private Task<Item?> ReadAsync(string partition, string id) => Store.ReadAsync(tickets, partition, id, default);

    private async Task<string[]> IdsAsync(Query query) => [.. (await Store.QueryAsync(query, default)).Items.Select(i => i.Id)];

    /// <summary>The ids of every page, and that each page but the last is full.</summary>
    private async Task<List<string>> AllIdsAsync(Query query)
    {
        var ids = new List<string>();
        do
        {
            var page = await Store.QueryAsync(query, default);
            ids.AddRange(page.Items.Select(i => i.Id));
            Assert.True(page.Next is null || page.Items.Count == query.PageSize, "a page before the last is full");
            query = query with { Continuation = page.Next };
        }
        while (query.Continuation is not null);
        return ids;
    }
}
