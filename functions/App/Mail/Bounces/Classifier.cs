namespace HelpdeskMx.Mail.Bounces;

/// <summary>Tells personal mail from what machines send.</summary>
internal static class Classifier
{
    private static readonly string[] s_absences =
    [
        "out of office", "out of the office", "automatic reply", "auto reply", "autoreply", "auto-reply", "auto response", "autoresponse", "automatická odpověď", "automatická odpoveď", "autoodpowiedź", "automatyczna odpowiedź", "odpowiedź automatyczna",
        "automatische antwort", "abwesenheitsnotiz", "abwesend:", "réponse automatique", "respuesta automática", "resposta automática", "risposta automatica", "automatisch antwoord", "automatiskt svar", "automatisk svar", "autosvar",
        "автоответ", "автоматический ответ", "자동 회신", "부재중", "自動返信", "不在通知", "自动回复", "自動回覆",
    ];

    public static ParsedMail Classify(ParsedMail mail)
    {
        if (IsFeedback(mail)) return mail with { Kind = MailKind.Report };
        if (MayBounce(mail) && BounceReader.Read(mail) is { } bounce) return mail with { Kind = MailKind.Bounce, Bounce = bounce };
        return mail with { Kind = ReportType(mail) is not null ? MailKind.Report : KindByHeaders(mail) };
    }

    /// <summary>An abuse complaint or a read receipt (RFC 5965, RFC 8098).</summary>
    private static bool IsFeedback(ParsedMail mail)
    {
        if (ReportType(mail) is { } type && (type.Contains("feedback", StringComparison.OrdinalIgnoreCase) || type.Contains("disposition", StringComparison.OrdinalIgnoreCase))) return true;
        foreach (var part in mail.Attachments)
            if (part.ContentType is "message/feedback-report" or "message/disposition-notification") return true;
        return false;
    }

    /// <summary>The Content-Type of a multipart/report (RFC 6522); null for any other.</summary>
    private static string? ReportType(ParsedMail mail) => mail.Headers.First("Content-Type") is { } type && type.StartsWith("multipart/report", StringComparison.OrdinalIgnoreCase) ? type : null;

    private static bool MayBounce(ParsedMail mail)
    {
        foreach (var part in mail.Attachments)
            if (part.ContentType is "message/delivery-status" or "message/global-delivery-status") return true;
        return ReportType(mail) is not null || BounceSigns.MayBe(mail);
    }

    private static MailKind KindByHeaders(ParsedMail mail)
    {
        var headers = mail.Headers;
        var submitted = headers.First("Auto-Submitted");
        var isAutomatic = submitted is not null && !submitted.StartsWith("no", StringComparison.OrdinalIgnoreCase);
        if (isAutomatic || headers.Has("X-Autoreply") || headers.Has("X-Autorespond") || headers.Has("X-Auto-Response-From") || IsPrecedence(headers, "auto_reply") || IsAbsence(mail.Subject)) return MailKind.AutoReply;
        if (headers.Has("List-Id") || headers.Has("List-Unsubscribe") || headers.Has("Feedback-ID") || IsPrecedence(headers, "bulk") || IsPrecedence(headers, "list") || IsPrecedence(headers, "junk")) return MailKind.Bulk;
        return MailKind.Personal;
    }

    private static bool IsPrecedence(MailHeaders headers, string value) => headers.First("Precedence") is { } precedence && precedence.Equals(value, StringComparison.OrdinalIgnoreCase);

    /// <summary>The subject begins as the absence notices of mail programs do.</summary>
    private static bool IsAbsence(string subject)
    {
        foreach (var word in s_absences)
            if (subject.StartsWith(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
