using System.Collections;
using System.Text;
using HelpdeskMx.Mail.Headers;

namespace HelpdeskMx.Mail;

/// <summary>The header of a message in its order: names without regard to case, values unfolded and decoded when asked for.</summary>
public sealed class MailHeaders : IEnumerable<KeyValuePair<string, string>>
{
    private readonly ReadOnlyMemory<byte> _block;
    private readonly HeaderField[] _fields;
    private readonly Encoding? _fallback;

    internal MailHeaders(HeaderBlock block, Encoding? fallback) => (_block, _fields, _fallback) = (block.Bytes, block.Fields, fallback);

    public int Count => _fields.Length;

    /// <summary>The first value of that name, decoded; null where there is none.</summary>
    public string? First(string name)
    {
        foreach (var field in _fields)
            if (field.Is(_block.Span, name)) return Decode(field);
        return null;
    }

    /// <summary>Every value of that name, from the top.</summary>
    public IReadOnlyList<string> All(string name)
    {
        List<string>? found = null;
        foreach (var field in _fields)
            if (field.Is(_block.Span, name)) (found ??= []).Add(Decode(field));
        return found ?? (IReadOnlyList<string>)[];
    }

    public bool Has(string name) => First(name) is not null;

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator()
    {
        foreach (var field in _fields) yield return new(Encoding.ASCII.GetString(field.Name(_block.Span)), Decode(field));
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private string Decode(HeaderField field) => HeaderText.Decode(field.Value(_block.Span), _fallback);
}
