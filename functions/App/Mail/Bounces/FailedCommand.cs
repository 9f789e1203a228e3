namespace HelpdeskMx.Mail.Bounces;

/// <summary>The SMTP command at which a message failed, as far as a report tells.</summary>
internal static class FailedCommand
{
    public const string Mail = "MAIL";
    public const string Data = "DATA";

    private static readonly (string Sign, string Command)[] s_signs =
    [
        ("after RCPT TO", "RCPT"), ("[RCPT_TO]", "RCPT"), ("in reply to RCPT TO", "RCPT"), ("after RCPT command", "RCPT"),
        ("after MAIL FROM", Mail), ("[MAIL_FROM]", Mail), ("in reply to MAIL FROM", Mail),
        ("in reply to end of DATA", Data), ("in reply to DATA", Data), ("after end of data", Data), ("SMTP command DATA", Data), ("(DATA)", Data), ("after sending data", Data),
    ];

    /// <summary>The command, in capitals; null where the report does not tell.</summary>
    public static string? In(string explanation)
    {
        var text = string.Join(' ', explanation.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        foreach (var (sign, command) in s_signs)
            if (text.Contains(sign, StringComparison.OrdinalIgnoreCase)) return command;
        return InTranscript(text);
    }

    /// <summary>The last ">>>" line before the first refusal in a transcript.</summary>
    private static string? InTranscript(string text)
    {
        var refusal = text.IndexOf("<<< 5", StringComparison.Ordinal);
        var said = refusal < 0 ? -1 : text.LastIndexOf(">>> ", refusal, StringComparison.Ordinal);
        return said < 0 ? null : text.Substring(said + 4, Math.Min(4, text.Length - said - 4)).ToUpperInvariant();
    }
}
