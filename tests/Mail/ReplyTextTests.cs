using HelpdeskMx.Mail;

namespace HelpdeskMx.Tests.Mail;

/// <summary>What a person wrote, apart from what their program quoted, in the languages and programs customers use.</summary>
public sealed class ReplyTextTests
{
    [Theory]
    [InlineData("On Mon, May 6, 2024 at 7:08 AM Shop <desk@shop.test> wrote:")]
    [InlineData("po 6. 5. 2024 v 7:08 odesílatel Shop <desk@shop.test> napsal:")]
    [InlineData("Dne 6. 5. 2024 v 7:08 Shop napsal(a):")]
    [InlineData("po 6. 5. 2024 o 7:08 Shop <desk@shop.test> napísal(a):")]
    [InlineData("pon., 6 maj 2024 o 07:08 Shop <desk@shop.test> napisał(a):")]
    [InlineData("W dniu 6.05.2024 o 07:08, Shop pisze:")]
    [InlineData("2024년 5월 6일 (월) 오전 7:08, Shop <desk@shop.test>님이 작성:")]
    [InlineData("пн, 6 мая 2024 г. в 07:08, Shop <desk@shop.test>:")]
    [InlineData("06.05.2024 07:08, Shop пишет:")]
    [InlineData("Am Mo., 6. Mai 2024 um 07:08 Uhr schrieb Shop <desk@shop.test>:")]
    [InlineData("Am 06.05.2024 um 07:08 schrieb Shop:")]
    [InlineData("Le lun. 6 mai 2024 à 07:08, Shop <desk@shop.test> a écrit :")]
    [InlineData("El lun, 6 may 2024 a las 7:08, Shop (<desk@shop.test>) escribió:")]
    [InlineData("Il giorno lun 6 mag 2024 alle ore 07:08 Shop <desk@shop.test> ha scritto:")]
    [InlineData("Em seg., 6 de mai. de 2024 às 07:08, Shop <desk@shop.test> escreveu:")]
    [InlineData("Op ma 6 mei 2024 om 07:08 schreef Shop <desk@shop.test>:")]
    [InlineData("Den mån 6 maj 2024 kl 07:08 skrev Shop <desk@shop.test>:")]
    [InlineData("ma 6. toukok. 2024 klo 7.08 Shop <desk@shop.test> kirjoitti:")]
    [InlineData("2024年5月6日(月) 7:08 Shop <desk@shop.test>:")]
    [InlineData("Shop <desk@shop.test> 于2024年5月6日周一 07:08写道：")]
    [InlineData("On Mon, May 6, 2024 at 7:08 AM A Shop With A Rather Long Name\n<desk@shop.test> wrote:")]
    [InlineData("-----Original Message-----")]
    [InlineData("---------- Původní e-mail ----------")]
    [InlineData("-----Ursprüngliche Nachricht-----")]
    [InlineData("-------- Пересылаемое сообщение --------")]
    [InlineData("---------- Forwarded message ---------")]
    [InlineData("--------- 원본 메일 ---------")]
    [InlineData("------------------ 原始邮件 ------------------")]
    [InlineData("________________________________\nFrom: Shop <desk@shop.test>\nSent: Monday, May 6, 2024 7:08 AM\nTo: Anna\nSubject: Order")]
    [InlineData("Von: Shop <desk@shop.test>\nGesendet: Montag, 6. Mai 2024 07:08\nAn: Anna\nBetreff: Bestellung")]
    [InlineData("*Od:* Shop\n*Odesláno:* pondělí 6. května 2024\n*Komu:* Anna\n*Předmět:* Objednávka")]
    [InlineData("De : Shop\nEnvoyé : lundi 6 mai 2024\nÀ : Anna\nObjet : Commande")]
    [InlineData("보낸 사람: Shop\n보낸 날짜: 2024년 5월 6일\n받는 사람: Anna\n제목: 주문")]
    [InlineData("差出人: Shop\n送信日時: 2024年5月6日\n宛先: Anna\n件名: 注文")]
    [InlineData("发件人: Shop\n发送时间: 2024年5月6日\n收件人: Anna\n主题: 订单")]
    [InlineData("##- Please type your reply above this line -##")]
    public void What_stands_above_the_quote_is_the_answer(string divider)
    {
        Assert.Equal("First line.\n\nSecond line.", ReplyText.Of($"First line.\n\nSecond line.\n\n{divider}\n\nThe old text\nof the shop"));
        Assert.Equal("First line.", ReplyText.Of($"First line.\r\n{divider}\r\n> The old text\r\n> of the shop\r\n"));
    }

