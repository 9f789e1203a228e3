using System.Text;
using System.Text.Json;
using HelpdeskMx.Channels;
using HelpdeskMx.Customers;
using HelpdeskMx.Mail;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Intake;

/// <summary>A file sent with a form.</summary>
public sealed record SubmittedFile(string Name, string ContentType, byte[] Content);

/// <summary>A form as it was sent in: answers by field, fields nobody asked for included.</summary>
/// <param name="Id">Random, or derived from the sender's <c>Idempotency-Key</c>.</param>
/// <param name="Answers">At most 100 answers.</param>
/// <param name="Files">Files sent with it.</param>
/// <param name="Page">The page it was sent from, where the browser says so.</param>
public sealed record FormSubmission(string Id, IReadOnlyDictionary<string, string> Answers, IReadOnlyList<SubmittedFile> Files, string? Page)
{
    /// <summary>What is wrong with the answers, by field; empty when they will do.</summary>
    public IReadOnlyDictionary<string, string> Faults(Channel form)
    {
        var faults = new Dictionary<string, string>();
        foreach (var field in form.Fields)
        {
            var answer = Answers.GetValueOrDefault(field.Key, "").Trim();
            if (answer.Length == 0 && field.Required) faults[field.Key] = "Please fill this in.";
            else if (answer.Length > 0 && field.Kind == FormFieldKind.Email && !MailAddresses.CanReceive(answer)) faults[field.Key] = "This does not look like an e-mail address.";
        }
        return faults;
    }

    /// <summary>The submission in the desk's own words.</summary>
    public InboundMessage Read(Channel form)
    {
        var email = Answer(form, FormFieldKind.Email);
        var name = Answer(form, FormFieldKind.Name);
        var text = Said(form);
        return new InboundMessage
        {
            Key = Ids.Derive("form", form.Id, Id),
            Sender = new Identity("email", email.ToLowerInvariant(), Proven: false),
            From = new Address(name.Length > 0 ? name : null, email),
            Subject = Answer(form, FormFieldKind.Subject) is { Length: > 0 } subject ? subject : Excerpt.Of(text, 80),
            Text = text,
            ReplyText = text,
            Attachments = [.. Files.Select(f => new MailAttachment(SafeName.Of(f.Name), f.ContentType, null, false, f.Content))],
            Fields = Answers.Where(a => form.Fields.Any(f => f.Key == a.Key && f.Kind is FormFieldKind.OrderNumber or FormFieldKind.Text))
                .Where(a => a.Value.Trim().Length > 0).ToDictionary(a => a.Key, a => a.Value.Trim()),
        };
    }

    /// <summary>The bytes it is stored and queued as.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, AppJson.Of<FormSubmission>());

    /// <summary>The submission in these bytes.</summary>
    public static FormSubmission FromBytes(ReadOnlySpan<byte> bytes) =>
        JsonSerializer.Deserialize(bytes, AppJson.Of<FormSubmission>()) ?? throw new JsonException("A form submission is missing.");

    private string Answer(Channel form, FormFieldKind kind) =>
        form.Fields.FirstOrDefault(f => f.Kind == kind) is { } field ? Answers.GetValueOrDefault(field.Key, "").Trim() : "";

    /// <summary>The long answers first, then everything else that was sent, so that nothing is lost.</summary>
    private string Said(Channel form)
    {
        var said = new StringBuilder(Answer(form, FormFieldKind.LongText));
        FormFieldKind[] shownElsewhere = [FormFieldKind.LongText, FormFieldKind.Email, FormFieldKind.Name, FormFieldKind.Subject];
        var rest = Answers.Where(a => a.Value.Trim().Length > 0 && !form.Fields.Any(f => f.Key == a.Key && shownElsewhere.Contains(f.Kind)));
        var first = true;
        foreach (var (key, value) in rest)
        {
            if (said.Length > 0) said.Append(first ? "\n\n" : "\n");
            said.Append(key).Append(": ").Append(value.Trim());
            first = false;
        }
        return said.ToString();
    }
}
