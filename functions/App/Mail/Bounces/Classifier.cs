namespace HelpdeskMx.Mail.Bounces;

/// <summary>Tells personal mail from what machines send.</summary>
internal static class Classifier
{
    public static ParsedMail Classify(ParsedMail mail) => mail with { Kind = KindByHeaders(mail) };

    private static MailKind KindByHeaders(ParsedMail mail)
    {
        var headers = mail.Headers;
        var submitted = headers.First("Auto-Submitted");
        if (submitted is not null && !submitted.StartsWith("no", StringComparison.OrdinalIgnoreCase)) return MailKind.AutoReply;
        if (headers.Has("List-Id") || headers.Has("List-Unsubscribe")) return MailKind.Bulk;
        return MailKind.Personal;
    }
}
