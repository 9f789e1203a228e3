using HelpdeskMx.Mail;

namespace HelpdeskMx.Tests.Mail;

/// <summary>The lines that mail programs put above a quote, program by program, in every language the desk promises to read.</summary>
public sealed class ReplyLanguageTests
{
    private const string Shop = "Shop <desk@shop.test>";

    [Theory]
    [InlineData("On Mon, May 6, 2024 at 7:08 AM Shop <desk@shop.test> wrote:")]
    [InlineData("po 6. 5. 2024 v 7:08 odesílatel Shop <desk@shop.test> napsal:")]
    [InlineData("po 6. 5. 2024 o 7:08 Shop <desk@shop.test> napísal(a):")]
    [InlineData("pon., 6 maj 2024 o 07:08 Shop <desk@shop.test> napisał(a):")]
    [InlineData("2024년 5월 6일 (월) 오전 7:08, Shop <desk@shop.test>님이 작성:")]
    [InlineData("пн, 6 мая 2024 г. в 07:08, Shop <desk@shop.test>:")]
    [InlineData("Am Mo., 6. Mai 2024 um 07:08 Uhr schrieb Shop <desk@shop.test>:")]
    [InlineData("Le lun. 6 mai 2024 à 07:08, Shop <desk@shop.test> a écrit :")]
    [InlineData("El lun, 6 may 2024 a las 7:08, Shop (<desk@shop.test>) escribió:")]
    [InlineData("Il giorno lun 6 mag 2024 alle ore 07:08 Shop <desk@shop.test> ha scritto:")]
    [InlineData("Em seg., 6 de mai. de 2024 às 07:08, Shop <desk@shop.test> escreveu:")]
    [InlineData("A segunda, 6/05/2024, 07:08, Shop <desk@shop.test> escreveu:")]
    [InlineData("Op ma 6 mei 2024 om 07:08 schreef Shop <desk@shop.test>:")]
    [InlineData("Den man. 6. maj 2024 kl. 07.08 skrev Shop <desk@shop.test>:")]
    [InlineData("man. 6. mai 2024 kl. 07:08 skrev Shop <desk@shop.test>:")]
    [InlineData("Den mån 6 maj 2024 kl 07:08 skrev Shop <desk@shop.test>:")]
    [InlineData("ma 6. toukok. 2024 klo 7.08 Shop (desk@shop.test) kirjoitti:")]
    [InlineData("2024年5月6日(月) 7:08 Shop <desk@shop.test>:")]
    [InlineData("Shop <desk@shop.test> 于2024年5月6日周一 07:08写道：")]
    [InlineData("Shop <desk@shop.test> 於 2024年5月6日 週一 上午7:08寫道：")]
    public void Gmail(string line) => AssertEnds(line);

    [Theory]
    [InlineData("On 6 May 2024, at 07:08, Shop <desk@shop.test> wrote:")]
    [InlineData("6. 5. 2024 v 7:08, Shop <desk@shop.test>:")]
    [InlineData("Dňa 6. 5. 2024 o 7:08 Shop <desk@shop.test> napísal/a:")]
    [InlineData("Wiadomość napisana przez Shop <desk@shop.test> w dniu 06.05.2024, o godz. 07:08:")]
    [InlineData("2024. 5. 6. 오전 7:08, Shop <desk@shop.test> 작성:")]
    [InlineData("6 мая 2024 г., в 7:08, Shop <desk@shop.test> написал(а):")]
    [InlineData("Am 06.05.2024 um 07:08 schrieb Shop <desk@shop.test>:")]
    [InlineData("Le 6 mai 2024 à 07:08, Shop <desk@shop.test> a écrit :")]
    [InlineData("El 6 may 2024, a las 7:08, Shop <desk@shop.test> escribió:")]
    [InlineData("Il giorno 6 mag 2024, alle ore 07:08, Shop <desk@shop.test> ha scritto:")]
    [InlineData("No dia 06/05/2024, às 07:08, Shop <desk@shop.test> escreveu:")]
    [InlineData("Em 6 de mai. de 2024, à(s) 07:08, Shop <desk@shop.test> escreveu:")]
    [InlineData("Op 6 mei 2024 om 07:08 heeft Shop <desk@shop.test> het volgende geschreven:")]
    [InlineData("Den 6. maj 2024 kl. 07.08 skrev Shop <desk@shop.test>:")]
    [InlineData("6. mai 2024 kl. 07:08 skrev Shop <desk@shop.test>:")]
    [InlineData("6 maj 2024 kl. 07:08 skrev Shop <desk@shop.test>:")]
    [InlineData("Shop <desk@shop.test> kirjoitti 6.5.2024 kello 7.08:")]
    [InlineData("2024/05/06 7:08、Shop <desk@shop.test>のメール:")]
    [InlineData("2024年5月6日 07:08，Shop <desk@shop.test> 写道：")]
    [InlineData("Shop <desk@shop.test> 於 2024年5月6日 上午7:08 寫道：")]
    public void Apple_Mail(string line) => AssertEnds(line);

