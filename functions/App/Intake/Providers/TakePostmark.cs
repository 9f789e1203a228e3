using System.Text.Json;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Intake.Providers;

/// <summary>Takes mail from Postmark's inbound webhook, proved by the channel's key in its URL.</summary>
/// <remarks>Postmark stops on 200 and 403 and repeats everything else for ten hours; so a wrong key is 401, and what is too large becomes a stub.</remarks>
public sealed class TakePostmark(Accept accept)
{
    /// <summary>Postmark takes mails of 35 MB and posts them in base64, with the raw mail beside them where that is asked for.</summary>
    private const int LargestPost = 100 * 1024 * 1024;

    /// <summary>Takes one post.</summary>
    public async Task<Outcome<Accepted>> RunAsync(string channelId, Posted posted, CancellationToken ct)
    {
        var proven = await accept.ProveAsync(channelId, ChannelKind.Email, posted.Key, ct);
        if (proven.Problem is { } problem) return problem;
        var body = await posted.ReadAsync(LargestPost, null, ct);
        if (!body.IsWhole) return await accept.EmailAsync(proven.Value, PostmarkMail.Stub(body.Bytes.Span).TooLarge("Postmark", body.Size), ct);
        try
        {
            return PostmarkMail.Read(body.Bytes.Span)?.ToMessage() is { } mail ? await accept.EmailAsync(proven.Value, mail, ct) : ProviderProblems.NoMail(400);
        }
        catch (JsonException)
        {
            return ProviderProblems.Unreadable;
        }
    }
}
