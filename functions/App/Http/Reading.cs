using System.Globalization;
using System.Text.Json;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace HelpdeskMx.Http;

/// <summary>A request that cannot be read; the door answers with the problem.</summary>
public sealed class BadRequestException(Problem problem) : Exception(problem.Sentence)
{
    /// <summary>What is wrong with it.</summary>
    public Problem Problem { get; } = problem;
}

/// <summary>Reads requests, bounded, and says what is wrong with them.</summary>
public static class Reading
{
    private const int LargestJson = 3 * 1024 * 1024;

    /// <summary>The body as a record.</summary>
    /// <exception cref="BadRequestException">It is not the JSON expected here.</exception>
    public static async Task<T> ReadAsync<T>(this HttpRequest request, CancellationToken ct) => Read<T>(await request.ReadBytesAsync(LargestJson, ct), ApiJson.Options);

    /// <summary>The body as a record that is whole: no list has gaps, and nothing is null that the record does not say may be.</summary>
    /// <exception cref="BadRequestException">It is not the JSON expected here.</exception>
    public static async Task<T> ReadWholeAsync<T>(this HttpRequest request, CancellationToken ct)
    {
        var bytes = await request.ReadBytesAsync(LargestJson, ct);
        var read = Read<T>(bytes, ApiJson.Whole);
        RefuseGaps(bytes.Span);
        return read;
    }

    private static T Read<T>(ReadOnlyMemory<byte> json, JsonSerializerOptions options)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json.Span, options) ?? throw new BadRequestException(Problems.BadJson("it is null."));
        }
        catch (JsonException e)
        {
            throw new BadRequestException(Problems.BadJson(e.Path is { Length: > 1 } path ? $"look at '{path}'." : "it cannot be read."));
        }
    }

    private static void RefuseGaps(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = ApiJson.Options.MaxDepth });
        var inList = new Stack<bool>();
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject) inList.Push(reader.TokenType == JsonTokenType.StartArray);
            else if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject) inList.Pop();
            else if (reader.TokenType == JsonTokenType.Null && inList.TryPeek(out var list) && list) throw new BadRequestException(Problems.BadJson("a list holds null."));
        }
    }

    /// <summary>All bytes of the body.</summary>
    /// <exception cref="BadRequestException">There are more than <paramref name="limit"/>.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadBytesAsync(this HttpRequest request, int limit, CancellationToken ct)
    {
        if (request.ContentLength > limit) throw new BadRequestException(Problems.TooLarge(limit));
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = limit + 1L;
        using var body = new MemoryStream((int)(request.ContentLength ?? 4096));
        try
        {
            await request.Body.CopyToAsync(body, ct);
        }
        catch (BadHttpRequestException e)
        {
            throw new BadRequestException(e.StatusCode == StatusCodes.Status413PayloadTooLarge ? Problems.TooLarge(limit) : Problems.CutOff);
        }
        return body.Length <= limit ? body.GetBuffer().AsMemory(0, (int)body.Length) : throw new BadRequestException(Problems.TooLarge(limit));
    }

    /// <summary>A query parameter, null where it is missing or empty.</summary>
    public static string? Text(this HttpRequest request, string name) => request.Query[name].ToString() is { Length: > 0 } text ? text : null;

    /// <summary>A query parameter that is <c>true</c> or <c>false</c>.</summary>
    public static bool? Flag(this HttpRequest request, string name) => request.Text(name) switch
    {
        null => null,
        "true" or "1" => true,
        "false" or "0" => false,
        _ => throw new BadRequestException(Problems.BadParameter(name, "true or false")),
    };

    /// <summary>A query parameter that is one of these.</summary>
    public static string? OneOf(this HttpRequest request, string name, IReadOnlyList<string> values) =>
        request.Text(name) is not { } text ? null : values.Contains(text) ? text : throw new BadRequestException(Problems.BadParameter(name, string.Join(", ", values)));

    /// <summary>How many items a page shall have.</summary>
    public static int Limit(this HttpRequest request, int usual = 50, int most = 200)
    {
        if (request.Text("limit") is not { } text) return usual;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit >= 1 && limit <= most
            ? limit
            : throw new BadRequestException(Problems.BadParameter("limit", $"a number from 1 to {most}"));
    }

    /// <summary>What the headers say of how the request wants to be taken.</summary>
    public static Asked Asked(this HttpRequest request)
    {
        var key = request.Headers["Idempotency-Key"].ToString();
        if (key.Length > 200) throw new BadRequestException(Problems.BadParameter("Idempotency-Key", "at most 200 characters"));
        return new Asked(Version(request.Headers.IfMatch.ToString()), key.Length == 0 ? null : key);
    }

    private static long? Version(string match)
    {
        if (match is "" or "*") return null;
        var text = match.StartsWith("W/", StringComparison.Ordinal) ? match[2..] : match;
        // A tag that was never given out matches nothing that is there.
        return long.TryParse(text.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;
    }
}
