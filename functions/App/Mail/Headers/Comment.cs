namespace HelpdeskMx.Mail.Headers;

/// <summary>Comments and quoted strings, which hide delimiters in structured headers (RFC 5322 §3.2.2, §3.2.4).</summary>
internal static class Comment
{
    /// <summary>Length of the comment that begins at the start of the value, nesting and escapes included; the whole rest where it is not closed.</summary>
    public static int Length(ReadOnlySpan<byte> value)
    {
        var depth = 0;
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '\\') i++;
            else if (value[i] == '(') depth++;
            else if (value[i] == ')' && --depth == 0) return i + 1;
        }
        return value.Length;
    }

    /// <summary>Length of the quoted string that begins at the start of the value; the whole rest where it is not closed.</summary>
    public static int QuotedLength(ReadOnlySpan<byte> value)
    {
        for (var i = 1; i < value.Length; i++)
        {
            if (value[i] == '\\') i++;
            else if (value[i] == '"') return i + 1;
        }
        return value.Length;
    }

    /// <summary>Skips white space and comments.</summary>
    public static ReadOnlySpan<byte> Skip(ReadOnlySpan<byte> value)
    {
        while (true)
        {
            value = value.TrimStart(" \t\r\n"u8);
            if (value.IsEmpty || value[0] != '(') return value;
            value = value[Length(value)..];
        }
    }
}
