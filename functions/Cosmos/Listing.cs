using System.Text.Json;

namespace HelpdeskMx.Cosmos;

/// <summary>Answers one checked query: by a walk along an index where one serves the order, otherwise by sorting the places of what is found.</summary>
internal sealed class Listing(Reading reading, Query query, IReadOnlyList<string> words)
{
    /// <summary>So many of the newest finds of a search are put in an order that was asked for.</summary>
    private const int MostOrdered = 1_000;

    private const string Sorted = "sorted";

    private readonly IReadOnlyList<Way> ways = query.Partition is null && words.Count == 0 ? Ways.To(query) : [];

    /// <exception cref="ArgumentException">The query stands on nothing that is declared.</exception>
    public Task<Page> PageAsync(CancellationToken ct)
    {
        Refuse();
        return Walk() is { } walk ? WalkAsync(walk, ct) : SortAsync(ct);
    }

    /// <summary>Counts no further than a cap, so that a count costs the same however much is stored.</summary>
    public async Task<int> CountAsync(int cap, CancellationToken ct)
    {
        Refuse();
        var sql = new Sql().Add("SELECT TOP ").Value(cap).Add(" VALUE 1 FROM c").Where(query, query.Where, words);
        return (await reading.FindAsync("count", sql, query.Partition, cap, _ => 1, ct)).Count;
    }

    /// <summary>A query across partitions that stands on nothing declared would read them all.</summary>
    private void Refuse()
    {
        if (query.Partition is null && words.Count == 0 && ways.Count == 0) throw Ways.Unanswerable(query);
    }

    private Walk? Walk()
    {
        if (words.Count > 0) return query.OrderBy.Count == 0 ? new Walk("search", query, words) { Filters = query.Where, Descending = true } : null;
        if (query.Partition is null) return ways.Where(w => w.ServesOrder).MinBy(w => w.Filters.Count) is { } way ? Cosmos.Walk.Along(way, query) : null;
        var inPartition = new Walk("partition", query, []) { Filters = query.Where };
        return query.OrderBy switch
        {
            [] => inPartition,
            [var order] when order.Field == query.Container.PartitionOrder => inPartition with { Lies = [order.Field], Descending = order.Descending },
            _ => null,
        };
    }

    private async Task<Page> WalkAsync(Walk walk, CancellationToken ct)
    {
        var after = Continuation.Read(query, walk.Name, walk.Lies.Count + 1);
        var found = new List<Found<Item>>();
        foreach (var span in after is null ? [[]] : walk.After(after))
        {
            var missing = query.PageSize + 1 - found.Count;
            if (missing == 0) break;
            var stretches = await Task.WhenAll(walk.Stretches.Select(s =>
                reading.FindAsync("query", walk.Select(s, span, missing), query.Partition, missing, e => Found(e, walk.Lies, Envelope.Read(e)), ct)));
            found.AddRange(InOrder(stretches.SelectMany(s => s), Directions(walk)).Take(missing));
        }
        var more = found.Count > query.PageSize;
        if (more) found.RemoveAt(query.PageSize);
        return new Page([.. found.Select(f => f.What)], more ? Continuation.Write(query, walk.Name, found[^1].Place) : null);
    }

    /// <summary>For an order without an index: what a partition holds, what stands on another index, or the newest finds of a search.</summary>
    private async Task<Page> SortAsync(CancellationToken ct)
    {
        var fields = query.OrderBy.Select(o => o.Field).ToList();
        var order = new PlaceOrder([.. query.OrderBy.Select(o => o.Descending), query.OrderBy[^1].Descending]);
        var after = Continuation.Read(query, Sorted, fields.Count + 1);
        var found = await reading.FindAsync("query", Places(), query.Partition, MostOrdered, e => Found(e, fields, KeyOf(e)), ct);
        var page = InOrder(found, order).Where(f => after is null || order.Compare(f.Place, after) > 0).Take(query.PageSize + 1).ToList();
        var more = page.Count > query.PageSize;
        if (more) page.RemoveAt(query.PageSize);
        var items = await reading.ItemsAsync([.. page.Select(f => f.What)], ct);
        return new Page(items, more ? Continuation.Write(query, Sorted, page[^1].Place) : null);
    }

    private Sql Places()
    {
        const string place = $"c.{Envelope.Id}, c.{Envelope.Partition}, c.{Envelope.Stamp}, c.{Envelope.Fields} FROM c";
        var sql = new Sql().Add("SELECT ");
        if (words.Count == 0) return sql.Add(place).Where(query, query.Where, words);
        return sql.Add("TOP ").Value(MostOrdered).Add(" " + place).Where(query, query.Where, words).Add($" ORDER BY c.{Envelope.Stamp} DESC");
    }

    private static PlaceOrder Directions(Walk walk) => new([.. walk.Lies.Select(_ => walk.Descending), walk.Descending]);

    private static IEnumerable<Found<T>> InOrder<T>(IEnumerable<Found<T>> found, PlaceOrder order) => found.OrderBy(f => f.Place, order);

    private static (string, string) KeyOf(JsonElement stored) => (stored.GetProperty(Envelope.Partition).GetString()!, stored.GetProperty(Envelope.Id).GetString()!);

    private static Found<T> Found<T>(JsonElement stored, IReadOnlyList<string> fields, T what)
    {
        var values = stored.GetProperty(Envelope.Fields);
        var stamp = stored.GetProperty(Envelope.Stamp).GetString();
        return new(what, [.. fields.Select(f => values.TryGetProperty(f, out var value) ? ValueOf(value) : null), stamp]);
    }

    private static object? ValueOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => (long)value.GetDouble(),
        JsonValueKind.True or JsonValueKind.False => value.GetBoolean(),
        _ => null,
    };
}

/// <summary>Something found, and its place in the order.</summary>
internal sealed record Found<T>(T What, IReadOnlyList<object?> Place);
