using HelpdeskMx.Mail;

namespace HelpdeskMx.Tests.Mail;

/// <summary>Holds the reading of bounces to those of sixty mail systems.</summary>
/// <remarks>
/// Where we differ on purpose: the corpus calls "no such user" <c>filtered</c>, and soft, for some systems by their name alone;
/// we do so only where the report shows that the address had been taken and the message was refused after DATA.
/// A mailing list's alert about a message id seen twice is no bounce to us. A report without a cause is <c>undefined</c>, not <c>onhold</c>.
/// </remarks>
public sealed class BounceCorpusTests
{
    [CorpusFact]
    public void Bounces_are_told_from_other_mail() => Each((tally, id, mail, expected) => tally.Check(id, ((bool)expected["isBounce"]!).ToString(), (mail.Kind == MailKind.Bounce).ToString())).AssertAtLeast(98);

    [CorpusFact]
    public void Addresses_gone_for_good_are_told_from_passing_trouble() => Each((tally, id, mail, expected) =>
    {
        if (mail.Bounce is not null && expected["bounces"]!.AsArray() is [{ } first, ..]) tally.Check($"{id} {first["reason"]}/{mail.Bounce.Reason}", first["hardBounce"]!.ToString().ToLowerInvariant(), mail.Bounce.Hard ? "true" : "false");
    }).AssertAtLeast(95);

    [CorpusFact]
    public void The_reason_is_found() => Each((tally, id, mail, expected) =>
    {
        if (mail.Bounce is not null && expected["bounces"]!.AsArray() is [{ } first, ..]) tally.Check($"{id} {mail.Bounce.Status}", (string?)first["reason"], mail.Bounce.Reason);
    }).AssertAtLeast(85);

    private static Tally Each(Action<Tally, string, ParsedMail, System.Text.Json.Nodes.JsonNode> check)
    {
        var tally = new Tally();
        foreach (var @case in Corpus.Cases("sisimai")) check(tally, (string)@case["id"]!, MailParser.Parse(Corpus.Bytes(@case)), @case["expected"]!);
        return tally;
    }
}
