using System.Globalization;
using System.Net;
using System.Text;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Sending;

/// <summary>An earlier message as it stands under an answer: who said it and when, and the words, marked as mail programs mark a quote.</summary>
public static class QuotedMessage
{
    /// <summary>The longest quote of one message, in characters.</summary>
    public const int LongestText = 20_000;

    // Forms that mail programs, and the desk's own reader of replies, know for the beginning of a quote.
    private static readonly Dictionary<string, (string Culture, string Line)> Attributions = new()
    {
        ["en"] = ("en-GB", "On {0}, {1} wrote:"),
        ["cs"] = ("cs-CZ", "Dne {0} {1} napsal(a):"),
        ["pl"] = ("pl-PL", "W dniu {0} {1} napisał(a):"),
        ["ko"] = ("ko-KR", "{0}, {1}님이 작성:"),
        ["ru"] = ("ru-RU", "{0} {1} пишет:"),
    };

    /// <summary>As plain text.</summary>
    public static string Text(Message message, string language)
    {
        var quote = new StringBuilder(Attribution(message, language));
        foreach (var line in Words(message).Split('\n')) quote.Append("\n>").Append(line.Length > 0 && line[0] != '>' ? " " : "").Append(line);
        return quote.ToString();
    }

    /// <summary>As HTML, made from the words alone: what a stranger's HTML holds is not sent on in the shop's name.</summary>
    public static string Html(Message message, string language) =>
        $"<p>{WebUtility.HtmlEncode(Attribution(message, language))}</p>\n<blockquote type=\"cite\" style=\"margin:0 0 0 .8ex;border-left:2px solid #ccc;padding-left:1ex\">\n{Written.FromText(Words(message))}</blockquote>\n";

    private static string Attribution(Message message, string language)
    {
        var (culture, line) = Attributions.GetValueOrDefault(language, Attributions["en"]);
        var who = string.IsNullOrWhiteSpace(message.From.Name) ? $"<{message.From.Value}>" : $"{message.From.Name} <{message.From.Value}>";
        return string.Format(CultureInfo.InvariantCulture, line, (message.SentAt ?? message.At).ToString("d MMM yyyy HH:mm", CultureInfo.GetCultureInfo(culture)), who);
    }

    private static string Words(Message message)
    {
        var words = message.ReplyText.ReplaceLineEndings("\n").Trim();
        return words.Length > LongestText ? string.Concat(words.AsSpan(0, LongestText), "…") : words;
    }
}
