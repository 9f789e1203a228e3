using System.Text;

namespace HelpdeskMx.Mail.Imap;

/// <summary>One answer of a server, up to the end of its last line.</summary>
/// <param name="Tag"><c>*</c>, <c>+</c> or the tag of a command.</param>
/// <param name="Status">OK, NO, BAD, BYE or PREAUTH; null for data.</param>
/// <param name="Text">What follows the status, or the rest of a continuation.</param>
/// <param name="Values">The data of an untagged answer.</param>
internal sealed record ImapAnswer(string Tag, string? Status, string Text, IReadOnlyList<ImapValue> Values)
{
    private static readonly string[] Statuses = ["OK", "NO", "BAD", "BYE", "PREAUTH"];

    /// <summary>The words in square brackets that begin the text, such as <c>UIDNEXT 12</c>; empty where there are none.</summary>
    public string Code => Text.StartsWith('[') && Text.IndexOf(']') is var end and > 0 ? Text[1..end] : "";

    /// <summary>Reads the next answer.</summary>
    public static async Task<ImapAnswer> ReadAsync(ImapLine line, CancellationToken ct)
    {
        var first = await line.ReadLineAsync(ct);
        var words = Encoding.UTF8.GetString(first.AsSpan(0, Math.Min(first.Length, 4096))).Split(' ', 3);
        if (words[0] == "+") return new("+", null, string.Join(' ', words[1..]), []);
        if (words.Length < 2) throw MailServerException.Unreadable("a line has one word");
        if (Statuses.FirstOrDefault(s => s.Equals(words[1], StringComparison.OrdinalIgnoreCase)) is { } status) return new(words[0], status, words.Length > 2 ? words[2] : "", []);
        return words[0] == "*" ? new("*", null, "", await DataAsync(first, line, ct)) : throw MailServerException.Unreadable("a line begins with neither a star nor a tag");
    }

    private static async Task<IReadOnlyList<ImapValue>> DataAsync(byte[] first, ImapLine line, CancellationToken ct)
    {
        if (first.AsSpan().Contains((byte)0)) throw MailServerException.Unreadable("it holds a NUL");
        List<byte[]> literals = [];
        using var text = new MemoryStream();
        var piece = first[2..];
        while (Announced(piece) is var (before, count))
        {
            text.Write(piece.AsSpan(0, before));
            text.WriteByte(0);
            literals.Add(await line.ReadAsync(count, ct));
            piece = await line.ReadLineAsync(ct);
        }
        text.Write(piece);
        return new ImapValues(text.ToArray(), literals).Read();
    }

    /// <summary>How many bytes follow a line that ends in <c>{n}</c>, and where that mark begins.</summary>
    private static (int Before, int Count)? Announced(ReadOnlySpan<byte> line)
    {
        var open = line.LastIndexOf((byte)'{');
        if (open < 0 || line[^1] != '}') return null;
        var digits = Encoding.ASCII.GetString(line[(open + 1)..^1]);
        if (digits.Length == 0 || !digits.All(char.IsAsciiDigit)) return null;
        return int.TryParse(digits, out var count) ? (open, count) : throw MailServerException.Unreadable("it announces too many bytes");
    }
}
