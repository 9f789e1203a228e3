using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using HelpdeskMx.Agents;
using HelpdeskMx.Channels;
using HelpdeskMx.Customers;
using HelpdeskMx.Intake;
using HelpdeskMx.Tickets;
using HelpdeskMx.Workflow;

namespace HelpdeskMx.Platform;

/// <summary>How documents and queue messages are written: camelCase, enums by name, times as UTC text, nothing for null.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Ticket))]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(TicketEvent))]
[JsonSerializable(typeof(OutboxRow))]
[JsonSerializable(typeof(Customer))]
[JsonSerializable(typeof(Pointer))]
[JsonSerializable(typeof(Block))]
[JsonSerializable(typeof(Target))]
[JsonSerializable(typeof(OutboundMessage))]
[JsonSerializable(typeof(PoisonedMessage))]
[JsonSerializable(typeof(Failure))]
[JsonSerializable(typeof(FormSubmission))]
[JsonSerializable(typeof(Upload))]
[JsonSerializable(typeof(Store))]
[JsonSerializable(typeof(Department))]
[JsonSerializable(typeof(Channel))]
[JsonSerializable(typeof(Agent))]
[JsonSerializable(typeof(TicketWorkflow))]
[JsonSerializable(typeof(Secret))]
public sealed partial class AppJson : JsonSerializerContext
{
    /// <summary>The context every document is written with; letters of all scripts stand as themselves.</summary>
    public static AppJson Documents { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new UtcTime(), new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    });
}
