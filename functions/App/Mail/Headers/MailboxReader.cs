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

    public readonly bool HasAddress => _address is not null;

    public void Clear()
    {
        _words.ResetWrittenCount();
        _comments?.ResetWrittenCount();
        _address = null;
        _bareStart = -1;
    }

    /// <summary>Takes the atom, encoded word or quoted string at the start; returns its length.</summary>
    public int Word(ReadOnlySpan<byte> raw)
    {
        if (raw[0] == '"') return Quoted(raw);
        var encoded = EncodedWord.At(raw).Length;
        var word = raw[..(encoded > 0 ? encoded : AtomLength(raw))];
        if (encoded == 0 && (word.Contains((byte)'@') || ContinuesAddress(word))) AddToAddress(word);
        else AddToName(word);
        return word.Length;
    }

    private int Quoted(ReadOnlySpan<byte> raw)
    {
        var length = Headers.Comment.QuotedLength(raw);
        if (length < raw.Length && raw[length] == '@') { AddToAddress(raw[..length]); return length; }
        var inside = raw[1..length];
        if (inside.EndsWith("\""u8)) inside = inside[..^1];
        AddToName(default);
        WriteUnescaped(inside, _words);
        return length;
    }

    private void AddToName(ReadOnlySpan<byte> word)
    {
        if (_words.WrittenCount > 0) _words.Write(" "u8);
        _words.Write(word);
    }

    /// <summary>An address outside brackets may be cut by white space around its dots and its @ (RFC 5322 §4.4).</summary>
    private void AddToAddress(ReadOnlySpan<byte> word)
    {
        if (_bareStart < 0 && word[0] == '@' && _words.WrittenCount > 0) _bareStart = _words.WrittenSpan.LastIndexOf((byte)' ') + 1;
        else if (!ContinuesAddress(word) && _words.WrittenCount > 0) _words.Write(" "u8);
        if (_bareStart < 0) _bareStart = _words.WrittenCount;
        _words.Write(word);
        _bareEnd = _words.WrittenCount;
    }

    private readonly bool ContinuesAddress(ReadOnlySpan<byte> word) =>
        _bareStart >= 0 && _bareEnd == _words.WrittenCount && (_words.WrittenSpan[^1] is (byte)'@' or (byte)'.' || word[0] is (byte)'@' or (byte)'.');

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
