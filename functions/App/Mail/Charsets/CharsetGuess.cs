using System.Buffers;

namespace HelpdeskMx.Mail.Charsets;

/// <summary>Guesses the charset of bytes that are neither ASCII nor UTF-8 by how well they fit the letters of each candidate.</summary>
internal static class CharsetGuess
{
    private const int Sample = 4096;

    /// <summary>Letters of Czech, Slovak and Polish where windows-1252 has rare ones.</summary>
    private static readonly SearchValues<byte> s_central = SearchValues.Create(
        [0x8A, 0x8D, 0x8E, 0x9A, 0x9C, 0x9D, 0x9E, 0x9F, 0xB3, 0xB9, 0xBF, 0xC8, 0xCC, 0xD8, 0xD9, 0xE6, 0xE8, 0xEA, 0xEC, 0xEF, 0xF2, 0xF8, 0xF9]);

    /// <summary>The likeliest code page; UTF-8 where only a few bytes break it, windows-1252 where nothing fits.</summary>
    public static int CodePageOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > Sample) bytes = bytes[..Sample];
        if (MostlyUtf8(bytes)) return CharsetLabels.Utf8;
        var (page, best) = (1252, 0.6);
        ReadOnlySpan<(int Page, double Score)> candidates =
        [
            (949, Pairs(bytes, Korean)),
            (54936, Pairs(bytes, Chinese)),
            (932, Pairs(bytes, ShiftJis)),
            (51932, Pairs(bytes, EucJp)),
            (950, Pairs(bytes, Big5)),
            (1251, Letters(bytes, Cyrillic1251)),
            (20866, Letters(bytes, Koi8)),
            (1250, Letters(bytes, Central)),
        ];
        foreach (var (candidate, score) in candidates)
            if (score > best) (page, best) = (candidate, score);
        return page;
    }

    /// <summary>The code page of bytes that under a Latin label would be nonsense: a script of other letters, and hardly any Latin ones among them; 0 where the label may well be true.</summary>
    public static int Foreign(ReadOnlySpan<byte> bytes)
    {
        const int Few = 16;
        if (bytes.Length > Sample) bytes = bytes[..Sample];
        int high = 0, latin = 0;
        foreach (var b in bytes)
        {
            if (b >= 0x80) high++;
            else if (char.IsAsciiLetter((char)b)) latin++;
        }
        return high >= Few && high > 2 * latin && CodePageOf(bytes) is var page and not (1252 or 1250 or CharsetLabels.Utf8) ? page : 0;
    }

    private static bool MostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        int good = 0, bad = 0;
        while (bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F) is var at and >= 0)
        {
            bytes = bytes[at..];
            var status = System.Text.Rune.DecodeFromUtf8(bytes, out _, out var length);
            if (status == OperationStatus.Done) good++;
            else if (status == OperationStatus.InvalidData) bad++;
            bytes = bytes[Math.Max(length, 1)..];
        }
        return good > bad;
    }

    /// <summary>How much of what is not ASCII forms pairs that the language uses often: 0 to 1.</summary>
    private static double Pairs(ReadOnlySpan<byte> bytes, Func<byte, byte, double> weigh)
    {
        double sum = 0;
        var pairs = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0x80) continue;
            pairs++;
            if (i + 1 < bytes.Length) sum += weigh(bytes[i], bytes[++i]);
        }
        return pairs < 2 ? 0 : sum / pairs;
    }

    /// <summary>How far the bytes above ASCII are the letters of an alphabet, given whether each stands beside a Latin letter: 0 to 1.</summary>
    private static double Letters(ReadOnlySpan<byte> bytes, Func<byte, bool, double> weigh)
    {
        double sum = 0;
        var count = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0x80) continue;
            count++;
            sum += weigh(bytes[i], (i > 0 && char.IsAsciiLetter((char)bytes[i - 1])) || (i + 1 < bytes.Length && char.IsAsciiLetter((char)bytes[i + 1])));
        }
        return count == 0 ? 0 : sum / count;
    }

    private static double Korean(byte first, byte second) => second < 0xA1 ? -1 : first is >= 0xB0 and <= 0xC8 ? 1 : first is >= 0xA1 and <= 0xA3 ? 0.5 : 0;

    private static double Chinese(byte first, byte second) => second < 0x40 ? -1 : second < 0xA1 ? 0 : first is >= 0xB0 and <= 0xD7 ? 0.95 : first == 0xA3 || first == 0xA1 ? 0.7 : 0.2;

    private static double ShiftJis(byte first, byte second) => (first, second) switch
    {
        (_, < 0x40) => -1,
        (0x82, >= 0x9F and <= 0xF1) => 1,
        (0x83, <= 0x96) => 1,
        (0x81, _) => 0.9,
        ( >= 0x88 and <= 0x97, _) => 0.8,
        _ => 0,
    };

    private static double EucJp(byte first, byte second) => second < 0xA1 ? -1 : first is 0xA4 or 0xA5 ? 1.2 : first is >= 0xB0 and <= 0xCF ? 0.8 : 0.3;

    private static double Big5(byte first, byte second) => second is < 0x40 or (>= 0x7F and < 0xA1) ? -1 : first is >= 0xA4 and <= 0xC6 ? 0.9 : first is 0xA1 or 0xA2 ? 0.7 : 0.1;

    private static double Cyrillic1251(byte b, bool besideLatin) => besideLatin ? 0 : b >= 0xE0 ? 1 : b is >= 0xC0 or 0xA8 or 0xB8 ? 0.5 : 0;

    private static double Koi8(byte b, bool besideLatin) => besideLatin ? 0 : b is >= 0xC0 and <= 0xDF ? 1 : b >= 0xE0 ? 0.5 : 0;

    private static double Central(byte b, bool besideLatin) => s_central.Contains(b) ? (besideLatin ? 1 : 0.9) : b is 0xE1 or 0xE9 or 0xED or 0xF3 or 0xFA or 0xFD ? 0.6 : 0;
}
