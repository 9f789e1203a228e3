using Microsoft.OpenApi;

namespace HelpdeskMx.Embedded;

/// <summary>What the desk only says, and never reads, always has all its properties.</summary>
public static class AnswerSchemas
{
    /// <summary>Requires every property of the schemas no request uses.</summary>
    public static void Require(OpenApiDocument document)
    {
        var asked = new HashSet<string>();
        foreach (var operation in document.Paths.Values.SelectMany(p => p.Operations?.Values ?? Enumerable.Empty<OpenApiOperation>()))
            foreach (var body in operation.RequestBody?.Content?.Values ?? Enumerable.Empty<OpenApiMediaType>())
                Follow(body.Schema, document, asked);

        foreach (var (name, schema) in document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>())
            if (!asked.Contains(name) && schema is OpenApiSchema { Properties: { Count: > 0 } properties } answer)
                answer.Required = new HashSet<string>(properties.Keys);
    }

    private static void Follow(IOpenApiSchema? schema, OpenApiDocument document, HashSet<string> asked)
    {
        if (schema is OpenApiSchemaReference { Reference.Id: { } id })
        {
            if (asked.Add(id)) Follow(document.Components?.Schemas is { } known && known.TryGetValue(id, out var meant) ? meant : null, document, asked);
            return;
        }
        if (schema is null) return;
        Follow(schema.Items, document, asked);
        foreach (var part in (schema.Properties?.Values ?? Enumerable.Empty<IOpenApiSchema>()).Concat(schema.OneOf ?? []).Concat(schema.AnyOf ?? []).Concat(schema.AllOf ?? []))
            Follow(part, document, asked);
    }
}
