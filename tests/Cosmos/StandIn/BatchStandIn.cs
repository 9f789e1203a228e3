using System.Net;
using Microsoft.Azure.Cosmos;
using Moq;

namespace HelpdeskMx.Tests.Cosmos.StandIn;

/// <summary>A transactional batch over the items in memory.</summary>
public static class BatchStandIn
{
    private const int MostBytes = 2 * 1024 * 1024;

    /// <summary>Begins one.</summary>
    public static TransactionalBatch Open(ContainerStandIn items, string partition)
    {
        var changes = new List<ContainerStandIn.Change>();
        var bytes = 0L;
        var batch = new Mock<TransactionalBatch>(MockBehavior.Strict);
        batch.Setup(b => b.CreateItemStream(It.IsAny<Stream>(), It.IsAny<TransactionalBatchItemRequestOptions>()))
            .Returns((Stream body, TransactionalBatchItemRequestOptions o) => Add("create", body, o));
        batch.Setup(b => b.UpsertItemStream(It.IsAny<Stream>(), It.IsAny<TransactionalBatchItemRequestOptions>()))
            .Returns((Stream body, TransactionalBatchItemRequestOptions o) => Add("upsert", body, o));
        batch.Setup(b => b.ReplaceItemStream(It.IsAny<string>(), It.IsAny<Stream>(), It.IsAny<TransactionalBatchItemRequestOptions>()))
            .Returns((string _, Stream body, TransactionalBatchItemRequestOptions o) => Add("replace", body, o));
        batch.Setup(b => b.DeleteItem(It.IsAny<string>(), It.IsAny<TransactionalBatchItemRequestOptions>()))
            .Returns((string id, TransactionalBatchItemRequestOptions o) =>
            {
                changes.Add(new("delete", id, null, o.IfMatchEtag));
                return batch.Object;
            });
        batch.Setup(b => b.ExecuteAsync(It.IsAny<CancellationToken>())).ReturnsAsync(() => bytes > MostBytes
            ? new Response([.. changes.Select(_ => (HttpStatusCode.RequestEntityTooLarge, (string?)null))])
            : new Response(items.Run(partition, changes)));
        return batch.Object;

        TransactionalBatch Add(string kind, Stream stream, TransactionalBatchItemRequestOptions options)
        {
            bytes += stream.Length;
            var body = ContainerStandIn.Parse(stream);
            changes.Add(new(kind, body["id"]!.GetValue<string>(), body, options.IfMatchEtag));
            return batch.Object;
        }
    }

    private sealed class Response((HttpStatusCode Status, string? ETag)[] results) : TransactionalBatchResponse
    {
        private readonly Headers headers = [];
        private readonly HttpStatusCode status = results.Select(r => r.Status).FirstOrDefault(s => (int)s >= 300 && s != HttpStatusCode.FailedDependency, HttpStatusCode.OK);

        public override HttpStatusCode StatusCode => status;

        public override bool IsSuccessStatusCode => (int)status < 300;

        public override int Count => results.Length;

        public override Headers Headers => headers;

        public override TransactionalBatchOperationResult this[int index] => new Result(results[index].Status, results[index].ETag);
    }

    private sealed class Result(HttpStatusCode status, string? etag) : TransactionalBatchOperationResult
    {
        public override HttpStatusCode StatusCode => status;

        public override bool IsSuccessStatusCode => (int)status < 300;

        public override string ETag => etag!;
    }
}
