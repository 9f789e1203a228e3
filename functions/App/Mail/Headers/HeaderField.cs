using System.Text;

namespace HelpdeskMx.Mail.Headers;

/// <summary>Where one field's name and value lie in a header block.</summary>
internal readonly record struct HeaderField(int NameStart, int NameEnd, int ValueStart, int ValueEnd)
{
    public ReadOnlySpan<byte> Name(ReadOnlySpan<byte> block) => block[NameStart..NameEnd];

    /// <summary>The raw value with its folding, without the line end that closes it.</summary>
    public ReadOnlySpan<byte> Value(ReadOnlySpan<byte> block) => block[ValueStart..ValueEnd];

    public bool Is(ReadOnlySpan<byte> block, string name) =>
        NameEnd - NameStart == name.Length && Ascii.EqualsIgnoreCase(Name(block), name);
}
