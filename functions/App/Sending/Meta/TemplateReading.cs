using System.Text.Json;
using System.Text.Json.Serialization;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Sending.Meta;

/// <summary>Reads a template as the WhatsApp Business Management API lists it.</summary>
internal static class TemplateReading
{
    private sealed record Listed(string? Name, string? Language, string? Category, string? Status, IReadOnlyList<Component>? Components);

    private sealed record Component(string? Type, string? Format, string? Text, IReadOnlyList<Button>? Buttons, Example? Example);

    private sealed record Button(string? Type, string? Text, string? Url);

    private sealed record Named([property: JsonPropertyName("param_name")] string? Name, string? Example);

    private sealed record Example(
        [property: JsonPropertyName("header_text")] IReadOnlyList<string>? Header, [property: JsonPropertyName("body_text")] IReadOnlyList<IReadOnlyList<string>>? Body,
        [property: JsonPropertyName("header_text_named_params")] IReadOnlyList<Named>? NamedHeader, [property: JsonPropertyName("body_text_named_params")] IReadOnlyList<Named>? NamedBody);

    /// <summary>The template; null where it needs more than words, such as a picture or a code to copy.</summary>
    public static MessageTemplate? Read(JsonElement json)
    {
        if (Parse(json) is not { Name.Length: > 0, Language.Length: > 0, Status: null or "APPROVED", Components: { } parts } listed) return null;
        var (header, body) = (Of(parts, "HEADER"), Of(parts, "BODY"));
        if (body?.Text is not { } text || header is { Format: not (null or "TEXT") } || parts.Any(p => p.Type is not ("HEADER" or "BODY" or "FOOTER" or "BUTTONS"))) return null;
        var buttons = Of(parts, "BUTTONS")?.Buttons ?? [];
        if (buttons.Any(b => b.Type is not ("URL" or "PHONE_NUMBER" or "QUICK_REPLY"))) return null;
        TemplateGap[] gaps =
        [
            .. Gaps(header?.Text, "header", TemplatePlace.Header, header?.Example?.NamedHeader, header?.Example?.Header),
            .. Gaps(text, "body", TemplatePlace.Body, body.Example?.NamedBody, body.Example?.Body is [var first, ..] ? first : null),
            .. buttons.Select((b, i) => (b, i)).Where(x => MessageTemplate.GapsIn(x.b.Url).Any()).Select(x => new TemplateGap($"button.{x.i}", TemplatePlace.Button, x.b.Text ?? "", null)),
        ];
        return new(listed.Name, listed.Language, listed.Category ?? "", header?.Text, text, Of(parts, "FOOTER")?.Text, [.. buttons.Select(b => new TemplateButton(b.Text ?? "", b.Url))], gaps);
    }

    private static IEnumerable<TemplateGap> Gaps(string? text, string place, TemplatePlace where, IReadOnlyList<Named>? named, IReadOnlyList<string>? numbered) =>
        MessageTemplate.GapsIn(text).OrderBy(n => int.TryParse(n, out var number) ? number : 0).Select((name, i) => new TemplateGap($"{place}.{name}", where, name, named?.FirstOrDefault(n => n.Name == name)?.Example ?? numbered?.ElementAtOrDefault(i)));

    private static Component? Of(IReadOnlyList<Component> parts, string type) => parts.FirstOrDefault(p => p.Type == type);

    private static Listed? Parse(JsonElement json)
    {
        try
        {
            return json.Deserialize<Listed>(JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null; // a shape of Meta's that the desk does not know
        }
    }
}
