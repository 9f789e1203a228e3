using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Microsoft.Azure.Cosmos;

namespace HelpdeskMx.Cosmos;

/// <summary>Reads one container and accounts for it.</summary>
internal sealed class Reading(CosmosContainer store, string name, Charges charges)
{
    /// <summary>Reads one item, null when it is not there.</summary>
    public async Task<Item?> ItemAsync(string partition, string id, CancellationToken ct)
    {
        var began = Stopwatch.GetTimestamp();
        using var response = await store.ReadItemStreamAsync(id, new PartitionKey(partition), cancellationToken: ct);
        charges.Add(name, "read", began, response.Headers, response.Diagnostics);
        if (IsNotThere(response.StatusCode, response.Headers)) return null;
        using var document = await ContentAsync(response, ct);
        return Envelope.Read(document.RootElement);
    }

    /// <summary>Reads items in the order of the keys; those not there are left out.</summary>
    public async Task<IReadOnlyList<Item>> ItemsAsync(IReadOnlyList<(string Partition, string Id)> keys, CancellationToken ct)
    {
        if (keys.Count == 0) return [];
        var began = Stopwatch.GetTimestamp();
        var wanted = keys.Distinct().Select(k => (k.Id, new PartitionKey(k.Partition))).ToList();
        using var response = await store.ReadManyItemsStreamAsync(wanted, cancellationToken: ct);
        charges.Add(name, "read many", began, response.Headers, response.Diagnostics);
        using var document = await ContentAsync(response, ct);
        var found = Documents(document).Select(Envelope.Read).ToDictionary(i => (i.Partition, i.Id));
        return [.. keys.Select(k => found.GetValueOrDefault(k)).OfType<Item>()];
    }

    /// <summary>Reads what a statement finds, turned into what is kept of it.</summary>
    public async Task<List<T>> FindAsync<T>(string operation, Sql sql, string? partition, int pageSize, Func<JsonElement, T> keep, CancellationToken ct)
    {
        var options = new QueryRequestOptions
        {
            PartitionKey = partition is null ? null : new PartitionKey(partition),
            MaxItemCount = pageSize,
            MaxConcurrency = -1,
        };
        var found = new List<T>();
        using var pages = store.GetItemQueryStreamIterator(sql.Define(), null, options);
        while (pages.HasMoreResults)
        {
            var began = Stopwatch.GetTimestamp();
            using var response = await pages.ReadNextAsync(ct);
            charges.Add(name, operation, began, response.Headers, response.Diagnostics);
            using var document = await ContentAsync(response, ct);
            found.AddRange(Documents(document).Select(keep));
        }
        return found;
    }

    /// <summary>True for an item that is not there. A session the replica has not reached (1002) and a container that is missing (1003) are something else, and throw.</summary>
    public static bool IsNotThere(HttpStatusCode status, Headers headers) =>
        status == HttpStatusCode.NotFound && (headers["x-ms-substatus"] is null or "" or "0");

    public static async Task<JsonDocument> ContentAsync(ResponseMessage response, CancellationToken ct)
    {
        response.EnsureSuccessStatusCode();
        return await JsonDocument.ParseAsync(response.Content, cancellationToken: ct);
    }

    public static IEnumerable<JsonElement> Documents(JsonDocument page) => page.RootElement.GetProperty("Documents").EnumerateArray();
}
