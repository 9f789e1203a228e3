using System.Text;
using HelpdeskMx.Customers;
using HelpdeskMx.Intake;
using HelpdeskMx.Platform;
using HelpdeskMx.Tests.Cosmos;
using HelpdeskMx.Tests.Cosmos.StandIn;
using HelpdeskMx.Tests.Tickets;

namespace HelpdeskMx.Tests.Customers;

/// <summary>Customers whom an older desk has written, over every store.</summary>
public abstract class RewriteCustomersContract : IAsyncLifetime
{
    private IDocumentStore store = null!;
    private HelpdeskMx.Customers.Customers customers = null!;

    /// <summary>Opens a store in which nothing is.</summary>
    protected abstract IDocumentStore Open();

    public Task InitializeAsync()
    {
        store = Open();
        customers = new(store, new Lookups(store));
        return Task.CompletedTask;
    }

    public virtual Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task They_are_found_once_they_are_rewritten_and_what_is_as_it_should_be_is_left_alone()
    {
        string[] old = [.. Enumerable.Range(0, 3).Select(i => Ids.Derive("old", $"{i}"))];
        foreach (var id in old) await WriteAsync(id);
        var today = await customers.AddAsync(new Identity("email", "new@x.cz", Proven: false), "New Friend", DateTimeOffset.UnixEpoch, default);
        var tag = await TagAsync(today);
        Assert.Equal([today], await FindAsync());

        await RewriteAsync();

        Assert.Equal([today, .. Enumerable.Reverse(old)], await FindAsync());
        Assert.Equal(tag, await TagAsync(today));
        Assert.True((await new Settings(store, TimeProvider.System).AllAsync(Kinds.Rewritten, default)).Single().IsWhole);
    }

    [Fact]
    public async Task It_is_done_once()
    {
        await RewriteAsync();
        await WriteAsync("late");
        await RewriteAsync();
        Assert.Empty(await FindAsync());
    }

    private Task RewriteAsync() => new RewriteCustomers(customers, new Settings(store, TimeProvider.System)).RunAsync(default);

    private async Task<IEnumerable<string>> FindAsync() => (await customers.SearchAsync("friend", 10, null, default)).Items.Select(c => c.Value.Id);

    private async Task<string?> TagAsync(string id) => (await store.ReadAsync(Containers.Customers, id, "profile", default))!.ETag;

    /// <summary>As it was written before customers were searched.</summary>
    private async Task WriteAsync(string id) => await store.CommitAsync(Containers.Customers, id, [new Write.Create("profile", "customer", Encoding.UTF8.GetBytes(
        $$"""{"id":"{{id}}","name":"Old Friend","identities":[{"kind":"email","value":"{{id}}@x.cz","proven":false}],"createdAt":"2026-01-01T00:00:00.000Z"}"""))], default);
}

/// <summary>Over SQLite.</summary>
public sealed class RewriteCustomersOverSqliteTests : RewriteCustomersContract
{
    private readonly SqliteInFolder sqlite = new();

    protected override IDocumentStore Open() => sqlite.Open();

    public override Task DisposeAsync() => sqlite.CloseAfterAsync(base.DisposeAsync());
}

/// <summary>Over Cosmos DB, with an account in memory.</summary>
public sealed class RewriteCustomersOverCosmosTests : RewriteCustomersContract
{
    protected override IDocumentStore Open() => CosmosHonoursTheContract.Over(new CosmosStandIn());
}
