using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace HelpdeskMx.Forms;

/// <summary>HTML in which everything that was not written as HTML in the source is text: an interpolated value is encoded, whoever it comes from, in an element or a quoted attribute.</summary>
[InterpolatedStringHandler]
public readonly struct Markup
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StringBuilder text;

    /// <summary>Begins; called by the compiler.</summary>
    public Markup(int literalLength, int formattedCount) => text = new StringBuilder(literalLength + (formattedCount * 24));

    /// <summary>Nothing.</summary>
    public static Markup None => new(0, 0);

    /// <summary>This, or nothing.</summary>
    public static Markup If(bool wanted, Markup markup) => wanted ? markup : None;

    /// <summary>HTML that was cleaned when it came.</summary>
    public static Markup Cleaned(string html)
    {
        var markup = None;
        markup.AppendLiteral(html);
        return markup;
    }

    /// <summary>Adds what the source says.</summary>
    public void AppendLiteral(string literal) => text.Append(literal);

    /// <summary>Adds text.</summary>
    public void AppendFormatted(string? value) => text.Append(Encoder.Encode(value ?? ""));

    /// <summary>Adds a number.</summary>
    public void AppendFormatted(int value) => text.Append(value);

    /// <summary>Adds HTML.</summary>
    public void AppendFormatted(Markup value) => text.Append(value.text);

    /// <summary>Adds pieces of HTML one after the other.</summary>
    public void AppendFormatted(IEnumerable<Markup> values)
    {
        foreach (var value in values) text.Append(value.text);
    }

    /// <summary>The HTML.</summary>
    public override string ToString() => text.ToString();
}
