using System.Buffers;
using HelpdeskMx.Mail.Headers;

namespace HelpdeskMx.Mail.Bounces;

/// <summary>A bounce in a mail system's own words: the text above the copy of the message, the address it names and the id of the message.</summary>
internal sealed record Explanation(string Text, string Copy)
{
    private const int Longest = 64_000;

    private static readonly string[] s_copyMarks =
    [
        "--- Below this line is a copy", "Below is a copy of the original", "--- Enclosed is a copy of", "------ This is a copy of", "This is a copy of your message", "--- Original message follows", "Original message follows", "Original Message:",
        "----- Original message -----", "----- Unsent message follows", "----- Original message follows", "Message headers follow", "Included is a copy of the message", "The header of the original message", "Original mail as follows",
        "-------original message", "-------original mail info", "Message text follows", "------- Returned Message", "---------- Forwarded message", "Received:from ", "****** End of message", "-----Original Message", "----- Message header follows",
        "Your original message", "> Received:", "\nReceived: ",
    ];

    private static readonly SearchValues<char> s_foreign = SearchValues.Create("<>:=");

    public static Explanation Of(string body)
    {
        if (body.Length > Longest) body = body[..Longest];
        var end = body.Length;
        foreach (var mark in s_copyMarks)
            if (body.AsSpan(0, end).IndexOf(mark, StringComparison.OrdinalIgnoreCase) is var at and > 0) end = at;
        return new(body[..end], body[end..]);
    }

    /// <summary>The address the text names first, other than its sender's.</summary>
    public string? Recipient(string? notThis)
    {
        foreach (var word in Text.Split([' ', '\t', '\r', '\n', ',', ';', '"', '\'', '(', ')', '[', ']', '|'], StringSplitOptions.RemoveEmptyEntries))
        {
            var address = word.Trim('<', '>', ':', '.', '*');
            var at = address.IndexOf('@');
            if (at <= 0 || at == address.Length - 1 || address.IndexOf('.', at) < 0 || address.AsSpan().ContainsAny(s_foreign)) continue;
            if (!address.Equals(notThis, StringComparison.OrdinalIgnoreCase)) return address;
        }
        return null;
    }

    /// <summary>The Message-ID in the copy.</summary>
    public string? MessageId()
    {
        var at = Copy.IndexOf("\nMessage-ID:", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        var line = Copy[(at + "\nMessage-ID:".Length)..].TrimStart();
        var end = line.IndexOf('\n');
        return MessageIds.Parse(System.Text.Encoding.UTF8.GetBytes(end < 0 ? line : line[..end])) is [var id, ..] ? id : null;
    }
}
