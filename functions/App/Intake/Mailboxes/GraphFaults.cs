using System.Globalization;
using System.Net;
using System.Text.Json;
using HelpdeskMx.Mail;

namespace HelpdeskMx.Intake.Mailboxes;

/// <summary>What Microsoft Graph's refusals mean for a mailbox.</summary>
internal static class GraphFaults
{
    private static readonly string[] LostPlaces = ["syncState", "resync", "deltaToken"];
    private static readonly string[] NoMailbox = ["MailboxNotEnabledForRESTAPI", "ErrorInvalidUser", "ErrorNonExistentMailbox", "ResourceNotFound", "Request_ResourceNotFound"];

    /// <summary>The answer is not Graph's.</summary>
    public static MailServerException Unreadable(Exception? inner = null) => new(MailServerException.Nonsense, "Microsoft's answer cannot be read. It is tried again.", inner);

    /// <summary>True where a link leads to a place that Graph does not know any more.</summary>
    public static async Task<bool> HasLostThePlaceAsync(HttpResponseMessage answer, CancellationToken ct) =>
        answer.StatusCode == HttpStatusCode.Gone
        || (answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotFound && await CodeAsync(answer, ct) is var code && LostPlaces.Any(l => code.Contains(l, StringComparison.OrdinalIgnoreCase)));

    /// <summary>True where what was asked for is not in the mailbox, or not under that name, any more.</summary>
    public static async Task<bool> IsGoneAsync(HttpResponseMessage answer, CancellationToken ct) => answer.StatusCode == HttpStatusCode.NotFound && await CodeAsync(answer, ct) == "ErrorItemNotFound";

    /// <summary>The fault of an answer that is none of success.</summary>
    public static async Task<MailServerException> OfAsync(HttpResponseMessage answer, DateTimeOffset now, CancellationToken ct)
    {
        var (status, word) = ((int)answer.StatusCode, await CodeAsync(answer, ct));
        var said = string.Create(CultureInfo.InvariantCulture, $"{status}{(word.Length > 0 ? ", " : "")}{word}");
        var (code, sentence) = status switch
        {
            401 => (MailServerException.SignInRefused, $"Microsoft does not accept the application's sign-in ({said}). Check its id and secret."),
            403 => (MailServerException.AccessDenied, $"The application may not read this mailbox ({said}). Give it the application permission Mail.Read with an admin's consent, and see that its scope covers the mailbox."),
            400 or 404 when NoMailbox.Contains(word, StringComparer.OrdinalIgnoreCase) => (MailServerException.NoSuchMailbox, $"There is no mailbox of that address in this directory ({said}). Check the address."),
            400 when word == "ErrorInvalidIdMalformed" => (MailServerException.NoSuchFolder, $"That is no folder of this mailbox ({said}). Use a name such as inbox, or the folder's id."),
            404 => (MailServerException.NoSuchFolder, $"The mailbox has no such folder ({said}). Use a name such as inbox, or the folder's id."),
            429 => (MailServerException.Throttled, "Microsoft asks to be left alone for a while. Nothing is lost; it is tried again."),
            >= 500 => (MailServerException.NotReached, $"Microsoft answers {said}. It is tried again."),
            _ => (MailServerException.Refused, $"Microsoft refuses the request ({said})."),
        };
        return new(code, sentence) { After = answer.Headers.RetryAfter is { } asked ? asked.Delta ?? asked.Date - now : null };
    }

    /// <summary>Does what asks over the network, and says what went wrong on the way.</summary>
    public static async Task<T> CatchAsync<T>(Func<Task<T>> ask, CancellationToken ct)
    {
        try
        {
            return await ask();
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            throw Unreadable(e);
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw new MailServerException(MailServerException.TimedOut, "Microsoft took too long to answer. It is tried again.", e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new MailServerException(MailServerException.NotReached, "Microsoft Graph cannot be reached. It is tried again.", e);
        }
    }

    /// <summary>Graph's own word for the fault, letters and digits only; empty where it says none.</summary>
    private static async Task<string> CodeAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        try
        {
            await answer.Content.LoadIntoBufferAsync(64 * 1024, ct);
            using var body = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(ct));
            var code = body.RootElement.GetProperty("error").GetProperty("code").GetString() ?? "";
            return new([.. code.Where(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.').Take(60)]);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or HttpRequestException or IOException)
        {
            return ""; // a gateway in between, or nothing: the status says enough
        }
    }
}
