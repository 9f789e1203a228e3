using HelpdeskMx.Mail;

namespace HelpdeskMx.OnAzure.Outgoing;

/// <summary>The header fields a mail needs beside what the service writes itself: who it is and what it answers (RFC 5322 §3.6.4).</summary>
public static class MailHeaderFields
{
    /// <summary>Names and values.</summary>
    public static IReadOnlyDictionary<string, string> Of(OutgoingMail mail)
    {
        var fields = new Dictionary<string, string>(mail.Headers) { ["Message-ID"] = Bracketed(mail.MessageId) };
        if (mail.InReplyTo is { } answered) fields["In-Reply-To"] = Bracketed(answered);
        if (mail.References.Count > 0) fields["References"] = string.Join(' ', mail.References.Select(Bracketed));
        return fields;
    }

    private static string Bracketed(string id) => id.StartsWith('<') ? id : $"<{id}>";
}
