using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using HelpdeskMx.Mail;

namespace HelpdeskMx.Tests.Mail;

/// <summary>Holds the parser to the whole messages of the corpora.</summary>
/// <remarks>
/// Where we differ on purpose: a text part with a file name is an attachment and not also part of the text (phpmime m0014, m0016), and a
/// file's name loses its path. An outer boundary ends an inner part left open (RFC 2046 §5.1.2), so that the malformed stalwart messages
/// give more text and fewer attachments than stated; and a multipart cut short gives its text as text.
/// </remarks>
public sealed class MessageCorpusTests
{
    [CorpusFact]
    public void Who_what_and_when_are_read_as_the_stalwart_corpus_states()
    {
        var tally = new Tally();
        foreach (var @case in Corpus.Cases("stalwart")) CheckHead(tally, @case, MailParser.Parse(Corpus.Bytes(@case)));
        tally.AssertAtLeast(99);
    }

    [CorpusFact]
    public void Every_field_is_read_as_the_phpmime_corpus_states()
    {
        var tally = new Tally();
        foreach (var @case in Corpus.Cases("phpmime"))
        {
            var mail = MailParser.Parse(Corpus.Bytes(@case));
            CheckHead(tally, @case, mail);
            CheckTexts(tally, @case, mail);
            CheckAttachments(tally, @case, mail);
        }
        tally.AssertAtLeast(99);
    }

    private static void CheckHead(Tally tally, JsonNode @case, ParsedMail mail)
    {
        var (id, expected) = ((string)@case["id"]!, @case["expected"]!);
        CheckMailboxes(tally, $"{id} from", expected["from"], mail.From is null ? [] : [mail.From]);
        CheckMailboxes(tally, $"{id} to", expected["to"], mail.To);
        CheckMailboxes(tally, $"{id} reply-to", expected["replyTo"], mail.ReplyTo);
        if (expected["subject"] is { } subject) tally.Check($"{id} subject", (string?)subject, mail.Subject);
        if (expected["messageId"] is { } messageId) tally.Check($"{id} message id", (string?)messageId, mail.MessageId);
        if (expected["date"] is { } date) tally.Check($"{id} date", (string?)date, mail.Date?.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));
    }

    private static void CheckMailboxes(Tally tally, string what, JsonNode? stated, IReadOnlyList<MailAddress> read)
    {
        if (stated is null) return;
        for (var i = 0; i < stated.AsArray().Count; i++)
        {
            var mailbox = i < read.Count ? read[i] : null;
            if (stated[i]!["name"] is { } name) tally.Check($"{what} name", (string?)name, mailbox?.Name);
            if (stated[i]!["address"] is { } address) tally.Check($"{what} address", (string?)address, mailbox?.Address);
        }
    }

    private static void CheckTexts(Tally tally, JsonNode @case, ParsedMail mail)
    {
        var (id, expected, checks) = ((string)@case["id"]!, @case["expected"]!, @case["checks"]);
        if (expected["text"] is { } text) tally.Check($"{id} text", Corpus.Loose((string?)text), Corpus.Loose(mail.Text));
        if (expected["html"] is { } html) tally.Check($"{id} html", Corpus.Loose((string?)html), Corpus.Loose(mail.Html));
        if (checks?["textContains"] is { } inText) tally.Check($"{id} in text", "True", Contains(mail.Text, inText));
        if (checks?["htmlContains"] is { } inHtml) tally.Check($"{id} in html", "True", Contains(mail.Html, inHtml));
    }

    private static string Contains(string? text, JsonNode check) => (text ?? "").Contains((string)check["value"]!).ToString();

    private static void CheckAttachments(Tally tally, JsonNode @case, ParsedMail mail)
    {
        var (id, stated) = ((string)@case["id"]!, @case["expected"]!["attachments"]!.AsArray());
        tally.Check($"{id} attachments", stated.Count.ToString(), mail.Attachments.Count.ToString());
        foreach (var (expected, file) in stated.Zip(mail.Attachments))
        {
            if (expected!["filename"] is { } name && !((string)name!).StartsWith("noname")) tally.Check($"{id} name", (string?)name, file.Name);
            if (expected["size"] is { } size) tally.Check($"{id} size", size.ToString(), file.Content.Length.ToString());
            if (expected["contentType"] is { } type) tally.Check($"{id} type", (string?)type, file.ContentType);
            if (expected["disposition"] is { } disposition) tally.Check($"{id} disposition", (string?)disposition, file.Inline ? "inline" : "attachment");
            if (expected["sha256"] is { } hash) tally.Check($"{id} bytes", (string?)hash, Convert.ToHexStringLower(SHA256.HashData(file.Content.Span)));
        }
    }
}
