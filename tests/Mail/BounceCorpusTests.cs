using HelpdeskMx.Mail;

namespace HelpdeskMx.Tests.Mail;

/// <summary>Holds the reading of bounces to those of sixty mail systems.</summary>
/// <remarks>Where we differ, <see cref="BounceDifferences"/> says why.</remarks>
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

    [CorpusFact]
    public void Every_difference_has_its_reason()
    {
        foreach (var @case in Corpus.Cases("sisimai"))
        {
            var (id, bounce, expected) = ((string)@case["id"]!, MailParser.Parse(Corpus.Bytes(@case)).Bounce, @case["expected"]!);
            var agrees = (bool)expected["isBounce"]! == bounce is not null
                && (bounce is null || expected["bounces"]!.AsArray() is not [{ } first, ..] || ((string?)first["reason"] == bounce.Reason && first["hardBounce"]!.ToString().Equals(bounce.Hard.ToString(), StringComparison.OrdinalIgnoreCase)));
            Assert.True(agrees || BounceDifferences.Names(id), id);
        }
    }

    private static Tally Each(Action<Tally, string, ParsedMail, System.Text.Json.Nodes.JsonNode> check)
    {
        var tally = new Tally();
        foreach (var @case in Corpus.Cases("sisimai")) check(tally, (string)@case["id"]!, MailParser.Parse(Corpus.Bytes(@case)), @case["expected"]!);
        return tally;
    }
}
