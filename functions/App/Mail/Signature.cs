using HelpdeskMx.Mail.Replies;

namespace HelpdeskMx.Mail;

/// <summary>A text parted from the signature under it.</summary>
/// <param name="Body">What stands above the signature, trimmed.</param>
/// <param name="Text">The signature; empty where none was found.</param>
public sealed record Signature(string Body, string Text)
{
    /// <param name="text">A message without its quotes.</param>
    /// <param name="sender">The sender's name or address as the message gives it; it helps to find a signature that nothing marks.</param>
    public static Signature In(string text, string? sender = null)
    {
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd().Split('\n');
        var start = SignatureLines.Start(lines, sender);
        return new(string.Join('\n', lines[..start]).Trim(), string.Join('\n', lines[start..]).Trim());
    }
}
