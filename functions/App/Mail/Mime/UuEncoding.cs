using System.Text;

namespace HelpdeskMx.Mail.Mime;

/// <summary>A file uuencoded inside a text: <c>begin 644 name</c>, lines, <c>end</c> (POSIX uuencode).</summary>
/// <param name="Start">Offset of the begin line.</param>
/// <param name="End">Offset after the end line.</param>
internal sealed record UuEncoding(int Start, int End, string Name, byte[] Content)
{
    /// <summary>The first complete file in the text; null where there is none.</summary>
    public static UuEncoding? Find(ReadOnlySpan<byte> text)
    {
        var at = 0;
        while (at < text.Length && text[at..].IndexOf("begin "u8) is var offset and >= 0)
        {
            at += offset;
            if ((at == 0 || text[at - 1] == '\n') && ReadAt(text, at) is { } file) return file;
            at += "begin "u8.Length;
        }
        return null;
    }

    private static UuEncoding? ReadAt(ReadOnlySpan<byte> text, int start)
    {
        var rest = text[start..];
        var head = Line(ref rest)["begin "u8.Length..];
        if (head.Length < 5 || head[..3].IndexOfAnyExceptInRange((byte)'0', (byte)'7') >= 0 || head.IndexOf((byte)' ') is not (3 or 4)) return null;
        var content = new MemoryStream();
        while (!rest.IsEmpty)
        {
            var line = Line(ref rest);
            if (line.SequenceEqual("end"u8))
                return content.Length == 0 ? null : new(start, text.Length - rest.Length, Encoding.UTF8.GetString(head[(head.IndexOf((byte)' ') + 1)..]), content.ToArray());
            if (line.IsEmpty || line[0] is (byte)'`' or (byte)' ') continue;
            var length = (line[0] - 32) & 63;
            if (line[0] < 33 || line[0] > 96 || line.Length - 1 < length * 4 / 3 - 2) return null;
            DecodeLine(line[1..], length, content);
        }
        return null;
    }

    private static void DecodeLine(ReadOnlySpan<byte> line, int length, MemoryStream content)
    {
        for (var i = 0; length > 0; i += 4, length -= 3)
        {
            var group = (Value(line, i) << 18) | (Value(line, i + 1) << 12) | (Value(line, i + 2) << 6) | Value(line, i + 3);
            content.WriteByte((byte)(group >> 16));
            if (length > 1) content.WriteByte((byte)(group >> 8));
            if (length > 2) content.WriteByte((byte)group);
        }
    }

    private static int Value(ReadOnlySpan<byte> line, int at) => at < line.Length ? (line[at] - 32) & 63 : 0;

    private static ReadOnlySpan<byte> Line(ref ReadOnlySpan<byte> rest)
    {
        var end = rest.IndexOf((byte)'\n');
        var line = (end < 0 ? rest : rest[..end]).TrimEnd((byte)'\r');
        rest = end < 0 ? default : rest[(end + 1)..];
        return line;
    }
}
