using System.Text;
using HelpdeskMx.Channels;
using HelpdeskMx.Intake;
using HelpdeskMx.Mail;
using HelpdeskMx.Spam;
using HelpdeskMx.Tests.Mail;
using HelpdeskMx.Tickets;
using Microsoft.Extensions.Time.Testing;
using Xunit.Abstractions;

namespace HelpdeskMx.Tests.Spam;

public sealed class ScoreMessageTests(ITestOutputHelper output)
{
    private static readonly Channel Support = new() { Id = "support", Kind = ChannelKind.Email, Name = "Support", Store = "demo", Department = "care", Key = "k" };

    [Fact]
    public void A_plain_question_scores_nothing()
    {
        var score = Score(Mail("Where is my order 1234? I ordered two weeks ago.\nAnna"));
        Assert.Equal((0, 0), (score.Points, score.Reasons.Count));
    }

    [Theory]
    [InlineData("Authentication-Results: mx.desk.test; spf=fail (not ours; really) smtp.mailfrom=x.cz; dkim=none; dmarc=fail header.from=x.cz\n", "dmarc spf")]
    [InlineData("Authentication-Results: mx.desk.test; spf=softfail smtp.mailfrom=x.cz\n", "spf")]
    [InlineData("Authentication-Results: mx.desk.test; dkim=fail header.d=x.cz\n", "dkim")]
    [InlineData("Authentication-Results: mx.desk.test; dkim=fail header.d=x.cz; dkim=pass header.d=list.test\n", "")]
    [InlineData("Authentication-Results: mx.desk.test; spf=pass; dmarc=pass\nAuthentication-Results: old.test; spf=fail; dmarc=fail\n", "")]
    [InlineData("Received-SPF: Fail (mx.desk.test: domain of x.cz)\n", "spf")]
    [InlineData("X-Spam-Flag: YES\n", "filter")]
    [InlineData("X-Spam-Status: Yes, score=9.1 required=5.0\n", "filter")]
    [InlineData("X-Spam-Score: 7.5\n", "filter")]
    [InlineData("X-Spam-Score: 1.5\nX-Spam-Flag: NO\n", "")]
    [InlineData("X-Spam-Score: very much\n", "")]
    [InlineData("Reply-To: prize@elsewhere.test\n", "reply-to")]
    [InlineData("Reply-To: anna.k@shop.x.cz\n", "")]
    public void The_header_says_what_it_is(string header, string expected) => Assert.Equal(expected, Keys(Score(Mail("Hello, a question about my order.", header))));

    [Theory]
    [InlineData("From: \"service@bank.com\" <a@odd.test>\nTo: support@demo.test\nSubject: Hi\nMessage-ID: <1@x.cz>\nDate: Mon, 1 Jun 2026 10:00:00 +0000\n\nHello there\n", "name")]
    [InlineData("From: anna@x.cz\nTo: support@demo.test\nSubject: Hi\n\nHello there\n", "no-date no-message-id")]
    public void So_does_who_it_is_from_and_what_is_missing(string mail, string expected) => Assert.Equal(expected, string.Join(' ', Keys(Score(mail)).Split(' ').Order()));

    [Theory]
    [InlineData("<p>See <a href=\"https://evil.test/login\">https://www.mybank.com/login</a></p>", "link-text")]
    [InlineData("<p>See <a href=\"https://click.mybank.com/x\">www.mybank.com</a></p>", "")]
    [InlineData("<p>See <a href=\"https://evil.test/order\">order.pdf</a></p>", "")]
    [InlineData("<p>See <a href=\"https://bit.ly/3x\">this</a></p>", "short-link")]
    [InlineData("<p><a href=\"https://a.test\">a</a> <a href=\"https://b.test\">b</a> <a href=\"https://c.test\">c</a></p>", "links")]
    [InlineData("<p><a href=\"javascript:alert(1)\">www.mybank.com</a><a href=\"https://\">x</a><a href=\"mailto:a@b.cz\">a</a></p>", "")]
    public void Links_are_looked_at(string html, string expected) => Assert.Equal(expected, Keys(Score(Html(html))));

