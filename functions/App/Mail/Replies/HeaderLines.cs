using System.Collections.Frozen;

namespace HelpdeskMx.Mail.Replies;

/// <summary>Recognises the block of From, Sent, To and Subject that Outlook and its kin put above what they quote, in the languages they speak.</summary>
internal static class HeaderLines
{
    private const int Within = 8;
    private const int MostLines = 24;
    private const int LongestLabel = 24;

    private enum Label { From, Date, To, Subject, Copy }

    private static readonly FrozenDictionary<string, Label> s_labels = Table(
        (Label.From, "From|Od|Von|De|Da|Van|Från|Fra|Lähettäjä|От|От кого|Від|Nadawca|Expéditeur|Mittente|Remitente|Odesílatel|Odosielateľ|Отправитель|Avsender|Afsender|Afzender|Absender|Verzender|Remetente|보낸 사람|보낸사람|보낸이|差出人|发件人|寄件者|寄件人"),
        (Label.Date, "Sent|Date|Datum|Gesendet|Envoyé|Envoyé le|Enviado|Enviado el|Enviada em|Enviado em|Inviato|Data|Fecha|Wysłano|Wysłane|Data wysłania|Odesláno|Odoslané|Dátum|Отправлено|Дата|Verzonden|Skickat|Sendt|Dato"
            + "|Lähetetty|Päivämäärä|Päiväys|보낸 날짜|보낸날짜|날짜|보낸 시간|送信日時|日付|日時|发送时间|日期|時間|时间|傳送時間|寄件日期|Sent at|寄件时间|發送時間|送信日|날짜 및 시간|Отправлено в"),
        (Label.To, "To|Komu|An|À|A|Para|Aan|Till|Til|Кому|Do|Adresát|받는 사람|받는사람|받는이|宛先|收件人|收件者|Vastaanottaja|Pre|Получатель|Destinataire|Empfänger|Destinatario|Destinatário|Ontvanger|Mottagare|Mottaker|Modtager"),
        (Label.Subject, "Subject|Předmět|Predmet|Betreff|Objet|Asunto|Oggetto|Assunto|Onderwerp|Ämne|Emne|Тема|Temat|제목|件名|主题|主旨|主題|Aihe"),
        (Label.Copy, "Cc|Kopie|Kópia|DW|Копия|참조|抄送|副本|Kopia|Kopi"));

    private static readonly FrozenDictionary<string, Label>.AlternateLookup<ReadOnlySpan<char>> s_lookup = s_labels.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a block of at least three different labels begins at this line, lines wrapped from long values among them.</summary>
    public static bool BeginAt(string[] lines, int at)
    {
        if (LabelOf(lines[at]) is not { } first || first is Label.To or Label.Copy) return false;
        var seen = 1 << (int)first;
        var blanks = 0;
        for (var i = at + 1; i < lines.Length && i <= at + Within; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]) && ++blanks > 3) break;
            if (LabelOf(lines[i]) is { } label) seen |= 1 << (int)label;
        }
        return System.Numerics.BitOperations.PopCount((uint)seen) >= 3;
    }

    /// <summary>Reads the block that begins at this line or at the next that says something; null where none does.</summary>
    public static ForwardedMail? Read(string[] lines, int at)
    {
        at = Quotes.NextText(lines, at);
        if (at >= lines.Length || LabelOf(lines[at]) is null) return null;
        string from = "", subject = "", date = "";
        var blanks = 0;
        for (var limit = at + MostLines; at < lines.Length && at < limit && blanks < 2; at++)
        {
            if (string.IsNullOrWhiteSpace(lines[at])) { blanks++; continue; }
            var label = LabelOf(lines[at]);
            if (label is null && blanks > 0) break;
            blanks = 0;
            if (label == Label.From) from = ValueOf(lines[at]);
            else if (label == Label.Subject) subject = ValueOf(lines[at]);
            else if (label == Label.Date) date = ValueOf(lines[at]);
        }
        return WrittenAddress.Find(from) is { } author ? new(author, subject, Headers.MailDate.Parse(date), string.Join('\n', lines[at..]).Trim()) : null;
    }

    private static string ValueOf(string line) => line[(line.IndexOfAny([':', '：']) + 1)..].Trim().Trim('*', '\u00A0', ' ');

    private static Label? LabelOf(string line)
    {
        var text = line.AsSpan().Trim().TrimStart("*_ \u200E\u200F");
        var colon = text[..Math.Min(text.Length, LongestLabel)].IndexOfAny(':', '：');
        if (colon <= 0) return null;
        var name = text[..colon].TrimEnd("* _\u00A0");
        return s_lookup.TryGetValue(name, out var label) ? label : null;
    }

    private static FrozenDictionary<string, Label> Table(params (Label Label, string Names)[] rows) => rows
        .SelectMany(row => row.Names.Split('|').Select(name => KeyValuePair.Create(name, row.Label)))
        .DistinctBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
}
