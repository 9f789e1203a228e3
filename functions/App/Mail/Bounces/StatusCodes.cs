namespace HelpdeskMx.Mail.Bounces;

/// <summary>Finds reply codes (RFC 5321 §4.2) and enhanced status codes (RFC 3463) in what a mail system says.</summary>
internal static class StatusCodes
{
    /// <summary>The first enhanced code, such as 5.1.1; empty where there is none.</summary>
    public static string Enhanced(string text)
    {
        for (var i = 0; i + 4 < text.Length; i++)
        {
            if (text[i] is not ('2' or '4' or '5') || text[i + 1] != '.' || (i > 0 && (char.IsLetterOrDigit(text[i - 1]) || text[i - 1] is '.' or '-' or '/'))) continue;
            var subject = Digits(text, i + 2);
            if (subject is 0 or > 1 || text[i + 2 + subject] != '.') continue;
            var detail = Digits(text, i + 3 + subject);
            var end = i + 3 + subject + detail;
            if (detail is 0 or > 3 || (end < text.Length && (char.IsLetterOrDigit(text[end]) || (text[end] == '.' && end + 1 < text.Length && char.IsDigit(text[end + 1]))))) continue;
            return text[i..end];
        }
        return "";
    }

    /// <summary>The first three-digit reply of failure, 400 to 599, that stands alone; 0 where there is none.</summary>
    public static int Reply(string text)
    {
        for (var i = 0; i + 2 < text.Length; i++)
        {
            if (text[i] is not ('4' or '5') || text[i + 1] > '5' || Digits(text, i) != 3) continue;
            var startsWord = i == 0 || text[i - 1] is ' ' or ':' or '(' or '<' or '[' or '#' or '=' or '"' or '\'' or ';' or '\n';
            var endsWord = i + 3 == text.Length || text[i + 3] is ' ' or '-' or ')' or ',' or ':' or ';' or ']' or '#' or '\n' || (text[i + 3] == '.' && (i + 4 == text.Length || !char.IsDigit(text[i + 4])));
            if (startsWord && endsWord) return (text[i] - '0') * 100 + (text[i + 1] - '0') * 10 + text[i + 2] - '0';
        }
        return 0;
    }

    /// <summary>A word that is nothing but a code: 550, 550-, 5.1.1 or 550-5.1.1.</summary>
    public static bool IsCode(string word)
    {
        var rest = word.AsSpan().Trim("():;,#");
        if (rest.Length >= 3 && rest[0] is '4' or '5' && Digits(word, word.IndexOf(rest[0], StringComparison.Ordinal)) == 3) rest = rest[3..].TrimStart('-');
        return rest.IsEmpty || (rest.Length <= 9 && Enhanced(rest.ToString()).Length == rest.Length);
    }

    private static int Digits(string text, int at)
    {
        var count = 0;
        while (at + count < text.Length && char.IsAsciiDigit(text[at + count])) count++;
        return count;
    }
}
