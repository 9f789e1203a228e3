using HelpdeskMx.Mail;

namespace HelpdeskMx.Intake.Providers;

/// <summary>Reads what Mailgun's routes post: the raw mail in <c>body-mime</c>, or the mail taken apart.</summary>
public static class MailgunMail
{
    /// <summary>The mail; null where there is none in the form.</summary>
    public static byte[]? Read(PostedForm form)
    {
        var raw = form.Field("body-mime") ?? form.File("body-mime");
        if (raw is { Bytes.IsEmpty: false }) return ReceivedMail.WithRecipients(raw.Bytes, Recipients(form));
        var html = form.Fields.Where(f => f.Name == "body-html" && f.FileName is null).Select(f => f.Text()).ToList();
        if (form.Text("message-headers") is null && form.Text("from") is null && form.Text("body-plain") is null && html.Count == 0) return null;

        var mail = new ReceivedMail().DeliveredTo(Recipients(form));
        foreach (var (name, value) in Json.Pairs(form.Text("message-headers"))) mail.Field(name, value);
        mail.FieldIfMissing("From", form.Text("from") ?? form.Text("sender")).FieldIfMissing("To", form.Text("To") ?? form.Text("recipient")).FieldIfMissing("Subject", form.Text("subject"));
        return mail.ToBytes(form.Text("body-plain"), html.Count > 0 ? string.Join('\n', html) : null, Files(form));
    }

    /// <summary>What a form that broke off still says of its mail.</summary>
    public static Stub Stub(PostedForm form)
    {
        var inside = MailParser.Parse((form.Field("body-mime") ?? form.File("body-mime"))?.Bytes ?? default);
        var messageId = Json.Pairs(form.Text("message-headers")).FirstOrDefault(h => h.Name.Equals("Message-ID", StringComparison.OrdinalIgnoreCase)).Value;
        return new Stub(form.Text("from") ?? form.Text("sender") ?? inside.From?.ToString(), form.Text("subject") ?? inside.Subject, messageId ?? inside.MessageId, Recipients(form));
    }

    private static string[] Recipients(PostedForm form) => form.Text("recipient")?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static List<MailAttachment> Files(PostedForm form)
    {
        var ids = Json.Texts(form.Text("content-id-map")).ToLookup(pair => pair.Value, pair => pair.Key.Trim('<', '>'));
        return [.. form.Fields.Where(f => f.FileName is not null).Select(f => new MailAttachment(f.FileName!, f.ContentType, ids[f.Name].FirstOrDefault(), ids[f.Name].Any(), f.Bytes))];
    }
}
