using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using HelpdeskMx.Cosmos;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Tests.Cosmos.StandIn;

/// <summary>The items of one container, kept in memory as Cosmos DB promises to keep them, and only as far as its indexing policy serves.</summary>
public sealed class ContainerStandIn(Container container)
{
    private readonly Dictionary<(string Partition, string Id), Row> rows = [];
    private readonly JsonObject policy = IndexingPolicies.Of(container);
    private readonly Lock taken = new();
    private long lsn;

    /// <summary>One change of one item: what it does, to which, with what body and on which condition.</summary>
    public sealed record Change(string Kind, string Id, JsonObject? Body, string? IfMatch);

    private sealed record Row(JsonObject Item, long Lsn);

    /// <summary>Statements that were run, for tests that look at them.</summary>
    public List<string> Statements { get; } = [];

    /// <summary>A row, null when there is none.</summary>
    public JsonObject? Find(string partition, string id)
    {
        lock (taken) return rows.TryGetValue((partition, id), out var row) ? row.Item : null;
    }

    /// <summary>How many items of a type there are.</summary>
    public int Count(string type)
    {
        lock (taken) return rows.Values.Count(r => r.Item["type"]!.GetValue<string>() == type);
    }

    /// <summary>Does all changes or none: a status and an ETag for each.</summary>
    public (HttpStatusCode Status, string? ETag)[] Run(string partition, IReadOnlyList<Change> changes)
    {
        lock (taken)
        {
            var failed = changes.Select(c => Judge(partition, c)).ToList().FindIndex(s => s is not null);
            if (failed >= 0) return [.. changes.Select((c, i) => (i == failed ? Judge(partition, c)!.Value : HttpStatusCode.FailedDependency, (string?)null))];
            lsn++;
            return [.. changes.Select((c, i) => Do(partition, c, i))];
        }
    }

    /// <summary>Runs a statement over one partition or all.</summary>
    public IReadOnlyList<JsonNode> Query(Statement statement, string sql, string? partition)
    {
        lock (taken)
        {
            Statements.Add(sql);
            Demand(statement);
            var found = rows.Where(r => partition is null || r.Key.Partition == partition).Select(r => r.Value.Item).Where(i => statement.Where.Holds(i) is true);
            if (statement.Order.Count > 1) found = found.Where(i => statement.Order.All(o => Value.At(i, o.Path).IsDefined));
            foreach (var (path, descending) in statement.Order.Reverse())
            {
                found = descending ? found.OrderByDescending(i => Value.At(i, path), Value.Order) : found.OrderBy(i => Value.At(i, path), Value.Order);
            }
            return [.. found.Take(statement.Top).Select(statement.Show)];
        }
    }

    /// <summary>The place in the log behind everything.</summary>
    public long Last
    {
        get
        {
            lock (taken) return rows.Values.Select(r => r.Lsn).DefaultIfEmpty().Max();
        }
    }

    /// <summary>What was written after a place in the log; what one batch wrote comes together.</summary>
    public (IReadOnlyList<JsonNode> Items, long Last) Since(long place, int limit)
    {
        lock (taken)
        {
            var items = new List<JsonNode>();
            foreach (var batch in rows.Values.Where(r => r.Lsn > place).GroupBy(r => r.Lsn).OrderBy(g => g.Key))
            {
                if (items.Count >= limit) break;
                items.AddRange(batch.Select(r => r.Item.DeepClone()));
                place = batch.Key;
            }
            return (items, place);
        }
    }

    private HttpStatusCode? Judge(string partition, Change change)
    {
        var stored = Find(partition, change.Id);
        if (change.Kind == "create") return stored is null ? null : HttpStatusCode.Conflict;
        if (change.Kind == "upsert") return null;
        if (stored is null) return HttpStatusCode.NotFound;
        return change.IfMatch is null || stored["_etag"]!.GetValue<string>() == change.IfMatch ? null : HttpStatusCode.PreconditionFailed;
    }

    private (HttpStatusCode, string?) Do(string partition, Change change, int number)
    {
        if (change.Kind == "delete")
        {
            rows.Remove((partition, change.Id));
            return (HttpStatusCode.NoContent, null);
        }
        var item = (JsonObject)change.Body!.DeepClone();
        if (item["pk"]!.GetValue<string>() != partition || item["id"]!.GetValue<string>() != change.Id) return (HttpStatusCode.BadRequest, null);
        item["_etag"] = $"\"{lsn:x8}-{number:x4}\"";
        rows[(partition, change.Id)] = new Row(item, lsn);
        return (HttpStatusCode.Created, item["_etag"]!.GetValue<string>());
    }

    /// <summary>Cosmos DB refuses an order without its composite index and scans for a condition without one; here both are refused.</summary>
    private void Demand(Statement statement)
    {
        var included = policy["includedPaths"]!.AsArray().Select(p => p!["path"]!.GetValue<string>()).Append("/id/?").ToHashSet();
        var bare = statement.Where.Paths.Except(included).Where(p => !included.Contains(p.Replace("/?", "/[]/?")));
        if (bare.Any()) throw new InvalidOperationException($"No index holds {string.Join(", ", bare)}.");
        if (statement.Order.Count == 0) return;
        var paths = statement.Order.Select(o => Value.Policy(o.Path)).ToList();
        if (paths.Count == 1 && included.Contains(paths[0] + "/?")) return;
        var composites = policy["compositeIndexes"]!.AsArray().Select(c => c!.AsArray().Select(p => p!["path"]!.GetValue<string>()));
        if (statement.Order.DistinctBy(o => o.Descending).Count() > 1 || !composites.Any(c => c.SequenceEqual(paths)))
            throw new InvalidOperationException($"No composite index serves the order {string.Join(", ", paths)}.");
    }

    /// <summary>Bytes as the store understands them: parsed, so that nothing but JSON's own meaning is kept.</summary>
    public static JsonObject Parse(Stream body) => JsonSerializer.Deserialize<JsonObject>(body)!;
}
