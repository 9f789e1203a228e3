namespace HelpdeskMx.Http;

/// <summary>Says what a door is for and what it answers, for the OpenAPI document.</summary>
/// <param name="summary">One sentence.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SaysAttribute(string summary) : Attribute
{
    /// <summary>One sentence.</summary>
    public string Summary { get; } = summary;

    /// <summary>The record a JSON body holds.</summary>
    public Type? Takes { get; init; }

    /// <summary>The media type of a body that is not JSON.</summary>
    public string? TakesMedia { get; init; }

    /// <summary>The record of a good answer; null for one without a body.</summary>
    public Type? Returns { get; init; }

    /// <summary>The media type of an answer that is not JSON.</summary>
    public string? ReturnsMedia { get; init; }

    /// <summary>The status of a good answer.</summary>
    public int Status { get; init; } = 200;

    /// <summary>Query parameters.</summary>
    public string[] Query { get; init; } = [];

    /// <summary>Request headers beside the bearer token.</summary>
    public string[] Headers { get; init; } = [];

    /// <summary>Statuses of problems a client should expect.</summary>
    public int[] Problems { get; init; } = [];

    /// <summary>Opens without a session.</summary>
    public bool Public { get; init; }
}
