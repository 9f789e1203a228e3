namespace HelpdeskMx.Mail.Smtp;

/// <summary>One reply of a server: its code and its lines without the code (RFC 5321 §4.2).</summary>
internal sealed record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    public bool IsPositive => Code is >= 200 and < 300;

    public string Text => string.Join(' ', Lines);

    /// <summary>The result of a command that failed for the whole message.</summary>
    public SmtpResult AsFailure(IReadOnlyList<string> recipients) => Code is >= 500 and < 600 ? new SmtpResult.Rejected(Code, Text, recipients) : new SmtpResult.TryLater(Code, Text);
}
