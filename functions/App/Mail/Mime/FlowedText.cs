using System.Text;

namespace HelpdeskMx.Mail.Mime;

/// <summary>Joins the soft line breaks of format=flowed (RFC 3676 §4).</summary>
internal static class FlowedText
{
    /// <param name="deleteSpace">DelSp=yes: the space that marks a soft break is not part of the text.</param>
    public static string Join(string text, bool deleteSpace)
    {
        if (!text.Contains(" \n", StringComparison.Ordinal)) return Unstuffed(text);
        var joined = new StringBuilder(text.Length);
        var openDepth = -1; // quote depth of a paragraph whose last line ended in a soft break
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            var depth = 0;
            while (depth < raw.Length && raw[depth] == '>') depth++;
            var line = raw[depth..];
            if (line.StartsWith(" ")) line = line[1..];
            var isSignature = line.SequenceEqual("-- "); // never part of a paragraph (RFC 3676 §4.3)
            if (openDepth != depth || isSignature)
            {
                if (joined.Length > 0 || openDepth != -1) joined.Append(openDepth == -1 && joined.Length == 0 ? "" : "\n");
                joined.Append('>', depth);
                if (depth > 0) joined.Append(' ');
            }
            var isSoft = line.EndsWith(" ") && !isSignature;
            joined.Append(isSoft && deleteSpace ? line[..^1] : line);
            openDepth = isSoft ? depth : NoParagraph;
        }
        return joined.ToString();
    }

    private const int NoParagraph = -2;

    private static string Unstuffed(string text) => text.StartsWith(' ') || text.Contains("\n ", StringComparison.Ordinal)
        ? string.Join('\n', text.Split('\n').Select(line => line.StartsWith(' ') ? line[1..] : line))
        : text;
}
