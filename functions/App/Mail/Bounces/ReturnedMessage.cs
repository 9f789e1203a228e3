using HelpdeskMx.Mail.Headers;

namespace HelpdeskMx.Mail.Bounces;

/// <summary>The message that a report gives back, whole or only its header.</summary>
internal static class ReturnedMessage
{
    /// <summary>Its Message-ID; null where the report carries none.</summary>
    public static string? IdIn(ParsedMail report)
    {
        foreach (var part in report.Attachments)
        {
            if (part.ContentType is not ("message/rfc822" or "text/rfc822-headers" or "message/rfc822-headers" or "message/global-headers" or "message/global")) continue;
            var header = HeaderBlock.Read(part.Content.TrimStart("\r\n"u8), MailLimits.Default, []);
            if (MessageIds.Parse(header.Raw("Message-ID")) is [var id, ..]) return id;
        }
        return null;
    }
}
