using HelpdeskMx.Agents;
using HelpdeskMx.Chat;
using HelpdeskMx.Platform;
using Microsoft.AspNetCore.Http;
using Channel = HelpdeskMx.Channels.Channel;

namespace HelpdeskMx.Http;

/// <summary>One request of a visitor's browser to a chat: which chat, in which language, from a page that may carry it.</summary>
public sealed record ChatVisit(HttpRequest Request, Channel Channel, string Language)
{
    /// <summary>The language visitors are spoken to: the one the widget asks for, else the browser's.</summary>
    public static string LanguageOf(HttpRequest request) => FormVisit.Language(request) ?? "en";

    /// <summary>True where the page the request comes from may carry this chat. A request that names no page is let in only from the desk's own pages, or where any page will do.</summary>
    /// <param name="chat">The chat.</param>
    /// <param name="own">Where the desk's own pages are.</param>
    /// <param name="request">What was asked.</param>
    public static bool Allows(ChatSettings chat, IReadOnlyList<string> own, HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        if (chat.AnyOrigin || request.Headers["Sec-Fetch-Site"] == "same-origin") return true;
        return origin.Length > 0 && (chat.Origins.Contains(origin) || own.Contains(origin) || origin == $"{request.Scheme}://{request.Host}");
    }

    /// <summary>Lets the page's script read the answer, and nobody else's.</summary>
    public static void Share(HttpRequest request)
    {
        if (request.Headers.Origin.ToString() is not { Length: > 0 } origin) return;
        var headers = request.HttpContext.Response.Headers;
        headers.AccessControlAllowOrigin = origin;
        headers.AccessControlExposeHeaders = "Retry-After";
        headers.Vary = "Origin, Accept-Language";
    }

    /// <summary>The token of the visitor.</summary>
    public string? Token
    {
        get
        {
            const string Scheme = "Bearer ";
            var header = Request.Headers.Authorization.ToString();
            return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : null;
        }
    }

    /// <summary>The problem of this code, in the visitor's language.</summary>
    public Problem Problem(string code, int status, string with = "") => ChatWords.Problem(code, Language, status, with);

    /// <summary>The body as a record.</summary>
    /// <exception cref="BadRequestException">It is too large or not the JSON expected here; the sentence is the visitor's.</exception>
    public async Task<T> ReadAsync<T>(CancellationToken ct)
    {
        try
        {
            var bytes = await Request.ReadBytesAsync(LargestJson, ct);
            return System.Text.Json.JsonSerializer.Deserialize<T>(bytes.Span, ApiJson.Options) ?? throw new BadRequestException(Problem("unreadable", 400));
        }
        catch (System.Text.Json.JsonException)
        {
            throw new BadRequestException(Problem("unreadable", 400));
        }
        catch (BadRequestException bad) when (bad.Problem.Status == 413)
        {
            throw new BadRequestException(Problem("too-long", 413, $"{TakeChat.LongestText}"));
        }
    }

    private const int LargestJson = 128 * 1024;
}
