using System.Text.RegularExpressions;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Sending.Meta;

/// <summary>A gap in a template that an agent fills in.</summary>
/// <param name="Key">By which it is filled in: <c>header.1</c>, <c>body.name</c>, <c>button.0</c>.</param>
/// <param name="Place">Where it is.</param>
/// <param name="Name">Its name or number in the text.</param>
/// <param name="Example">What Meta was shown for it; null where that is not known.</param>
public sealed record TemplateGap(string Key, TemplatePlace Place, string Name, string? Example);

/// <summary>A button under a template.</summary>
public sealed record TemplateButton(string Text, string? Url);

/// <summary>A template that Meta has approved, with what has to be filled in.</summary>
public sealed partial record MessageTemplate(string Name, string Language, string Category, string? Header, string Body, string? Footer, IReadOnlyList<TemplateButton> Buttons, IReadOnlyList<TemplateGap> Gaps)
{
    /// <summary>The longest text for one gap, in characters.</summary>
    public const int LongestText = 1000;

    /// <summary>The template with what an agent filled in, and the words the customer will read.</summary>
    public Outcome<RenderedTemplate> Fill(IReadOnlyDictionary<string, string> texts)
    {
        foreach (var gap in Gaps)
        {
            var text = texts.GetValueOrDefault(gap.Key)?.Trim() ?? "";
            if (text.Length == 0) return Problems.Field($"template.{gap.Key}", "Fill this in: the template has a gap here.");
            if (text.Length > LongestText) return Problems.Field($"template.{gap.Key}", $"Use at most {LongestText} characters.");
            // WhatsApp refuses these in a gap.
            if (text.AsSpan().IndexOfAny('\n', '\r', '\t') >= 0 || text.Contains("     ", StringComparison.Ordinal)) return Problems.Field($"template.{gap.Key}", "Write this on one line, without tabs or many spaces.");
        }
        var filled = Gaps.Select(g => new FilledGap(g.Place, ButtonOf(g), g.Place == TemplatePlace.Button || char.IsAsciiDigit(g.Name[0]) ? null : g.Name, texts[g.Key].Trim())).ToArray();
        string?[] said = [Said(Header, "header", texts), Said(Body, "body", texts), Footer, .. Buttons.Select((b, i) => b.Url is null ? $"[{b.Text}]" : $"[{b.Text}] {Gap().Replace(b.Url, _ => texts[$"button.{i}"].Trim())}")];
        return new RenderedTemplate(new(Name, Language, filled), string.Join("\n\n", said.Where(s => !string.IsNullOrEmpty(s))));
    }

    /// <summary>The names of the gaps in a text, each once.</summary>
    internal static IEnumerable<string> GapsIn(string? text) => Gap().Matches(text ?? "").Select(m => m.Groups[1].Value).Distinct();

    private static int ButtonOf(TemplateGap gap) => gap.Place == TemplatePlace.Button ? int.Parse(gap.Key["button.".Length..], System.Globalization.CultureInfo.InvariantCulture) : 0;

    private static string? Said(string? text, string place, IReadOnlyDictionary<string, string> texts) => text is null ? null : Gap().Replace(text, m => texts[$"{place}.{m.Groups[1].Value}"].Trim());

    [GeneratedRegex(@"\{\{\s*([A-Za-z0-9_]{1,60})\s*\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Gap();
}

/// <summary>A template ready to leave, and the words the customer will read.</summary>
public sealed record RenderedTemplate(FilledTemplate Template, string Text);
