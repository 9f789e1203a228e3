using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Http;

/// <summary>How the API writes JSON: camelCase, enums by name, times as UTC text, null where there is nothing.</summary>
public static class ApiJson
{
    /// <summary>Used for every body in and out.</summary>
    public static JsonSerializerOptions Options { get; } = Configure(new(JsonSerializerDefaults.Web));

    /// <summary>The same for bodies in which null stands only where a record says it may.</summary>
    public static JsonSerializerOptions Whole { get; } = new(Options) { RespectNullableAnnotations = true };

    /// <summary>Makes these options the API's.</summary>
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.MaxDepth = 32;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Converters.Add(new UtcTime());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        return options;
    }
}
