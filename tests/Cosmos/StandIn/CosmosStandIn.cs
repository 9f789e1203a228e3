using System.Net;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using HelpdeskMx.Platform;
using Microsoft.Azure.Cosmos;
using Moq;
using CosmosContainer = Microsoft.Azure.Cosmos.Container;

namespace HelpdeskMx.Tests.Cosmos.StandIn;

/// <summary>An account in memory behind the SDK's own classes, so that the contract also runs where there is no account. It knows what the adapter uses and refuses the rest.</summary>
public sealed class CosmosStandIn
{
    private readonly Dictionary<string, ContainerStandIn> kept = Containers.All.ToDictionary(c => c.Name, c => new ContainerStandIn(c));
    private readonly Dictionary<string, CosmosContainer> open = [];

    /// <summary>What a container holds.</summary>
    public ContainerStandIn this[string name] => kept[name];

    /// <summary>The next answers, given instead of running the request.</summary>
    public Queue<ResponseMessage> Instead { get; } = new();

    /// <summary>Requests that came, by what they were.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>Opens a container as the SDK would.</summary>
    public CosmosContainer Container(string name)
    {
        lock (open) return open.TryGetValue(name, out var container) ? container : open[name] = Open(kept[name]);
    }

    private CosmosContainer Open(ContainerStandIn items)
    {
        var container = new Mock<CosmosContainer>(MockBehavior.Strict);
        container.Setup(c => c.ReadItemStreamAsync(It.IsAny<string>(), It.IsAny<PartitionKey>(), null, It.IsAny<CancellationToken>()))
            .ReturnsAsync((string id, PartitionKey key, ItemRequestOptions _, CancellationToken _) => Answer("read", () => Read(items, key, id)));
        container.Setup(c => c.ReadManyItemsStreamAsync(It.IsAny<IReadOnlyList<(string, PartitionKey)>>(), null, It.IsAny<CancellationToken>()))
            .ReturnsAsync((IReadOnlyList<(string Id, PartitionKey Key)> keys, ReadManyRequestOptions _, CancellationToken _) =>
                Answer("read many", () => Documents(keys.Select(k => items.Find(Text(k.Key), k.Id)).OfType<JsonObject>())));
        container.Setup(c => c.CreateItemStreamAsync(It.IsAny<Stream>(), It.IsAny<PartitionKey>(), It.IsAny<ItemRequestOptions>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Stream body, PartitionKey key, ItemRequestOptions o, CancellationToken _) => Answer("write", () => Write(items, key, Change("create", body, o))));
        container.Setup(c => c.UpsertItemStreamAsync(It.IsAny<Stream>(), It.IsAny<PartitionKey>(), It.IsAny<ItemRequestOptions>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Stream body, PartitionKey key, ItemRequestOptions o, CancellationToken _) => Answer("write", () => Write(items, key, Change("upsert", body, o))));
        container.Setup(c => c.ReplaceItemStreamAsync(It.IsAny<Stream>(), It.IsAny<string>(), It.IsAny<PartitionKey>(), It.IsAny<ItemRequestOptions>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((Stream body, string _, PartitionKey key, ItemRequestOptions o, CancellationToken _) => Answer("write", () => Write(items, key, Change("replace", body, o))));
        container.Setup(c => c.DeleteItemStreamAsync(It.IsAny<string>(), It.IsAny<PartitionKey>(), It.IsAny<ItemRequestOptions>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((string id, PartitionKey key, ItemRequestOptions o, CancellationToken _) => Answer("write", () => Write(items, key, new("delete", id, null, o.IfMatchEtag))));
        container.Setup(c => c.CreateTransactionalBatch(It.IsAny<PartitionKey>())).Returns((PartitionKey key) =>
        {
            lock (Requests) Requests.Add("batch");
            return BatchStandIn.Open(items, Text(key));
        });
        container.Setup(c => c.GetItemQueryStreamIterator(It.IsAny<QueryDefinition>(), null, It.IsAny<QueryRequestOptions>()))
            .Returns((QueryDefinition query, string _, QueryRequestOptions options) => Query(items, query, options));
        container.Setup(c => c.GetChangeFeedStreamIterator(It.IsAny<ChangeFeedStartFrom>(), ChangeFeedMode.LatestVersion, It.IsAny<ChangeFeedRequestOptions>()))
            .Returns((ChangeFeedStartFrom from, ChangeFeedMode _, ChangeFeedRequestOptions options) => Changes(items, from, options.PageSizeHint!.Value));
        return container.Object;
    }

    private ResponseMessage Answer(string what, Func<ResponseMessage> run)
    {
        lock (Requests)
        {
            Requests.Add(what);
            return Instead.TryDequeue(out var instead) ? instead : run();
        }
    }

    private Pages Query(ContainerStandIn items, QueryDefinition query, QueryRequestOptions options)
    {
        var partition = options.PartitionKey is { } key ? Text(key) : null;
        return new Pages(() => Answer(partition is null ? "query across partitions: " + query.QueryText : "query", () =>
        {
            var statement = SqlReader.Read(query.QueryText, query.GetQueryParameters().ToDictionary(p => p.Name, p => (object?)p.Value));
            return Documents(items.Query(statement, query.QueryText, partition));
        }));
    }

    private Pages Changes(ContainerStandIn items, ChangeFeedStartFrom from, int limit)
    {
        var place = from.GetType().GetProperty("Continuation", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)?.GetValue(from) is string token
            ? JsonNode.Parse(token)!["lsn"]!.GetValue<long>()
            : from.GetType().Name.Contains("Now", StringComparison.Ordinal) ? items.Last : 0;
        return new Pages(() => Answer("changes", () =>
        {
            var (found, last) = items.Since(place, limit);
            var response = found.Count == 0 ? new ResponseMessage(HttpStatusCode.NotModified) : Documents(found);
            response.Headers["x-ms-continuation"] = $"{{\"lsn\":{last}}}";
            return response;
        }));
    }

    private static ResponseMessage Read(ContainerStandIn items, PartitionKey key, string id) =>
        items.Find(Text(key), id) is { } item ? Json(HttpStatusCode.OK, item) : new ResponseMessage(HttpStatusCode.NotFound);

    private static ResponseMessage Write(ContainerStandIn items, PartitionKey key, ContainerStandIn.Change change)
    {
        var (status, etag) = items.Run(Text(key), [change])[0];
        var response = new ResponseMessage(status);
        if (etag is not null) response.Headers["etag"] = etag;
        return response;
    }

    private static ContainerStandIn.Change Change(string kind, Stream stream, ItemRequestOptions options)
    {
        var body = ContainerStandIn.Parse(stream);
        return new(kind, body["id"]!.GetValue<string>(), body, options.IfMatchEtag);
    }

    private static ResponseMessage Documents(IEnumerable<JsonNode> items) =>
        Json(HttpStatusCode.OK, new JsonObject { ["Documents"] = new JsonArray([.. items.Select(i => i.DeepClone())]) });

    private static ResponseMessage Json(HttpStatusCode status, JsonNode json) => new(status) { Content = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(json)) };

    private static string Text(PartitionKey key) => JsonSerializer.Deserialize<string[]>(key.ToString())![0];

    /// <summary>One page and no more.</summary>
    private sealed class Pages(Func<ResponseMessage> next) : FeedIterator
    {
        public override bool HasMoreResults => !read;

        private bool read;

        public override Task<ResponseMessage> ReadNextAsync(CancellationToken cancellationToken = default)
        {
            read = true;
            return Task.FromResult(next());
        }
    }
}
