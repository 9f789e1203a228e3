namespace HelpdeskMx.Mail;

/// <summary>How one desk knows what another, or itself, sent automatically, whatever happened to the other headers on the way.</summary>
public static class OwnMark
{
    /// <summary>The header field; its value says what the mail is.</summary>
    public const string Header = "X-Helpdesk-MX";
}
