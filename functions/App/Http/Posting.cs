using System.Buffers;
using System.Security.Cryptography;
using HelpdeskMx.Intake.Providers;
using HelpdeskMx.Platform;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace HelpdeskMx.Http;

/// <summary>What providers post, read only as far as it is asked for.</summary>
public static class Posting
{
    /// <summary>Beyond this many bytes nobody listens any more, not even to learn whose mail it was.</summary>
    public const int LargestHeard = 200 * 1024 * 1024;

    private const int LongestEcho = 1024;

    /// <summary>The request as a provider's post.</summary>
    public static Posted Posted(this HttpRequest request) =>
        new(ChannelKey.Of(request), request.ContentType, name => request.Headers[name].ToString(), request.ReadUpToAsync);

    /// <summary>What a provider wants to hear again before it believes that the door is ours. It comes from anybody, so it is text and nothing else.</summary>
    public static IResult Echo(this HttpRequest request, string token)
    {
        if (token.Length is 0 or > LongestEcho) return ProviderProblems.NoValidationToken.ToResult();
        request.HttpContext.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Text(token, "text/plain");
    }

    private static async Task<PostedBody> ReadUpToAsync(this HttpRequest request, int keep, IncrementalHash? digest, CancellationToken ct)
    {
        if (request.ContentLength > LargestHeard) throw new BadRequestException(Problems.TooLarge(keep));
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } most) most.MaxRequestBodySize = LargestHeard;
        using var kept = new MemoryStream((int)Math.Min(request.ContentLength ?? 4096, keep));
        var piece = ArrayPool<byte>.Shared.Rent(64 * 1024);
        long size = 0;
        try
        {
            for (int read; (read = await request.Body.ReadAsync(piece, ct)) > 0; size += read)
            {
                digest?.AppendData(piece, 0, read);
                kept.Write(piece, 0, (int)Math.Clamp(keep - size, 0, read));
            }
        }
        catch (BadHttpRequestException e)
        {
            throw new BadRequestException(e.StatusCode == StatusCodes.Status413PayloadTooLarge ? Problems.TooLarge(keep) : Problems.CutOff);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
        return new PostedBody(kept.GetBuffer().AsMemory(0, (int)kept.Length), size);
    }
}
