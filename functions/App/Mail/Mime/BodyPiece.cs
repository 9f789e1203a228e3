using System.Net;
using System.Text;

namespace HelpdeskMx.Mail.Mime;

/// <summary>One piece of what there is to read: as plain text, as HTML, or the same said both ways.</summary>
internal readonly record struct BodyPiece(string? Plain, string? Html)
{
    /// <summary>One piece of many, in their order; each side borrows from the other what only that one has.</summary>
    public static BodyPiece Join(List<BodyPiece> pieces)
    {
        if (pieces.Count <= 1) return pieces.Count == 0 ? default : pieces[0];
        StringBuilder? plain = null, html = null;
        foreach (var piece in pieces)
        {
            if (piece.Plain is not null) plain ??= new();
            if (piece.Html is not null) html ??= new();
        }
        foreach (var piece in pieces)
        {
            Append(plain, piece.Plain ?? (plain is null ? null : HtmlText.From(piece.Html!)));
            Append(html, piece.Html ?? (html is null ? null : AsHtml(piece.Plain!)));
        }
        return new(plain?.ToString(), html?.ToString());
    }

    /// <summary>One piece of several renderings (RFC 2046 §5.1.4): the first plain text that says something, and the last HTML.</summary>
    public static BodyPiece Choose(List<BodyPiece> renderings)
    {
        string? plain = null, html = null;
        foreach (var rendering in renderings)
        {
            if (string.IsNullOrWhiteSpace(plain) && rendering.Html is null) plain = rendering.Plain ?? plain;
            html = rendering.Html ?? html;
        }
        if (plain is null)
            foreach (var rendering in renderings) plain ??= rendering.Plain;
        return new(plain, html);
    }

    private static void Append(StringBuilder? target, string? text)
    {
        if (target is null || string.IsNullOrEmpty(text)) return;
        if (target.Length > 0 && target[^1] != '\n') target.Append('\n');
        target.Append(text);
    }

    private static string AsHtml(string plain) => string.IsNullOrWhiteSpace(plain) ? "" : $"<div style=\"white-space:pre-wrap\">{WebUtility.HtmlEncode(plain)}</div>";
}
