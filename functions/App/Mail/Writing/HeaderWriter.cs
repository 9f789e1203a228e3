using System.Text;

namespace HelpdeskMx.Mail.Writing;

/// <summary>Writes header fields: folded (RFC 5322 §2.2.3), encoded where they are not ASCII (RFC 2047), and without any way to end a field early.</summary>
internal sealed class HeaderWriter
{
    private const int Width = 76;
    private const int LongestCustomName = 100;

    private readonly StringBuilder _lines = new();
    private int _column;

    public override string ToString() => _lines.ToString();

    /// <summary>A value this program made: ASCII, and short or with parts that stand alone.</summary>
    public void Plain(string name, string value)
    {
        Begin(name);
        foreach (var word in OneLine(value).Split(' ', StringSplitOptions.RemoveEmptyEntries)) Word(word);
        End();
    }

    /// <summary>Unstructured text.</summary>
    public void Text(string name, string value)
    {
        Begin(name);
        Phrase(OneLine(value), quoteSpecials: false);
        End();
    }

    public void Addresses(string name, IReadOnlyList<MailAddress> mailboxes)
    {
        if (mailboxes.Count == 0) return;
        Begin(name);
        for (var i = 0; i < mailboxes.Count; i++)
        {
            if (!string.IsNullOrWhiteSpace(mailboxes[i].Name)) Phrase(OneLine(mailboxes[i].Name!), quoteSpecials: true);
            var address = WireAddress.Of(mailboxes[i].Address);
            Word((string.IsNullOrWhiteSpace(mailboxes[i].Name) ? address : $"<{address}>") + (i < mailboxes.Count - 1 ? "," : ""));
        }
        End();
    }

    public void Ids(string name, IReadOnlyList<string> ids)
    {
        if (ids.Count == 0) return;
        Begin(name);
        foreach (var id in ids)
            if (WireAddress.Bare(id) is { Length: > 0 } bare) Word($"<{bare}>");
        End();
    }

    /// <summary>A field whose name comes from outside; one that is no field name is left out.</summary>
    public void Custom(string name, string value)
    {
        if (IsFieldName(name)) Text(name, value);
    }

    /// <summary>A field as somebody else wrote it: its folding and its UTF-8 (RFC 6532) stay; a line end that folds nothing becomes a space.</summary>
    public void AsWritten(string name, string value)
    {
        if (!IsFieldName(name)) return;
        var lines = value.ReplaceLineEndings("\n").Trim('\n').Split('\n');
        _lines.Append(name).Append(": ").Append(OneLine(lines[0].TrimStart()));
        foreach (var line in lines.Skip(1)) _lines.Append(line.StartsWith(' ') || line.StartsWith('\t') ? "\r\n " : " ").Append(OneLine(line.TrimStart()));
        _lines.Append("\r\n");
    }

    /// <summary>A value followed by parameters, one a line.</summary>
    public void Parameters(string name, string value, params ReadOnlySpan<string> parameters)
    {
        _lines.Append(name).Append(": ").Append(value);
        foreach (var parameter in parameters) _lines.Append(";\r\n ").Append(parameter);
        _lines.Append("\r\n");
    }

    /// <summary>Line ends and other control characters become spaces.</summary>
    internal static string OneLine(string value)
    {
        foreach (var c in value)
            if (char.IsControl(c) || c is '\u2028' or '\u2029') return string.Concat(value.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));
        return value;
    }

    private static bool IsFieldName(string name) =>
        name.Length is > 0 and <= LongestCustomName && name.AsSpan().IndexOfAnyExceptInRange('!', '~') < 0 && !name.Contains(':');

    private void Phrase(string text, bool quoteSpecials)
    {
        var quoted = quoteSpecials && text.AsSpan().ContainsAny(WireAddress.Specials);
        if (NeedsEncoding(text) || (quoted && text.Length > Width / 2))
        {
            foreach (var word in EncodedWordWriter.Encode(text)) Word(word);
        }
        else if (quoted)
        {
            Word($"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"");
        }
        else
        {
            foreach (var word in text.Split(' ')) Word(word);
        }
    }

    /// <summary>Not ASCII; or looks like an encoded word; or has spaces that folding would lose; or a word too long for a line.</summary>
    private static bool NeedsEncoding(string text) => !Ascii.IsValid(text) || text.Contains("=?", StringComparison.Ordinal) || text.Contains("  ", StringComparison.Ordinal)
        || text.StartsWith(' ') || text.EndsWith(' ') || text.Split(' ').Any(word => word.Length > Width - 4);

    private void Begin(string name)
    {
        _lines.Append(name).Append(':');
        _column = name.Length + 1;
    }

    private void Word(string word)
    {
        var folds = _column + 1 + word.Length > Width && _lines[^1] != ':';
        _lines.Append(folds ? "\r\n " : " ").Append(word);
        _column = (folds ? 1 : _column + 1) + word.Length;
    }

    private void End() => _lines.Append("\r\n");
}
