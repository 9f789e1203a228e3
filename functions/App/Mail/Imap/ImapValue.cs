using System.Globalization;
using System.Text;

namespace HelpdeskMx.Mail.Imap;

/// <summary>One value of an answer: a word, bytes (quoted or counted), or a list of values. NIL is a word.</summary>
internal sealed record ImapValue(string? Word, byte[]? Bytes = null, IReadOnlyList<ImapValue>? Items = null)
{
    /// <summary>The value as an unsigned number; null when it is none.</summary>
    public uint? Number => uint.TryParse(Word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public bool Is(string word) => string.Equals(Word, word, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Reads the values of one answer, whose counted bytes stand apart from its text.</summary>
internal sealed class ImapValues(byte[] text, IReadOnlyList<byte[]> literals)
{
    private const int DeepestList = 32;
    private const byte LiteralMark = 0; // no answer may hold it (RFC 3501 §9, CHAR)
    private int at;
    private int literal;

    public IReadOnlyList<ImapValue> Read() => List(0);

    private List<ImapValue> List(int depth)
    {
        if (depth > DeepestList) throw MailServerException.Unreadable("its lists nest too deep");
        var values = new List<ImapValue>();
        while (at < text.Length)
        {
            var c = text[at];
            if (c == ' ') at++;
            else if (c == ')') return depth > 0 ? values : throw MailServerException.Unreadable("a list ends that never began");
            else values.Add(One(c, depth));
        }
        return depth == 0 ? values : throw MailServerException.Unreadable("a list has no end");
    }

    private ImapValue One(byte c, int depth)
    {
        switch (c)
        {
            case (byte)'(':
                at++;
                var items = List(depth + 1);
                at++;
                return new(null, null, items);
            case (byte)'"':
                return new(null, Quoted());
            case LiteralMark:
                at++;
                return literal < literals.Count ? new(null, literals[literal++]) : throw MailServerException.Unreadable("it holds a NUL");
            default:
                return new(Word());
        }
    }

    private byte[] Quoted()
    {
        using var quoted = new MemoryStream();
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '"')
            {
                at++;
                return quoted.ToArray();
            }
            if (text[at] == '\\') at++;
            if (at < text.Length) quoted.WriteByte(text[at]);
        }
        throw MailServerException.Unreadable("a quoted string has no end");
    }

    /// <summary>Up to a space or bracket; what stands in square brackets belongs to the word, as in <c>BODY[HEADER.FIELDS (TO)]</c>.</summary>
    private string Word()
    {
        var start = at;
        var square = 0;
        for (; at < text.Length && (square > 0 || text[at] is not ((byte)' ' or (byte)'(' or (byte)')' or (byte)'"' or LiteralMark)); at++)
            square += text[at] switch { (byte)'[' => 1, (byte)']' when square > 0 => -1, _ => 0 };
        return Encoding.UTF8.GetString(text, start, at - start);
    }
}
