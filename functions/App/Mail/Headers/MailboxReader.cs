using System.Buffers;
using System.Text;

namespace HelpdeskMx.Mail.Headers;

/// <summary>Gathers the words, comments and angle address of one mailbox.</summary>
internal ref struct MailboxReader(int capacity, Encoding? fallback)
{
    private static readonly SearchValues<byte> s_wordEnd = SearchValues.Create(" \t\r\n,;:<(\""u8);

    private readonly ArrayBufferWriter<byte> _words = new(capacity + 16);
    private ArrayBufferWriter<byte>? _comments;
    private string? _address;
    private int _bareStart = -1;
    private int _bareEnd;
    private bool _glued;

    public readonly bool HasAddress => _address is not null;

    public void Clear()
    {
        _words.ResetWrittenCount();
        _comments?.ResetWrittenCount();
        _address = null;
        _bareStart = -1;
        _glued = false;
    }

    /// <summary>Takes the atom, encoded word or quoted string at the start; returns its length.</summary>
    public int Word(ReadOnlySpan<byte> raw)
    {
        var quoted = raw[0] == '"';
        var encoded = quoted ? default : EncodedWord.At(raw);
        var length = quoted ? Headers.Comment.QuotedLength(raw) : encoded.Length > 0 ? encoded.Length : AtomLength(raw);
        var word = raw[..length];
        var isLocalPart = quoted && length < raw.Length && raw[length] == '@';
        var at = encoded.Length > 0 || (quoted && !isLocalPart) ? -1 : word.IndexOf((byte)'@');
        var joins = _glued || (_bareStart >= 0 && _bareEnd == _words.WrittenCount && JoinsAddress(word)) || (at == 0 && _words.WrittenCount > 0);
        if (at == 0 && _words.WrittenCount > 0 && _bareStart < 0) _bareStart = LastWordStart();
        if (!joins && _words.WrittenCount > 0) Write(" "u8);
        if ((at >= 0 || isLocalPart) && _bareStart < 0) _bareStart = _words.WrittenCount;
        if (quoted && !isLocalPart) WriteUnquoted(word, _words);
        else Write(word);
        if (_bareStart >= 0 && (at >= 0 || joins || isLocalPart)) _bareEnd = _words.WrittenCount;
        _glued = isLocalPart;
        return length;
    }

    public void Comment(ReadOnlySpan<byte> inside)
    {
        if (inside.EndsWith(")"u8)) inside = inside[..^1];
        _comments ??= new(inside.Length + 16);
        if (_comments.WrittenCount > 0) _comments.Write(" "u8);
        WriteUnescaped(inside.Trim(" \t\r\n"u8), _comments);
    }

    /// <summary>Takes the angle address at the start; returns its length.</summary>
    public int Angle(ReadOnlySpan<byte> raw)
    {
        var address = new ArrayBufferWriter<byte>(64);
        var at = 1;
        while (at < raw.Length && raw[at] != '>')
        {
            switch (raw[at])
            {
                case (byte)'(':
                    var comment = Headers.Comment.Length(raw[at..]);
                    Comment(raw.Slice(at + 1, comment - 1));
                    at += comment;
                    break;
                case (byte)'"':
                    var quoted = Headers.Comment.QuotedLength(raw[at..]);
                    address.Write(raw.Slice(at, quoted));
                    at += quoted;
                    break;
                case (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)'<':
                    at++;
                    break;
                default:
                    address.Write(raw.Slice(at++, 1));
                    break;
            }
        }
        _address ??= Text(WithoutRoute(address.WrittenSpan));
        return at + 1;
    }

    public void Finish(List<MailAddress> found)
    {
        var name = _words.WrittenSpan;
        if (_address is null && _bareStart >= 0)
        {
            _address = Text(name[_bareStart.._bareEnd]);
            name = _bareStart > 0 ? name[.._bareStart].TrimEnd(" "u8) : name[_bareEnd..].TrimStart(" "u8);
        }
        var phrase = name.IsEmpty ? "" : HeaderText.DecodeWords(name, fallback);
        var remark = _comments is { WrittenCount: > 0 } ? HeaderText.DecodeWords(_comments.WrittenSpan, fallback) : "";
        if (_address is null && phrase.Length > 0) _address = phrase.Trim();
        if (_address is { } address)
        {
            var display = phrase.Length == 0 ? remark : remark.Length == 0 ? phrase : address == phrase ? remark : $"{phrase} ({remark})";
            if (address.Length > 0 || display.Length > 0) found.Add(new(display.Length == 0 ? null : display, address));
        }
        Clear();
    }

    private static int AtomLength(ReadOnlySpan<byte> raw)
    {
        var length = raw.IndexOfAny(s_wordEnd);
        if (length < 0) length = raw.Length;
        var literal = raw[..length].IndexOf("@["u8); // a domain literal may hold colons (RFC 5321 §4.1.3)
        if (literal >= 0 && raw[literal..].IndexOf((byte)']') is var close and >= 0) return literal + close + 1;
        return Math.Max(length, 1);
    }

    /// <summary>"jdoe @ example . org": white space around the dots and the @ of an address (RFC 5322 §4.4).</summary>
    private readonly bool JoinsAddress(ReadOnlySpan<byte> word) => _words.WrittenSpan[^1] is (byte)'@' or (byte)'.' || word[0] is (byte)'@' or (byte)'.';

    private readonly int LastWordStart() => _words.WrittenSpan.LastIndexOf((byte)' ') + 1;

    private readonly void Write(ReadOnlySpan<byte> bytes) => _words.Write(bytes);

    private static void WriteUnquoted(ReadOnlySpan<byte> quoted, ArrayBufferWriter<byte> target)
    {
        var inside = quoted[1..];
        if (inside.EndsWith("\""u8)) inside = inside[..^1];
        WriteUnescaped(inside, target);
    }

    private static void WriteUnescaped(ReadOnlySpan<byte> text, ArrayBufferWriter<byte> target)
    {
        var to = target.GetSpan(text.Length + 1);
        var written = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is (byte)'\r' or (byte)'\n') continue;
            if (text[i] == '\\' && i + 1 < text.Length) i++;
            to[written++] = text[i];
        }
        target.Advance(written);
    }

    /// <summary>Drops the obsolete source route of "&lt;@a,@b:user@c&gt;" (RFC 5322 §4.4).</summary>
    private static ReadOnlySpan<byte> WithoutRoute(ReadOnlySpan<byte> address) =>
        address.Length > 0 && address[0] == '@' && address.IndexOf((byte)':') is var colon and >= 0 ? address[(colon + 1)..] : address;

    private readonly string Text(ReadOnlySpan<byte> bytes) => HeaderText.DecodeWords(bytes, fallback).Trim();
}
