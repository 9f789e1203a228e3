using System.Text;
using System.Text.Json;
using HelpdeskMx.Channels;
using HelpdeskMx.Customers;
using HelpdeskMx.Forms;
using HelpdeskMx.Mail;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Intake;

/// <summary>A file sent with a form.</summary>
public sealed record SubmittedFile(string Name, string ContentType, byte[] Content)
{
    /// <summary>Key of the field it was sent in; null where that is not known.</summary>
    public string? Field { get; init; }
}

/// <summary>A form as it was sent in: answers by field, fields nobody asked for included.</summary>
/// <param name="Id">Random, or derived from the sender's <c>Idempotency-Key</c> or the page's stamp.</param>
/// <param name="Answers">At most 100 answers.</param>
/// <param name="Files">Files sent with it.</param>
/// <param name="Page">The page it was sent from, where the browser says so.</param>
public sealed record FormSubmission(string Id, IReadOnlyDictionary<string, string> Answers, IReadOnlyList<SubmittedFile> Files, string? Page)
{
    /// <summary>The visitor's, where the form's own page was used.</summary>
    public string? Language { get; init; }

    /// <summary>It filled in what people do not see.</summary>
    public bool Suspect { get; init; }

    /// <summary>The submission in the desk's own words.</summary>
    public InboundMessage Read(Channel form)
    {
        var (email, phone) = (Answer(form, FormFieldKind.Email), Answer(form, FormFieldKind.Phone));
        var name = Answer(form, FormFieldKind.Name);
        var text = Said(form);
        var known = form.Fields.Select(f => (Field: f, Answer: Answers.GetValueOrDefault(f.Key, "").Trim())).Where(a => a.Answer.Length > 0).ToArray();
        var route = form.Form.Routes.FirstOrDefault(r => known.Any(a => a.Field.Key == r.Field && a.Field.Parts(a.Answer).Any(r.Answers.Contains)));
        return new InboundMessage
        {
            Key = Ids.Derive("form", form.Id, Id),
            Sender = email.Length > 0 || phone.Length == 0 ? new Identity("email", email.ToLowerInvariant(), Proven: false) : new Identity("phone", Digits(phone), Proven: false),
            From = new Address(name.Length > 0 ? name : null, email.Length > 0 ? email : phone),
            Subject = Answer(form, FormFieldKind.Subject) is { Length: > 0 } subject ? subject : Excerpt.Of(text, 80),
            Text = text,
            ReplyText = text,
            Attachments = [.. Files.Select(f => new MailAttachment(SafeName.Of(f.Name), f.ContentType, null, false, f.Content))],
            Fields = known.Where(a => a.Field.Narrows() || a.Field.Kind is FormFieldKind.Text or FormFieldKind.Consent).ToDictionary(a => a.Field.Key, a => a.Answer),
            Facets = [.. known.Where(a => a.Field.Narrows()).SelectMany(a => a.Field.Parts(a.Answer).Select(p => Facet.Of(a.Field.Key, p))).Distinct().Take(Facet.Most)],
            Department = route?.Department,
            Store = route?.Store ?? known.FirstOrDefault(a => a.Field.Kind == FormFieldKind.Store).Answer,
            Review = Suspect ? "spam" : null,
        };
    }

    /// <summary>The bytes it is stored and queued as.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, AppJson.Of<FormSubmission>());

    /// <summary>The submission in these bytes.</summary>
    public static FormSubmission FromBytes(ReadOnlySpan<byte> bytes) =>
        JsonSerializer.Deserialize(bytes, AppJson.Of<FormSubmission>()) ?? throw new JsonException("A form submission is missing.");

    private static string Digits(string phone) => new([.. phone.Where((c, at) => char.IsAsciiDigit(c) || (c == '+' && at == 0))]);

    private string Answer(Channel form, FormFieldKind kind) =>
        form.Fields.FirstOrDefault(f => f.Kind == kind) is { } field ? Answers.GetValueOrDefault(field.Key, "").Trim() : "";

    /// <summary>The first long answer, then everything else that was sent, so that nothing is lost.</summary>
    private string Said(Channel form)
    {
        var said = new StringBuilder(Answer(form, FormFieldKind.LongText));
        FormFieldKind[] once = [FormFieldKind.LongText, FormFieldKind.Email, FormFieldKind.Name, FormFieldKind.Subject]; // the first of each stands elsewhere
        var shown = once.Select(kind => form.Fields.FirstOrDefault(f => f.Kind == kind)?.Key).ToHashSet();
        var rest = Answers.Where(a => a.Value.Trim().Length > 0 && !shown.Contains(a.Key));
        var first = true;
        foreach (var (key, value) in rest)
        {
            if (said.Length > 0) said.Append(first ? "\n\n" : "\n");
            var field = form.Fields.FirstOrDefault(f => f.Key == key);
            said.Append(field?.Label.In(Language ?? "") ?? key).Append(": ").Append(field is null ? value.Trim() : Shown(field, value.Trim()));
            first = false;
        }
        return said.ToString();
    }

    private string Shown(FormField field, string answer) => field.Chooses()
        ? string.Join(", ", field.Parts(answer).Select(p => field.Options.FirstOrDefault(o => o.Key == p)?.Label.In(Language ?? "") ?? p))
        : answer;
}
