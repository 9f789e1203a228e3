namespace HelpdeskMx.Mail.Smtp;

/// <summary>What became of a message offered to a mail server: exactly one of the cases below.</summary>
public abstract record SmtpResult
{
    private SmtpResult()
    {
    }

    /// <summary>The server has taken the message, for all recipients but those it refused.</summary>
    public sealed record Accepted(string ServerText, IReadOnlyList<RefusedRecipient> Refused) : SmtpResult;

    /// <summary>The server will never take it (5xx); trying again cannot help.</summary>
    public sealed record Rejected(int Code, string Text, IReadOnlyList<string> Recipients) : SmtpResult;

    /// <summary>The server has not taken it, but may later: 4xx, not reached, lost before the hand-over, or it does not know our password.</summary>
    /// <param name="Code">0 where no reply came.</param>
    public sealed record TryLater(int Code, string Text) : SmtpResult;

    /// <summary>The message was handed over and the answer never came: it may or may not be on its way.</summary>
    public sealed record OutcomeUnknown(string Text) : SmtpResult;

    /// <summary>The sender thought better of it before the hand-over; the server has nothing.</summary>
    public sealed record Abandoned : SmtpResult;
}

/// <summary>A recipient the server would not take while it took others.</summary>
public sealed record RefusedRecipient(string Address, int Code, string Text);
