using HelpdeskMx.Bench.Seeding;

namespace HelpdeskMx.Bench.Mails;

/// <summary>Any number of broken messages, the same for the same number: bytes flipped, pieces cut, repeated or taken from elsewhere, messages nested in one another.</summary>
public sealed class BrokenMails(IReadOnlyList<byte[]> seeds)
{
    private const int MostChanges = 6;
    private const int LongestCut = 400;
    private const int LongestRepeat = 200_000;
    private const int Largest = 1_000_000;

    private static readonly byte[][] tokens =
    [
        .. new[]
        {
            "\r\n", "\n", "\r", "\r\n\r\n", "\t", "\"", "<", ">", "(", ")", "=", "?", ";", ",", ":", "\\", "-", "--", "\0", "\u001b", "\u001b$B", "=?utf-8?B?", "=?x?Q?", "?=", "%", "*0*=", "*999999999=", "&#x110000;", "<!--", "]]>", "</", "<table>", "<blockquote>", "<a ",
            "\nbegin 644 x\n", "\nend\n", "\r\n--", "Content-Type: multipart/mixed; boundary=\"", "Content-Transfer-Encoding: base64\r\n", "Content-Type: text/html; charset=utf-7\r\n", "Content-Type: application/ms-tnef\r\n", "format=flowed; delsp=yes", " wrote:\n> ", "From: a\nSent: b\nTo: c\n",
            "On Mon, 6 May 2024 at 10:00 ", "Diagnostic-Code: smtp; 550 ", "\u202e", "\ud55c", "\U0001F642",
        }.Select(System.Text.Encoding.UTF8.GetBytes),
    ];

    /// <summary>The broken message of this number.</summary>
    public byte[] Mail(int number)
    {
        var dice = new Dice(20240506, (ulong)number);
        var mail = new List<byte>(dice.Pick(seeds));
        for (var left = dice.Between(1, MostChanges); left > 0 && mail.Count > 0; left--) Break(mail, dice);
        return mail.Count > Largest ? [.. mail.Take(Largest)] : [.. mail];
    }

    private void Break(List<byte> mail, Dice dice)
    {
        var at = dice.Below(mail.Count);
        switch (dice.Weighted([4, 3, 1, 3, 3, 2, 1, 0.3]))
        {
            case 0: for (var i = dice.Between(1, 8); i > 0; i--) mail[dice.Below(mail.Count)] ^= (byte)(1 << dice.Below(8)); break;
            case 1: mail.RemoveRange(at, Math.Min(mail.Count - at, dice.Below(LongestCut))); break;
            case 2: mail.RemoveRange(at, mail.Count - at); break;
            case 3: mail.InsertRange(at, dice.Pick(tokens)); break;
            case 4: mail.InsertRange(at, Piece(dice.Pick(seeds), dice)); break;
            case 5: mail.InsertRange(at, Piece([.. mail], dice)); break;
            case 6: mail.InsertRange(0, Wrapping(dice)); break;
            default: mail.InsertRange(at, Repeated(dice.Chance(0.5) ? dice.Pick(tokens) : Piece(dice.Pick(seeds), dice), dice)); break;
        }
    }

    private static byte[] Piece(byte[] of, Dice dice)
    {
        var from = dice.Below(of.Length);
        return of.AsSpan(from, dice.Below(Math.Min(of.Length - from, dice.Chance(0.1) ? of.Length : 4_000))).ToArray();
    }

    private static byte[] Wrapping(Dice dice) => dice.Chance(0.5)
        ? "Content-Type: message/rfc822\r\n\r\n"u8.ToArray()
        : "Subject: outer\r\nContent-Type: multipart/mixed; boundary=\"w\"\r\n\r\nto nobody\r\n--w\r\nContent-Type: text/html\r\n\r\n<p>outer</p>\r\n--w\r\n"u8.ToArray();

    private static IEnumerable<byte> Repeated(byte[] piece, Dice dice) =>
        piece.Length == 0 ? piece : Enumerable.Repeat(piece, dice.Below(Math.Max(2, LongestRepeat / piece.Length))).SelectMany(bytes => bytes);
}
