using System.Reflection;
using HelpdeskMx.Http;
using HelpdeskMx.Tickets;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace HelpdeskMx.Embedded;

/// <summary>Describes the API from what its doors say of themselves.</summary>
public static class Description
{
    private const string Document = "v1";

    private static readonly HashSet<Type> Taken =
        [typeof(Address), .. DoorList.All.Select(d => d.Method.GetCustomAttribute<SaysAttribute>()?.Takes).OfType<Type>()];

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
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            if (context.JsonTypeInfo.Type == typeof(DateTimeOffset)) (schema.Type, schema.Format) = (JsonSchemaType.String, "date-time");
            if (context.JsonTypeInfo.Type == typeof(DateTimeOffset?)) (schema.Type, schema.Format) = (JsonSchemaType.String | JsonSchemaType.Null, "date-time");
            // What the API answers is always whole, null where there is nothing; what it takes may leave out whatever has a default.
            if (schema.Properties is { Count: > 0 } properties && !Taken.Contains(context.JsonTypeInfo.Type)) schema.Required = properties.Keys.ToHashSet();
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var metadata = context.Description.ActionDescriptor.EndpointMetadata;
            if (metadata.OfType<SaysAttribute>().FirstOrDefault() is { } says) Complete(operation, says, context);
            return Task.CompletedTask;
        });
    });

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
