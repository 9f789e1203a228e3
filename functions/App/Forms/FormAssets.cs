using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HelpdeskMx.Channels;

namespace HelpdeskMx.Forms;

/// <summary>What a form's page is made of beside its words: one style, one script, and the line that embeds it.</summary>
public static class FormAssets
{
    private const double Readable = 4.5; // WCAG 2.2, contrast of text

    private static readonly string StyleText = Read("form.css"), EmbedText = Read("embed.js");

    /// <summary>The style, which stands in the page.</summary>
    public static Markup Style { get; } = Markup.Cleaned(StyleText);

    /// <summary>What the page of a request has besides.</summary>
    public static Markup RequestStyle { get; } = Markup.Cleaned(Read("request.css"));

    /// <summary>The script that makes a page quicker to use. Everything works without it.</summary>
    public static string Script { get; } = Read("form.js");

    /// <summary>Its address; another for every version.</summary>
    public static string ScriptUrl { get; } = $"/api/form.js?v={Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Script)).AsSpan(0, 8))}";

    /// <summary>The script of the one-line embed for this form.</summary>
    public static string Embed(Channel form) => EmbedText.Replace("\"{form}\"", JsonSerializer.Serialize(form.Id), StringComparison.Ordinal).Replace("\"{title}\"", JsonSerializer.Serialize(form.Name), StringComparison.Ordinal);

    /// <summary>A store's colour and what can be read on it, as style.</summary>
    public static Markup Colors(string color) => Markup.Cleaned($"{{--store:{color};--on-store:{On(color)}}}");

    /// <summary>The same for a button in a mail.</summary>
    public static string MailColors(string? color) => $"background:{FormPage.Known(color)};color:{On(FormPage.Known(color))};";

    private static string On(string color)
    {
        var hex = color.Length == 4 ? string.Concat(color[1..].Select(c => $"{c}{c}")) : color[1..];
        double Part(int at) => int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0 is var c && c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
        var light = (0.2126 * Part(0)) + (0.7152 * Part(2)) + (0.0722 * Part(4)); // WCAG 2.2, relative luminance
        return 1.05 / (light + 0.05) < Readable ? "#000" : "#fff";
    }

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(FormAssets).Assembly.GetManifestResourceStream($"forms/{name}")!);
        return reader.ReadToEnd();
    }
}
