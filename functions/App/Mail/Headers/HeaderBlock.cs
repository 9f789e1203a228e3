using System.Buffers;

namespace HelpdeskMx.Mail.Headers;

/// <summary>The header of a message or part, cut into fields without copying (RFC 5322 §2.2, with the breakage seen in the wild).</summary>
internal readonly struct HeaderBlock
{
    private static readonly SearchValues<byte> s_nameBytes = SearchValues.Create(
        "!\"#$%&'()*+,-./0123456789;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~"u8);

    private HeaderBlock(ReadOnlyMemory<byte> bytes, HeaderField[] fields, int bodyStart) => (Bytes, Fields, BodyStart) = (bytes, fields, bodyStart);

    public ReadOnlyMemory<byte> Bytes { get; }

    public HeaderField[] Fields { get; }

    /// <summary>Offset of the body's first byte in what was read.</summary>
    public int BodyStart { get; }

    /// <summary>The raw value of the first field of that name; empty where there is none.</summary>
    public ReadOnlySpan<byte> Raw(string name)
    {
        var block = Bytes.Span;
        foreach (var field in Fields)
            if (field.Is(block, name)) return field.Value(block);
        return default;
    }

    public static HeaderBlock Read(ReadOnlyMemory<byte> entity, MailLimits limits, ICollection<string> defects)
    {
        var bytes = entity.Span;
        var fields = ArrayPool<HeaderField>.Shared.Rent(64);
        int count = 0, at = 0;
        while (at < bytes.Length)
        {
            var line = Line(bytes, at, out var next);
            if (line.IsEmpty) { at = next; break; }
            if (at > limits.HeaderBytes) { defects.Add("header too long"); at = SkipToBody(bytes, at); break; }
            if (line[0] is (byte)' ' or (byte)'\t')
            {
                if (count > 0) fields[count - 1] = fields[count - 1] with { ValueEnd = at + line.Length };
            }
            else if (NameLength(line) is var name and > 0)
            {
                if (count == limits.HeaderFields) { defects.Add("too many header fields"); at = SkipToBody(bytes, at); break; }
                if (count == fields.Length) fields = Grow(fields);
                var colon = line.IndexOf((byte)':');
                fields[count++] = new(at, at + name, at + colon + 1, at + line.Length);
            }
            else if (!IsPostmark(line))
            {
                defects.Add("a header line without a name");
                if (count == 0 || NameLength(Line(bytes, next, out _)) == 0) break; // the body began without an empty line
                fields[count - 1] = fields[count - 1] with { ValueEnd = at + line.Length };
            }
            at = next;
        }
        for (var i = 0; i < count; i++) fields[i] = fields[i] with { ValueEnd = Math.Min(fields[i].ValueEnd, fields[i].ValueStart + limits.HeaderBytes) };
        var block = new HeaderBlock(entity[..at], fields.AsSpan(0, count).ToArray(), at);
        ArrayPool<HeaderField>.Shared.Return(fields);
        return block;
    }

    /// <summary>The mbox separator, which is no field.</summary>
    private static bool IsPostmark(ReadOnlySpan<byte> line) => line.StartsWith("From "u8) || line.StartsWith(">From "u8);

    private static ReadOnlySpan<byte> Line(ReadOnlySpan<byte> bytes, int at, out int next)
    {
        var rest = bytes[at..];
        var end = rest.IndexOf((byte)'\n');
        next = end < 0 ? bytes.Length : at + end + 1;
        if (end < 0) end = rest.Length;
        if (end > 0 && rest[end - 1] == '\r') end--;
        return rest[..end];
    }

    /// <summary>Length of the field name, allowing the white space before the colon of RFC 5322 §4.5; 0 where the line is no field.</summary>
    private static int NameLength(ReadOnlySpan<byte> line)
    {
        var length = line.IndexOfAnyExcept(s_nameBytes);
        if (length <= 0) return 0;
        var after = line[length..].TrimStart(" \t"u8);
        return after.Length > 0 && after[0] == ':' ? length : 0;
    }

    private static int SkipToBody(ReadOnlySpan<byte> bytes, int at)
    {
        while (at < bytes.Length)
            if (Line(bytes, at, out at).IsEmpty) break;
        return at;
    }

    private static HeaderField[] Grow(HeaderField[] fields)
    {
        var larger = ArrayPool<HeaderField>.Shared.Rent(fields.Length * 2);
        fields.CopyTo(larger, 0);
        ArrayPool<HeaderField>.Shared.Return(fields);
        return larger;
    }
}
