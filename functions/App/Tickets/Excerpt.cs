namespace HelpdeskMx.Tickets;

/// <summary>The beginning of a text, on one line.</summary>
public static class Excerpt
{
    /// <summary>At most this many characters, white space folded, never half a character at the end.</summary>
    public static string Of(string text, int length)
    {
        Span<char> line = stackalloc char[length];
        var at = 0;
        foreach (var c in text)
        {
            if (at == length) break;
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                if (at > 0 && line[at - 1] != ' ') line[at++] = ' ';
            }
            else line[at++] = c;
        }
        if (at > 0 && char.IsHighSurrogate(line[at - 1])) at--;
        return new string(line[..at].TrimEnd());
    }
}
