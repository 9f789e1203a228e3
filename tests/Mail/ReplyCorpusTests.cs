using System.Text.Json.Nodes;
using HelpdeskMx.Mail;

namespace HelpdeskMx.Tests.Mail;

/// <summary>Holds the reply texts and signatures to the replies of real mail programs.</summary>
public sealed class ReplyCorpusTests
{
    [CorpusFact]
    public void The_reply_is_found_in_every_message_of_the_talon_corpus()
    {
        var tally = new Tally();
        foreach (var @case in Corpus.Cases("talon").Where(c => c["expected"]!["replyText"] is not null))
        {
            var expected = Corpus.Loose((string?)@case["expected"]!["replyText"]);
            var actual = Corpus.Loose(ReplyOf(@case));
            if (@case["compare"] is null) tally.Check((string)@case["id"]!, expected, actual);
            else tally.Check((string)@case["id"]!, Dense(expected), Dense(actual));
        }
        tally.AssertAtLeast(100);
    }

    [CorpusFact]
    public void The_signature_is_found_in_every_message_of_the_talon_corpus()
    {
        var tally = new Tally();
        foreach (var @case in Corpus.Cases("talon").Where(c => c["expected"]!["signature"] is not null))
        {
            var text = File.ReadAllText(Corpus.PathOf((string)@case["file"]!)).Replace("#sig#", "");
            tally.Check((string)@case["id"]!, (string?)@case["expected"]!["signature"], Signature.In(text, (string?)@case["sender"]).Text);
        }
        tally.AssertAtLeast(100);
    }

    private static string ReplyOf(JsonNode @case)
    {
        var bytes = Corpus.Bytes(@case);
        if (((string)@case["file"]!).EndsWith(".html")) return ReplyText.OfHtml(File.ReadAllText(Corpus.PathOf((string)@case["file"]!)));
        var mail = MailParser.Parse(bytes);
        return mail.Text is { } text ? ReplyText.Of(text) : ReplyText.OfHtml(mail.Html ?? "");
    }

    private static string Dense(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
