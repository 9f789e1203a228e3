using System.Globalization;
using System.Net.Sockets;
using Azure;
using Azure.Identity;
using HelpdeskMx.Platform;

namespace HelpdeskMx.OnAzure.Outgoing;

/// <summary>What a failed call of Communication Services says about the mail.</summary>
public static class SendOutcome
{
    private const int Unauthorized = 401, Forbidden = 403, Conflict = 409, TooManyRequests = 429;

    /// <summary>The outcome, null for what is no answer of the service or the way to it.</summary>
    public static SendResult? Of(Exception failure) => failure switch
    {
        AuthenticationFailedException e => new SendResult.TryLater($"The desk's identity got no token: {e.Message}"),
        RequestFailedException { Status: Conflict } => new SendResult.Sent(), // this operation was begun before
        RequestFailedException { Status: TooManyRequests } e => new SendResult.TryLater("The mail service takes no more for now.", RetryAfter(e)),
        RequestFailedException { Status: Unauthorized or Forbidden } e => new SendResult.TryLater($"The mail service does not know the desk: {e.Status} {e.ErrorCode}"),
        RequestFailedException { ErrorCode: "DomainNotLinked" } => new SendResult.TryLater("The sender's domain is not linked to the mail service yet."),
        RequestFailedException { Status: >= 400 and < 500 } e => new SendResult.Refused($"{e.Status} {e.ErrorCode}: {FirstLine(e.Message)}"),
        RequestFailedException { Status: >= 500 } e => new SendResult.Unknown($"The mail service answered {e.Status}."),
        _ when NeverConnected(failure) => new SendResult.TryLater("The mail service could not be reached."),
        RequestFailedException or OperationCanceledException or IOException or HttpRequestException => new SendResult.Unknown(FirstLine(failure.Message)),
        _ => null,
    };

    /// <summary>RFC 9110 §10.2.3, in seconds as Azure gives it.</summary>
    private static TimeSpan? RetryAfter(RequestFailedException failure) =>
        failure.GetRawResponse()?.Headers.TryGetValue("Retry-After", out var text) == true && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;

    private static bool NeverConnected(Exception failure) =>
        failure is SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.TryAgain }
        || (failure.InnerException is { } inner && NeverConnected(inner));

    private static string FirstLine(string text) => text.Split('\n', 2)[0].Trim();
}
