using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Azure.Cosmos;

namespace HelpdeskMx.Cosmos;

/// <summary>Reads a container's change feed, pulled: each item in its newest form, in the order of the writes of a partition.</summary>
internal sealed class ChangeReading(CosmosContainer store, string name, Charges charges)
{
    /// <exception cref="FormatException">That is no continuation.</exception>
    public async Task<Changes> RunAsync(string? since, int limit, CancellationToken ct)
    {
        var from = since is null ? ChangeFeedStartFrom.Beginning() : ChangeFeedStartFrom.ContinuationToken(Unseal(since));
        return await ReadAsync(from, since is not null, limit, ct);
    }

    /// <summary>The place behind everything there is.</summary>
    public async Task<string> NowAsync(CancellationToken ct) => (await ReadAsync(ChangeFeedStartFrom.Now(), false, 1, ct)).Continuation;

    private async Task<Changes> ReadAsync(ChangeFeedStartFrom from, bool given, int limit, CancellationToken ct)
    {
        using var feed = store.GetChangeFeedStreamIterator(from, ChangeFeedMode.LatestVersion, new ChangeFeedRequestOptions { PageSizeHint = limit });
        while (true)
        {
            var began = Stopwatch.GetTimestamp();
            using var response = await feed.ReadNextAsync(ct);
            charges.Add(name, "changes", began, response.Headers, response.Diagnostics);
            if (response.StatusCode == HttpStatusCode.NotModified) return new Changes([], Seal(response.ContinuationToken));
            if (response.StatusCode == HttpStatusCode.BadRequest && given) throw Foreign();
            using var document = await Reading.ContentAsync(response, ct);
            var items = Reading.Documents(document).Select(Envelope.Read).ToList();
            if (items.Count > 0) return new Changes(items, Seal(response.ContinuationToken));
        }
    }

    private static string Seal(string token) => Convert.ToBase64String(Encoding.UTF8.GetBytes(token));

    /// <summary>The SDK's token is JSON, and it does not say so kindly when it is given something else.</summary>
    private static string Unseal(string since)
    {
        try
        {
            var token = Convert.FromBase64String(since);
            using var json = JsonDocument.Parse(token);
            return Encoding.UTF8.GetString(token);
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            throw Foreign();
        }
    }

    private static FormatException Foreign() => new("That is no continuation of changes. Read them from the beginning.");
}
