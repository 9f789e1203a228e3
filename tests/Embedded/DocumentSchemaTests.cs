using System.Text.Json;
using HelpdeskMx.Embedded.Storage;
using HelpdeskMx.Platform;
using Index = HelpdeskMx.Platform.Index;

namespace HelpdeskMx.Tests.Embedded;

/// <summary>Files that were written under another declaration.</summary>
public sealed class DocumentSchemaTests : IDisposable
{
    private static readonly Container before = new("things", [new Field("state", FieldKind.Text)], [new Index("thing", "state")]);
    private static readonly Container after = new(
        "things", [new Field("colour", FieldKind.Text), new Field("tags", FieldKind.List), new Field("size", FieldKind.Number)],
        [new Index("thing", "colour", "size")], TextField: "search", ListOrder: "size");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Newly_declared_fields_are_filled_from_what_was_stored()
    {
        await using (var old = new OpenStore(folder, containers: [before]))
        {
            foreach (var (id, colour, size) in new[] { ("a", "red", 1), ("b", "red", 2), ("c", "blue", 3) })
            {
                var thing = new { state = "new", colour, size, tags = new[] { colour }, search = $"a {colour} thing" };
                var body = JsonSerializer.SerializeToUtf8Bytes(thing);
                await old.Store.CommitAsync(before, id, [new Write.Create(id, "thing", body)], default);
            }
        }

        await using var open = new OpenStore(folder, containers: [after]);

        var largestFirst = new Query(after, "thing") { OrderBy = [new Order("size", Descending: true)] };
        Assert.Equal(["b", "a"], await IdsAsync(open.Store, largestFirst with { Where = [new Condition.Is("colour", "red")] }));
        Assert.Equal(["b", "a"], await IdsAsync(open.Store, largestFirst with { Where = [new Condition.Has("tags", "red")] }));
        Assert.Equal(["c"], await IdsAsync(open.Store, new Query(after, "thing") { Text = "blu" }));
    }

    [Fact]
    public async Task An_index_that_is_no_longer_declared_is_dropped()
    {
        await using (new OpenStore(folder, containers: [before])) { }
        await using var open = new OpenStore(folder, containers: [before with { Indexes = [] }]);

        Assert.Equal(0, await open.Desk.ReadAsync(c => c.Scalar("SELECT count(*) FROM sqlite_schema WHERE name GLOB 'things_by_*'"), default));
    }

    private static async Task<string[]> IdsAsync(SqliteDocumentStore store, Query query) =>
        [.. (await store.QueryAsync(query, default)).Items.Select(i => i.Id)];
}
