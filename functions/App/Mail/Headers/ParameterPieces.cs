using System.Buffers;
using System.Globalization;
using System.Text;
using HelpdeskMx.Mail.Charsets;

namespace HelpdeskMx.Mail.Headers;

/// <summary>Puts together parameters that come in numbered pieces, percent-encoded, or both (RFC 2231 §3, §4).</summary>
internal sealed class ParameterPieces
{
    private readonly List<(string Name, int Number, bool Encoded, byte[] Value)> _pieces = [];

    public void Add(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        var encoded = name[^1] == '*';
        if (encoded) name = name[..^1];
        var star = name.IndexOf((byte)'*');
        var number = 0;
        if (star >= 0 && int.TryParse(name[(star + 1)..].Trim((byte)' '), NumberStyles.None, CultureInfo.InvariantCulture, out var given)) number = given;
        var bare = (star < 0 ? name : name[..star]).Trim((byte)' ');
        _pieces.Add((Charset.DecodeRaw(bare, null).ToLowerInvariant(), number, encoded, value.ToArray()));
    }

    public IEnumerable<KeyValuePair<string, string>> Join() =>
        _pieces.GroupBy(piece => piece.Name).Select(group => new KeyValuePair<string, string>(group.Key, Join(group.OrderBy(piece => piece.Number))));

    private static string Join(IEnumerable<(string Name, int Number, bool Encoded, byte[] Value)> pieces)
    {
        var bytes = new ArrayBufferWriter<byte>();
        byte[]? charset = null;
        foreach (var (_, _, encoded, value) in pieces)
        {
            ReadOnlySpan<byte> text = value;
            if (encoded) text = WithoutCharset(text, ref charset);
            if (encoded) Unescape(text, bytes);
            else bytes.Write(text);
        }
        var joined = bytes.WrittenSpan;
        if (charset is not null) return WithoutControls(Charset.Decode(joined, charset));
        return HeaderText.DecodeWords(joined, null);
    }

    /// <summary>Takes charset'language' off the first piece; some senders repeat charset' on later ones.</summary>
    private static ReadOnlySpan<byte> WithoutCharset(ReadOnlySpan<byte> text, scoped ref byte[]? charset)
    {
        var first = text.IndexOf((byte)'\'');
        if (first < 0) return text;
        if (charset is not null) return Ascii.EqualsIgnoreCase(text[..first], charset) && first > 0 ? text[(first + 1)..] : text;
        var second = text[(first + 1)..].IndexOf((byte)'\'');
        if (second < 0) return text;
        charset = text[..first].ToArray();
        return text[(first + second + 2)..];
    }

    private static void Unescape(ReadOnlySpan<byte> text, ArrayBufferWriter<byte> target)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 2 < text.Length && byte.TryParse(text.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var escaped))
            {
                target.Write([escaped]);
                i += 2;
            }
            else
            {
                target.Write(text.Slice(i, 1));
            }
        }
    }

    private static string WithoutControls(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