    [Fact]
    public void Answers_between_the_quotes_are_kept_together() =>
        Assert.Equal("Yes, blue.\n\nTuesday.", ReplyText.Of("On Mon, May 6, 2024, Shop <desk@shop.test> wrote:\n> Which colour?\nYes, blue.\n> Which day?\n\nTuesday.\n"));

    [Fact]
    public void An_answer_under_the_quote_is_found() => Assert.Equal("Thanks!", ReplyText.Of("Am 06.05.2024 um 07:08 schrieb Shop:\n> Alt\n> Text\n\nThanks!"));

    [Theory]
    [InlineData("From: Prague\nI ordered on 5 May: two shirts.")]
    [InlineData("I wrote:\nplease send it")]
    [InlineData("My order 2024-117 contains the following:\n1 shirt")]
    [InlineData("To: be honest\nDate: unknown")]
    [InlineData("Call me at 10:30 or write to anna@example.test:\nthanks")]
    [InlineData("a > b and b < c")]
    public void Ordinary_text_that_looks_a_little_like_a_quote_stays(string text) => Assert.Equal(text, ReplyText.Of(text));

    [Fact]
    public void A_message_of_nothing_but_quotes_is_given_whole() => Assert.Equal("> only\n> this", ReplyText.Of("> only\n> this\n"));

    [Theory]
    [InlineData("<div class=\"gmail_quote\"><div dir=\"ltr\" class=\"gmail_attr\">On Mon wrote:<br></div><blockquote class=\"gmail_quote\">old</blockquote></div>")]
    [InlineData("<div class=\"gmail_quote\">---------- Forwarded message ---------<br>old</div>")]
    [InlineData("<div id=\"appendonsend\"></div><hr><div id=\"divRplyFwdMsg\">From: x</div><div>old</div>")]
    [InlineData("<hr id=\"stopSpelling\">old")]
    [InlineData("<div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0in 0in 0in'><p>From: x</p></div><p>old</p>")]
    [InlineData("<div id=\"mail-editor-reference-message-container\">old</div>")]
    [InlineData("<blockquote type=\"cite\">old</blockquote>")]
    [InlineData("<div class=\"yahoo_quoted\">old</div>")]
    [InlineData("<div class=\"moz-cite-prefix\">On 6.5.2024, Shop wrote:<br></div><blockquote type=\"cite\">old</blockquote>")]
    [InlineData("<div class=\"protonmail_quote\">old</div>")]
    [InlineData("<aside>---------- Původní e-mail ----------<br>Od: x</aside><blockquote data-email=\"x\">old</blockquote>")]
    [InlineData("<br>-----Original Message-----<br>old")]
    [InlineData("Thu, 26 Jun 2014 14:00:51 +0400 от Shop &lt;desk@shop.test&gt;:<br><blockquote>old</blockquote>")]
    public void Html_quotes_of_every_program_go(string quote) => Assert.Equal("New text.", ReplyText.OfHtml($"<html><body><div>New text.</div><br>{quote}</body></html>"));

    [Fact]
    public void An_answer_inside_a_Gmail_quote_is_kept() =>
        Assert.Equal("Top.\nInside.", ReplyText.OfHtml("<div>Top.</div><div class=gmail_quote><div class=gmail_attr>On Mon wrote:</div><blockquote class=gmail_quote>old</blockquote><div>Inside.</div><blockquote class=gmail_quote>older</blockquote></div>"));

    [Theory]
    [InlineData("Hello\n-- \nAnna", null, "Hello", "-- \nAnna")]
    [InlineData("Hello\n\nSent from my iPhone", null, "Hello", "Sent from my iPhone")]
    [InlineData("Dobrý den\n\nS pozdravem\nAnna Nová\nObchod", "Anna Nová", "Dobrý den", "S pozdravem\nAnna Nová\nObchod")]
    [InlineData("No signature here.", "Anna", "No signature here.", "")]
    public void A_signature_is_parted_from_the_text(string text, string? sender, string body, string signature) => Assert.Equal(new Signature(body, signature), Signature.In(text, sender));
}
