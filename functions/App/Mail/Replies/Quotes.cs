using System.Buffers;
using System.Text;

namespace HelpdeskMx.Mail.Replies;

/// <summary>Drops the quoted lines of a plain text answer.</summary>
internal static class Quotes
{
    private static readonly SearchValues<char> s_rule = SearchValues.Create("_-=*─━ ");

    /// <summary>What is left between and around the quotes, trimmed. A divider or a block of headers ends the new text; a quote marked line by line does not.</summary>
    public static string Strip(string[] lines)
    {
        var kept = new StringBuilder();
        for (var i = 0; i < lines.Length; i++)
        {
            if (IsQuoted(lines[i])) continue;
            if (BeginsQuoted(lines, i)) break;
            if (Attribution.LinesAt(lines, i) is var length and > 0)
            {
                var quote = NextText(lines, i + length);
                if (quote < lines.Length && !IsQuoted(lines[quote])) break; // what follows is quoted without marks
                i += length - 1;
                continue;
            }
            kept.Append(lines[i].TrimEnd('\r')).Append('\n');
        }
        return WithoutRule(kept.ToString().Trim());
    }

    /// <summary>From this line on all is quoted: a divider, or the headers of what is quoted, with or without a title above them.</summary>
    private static bool BeginsQuoted(string[] lines, int at) => Dividers.IsDivider(lines[at]) || HeaderLines.BeginAt(lines, at)
        || (Dividers.IsBare(lines[at]) && NextText(lines, at + 1) is var next && next < lines.Length && HeaderLines.BeginAt(lines, next));

    internal static bool IsQuoted(string line)
    {
        var text = line.AsSpan().TrimStart();
        return text.StartsWith(">") || text.StartsWith("＞") || text.StartsWith("| ");
    }

    internal static int NextText(string[] lines, int at)
    {
        while (at < lines.Length && string.IsNullOrWhiteSpace(lines[at])) at++;
        return at;
    }

    /// <summary>A line of underscores or dashes that parted the quote from the text says nothing without it.</summary>
    private static string WithoutRule(string text)
    {
        var end = text.LastIndexOf('\n');
        var last = text.AsSpan(end + 1).Trim();
        var isRule = last.Length >= 5 && !last.ContainsAnyExcept(s_rule);
        return isRule ? text[..Math.Max(end, 0)].TrimEnd() : text;
    }
}
