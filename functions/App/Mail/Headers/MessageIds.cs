using System.Text;

namespace HelpdeskMx.Mail.Headers;

/// <summary>Reads Message-ID, In-Reply-To and References (RFC 5322 §3.6.4), with or without their angle brackets.</summary>
public static class MessageIds
{
    private const int Most = 1000;

    /// <summary>The ids in their order, without brackets, otherwise as written.</summary>
    public static IReadOnlyList<string> Parse(ReadOnlySpan<byte> raw)
    {
        raw = raw.Trim(" \t\r\n"u8);
        if (raw.IsEmpty) return [];
        var ids = new List<string>(2);
        if (raw.IndexOf((byte)'<') < 0) AddBare(raw, ids);
        else AddBracketed(raw, ids);
        return ids;
    }

    private static void AddBracketed(ReadOnlySpan<byte> raw, List<string> ids)
    {
        while (ids.Count < Most && !raw.IsEmpty)
        {
            var close = raw.IndexOf((byte)'>');
            var upTo = close < 0 ? raw : raw[..close];
            var open = upTo.LastIndexOf((byte)'<'); // the last: "<<id>>", or an id cut off before this one
            if (open >= 0) Add(upTo[(open + 1)..], ids);
            raw = close < 0 ? default : raw[(close + 1)..];
        }
    }

    private static void AddBare(ReadOnlySpan<byte> raw, List<string> ids)
    {
        while (!raw.IsEmpty && ids.Count < Most)
        {
            var end = raw.IndexOfAny(" \t\r\n,"u8);
            Add(end < 0 ? raw : raw[..end], ids);
            raw = end < 0 ? default : raw[(end + 1)..].TrimStart(" \t\r\n,"u8);
        }
    }

    private static void Add(ReadOnlySpan<byte> id, List<string> ids)
    {
        id = id.Trim(" \t\r\n"u8);
        if (id.IsEmpty) return;
        var text = Encoding.UTF8.GetString(id);
        if (id.IndexOfAny((byte)'\r', (byte)'\n') >= 0) text = string.Concat(text.Split(['\r', '\n', '\t', ' '])); // folded in the middle
        ids.Add(text);
    }
}
