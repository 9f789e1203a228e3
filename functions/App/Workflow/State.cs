using System.Text.Json.Serialization;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Workflow;

/// <summary>A state a ticket can be in.</summary>
/// <param name="Key">Stable, in URLs and filters.</param>
/// <param name="Category">What it means for views, deadlines and reports.</param>
/// <param name="Names">Its name for agents, by language.</param>
public sealed record State([property: JsonRequired] string Key, [property: JsonRequired] Category Category, [property: JsonRequired] IReadOnlyDictionary<string, string> Names)
{
    /// <summary>Its name for customers, by language; empty where that is the agents'.</summary>
    public IReadOnlyDictionary<string, string> CustomerNames { get; init; } = new Dictionary<string, string>();
}