    [Theory]
    [InlineData("On 5/6/2024 7:08 AM, Shop wrote:")]
    [InlineData("Dne 06. 05. 24 v 7:08 Shop napsal(a):")]
    [InlineData("Dňa 6. 5. 2024 o 7:08 Shop napísal(a):")]
    [InlineData("W dniu 06.05.2024 o 07:08, Shop pisze:")]
    [InlineData("2024-05-06 오전 7:08에 Shop 이(가) 쓴 글:")]
    [InlineData("06.05.2024 07:08, Shop пишет:")]
    [InlineData("Am 06.05.24 um 07:08 schrieb Shop:")]
    [InlineData("Le 06/05/2024 à 07:08, Shop a écrit :")]
    [InlineData("El 06/05/2024 a las 7:08, Shop escribió:")]
    [InlineData("Il 06/05/2024 07:08, Shop ha scritto:")]
    [InlineData("Em 06/05/2024 07:08, Shop escreveu:")]
    [InlineData("Às 07:08 de 06/05/2024, Shop escreveu:")]
    [InlineData("Op 6-5-2024 om 07:08 schreef Shop:")]
    [InlineData("Den 06.05.2024 kl. 07.08 skrev Shop:")]
    [InlineData("On 06.05.2024 07:08, Shop skrev:")]
    [InlineData("Den 2024-05-06 kl. 07:08, skrev Shop:")]
    [InlineData("Shop kirjoitti 6.5.2024 klo 7.08:")]
    [InlineData("On 2024/05/06 7:08, Shop wrote:")]
    [InlineData("在 2024/5/6 7:08, Shop 写道:")]
    [InlineData("Shop 於 2024/5/6 上午 07:08 寫道:")]
    public void Thunderbird(string line) => AssertEnds(line);

    [Theory]
    [InlineData("From", "Sent", "To", "Subject")]
    [InlineData("Od", "Odesláno", "Komu", "Předmět")]
    [InlineData("Od", "Odoslané", "Komu", "Predmet")]
    [InlineData("Od", "Wysłane", "Do", "Temat")]
    [InlineData("보낸 사람", "보낸 날짜", "받는 사람", "제목")]
    [InlineData("От", "Отправлено", "Кому", "Тема")]
    [InlineData("Von", "Gesendet", "An", "Betreff")]
    [InlineData("De", "Envoyé", "À", "Objet")]
    [InlineData("De", "Enviado", "Para", "Asunto")]
    [InlineData("Da", "Inviato", "A", "Oggetto")]
    [InlineData("De", "Enviada", "Para", "Assunto")]
    [InlineData("Van", "Verzonden", "Aan", "Onderwerp")]
    [InlineData("Fra", "Sendt", "Til", "Emne")]
    [InlineData("Från", "Skickat", "Till", "Ämne")]
    [InlineData("Lähettäjä", "Lähetetty", "Vastaanottaja", "Aihe")]
    [InlineData("差出人", "送信日時", "宛先", "件名")]
    [InlineData("发件人", "发送时间", "收件人", "主题")]
    [InlineData("寄件者", "寄件日期", "收件者", "主旨")]
    public void Outlook(string from, string sent, string to, string subject)
    {
        var values = new[] { (from, Shop), (sent, "6. 5. 2024 7:08"), (to, "Anna"), (subject, "RE: 117") };
        AssertEnds(string.Join('\n', values.Select(v => $"{v.Item1}: {v.Item2}")));
        AssertEnds(string.Join('\n', values.Select(v => $"*{v.Item1}:* {v.Item2}")));
        AssertEnds("________________________________\n" + string.Join('\n', values.Select(v => $"{v.Item1} : {v.Item2}")));
        AssertEnds(string.Join("\n\n", values.Select(v => $"**{v.Item1}:** {v.Item2}")));
    }

