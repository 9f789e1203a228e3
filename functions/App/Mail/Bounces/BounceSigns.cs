using System.Buffers;

namespace HelpdeskMx.Mail.Bounces;

/// <summary>Recognises a bounce that is no delivery status notification by who sends it, what it is called and how it begins.</summary>
internal static class BounceSigns
{
    private static readonly string[] s_senders = ["mailer-daemon", "postmaster", "post_master", "mailerdaemon", "mail-daemon", "mail.daemon", "mdaemon", "daemon", "no-reply@sns.amazonaws.com", "bounce"];

    private static readonly string[] s_names = ["mail delivery", "mail administrator", "delivery subsystem", "mailer-daemon", "mailer daemon", "system administrator", "postmaster", "mail router", "message transfer"];

    private static readonly SearchValues<string> s_subjects = SearchValues.Create(
    [
        "undeliver", "returned mail", "returned message", "delivery status", "delivery failure", "delivery failed", "delivery has failed", "failure notice", "failure delivery", "mail delivery", "delivery notification", "mail system error", "could not send message",
        "message status - undeliverable", "delivery problem", "message not delivered", "undelivered", "non-delivery", "nondeliverable", "not delivered", "unable to deliver", "could not be delivered", "message delivery has failed", "delivery report",
        "delivery error", "delivery unsuccessful", "mail failure", "bounce", "rejected mail", "mail could not", "delivery delayed", "delayed mail", "warning: message", "there was an error sending your mail", "postmaster notify", "email to", "user unknown", "error sending",
        "unzustellbar", "nicht zustellbar", "zustellung", "nedoručiteln", "nedoručen", "nedoruč", "niedostarcz", "non remis", "échec", "no se puede entregar", "no entregado", "não entregue", "mancata consegna", "onbestelbaar", "kunne ikke leveres",
        "недоставлен", "не доставлен", "не удалось доставить", "배달 실패", "반송", "전송 실패", "配信", "送信できません", "エラー", "退信", "退件", "投递失败", "無法傳送",
    ],
    StringComparison.OrdinalIgnoreCase);

    private static readonly string[] s_openings =
    [
        "could not be delivered", "couldn't be delivered", "could not deliver", "unable to deliver", "wasn't able to deliver", "error delivering your mail", "permanent fatal errors", "did not reach the following recipient", "delivery to the following recipient",
        "delivery has failed", "trouble delivering", "attempting to deliver a message", "undeliverable", "had delivery errors", "delivery errors", "delivery problems", "not delivered to", "transcript of session", "was not delivered", "has not yet been delivered",
        "cannot be delivered", "failed permanently", "no valid recipients", "\"notificationtype\":\"bounce\"", "送信できません", "送信先", "宛先", "rejected by a remote mail server", "unknown user", "invalid final delivery", "failure reasons", "server message", "недоставлено", "не может быть доставлено",
        "duplicated message-id", "message not delivered", "user unknown", "the group you tried to contact",
    ];

    /// <summary>A cheap look at the header, which ordinary mail does not pass.</summary>
    public static bool MayBe(ParsedMail mail) => IsDaemon(mail.From) || NamesFailure(mail) || ReturnsFromNobody(mail) || mail.Headers.Has("X-Failed-Recipients");

    public static bool Show(ParsedMail mail, Explanation explanation)
    {
        if (mail.Headers.Has("X-Failed-Recipients")) return true;
        var opensLikeOne = Contains(explanation.Text, s_openings) || ReasonPhrases.Find(explanation.Text.ToLowerInvariant()) == "userunknown";
        if (IsDaemon(mail.From)) return NamesFailure(mail) || opensLikeOne;
        if (opensLikeOne && ReturnsFromNobody(mail)) return true;
        return NamesFailure(mail) && (HasNoReturn(mail) || (opensLikeOne && explanation.Copy.Length > 0 && !IsPassedOn(mail.Subject)));
    }

    /// <summary>A person answers a bounce or sends it on.</summary>
    private static bool IsPassedOn(string subject) => subject.StartsWith("re:", StringComparison.OrdinalIgnoreCase) || Replies.Forward.IsSubject(subject);

    /// <summary>It carries a message back and takes no answer itself.</summary>
    private static bool ReturnsFromNobody(ParsedMail mail)
    {
        foreach (var part in mail.Attachments)
            if (part.ContentType is "message/rfc822" or "text/rfc822-headers") return HasNoReturn(mail) || mail.From is { } from && (from.Canonical.StartsWith("no-reply@", StringComparison.Ordinal) || from.Canonical.StartsWith("noreply@", StringComparison.Ordinal));
        return false;
    }

    /// <summary>The empty return path that keeps bounces from being answered (RFC 5321 §4.5.5).</summary>
    private static bool HasNoReturn(ParsedMail mail) => mail.Headers.First("Return-Path") is "<>" or "";

    private static bool NamesFailure(ParsedMail mail) => mail.Subject.AsSpan().ContainsAny(s_subjects);

    private static bool IsDaemon(MailAddress? from)
    {
        if (from is null) return false;
        var address = from.Canonical;
        foreach (var sender in s_senders)
            if (address.StartsWith(sender, StringComparison.Ordinal)) return true;
        return from.Name is { } name && Contains(name, s_names);
    }

    private static bool Contains(string text, string[] phrases)
    {
        foreach (var phrase in phrases)
            if (text.Contains(phrase, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
