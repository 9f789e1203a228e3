using System.Text;

namespace HelpdeskMx.Mail.Html;

/// <summary>Lines of text growing as HTML is read: white space collapses, breaks wait until there is something to part.</summary>
internal sealed class TextFlow
{
    private readonly StringBuilder _text = new();
    private int _breaks;
    private int _lineDepth;
    private bool _space;
    private bool _lineIsEmpty = true;

    public int QuoteDepth { get; set; }

    public int Preformatted { get; set; }

    public void Write(string words)
    {
        if (Preformatted > 0) { WriteLines(words); return; }
        var rest = words.AsSpan();
        while (!rest.IsEmpty)
        {
            var gap = rest.Length - rest.TrimStart(" \t\r\n\f").Length;
            if (gap > 0) _space = true;
            rest = rest[gap..];
            if (rest.IsEmpty) return;
            var end = rest.IndexOfAny(" \t\r\n\f");
            WriteWord(end < 0 ? rest : rest[..end]);
            rest = end < 0 ? default : rest[end..];
        }
    }

    public void LineBreak()
    {
        _breaks = _lineIsEmpty ? Math.Min(_breaks + 1, 2) : Math.Max(_breaks, 1);
        _lineIsEmpty = true;
        _space = false;
    }

    /// <summary>At least so many line breaks before what comes next.</summary>
    public void Break(int lines)
    {
        _breaks = Math.Max(_breaks, lines);
        _lineIsEmpty = true;
        _space = false;
    }

    public void EndParagraph() => Break(1);

    public override string ToString() => _text.ToString().Trim();

    private void WriteWord(ReadOnlySpan<char> word)
    {
        if (_breaks > 0 || _text.Length == 0) StartLine();
        else if (_space) _text.Append(' ');
        _space = false;
        _lineIsEmpty = false;
        foreach (var c in word)
            if (c == '\u00A0') _text.Append(' ');
            else if (c is not ('\u200B' or '\u00AD' or '\uFEFF' or '\u034F')) _text.Append(c);
    }

    private void StartLine()
    {
        while (_text.Length > 0 && _text[^1] == ' ') _text.Length--; // a line of nothing but a hard space
        var blank = 0;
        while (blank < _text.Length && _text[^(blank + 1)] == '\n') blank++; // and it is a blank line like any other
        if (blank > 0) _breaks = Math.Min(_breaks, Math.Max(0, 2 - blank));
        for (var i = 1; _text.Length > 0 && i <= _breaks; i++)
        {
            _text.Append('\n');
            if (i < _breaks) _text.Append('>', Math.Min(QuoteDepth, _lineDepth));
        }
        if (QuoteDepth > 0) _text.Append('>', QuoteDepth).Append(' ');
        _lineDepth = QuoteDepth;
        _breaks = 0;
    }

    private void WriteLines(string words)
    {
        var first = true;
        foreach (var line in words.AsSpan().EnumerateLines())
        {
            if (!first) LineBreak();
            first = false;
            if (!line.IsEmpty) WriteWord(line);
        }
    }
}
