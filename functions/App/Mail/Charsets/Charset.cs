using System.Collections.Concurrent;
using System.Text;
using System.Text.Unicode;

namespace HelpdeskMx.Mail.Charsets;

/// <summary>Turns bytes into text by the charset a message names, and sees through labels that lie.</summary>
public static class Charset
{
    private const int LongestLabel = 40;
    private static readonly ConcurrentDictionary<int, Encoding> s_encodings = new();
    private static readonly EncoderFallback s_encoderFallback = EncoderFallback.ReplacementFallback;
    private static readonly DecoderFallback s_decoderFallback = new DecoderReplacementFallback("\uFFFD");

    /// <summary>Decodes by the label, or by what the bytes look like where the label is missing, unknown or contradicted by them. Never fails.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> label)
    {
        var page = CodePage(label);
        if (page == CharsetLabels.Utf7) return Utf7.Decode(bytes);
        var encoding = page == 0 ? null : Encoding(page);
        if (page is 0 or CharsetLabels.Utf8 or CharsetLabels.Ascii) return DecodeRaw(bytes, fallback: null);
        if (IsWide(page)) return Wide.Decode(bytes, encoding!);
        if (CharsetLabels.IsStateful(page)) return encoding!.GetString(bytes);
        if (Wide.IsMarked(bytes) || Iso2022.CodePageOf(bytes) > 0) return DecodeRaw(bytes, encoding);
        if (Ascii.IsValid(bytes)) return System.Text.Encoding.ASCII.GetString(bytes);
        if (encoding!.IsSingleByte) return (Utf8.IsValid(bytes) ? System.Text.Encoding.UTF8 : IsLatin(page) && CharsetGuess.Foreign(bytes) is var other and > 0 ? Encoding(other) : encoding).GetString(bytes);
        var text = encoding.GetString(bytes);
        return text.Contains('\uFFFD') && Utf8.IsValid(bytes) ? System.Text.Encoding.UTF8.GetString(bytes) : text;
    }

    /// <summary>Decodes bytes that carry no label: UTF-8 if they are, else the fallback, else the likeliest legacy charset.</summary>
    public static string DecodeRaw(ReadOnlySpan<byte> bytes, Encoding? fallback)
    {
        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes["\uFEFF"u8.Length..];
        if (Wide.IsMarked(bytes)) return Wide.Decode(bytes, Encoding(1200));
        if (Iso2022.CodePageOf(bytes) is var escaped and > 0) return Encoding(escaped).GetString(bytes);
        if (Ascii.IsValid(bytes)) return System.Text.Encoding.ASCII.GetString(bytes);
        if (Utf8.IsValid(bytes)) return System.Text.Encoding.UTF8.GetString(bytes);
        return (fallback ?? Encoding(CharsetGuess.CodePageOf(bytes))).GetString(bytes);
    }

    /// <summary>The encoding a label names; null where the label is unknown, or names one that is no table (UTF-7, US-ASCII, UTF-8).</summary>
    internal static Encoding? Legacy(ReadOnlySpan<byte> label)
    {
        var page = CodePage(label);
        return page is 0 or CharsetLabels.Utf8 or CharsetLabels.Ascii or CharsetLabels.Utf7 || IsWide(page) || CharsetLabels.IsStateful(page) ? null : Encoding(page);
    }

    /// <summary>The labels that programs put on everything.</summary>
    private static bool IsLatin(int page) => page is 1252 or 28605;

    private static bool IsWide(int page) => page is 1200 or 1201 or 12000 or 12001;

    private static int CodePage(ReadOnlySpan<byte> label)
    {
        label = label.Trim(" \t\r\n\"'"u8);
        if (label.IsEmpty || label.Length > LongestLabel || !Ascii.IsValid(label)) return 0;
        Span<char> lower = stackalloc char[LongestLabel];
        Ascii.ToLower(label, lower, out var length);
        return CharsetLabels.CodePage(lower[..length]);
    }

    private static Encoding Encoding(int page) => s_encodings.GetOrAdd(page, static page =>
        CodePagesEncodingProvider.Instance.GetEncoding(page, s_encoderFallback, s_decoderFallback)
        ?? System.Text.Encoding.GetEncoding(page, s_encoderFallback, s_decoderFallback));
}
