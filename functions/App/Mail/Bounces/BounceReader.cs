using HelpdeskMx.Mail.Headers;

namespace HelpdeskMx.Mail.Bounces;

/// <summary>Reads a bounce: from its delivery status where it has one, else from its words.</summary>
internal static class BounceReader
{
    /// <summary>Null where the message reports no failure.</summary>
    public static BounceReport? Read(ParsedMail mail)
    {
        var explanation = Explanation.Of(mail.ReadableText);
        var statuses = Statuses(mail);
        if (statuses.Count > 0 && statuses.TrueForAll(status => !status.IsFailure)) return null;
        if ((statuses.Find(status => status is { IsFailure: true, Action: not "delayed" }) ?? statuses.Find(status => status.IsFailure)) is { } failure) return FromStatus(mail, failure, explanation);
        var isReport = mail.Headers.First("Content-Type") is { } type && type.Contains("delivery-status", StringComparison.OrdinalIgnoreCase);
        return isReport || BounceSigns.Show(mail, explanation) ? FromWords(mail, explanation) : null;
    }

    private static BounceReport FromStatus(ParsedMail mail, DeliveryStatus failure, Explanation explanation)
    {
        var said = StatusCodes.Enhanced(failure.Diagnostic);
        var status = said.Length > 0 && (failure.Status.Length == 0 || failure.Status.EndsWith(".0.0", StringComparison.Ordinal)) ? said : failure.Status;
        var reason = Reason.Of(failure.Diagnostic, explanation.Text, status);
        if (failure.Action == "delayed" && reason is Reason.Undefined or "syntaxerror" or "systemerror") reason = "expired";
        return Report(mail, failure.Recipient, status, reason, failure.Diagnostic.Length > 0 ? failure.Diagnostic : explanation.Text, explanation) with { Delayed = failure.Action == "delayed" };
    }

    private static BounceReport FromWords(ParsedMail mail, Explanation explanation)
    {
        var status = StatusCodes.Enhanced(explanation.Text);
        if (status.StartsWith('2')) status = "";
        var recipient = mail.Headers.First("X-Failed-Recipients")?.Split(',')[0].Trim() ?? explanation.Recipient(mail.From?.Address);
        return Report(mail, recipient, status, Reason.Of("", $"{explanation.Text}\n{mail.Subject}", status), explanation.Text, explanation);
    }

    private static BounceReport Report(ParsedMail mail, string? recipient, string status, string reason, string diagnostic, Explanation explanation) =>
        new(recipient, status, Reason.IsHard(reason, status), reason, diagnostic.Trim(), ReturnedMessage.IdIn(mail) ?? explanation.MessageId());

    private static List<DeliveryStatus> Statuses(ParsedMail mail)
    {
        var statuses = new List<DeliveryStatus>();
        foreach (var part in mail.Attachments)
            if (part.ContentType is "message/delivery-status" or "message/global-delivery-status") statuses.AddRange(DeliveryStatus.Read(part.Content));
        return statuses;
    }
}
