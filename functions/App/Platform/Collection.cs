using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace HelpdeskMx.Platform;

/// <summary>A document with the tag of its reading.</summary>
public sealed record Stored<T>(T Value, string ETag);

/// <summary>One type of document in one container, read and written as records.</summary>
public sealed class Collection<T>(IDocumentStore store, Container container, string type, JsonTypeInfo<T> json) where T : class
{
    /// <summary>Reads one, null when it is not there.</summary>
    public async Task<Stored<T>?> ReadAsync(string partition, string id, CancellationToken ct) =>
        await store.ReadAsync(container, partition, id, ct) is { } item && item.Type == type ? Read(item) : null;

    /// <summary>Reads a page of those that meet the conditions.</summary>
    public async Task<Listing<Stored<T>>> QueryAsync(Func<Query, Query> refine, CancellationToken ct, string? partition = null)
    {
        var page = await store.QueryAsync(refine(new Query(container, type, partition)), ct);
        return new Listing<Stored<T>>([.. page.Items.Select(Read)], page.Next);
    }

    /// <summary>Counts those that meet the conditions, up to a limit.</summary>
    public Task<int> CountAsync(Func<Query, Query> refine, int atMost, CancellationToken ct, string? partition = null) =>
        store.CountAsync(refine(new Query(container, type, partition)), atMost, ct);

    /// <summary>A write that creates it.</summary>
    public Write Create(string id, T value) => new Write.Create(id, type, Bytes(value));

    /// <summary>A write that replaces the reading with this tag.</summary>
    public Write Replace(string id, T value, string etag) => new Write.Replace(id, type, Bytes(value), etag);

    /// <summary>A write that stores it whatever was there.</summary>
    public Write Upsert(string id, T value) => new Write.Upsert(id, type, Bytes(value));

    /// <summary>Does one write by itself.</summary>
    public async Task<CommitOutcome> CommitAsync(string partition, Write write, CancellationToken ct) =>
        (await store.CommitAsync(container, partition, [write], ct)).Outcome;

    /// <summary>The bytes a document is stored as.</summary>
    public byte[] Bytes(T value) => JsonSerializer.SerializeToUtf8Bytes(value, json);

    /// <summary>The records in these items; items of another type are left out.</summary>
    public IReadOnlyList<Stored<T>> Read(IReadOnlyList<Item> items) => [.. items.Where(i => i.Type == type).Select(Read)];

    private Stored<T> Read(Item item) => new(
        JsonSerializer.Deserialize(item.Body.Span, json) ?? throw new JsonException($"{container.Name}/{item.Partition}/{item.Id} holds null."),
        item.ETag!);
}

/// <summary>A page as the API gives it: items and the continuation of the next page, null after the last.</summary>
public sealed record Listing<T>(IReadOnlyList<T> Items, string? Next);
