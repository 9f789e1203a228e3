using System.Text;
using System.Text.Json;
using HelpdeskMx.Mail;
using HelpdeskMx.Mail.Headers;

namespace HelpdeskMx.Intake.Providers;

/// <summary>Reads what SendGrid's Inbound Parse posts: the raw mail in <c>email</c>, or the mail taken apart with each text in the charset <c>charsets</c> names.</summary>
public static class SendgridMail
{
    /// <summary>The mail; null where there is none in the form.</summary>
    public static byte[]? Read(PostedForm form)
    {
        var raw = form.Field("email") ?? form.File("email");
        if (raw is { Bytes.IsEmpty: false }) return ReceivedMail.WithRecipients(raw.Bytes, Recipients(form));
        var charsets = Json.Texts(form.Text("charsets"));
        string? Text(string name) => form.Field(name)?.Text(charsets.GetValueOrDefault(name, ""));
        if (Text("headers") is null && Text("from") is null && Text("text") is null && Text("html") is null) return null;

        var mail = new ReceivedMail().DeliveredTo(Recipients(form));
        var block = HeaderBlock.Read(Encoding.UTF8.GetBytes((Text("headers") ?? "").Trim() + "\n\n"), MailLimits.Default, []);
        foreach (var field in block.Fields) mail.Field(Encoding.ASCII.GetString(field.Name(block.Bytes.Span)), Encoding.UTF8.GetString(field.Value(block.Bytes.Span)));
        mail.FieldIfMissing("From", Text("from")).FieldIfMissing("To", Text("to")).FieldIfMissing("Cc", Text("cc")).FieldIfMissing("Subject", Text("subject"));
        return mail.ToBytes(Text("text"), Text("html"), Files(form));
    }

    /// <summary>What a form that broke off still says of its mail.</summary>
    public static Stub Stub(PostedForm form)
    {
        var inside = MailParser.Parse((form.Field("email") ?? form.File("email"))?.Bytes ?? default);
        return new Stub(form.Text("from") ?? inside.From?.ToString(), form.Text("subject") ?? inside.Subject, inside.MessageId, Recipients(form));
    }

    private static IReadOnlyList<string> Recipients(PostedForm form) => Json.List(form.Text("envelope"), "to");

    private static List<MailAttachment> Files(PostedForm form)
    {
        var about = Json.Objects(form.Text("attachment-info"));
        var ids = Json.Texts(form.Text("content-ids")).ToLookup(pair => pair.Value, pair => pair.Key);
        var files = new List<MailAttachment>();
        foreach (var file in form.Fields.Where(f => f.FileName is not null))
        {
            var known = about.GetValueOrDefault(file.Name);
            var id = ids[file.Name].FirstOrDefault() ?? known?.GetValueOrDefault("content-id");
            files.Add(new MailAttachment(known?.GetValueOrDefault("filename") ?? file.FileName!, known?.GetValueOrDefault("type") ?? file.ContentType, id, id is not null, file.Bytes));
        }
        return files;
    }
}
