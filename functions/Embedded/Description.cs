using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using HelpdeskMx.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace HelpdeskMx.Embedded;

/// <summary>Describes the API from what its doors say of themselves.</summary>
public static class Description
{
    private const string Document = "v1";

    /// <summary>Writes the document into a file.</summary>
    public static async Task WriteAsync(IServiceProvider services, string file)
    {
        var provider = services.GetRequiredKeyedService<IOpenApiDocumentProvider>(Document);
        var document = await provider.GetOpenApiDocumentAsync();
        await File.WriteAllTextAsync(file, (await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1)).ReplaceLineEndings("\n") + "\n");
    }

    /// <summary>Adds the generator.</summary>
    public static IServiceCollection AddDescription(this IServiceCollection services) => services.AddOpenApi(Document, options =>
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "Helpdesk MX", Version = Health.Now.Version };
            document.Servers?.Clear();
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme> { ["session"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" } };
            AnswerSchemas.Require(document);
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            AsWritten(schema, context);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var metadata = context.Description.ActionDescriptor.EndpointMetadata;
            if (metadata.OfType<SaysAttribute>().FirstOrDefault() is { } says) Complete(operation, says, context);
            return Task.CompletedTask;
        });
    });

    /// <summary>Says of a value what the desk writes, where the generator says what it could read.</summary>
    private static void AsWritten(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        var type = context.JsonTypeInfo.Type;
        if (type == typeof(DateTimeOffset)) (schema.Type, schema.Format) = (JsonSchemaType.String, "date-time");
        if (type == typeof(DateTimeOffset?)) (schema.Type, schema.Format) = (JsonSchemaType.String | JsonSchemaType.Null, "date-time");
        if (schema.Enum is { Count: > 0 }) schema.Type ??= JsonSchemaType.String;
        if (schema.Type is { } number && number.HasFlag(JsonSchemaType.Integer)) (schema.Type, schema.Pattern) = (number & ~JsonSchemaType.String, null);
        if (schema.AdditionalProperties is OpenApiSchema value && HoldsNull(context.JsonPropertyInfo)) value.Type |= JsonSchemaType.Null;
    }

    private static bool HoldsNull(JsonPropertyInfo? property) =>
        property?.AttributeProvider is PropertyInfo declared
        && new NullabilityInfoContext().Create(declared).GenericTypeArguments is [_, { ReadState: NullabilityState.Nullable }];

    private static void Complete(OpenApiOperation operation, SaysAttribute says, OpenApiOperationTransformerContext context)
    {
        operation.Summary = says.Summary;
        operation.Parameters ??= [];
        foreach (var name in says.Query) operation.Parameters.Add(Parameter(name, ParameterLocation.Query));
        foreach (var name in says.Headers) operation.Parameters.Add(Parameter(name, ParameterLocation.Header));
        operation.Responses ??= [];
        foreach (var status in says.Problems.Concat(says.Public ? [] : [401]).Distinct().Order())
            operation.Responses[status.ToString(System.Globalization.CultureInfo.InvariantCulture)] = new OpenApiResponse { Description = "Problem details (RFC 9457) with a stable code." };
        if (!says.Public) operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("session", context.Document)] = [] }];
    }

    private static OpenApiParameter Parameter(string name, ParameterLocation at) => new() { Name = name, In = at, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
}