    [Theory]
    [InlineData("-----Original Message-----")]
    [InlineData("-----Původní zpráva-----")]
    [InlineData("-----Pôvodná správa-----")]
    [InlineData("-----Oryginalna wiadomość-----")]
    [InlineData("-----Original Message-----\nFrom: \"Shop\"<desk@shop.test>\nTo: <anna@example.test>; \nCc: \nSent: 2024-05-06 (월) 07:08:09\nSubject: 117")]
    [InlineData("-----원본 메시지-----")]
    [InlineData("-----Исходное сообщение-----")]
    [InlineData("-----Ursprüngliche Nachricht-----")]
    [InlineData("-----Message d'origine-----")]
    [InlineData("-----Mensaje original-----")]
    [InlineData("-----Messaggio originale-----")]
    [InlineData("-----Mensagem original-----")]
    [InlineData("-----Oorspronkelijk bericht-----")]
    [InlineData("-----Oprindelig meddelelse-----")]
    [InlineData("-----Opprinnelig melding-----")]
    [InlineData("-----Ursprungligt meddelande-----")]
    [InlineData("-----Alkuperäinen viesti-----")]
    [InlineData("-----元のメッセージ-----")]
    [InlineData("-----邮件原件-----")]
    [InlineData("-----原始郵件-----")]
    public void Old_Outlook_and_web_mail(string line) => AssertEnds(line);

    [Theory]
    [InlineData("---------- Původní e-mail ----------\nOd: Shop <desk@shop.test>\nKomu: anna@example.test\nDatum: 6. 5. 2024 7:08:09\nPředmět: 117")]
    [InlineData("---------- Pôvodná správa ----------\nOd: Shop <desk@shop.test>\nDátum: 6. 5. 2024")]
    [InlineData("Понедельник, 6 мая 2024, 7:08 +03:00 от Shop <desk@shop.test>:")]
    [InlineData("06.05.2024, 07:08, \"Shop\" <desk@shop.test>:")]
    [InlineData("------- Original Message -------\nOn Monday, May 6th, 2024 at 7:08 AM, Shop <desk@shop.test> wrote:")]
    [InlineData("On Monday, May 6, 2024 at 07:08:09 AM GMT+2, Shop <desk@shop.test> wrote:")]
    [InlineData("Dne pondělí 6. května 2024 7:08:09 SELČ, Shop <desk@shop.test> napsal(a):")]
    [InlineData("Gesendet: Montag, 06. Mai 2024 um 07:08 Uhr\nVon: \"Shop\" <desk@shop.test>\nAn: anna@example.test\nBetreff: 117")]
    [InlineData("------------------ 原始邮件 ------------------\n发件人: \"Shop\" <desk@shop.test>;\n发送时间: 2024年5月6日")]
    [InlineData("At 2024-05-06 07:08:09, \"Shop\" <desk@shop.test> wrote:")]
    [InlineData("On Mon, May 6, 2024, 7:08 AM Shop <desk@shop.test> wrote:")]
    [InlineData("Shop (desk@shop.test) schrieb am Mo., 6. Mai 2024, 07:08:")]
    [InlineData("Shop <desk@shop.test> schrieb am Mo., 6. Mai 2024, 07:08:")]
    [InlineData("Shop <desk@shop.test> wrote on Mon, 6 May 2024 07:08:")]
    [InlineData("---- On Mon, 06 May 2024 07:08:09 +0200 Shop <desk@shop.test> wrote ----")]
    [InlineData("W dniu 2024-05-06 07:08:09 użytkownik Shop <desk@shop.test> napisał:")]
    [InlineData("Dnia 6 maja 2024 07:08 Shop <desk@shop.test> napisał(a):")]
    [InlineData("Mensagem original\nDe: Shop <desk@shop.test>\nData: 06/05/2024\nPara: anna\nAssunto: 117")]
    public void Yahoo_Seznam_mail_ru_Proton_GMX_QQ_Naver_and_others(string line) => AssertEnds(line);

    private static void AssertEnds(string divider)
    {
        Assert.Equal("Děkuji.\n\n안녕하세요", ReplyText.Of($"Děkuji.\n\n안녕하세요\n\n{divider}\n\nThe old text\nof the shop"));
        Assert.Equal("Thanks.", ReplyText.Of($"Thanks.\r\n\r\n{divider.Replace("\n", "\r\n")}\r\n> The old text\r\n> of the shop\r\n"));
    }
}
