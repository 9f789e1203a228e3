namespace HelpdeskMx.Mail.Mime;

/// <summary>Cuts the body of a multipart at its boundary (RFC 2046 §5.1.1).</summary>
internal static class Multipart
{
    private const int LongestBoundary = 998;

    /// <summary>The parts in their order, without the line end that belongs to the delimiter; empty where the boundary never stands alone on a line.</summary>
    public static List<ReadOnlyMemory<byte>> Split(ReadOnlyMemory<byte> body, string boundary, int most)
    {
        var parts = new List<ReadOnlyMemory<byte>>(4);
        if (boundary.Length is 0 or > LongestBoundary) return parts;
        var delimiter = System.Text.Encoding.UTF8.GetBytes("--" + boundary);
        var bytes = body.Span;
        int at = 0, start = -1;
        while (parts.Count < most && Next(bytes, at, delimiter) is { LineStart: >= 0 } line)
        {
            if (start >= 0) parts.Add(body[start..WithoutLineEnd(bytes, start, line.LineStart)]);
            start = line.IsClosing ? -1 : line.After;
            if (line.IsClosing) break;
            at = line.After;
        }
        if (start >= 0 && bytes[start..].IndexOfAnyExcept(" \t\r\n"u8) >= 0) parts.Add(body[start..]); // cut off before the end
        return parts;
    }

    /// <summary>The boundary the body itself shows, for a header that lost its own: the first line of two dashes above a content field.</summary>
    public static string? Guess(ReadOnlySpan<byte> body)
    {
        for (var tries = 0; tries < 100 && body.IndexOf("--"u8) is var at and >= 0; tries++)
        {
            var line = body[at..];
            var end = line.IndexOf((byte)'\n');
            if (end < 0) return null;
            var next = line[(end + 1)..];
            if ((at == 0 || body[at - 1] == '\n') && next.Length > 8 && System.Text.Ascii.EqualsIgnoreCase(next[..8], "content-"))
                return System.Text.Encoding.UTF8.GetString(line[2..end].TrimEnd(" \t\r"u8));
            body = next;
        }
        return null;
    }

    private static (int LineStart, int After, bool IsClosing) Next(ReadOnlySpan<byte> bytes, int at, ReadOnlySpan<byte> delimiter)
    {
        while (at < bytes.Length && bytes[at..].IndexOf(delimiter) is var offset and >= 0)
        {
            var found = at + offset;
            var rest = bytes[(found + delimiter.Length)..];
            var end = rest.IndexOf((byte)'\n');
            var tail = (end < 0 ? rest : rest[..end]).TrimEnd(" \t\r"u8);
            var after = end < 0 ? bytes.Length : found + delimiter.Length + end + 1;
            var isClosing = tail.SequenceEqual("--"u8);
            if ((found == 0 || bytes[found - 1] == '\n') && (tail.IsEmpty || isClosing)) return (found, after, isClosing);
            at = after;
        }
        return (-1, bytes.Length, false);
    }

    private static int WithoutLineEnd(ReadOnlySpan<byte> bytes, int start, int end)
    {
        if (end > start && bytes[end - 1] == '\n') end--;
        if (end > start && bytes[end - 1] == '\r') end--;
        return end;
    }
}