    [Theory]
    [InlineData("invoice.pdf.exe", "disguised-file")]
    [InlineData("invoice.pdf .scr. ", "disguised-file")]
    [InlineData("setup.exe", "program-file")]
    [InlineData("my.photo.jpg", "")]
    [InlineData("exe", "")]
    public void Files_are_looked_at(string name, string expected)
    {
        var message = Read(Mail("Here is the file you asked for.")) with { Attachments = [new MailAttachment(name, "application/octet-stream", null, false, new byte[3])] };
        Assert.Equal(expected, Keys(ScoreMessage.Of(message, new SpamFacts())));
    }

    [Fact]
    public void Shouting_is_heard_but_not_where_a_script_has_no_capitals()
    {
        Assert.Equal("capitals", Keys(Score(Mail("BUY NOW AND WIN A WONDERFUL PRIZE TODAY, CLICK NOW"))));
        Assert.Equal("", Keys(Score(Mail("주문한 상품이 아직 도착하지 않았습니다. 확인 부탁드립니다. 감사합니다."))));
    }

    [Fact]
    public void A_customer_of_before_is_no_spammer_whatever_the_message_looks_like()
    {
        var message = Read(Mail("BUY NOW AND WIN A WONDERFUL PRIZE TODAY, CLICK NOW https://bit.ly/3x", "X-Spam-Flag: YES\n"));
        var (stranger, customer) = (ScoreMessage.Of(message, new SpamFacts()), ScoreMessage.Of(message, new SpamFacts(SenderHistory.Customer)));
        Assert.Equal((70, 10), (stranger.Points, customer.Points));
        Assert.True(ScoreMessage.Of(message, new SpamFacts(SenderHistory.Spammer)).Points > stranger.Points);
        var forged = message with { Signs = message.Signs! with { DmarcFails = true } };
        Assert.Equal(70, ScoreMessage.Of(forged, new SpamFacts(SenderHistory.Customer)).Points);
    }

    [Fact]
    public void Many_new_messages_within_the_hour_speak_for_spam_and_one_that_comes_twice_counts_once()
    {
        var clock = new FakeTimeProvider();
        var rate = new SpamRate(clock);
        var (sender, other) = (Read(Mail("a")).Sender, Read(Mail("a", from: "anna@gmail.com")).Sender);
        for (var i = 0; i < SpamRate.ManyOfSender; i++) rate.Note(sender, $"m{i}");
        var (of, domain) = rate.Note(sender, "m0");
        Assert.Equal((SpamRate.ManyOfSender, SpamRate.ManyOfSender), (of, domain));
        Assert.Equal((1, 0), rate.Note(other, "g"));
        Assert.Equal("rate-sender", Keys(ScoreMessage.Of(Read(Mail("a")), new SpamFacts(FromSender: of, FromDomain: domain))));
        clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal((1, 1), rate.Note(sender, "later"));
    }

    [Fact]
    public void Hostile_mails_are_scored_like_any_other_and_soon()
    {
        var hostile = new[]
        {
            Mail("x", $"Authentication-Results: {new string('(', 500_000)};;;==;=;spf\n"),
            Mail("x", $"Authentication-Results: {string.Concat(Enumerable.Repeat(";spf=fail", 50_000))}\n"),
            Mail("x", "X-Spam-Score: 99999999999999999999999999999999999999999999\nX-Spam-Flag:\nReply-To: @@@\n"),
            Html(string.Concat(Enumerable.Repeat("<a href=\"https://a.test\">www.", 20_000))),
            Mail(string.Concat(Enumerable.Repeat("https://", 100_000))),
            Mail("x", "Content-Type: text/plain; charset=no-such-charset\n"),
            "From: \"@@@@\" <a@x.cz>\nSubject: =?no-such?Q?=FF=FE?=\n\n\u0000\uFFFF",
            "",
        };
        foreach (var mail in hostile)
        {
            var score = Score(mail);
            Assert.InRange(score.Points, 0, 100);
        }
    }

