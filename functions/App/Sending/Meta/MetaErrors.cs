using System.Text.Json;
using System.Text.Json.Serialization;

namespace HelpdeskMx.Sending.Meta;

/// <summary>An error as the Graph API writes it.</summary>
internal sealed record MetaError(
    int Code, [property: JsonPropertyName("error_subcode")] int? Subcode, string? Type, string? Message,
    [property: JsonPropertyName("fbtrace_id")] string? Trace, [property: JsonPropertyName("is_transient")] bool? IsTransient);

/// <summary>Tells what an error of Meta's means. Codes as in the error references of the Graph API, the Messenger Platform, Instagram messaging and the WhatsApp Cloud API.</summary>
internal static class MetaErrors
{
    private const int Unavailable = 1545041, NoSuchPerson = 2018001;

    private sealed record Envelope(MetaError? Error);

    /// <summary>The error in a body; null where there is none.</summary>
    public static MetaError? Read(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize<Envelope>(body, JsonSerializerOptions.Web)?.Error;
        }
        catch (JsonException)
        {
            return null; // a gateway in between
        }
    }

    /// <summary>What it means; a status without an error of Graph's says nothing certain of what was done.</summary>
    public static MetaException Of(int status, MetaError? error, TimeSpan? after)
    {
        var trouble = Trouble(status, error);
        return new(trouble, $"{Sentence(trouble)} {Mark(status, error)}") { After = after };
    }

    /// <summary>Why an answer that Meta had taken did not arrive, as its status tells; nobody tries that again by itself.</summary>
    /// <param name="code">As in the status; 0 where it says none.</param>
    public static string Undelivered(int code)
    {
        var error = code == 0 ? null : new MetaError(code, null, null, null, null, null);
        var trouble = Trouble(400, error);
        var sentence = trouble is MetaTrouble.Throttled or MetaTrouble.NotDone or MetaTrouble.Lost or MetaTrouble.Invalid ? "Meta took this, but it did not arrive. Send it again, or use another channel." : Sentence(trouble);
        return error is null ? sentence : $"{sentence} {Mark(400, error)}";
    }

    private static MetaTrouble Trouble(int status, MetaError? error) => error switch
    {
        null when status == 429 => MetaTrouble.Throttled,
        null when status == 401 => MetaTrouble.Reconnect,
        null when status is >= 400 and < 500 => MetaTrouble.Invalid,
        null => MetaTrouble.Lost,
        { Subcode: 2018278 or 2534022 } or { Code: 131047 } => MetaTrouble.WindowClosed,
        { Subcode: Unavailable or NoSuchPerson } or { Code: 551 or 131021 or 131026 or 131030 or 131050 or 130472 } => MetaTrouble.Unreachable,
        { Code: 4 or 17 or 32 or 341 or 613 or (>= 80000 and <= 80014) or 130429 or 131048 or 131056 } => MetaTrouble.Throttled,
        { Code: 0 or 33 or 102 or 190 } => MetaTrouble.Reconnect,
        { Code: 368 or 131031 or 131042 or 131045 } => MetaTrouble.Restricted,
        { Code: 3 or 10 or (>= 200 and < 300) or 131005 } => MetaTrouble.Permission,
        { Code: >= 132000 and < 133000 } => MetaTrouble.Template,
        { IsTransient: true } or { Code: 2 or 1200 or 131000 or 131016 or 133004 } => MetaTrouble.NotDone,
        { Code: 1 } => MetaTrouble.Lost, // Messenger says so of messages that were sent, too
        _ when status >= 500 => MetaTrouble.Lost,
        _ => MetaTrouble.Invalid,
    };

    private static string Sentence(MetaTrouble trouble) => trouble switch
    {
        MetaTrouble.Reconnect => "Meta does not accept the access token any more. An admin has to connect this channel again under Channels.",
        MetaTrouble.Permission => "Meta says the access token may not do this. An admin has to connect this channel again with all permissions under Channels.",
        MetaTrouble.Restricted => "Meta holds this account back. An admin finds the reason in Meta Business Suite.",
        MetaTrouble.Throttled => "Meta asks to be left alone for a while; it is tried again.",
        MetaTrouble.WindowClosed => "The customer last wrote too long ago, so Meta takes no free answer now. Use a template or another channel, or wait until they write.",
        MetaTrouble.Unreachable => "The customer cannot be reached here: they may have blocked the shop, left, or never used this channel. Use another channel.",
        MetaTrouble.Template => "Meta does not take this template: it may be paused, changed, or ask for something else. Choose it anew, or another one.",
        MetaTrouble.NotDone => "Meta could not do this just now; it is tried again.",
        MetaTrouble.Lost => "Meta's answer was lost, so this may have arrived or not. Look on the channel itself before you send it again.",
        _ => "Meta does not take this message.",
    };

    /// <summary>Numbers by which an admin finds the error in Meta's reference; never Meta's own words, in which anything may stand.</summary>
    private static string Mark(int status, MetaError? error)
    {
        if (error is null) return $"({status})";
        var trace = new string([.. (error.Trace ?? "").Where(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-').Take(40)]);
        return $"({error.Code}{(error.Subcode is > 0 and var subcode ? $"/{subcode}" : "")}{(trace.Length > 0 ? $", {trace}" : "")})";
    }
}
