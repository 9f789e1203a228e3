using System.Diagnostics;
using System.Net;
using Microsoft.Azure.Cosmos;

namespace HelpdeskMx.Cosmos;

/// <summary>Does the writes of one commit: alone as a point operation, which is quicker, several as a transactional batch.</summary>
internal sealed class Committing(CosmosContainer store, string name, string partition, Charges charges)
{
    private readonly PartitionKey key = new(partition);

    /// <summary>Does all or none. A delete of what is not there is left out and the rest tried again: its promise is kept already.</summary>
    public async Task<Commit> RunAsync(IReadOnlyList<Prepared> writes, CancellationToken ct)
    {
        var left = writes.ToList();
        var tags = new Dictionary<string, string?>();
        while (left.Count > 0)
        {
            var ended = left.Count == 1 ? await PointAsync(left[0], ct) : await BatchAsync(left, ct);
            if (ended.Gone is { } gone) left.Remove(gone);
            else if (ended.Outcome != CommitOutcome.Committed) return new(ended.Outcome, []);
            else
            {
                for (var i = 0; i < left.Count; i++) tags[left[i].Id] = ended.ETags[i] is { } etag ? left[i].Tagged(etag) : null;
                break;
            }
        }
        return new(CommitOutcome.Committed, [.. writes.Select(w => tags.GetValueOrDefault(w.Id))]);
    }

    private async Task<Ending> PointAsync(Prepared write, CancellationToken ct)
    {
        var began = Stopwatch.GetTimestamp();
        var options = new ItemRequestOptions { IfMatchEtag = write.IfMatch, EnableContentResponseOnWrite = false };
        using var response = await (write.Write switch
        {
            Write.Create => store.CreateItemStreamAsync(write.Stream(), key, options, ct),
            Write.Replace => store.ReplaceItemStreamAsync(write.Stream(), write.Id, key, options, ct),
            Write.Upsert => store.UpsertItemStreamAsync(write.Stream(), key, options, ct),
            _ => store.DeleteItemStreamAsync(write.Id, key, options, ct),
        });
        charges.Add(name, "write", began, response.Headers, response.Diagnostics);
        if (response.IsSuccessStatusCode) return Ending.Done([response.Headers.ETag]);
        if (Ending.Of(write, response.StatusCode, response.Headers) is { } ending) return ending;
        response.EnsureSuccessStatusCode();
        throw new UnreachableException();
    }

    private async Task<Ending> BatchAsync(List<Prepared> writes, CancellationToken ct)
    {
        var began = Stopwatch.GetTimestamp();
        var batch = store.CreateTransactionalBatch(key);
        foreach (var write in writes) Add(batch, write);
        using var response = await batch.ExecuteAsync(ct);
        charges.Add(name, "batch", began, response.Headers, response.Diagnostics);
        if (response.IsSuccessStatusCode) return Ending.Done([.. writes.Select((w, i) => w.Write is Write.Delete ? null : response[i].ETag)]);
        // One write has failed; the others say only that they depended on it.
        var failed = Enumerable.Range(0, response.Count).FirstOrDefault(i => response[i].StatusCode != HttpStatusCode.FailedDependency && !response[i].IsSuccessStatusCode, -1);
        var ending = failed < 0 ? null : Ending.Of(writes[failed], response[failed].StatusCode, response.Headers);
        return ending ?? throw new CosmosException(
            $"A commit to '{name}' failed: {response.ErrorMessage}", response.StatusCode, 0, response.ActivityId, response.RequestCharge);
    }

    private static void Add(TransactionalBatch batch, Prepared write)
    {
        var options = new TransactionalBatchItemRequestOptions { IfMatchEtag = write.IfMatch, EnableContentResponseOnWrite = false };
        _ = write.Write switch
        {
            Write.Create => batch.CreateItemStream(write.Stream(), options),
            Write.Replace => batch.ReplaceItemStream(write.Id, write.Stream(), options),
            Write.Upsert => batch.UpsertItemStream(write.Stream(), options),
            _ => batch.DeleteItem(write.Id, options),
        };
    }

    /// <summary>How a request ended: done, refused, or held up by a delete of what is not there.</summary>
    private sealed record Ending(CommitOutcome Outcome, IReadOnlyList<string?> ETags, Prepared? Gone = null)
    {
        public static Ending Done(IReadOnlyList<string?> etags) => new(CommitOutcome.Committed, etags);

        /// <summary>What a status means for a write that expected something; null for every other failure, which is the caller's to throw.</summary>
        /// <exception cref="ArgumentException">The write is too large.</exception>
        public static Ending? Of(Prepared write, HttpStatusCode status, Headers headers) => (write.Write, status) switch
        {
            (Write.Create, HttpStatusCode.Conflict) => new(CommitOutcome.Exists, []),
            (Write.Replace or Write.Delete, HttpStatusCode.PreconditionFailed) => new(CommitOutcome.Stale, []),
            (Write.Delete { ETag: null }, HttpStatusCode.NotFound) when Reading.IsNotThere(status, headers) => new(CommitOutcome.Committed, [], write),
            (Write.Replace or Write.Delete, HttpStatusCode.NotFound) when Reading.IsNotThere(status, headers) => new(CommitOutcome.Stale, []),
            (_, HttpStatusCode.RequestEntityTooLarge) => throw new ArgumentException("A commit has at most 2 MB, with what the store adds to each item."),
            _ => null,
        };
    }
}

/// <summary>A write in the form Cosmos DB gets it.</summary>
/// <param name="Write">What was asked for.</param>
/// <param name="Body">The envelope; null for a delete.</param>
/// <param name="Stamp">The stamp in the envelope.</param>
/// <param name="IfMatch">The ETag that must still be there.</param>
internal sealed record Prepared(Write Write, byte[]? Body, string Stamp, string? IfMatch)
{
    public string Id => Write.Id;

    public MemoryStream Stream() => new(Body!, writable: false);

    public string Tagged(string etag) => new Tag(Stamp, etag).ToString();
}
