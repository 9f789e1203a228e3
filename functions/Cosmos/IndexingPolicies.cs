using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HelpdeskMx.Cosmos;

/// <summary>What Cosmos DB indexes of each container, worked out from <see cref="Containers"/> alone; <c>infra/containers.json</c> is this, written out.</summary>
/// <remarks>
/// Only what queries name is indexed: every other path costs on each write and serves nobody. A composite index lies ascending in all its paths,
/// which also serves the order with all of them descending.
/// </remarks>
public static class IndexingPolicies
{
    private static readonly JsonSerializerOptions json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The policy of one container, in the shape of Azure Resource Manager and of the account itself.</summary>
    public static JsonObject Of(Container container)
    {
        var policy = new JsonObject
        {
            ["indexingMode"] = "consistent",
            ["automatic"] = true,
            ["includedPaths"] = Paths(Included(container)),
            ["excludedPaths"] = Paths(["/*"]),
        };
        var composites = Composites(container);
        if (composites.Count > 0) policy["compositeIndexes"] = new JsonArray([.. composites.Select(Composite)]);
        return policy;
    }

    /// <summary>All containers as the infrastructure creates them.</summary>
    public static string Describe() => new JsonArray([.. Containers.All.Select(Describe)]).ToJsonString(json) + "\n";

    /// <summary>The field paths of every composite index, without the type before them and the stamp behind.</summary>
    public static IReadOnlyList<string[]> Composites(Container container)
    {
        IEnumerable<string[]> orders = [.. container.Indexes.Select(i => i.Fields)];
        if (container.ListOrder is { } list) orders = orders.Append([list]);
        if (container.PartitionOrder is { } order) orders = orders.Append([order]);
        return [.. orders.DistinctBy(fields => string.Join('/', fields))];
    }

    private static JsonNode Describe(Container container) => new JsonObject
    {
        ["name"] = container.Name,
        ["partitionKey"] = "/" + Envelope.Partition,
        ["defaultTtl"] = null,
        ["indexingPolicy"] = Of(container),
    };

    private static IEnumerable<string> Included(Container container)
    {
        IEnumerable<string> paths = [$"/{Envelope.Partition}/?", $"/{Envelope.Type}/?", $"/{Envelope.Stamp}/?"];
        paths = paths.Concat(container.Fields.Select(f => $"/{Envelope.Fields}/{f.Name}/{(f.Kind == FieldKind.List ? "[]/?" : "?")}"));
        return container.TextField is null ? paths : paths.Append($"/{Envelope.Words}/[]/?");
    }

    private static JsonNode Composite(string[] fields)
    {
        string[] paths = ["/" + Envelope.Type, .. fields.Select(f => $"/{Envelope.Fields}/{f}"), "/" + Envelope.Stamp];
        return new JsonArray([.. paths.Select(p => new JsonObject { ["path"] = p, ["order"] = "ascending" })]);
    }

    private static JsonArray Paths(IEnumerable<string> paths) => new([.. paths.Select(p => new JsonObject { ["path"] = p })]);
}