    [CorpusFact]
    public void Hardly_any_mail_of_the_corpora_is_taken_for_spam()
    {
        var scores = new[] { "stalwart", "phpmime", "talon", "sisimai" }
            .SelectMany(f => Directory.EnumerateFiles(Corpus.PathOf(f), "*", SearchOption.AllDirectories))
            .Where(f => Path.GetExtension(f) is ".eml" or ".txt" or ".msg" or "" && Path.GetFileName(f) is not ("LICENSE" or "COPYING-malformed" or "COPYING-thirdparty" or "MIT.txt" or "Apache-2.0.txt"))
            .Select(f => (File: Path.GetFileName(f), Message: ReadEmail.Read(File.ReadAllBytes(f), Support, [])))
            .Where(m => m.Message.Bounce is null && m.Message.Tells is null)
            .Select(m => (m.File, Score: ScoreMessage.Of(m.Message, new SpamFacts())))
            .OrderByDescending(s => s.Score.Points).ToArray();
        var taken = scores.Where(s => s.Score.Points >= new SpamGuard().Threshold).ToArray();
        output.WriteLine($"{taken.Length} of {scores.Length} taken for spam; median {scores[scores.Length / 2].Score.Points}, highest {scores[0].Score.Points}");
        foreach (var (file, score) in scores.Take(10)) output.WriteLine($"{score.Points} {file} {Keys(score)}");
        Assert.True(scores.Length > 100, $"only {scores.Length} mails");
        Assert.True(taken.Length * 100 <= scores.Length, $"{taken.Length} of {scores.Length}");
    }

    [Theory]
    [InlineData("bob@x.cz", "bob@x.cz", true)]
    [InlineData("bob@x.cz", "Bob@X.cz", true)]
    [InlineData("bob@x.cz", "abob@x.cz", false)]
    [InlineData("@x.cz", "bob@x.cz", true)]
    [InlineData("@x.cz", "bob@mail.x.cz", true)]
    [InlineData("@x.cz", "bob@ax.cz", false)]
    [InlineData("@x.cz", "x.cz", false)]
    [InlineData("420777123456", "420777123456", true)]
    public void A_block_holds_whom_it_names(string address, string sender, bool holds) => Assert.Equal(holds, new HelpdeskMx.Spam.Block("", address, "", "", default).Holds(sender));

    [Fact]
    public void The_audit_trail_keeps_a_quarantine_whole()
    {
        var quarantine = new Quarantine(85, [new("dmarc", 30), new("customer", -60)], QuarantineCause.Score);
        Assert.Equal(quarantine.Text(), Quarantine.Parse(quarantine.Text()).Text());
        Assert.Equal("agent 0", Quarantine.ByAgent(null).Text());
        Assert.Equal(QuarantineCause.Agent, Quarantine.Parse("agent 0").Why);
    }

    private static SpamScore Score(string mail) => ScoreMessage.Of(Read(mail), new SpamFacts());

    private static InboundMessage Read(string mail) => ReadEmail.Read(Encoding.UTF8.GetBytes(mail.ReplaceLineEndings("\r\n")), Support, []);

    private static string Keys(SpamScore score) => string.Join(' ', score.Reasons.Select(r => r.Key));

    private static string Mail(string text, string header = "", string from = "anna@x.cz") =>
        $"{header}From: Anna <{from}>\nTo: support@demo.test\nSubject: A question\nMessage-ID: <1@x.cz>\nDate: Mon, 1 Jun 2026 10:00:00 +0000\n\n{text}\n";

    private static string Html(string html) => Mail(html, "MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n");
}
