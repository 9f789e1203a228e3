using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace HelpdeskMx.Mail.Charsets;

/// <summary>The names under which charsets travel, and the code page each is best read with: the superset where senders confuse the two (WHATWG Encoding §4.2).</summary>
internal static class CharsetLabels
{
    public const int Ascii = 20127;
    public const int Utf8 = 65001;
    public const int Utf7 = 65000;

    private static readonly (int Page, string Labels)[] s_table =
    [
        (Utf8, "utf-8 utf8 utf-8-mac unicode-1-1-utf-8 utf8mb4 cp65001"),
        (Ascii, "us-ascii ascii ansi_x3.4-1968 iso646-us 646 7bit"),
        (Utf7, "utf-7 utf7 unicode-1-1-utf-7 csunicode11utf7"),
        (1200, "utf-16 utf-16le unicode ucs-2"),
        (1201, "utf-16be"),
        (12000, "utf-32 utf-32le"),
        (12001, "utf-32be"),
        (1252, "iso-8859-1 iso8859-1 iso_8859-1 iso88591 latin1 l1 ansi x-ansi"),
        (28592, "latin2 l2 iso-8859-16"),
        (28594, "iso-8859-10"),
        (28605, "latin9 latin-9"),
        (1254, "iso-8859-9 latin5"),
        (874, "iso-8859-11 tis-620"),
        (38598, "iso-8859-8-i"),
        (28598, "iso-8859-8-e"),
        (20866, "koi8-r koi8 koi koi8r"),
        (21866, "koi8-u koi8-ru"),
        (949, "ks_c_5601-1987 ks_c_5601-1989 ks_c_5601 ks-c-5601-1987 ksc5601 ksc_5601 euc-kr euckr uhc ms949 korean"),
        (50225, "iso-2022-kr"),
        (50220, "iso-2022-jp iso-2022-jp-1 iso-2022-jp-2 iso-2022-jp-3 iso-2022-jp-ms"),
        (50221, "csiso2022jp"),
        (932, "shift_jis shift-jis sjis x-sjis ms_kanji windows-31j"),
        (51932, "euc-jp x-euc-jp eucjp"),
        (54936, "gb2312 gb_2312-80 gbk gb18030 x-gbk euc-cn chinese"),
        (52936, "hz-gb-2312"),
        (950, "big5 big-5 big5-hkscs x-x-big5 cn-big5"),
        (10000, "macintosh mac x-mac-roman"),
        (10007, "x-mac-cyrillic"),
        (10029, "x-mac-ce"),
    ];

    private static readonly FrozenDictionary<string, int> s_pages = s_table
        .SelectMany(row => row.Labels.Split(' ').Select(label => KeyValuePair.Create(label, row.Page)))
        .ToFrozenDictionary();

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> s_lookup = s_pages.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The code page of a lower-case label; 0 where it is unknown.</summary>
    public static int CodePage(ReadOnlySpan<char> label)
    {
        if (s_lookup.TryGetValue(label, out var page)) return page;
        foreach (var prefix in (ReadOnlySpan<string>)["windows-", "windows", "x-cp", "cp-", "cp", "ibm-", "ibm", "dos-", "ms-"])
            if (label.StartsWith(prefix, StringComparison.Ordinal)) return Numbered(label[prefix.Length..], 0);
        foreach (var prefix in (ReadOnlySpan<string>)["iso-8859-", "iso_8859-", "iso8859-", "iso8859_", "8859-"])
            if (label.StartsWith(prefix, StringComparison.Ordinal)) return Numbered(label[prefix.Length..], 28590);
        return Known(CodePagesEncodingProvider.Instance.GetEncoding(label.ToString())?.CodePage ?? 0);
    }

    /// <summary>Charsets whose bytes look like ASCII and change meaning with escapes: ISO-2022 and HZ.</summary>
    public static bool IsStateful(int page) => page is >= 50220 and <= 50229 or 52936;

    private static int Numbered(ReadOnlySpan<char> digits, int offset)
    {
        var end = digits.IndexOfAnyExceptInRange('0', '9');
        if (end >= 0) digits = digits[..end];
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 66000 ? Known(number + offset) : 0;
    }

    private static int Known(int page) => page switch
    {
        28591 => 1252,
        28599 => 1254,
        936 or 20936 => 54936,
        51949 => 949,
        _ when page is > 0 and < 66000 && CodePagesEncodingProvider.Instance.GetEncoding(page) is not null => page,
        _ => 0,
    };
}
