using System.Text.Json.Serialization;
using HelpdeskMx.Agents;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Tickets;

/// <summary>The views in the order an agent wants to see them.</summary>
/// <param name="Views">Their keys; those that are not named come after these.</param>
public sealed record ViewOrder([property: JsonRequired] IReadOnlyList<string> Views);

/// <summary>Keeps the order of an agent's views.</summary>
public sealed class OrderViews(Settings settings)
{
    private const int Most = 500, LongestKey = 100;

    /// <summary>The order that counts for this agent from now on.</summary>
    public async Task<Outcome<ViewOrder>> RunAsync(ViewOrder order, Agent by, CancellationToken ct)
    {
        if (order.Views.Count > Most || order.Views.Any(key => key is null || key.Length > LongestKey)) return Problems.Field("views", $"Name at most {Most} views by their keys.");
        await settings.ChangeAsync(Kinds.Agents, by.Id, agent => agent with { ViewOrder = [.. order.Views.Distinct()] }, ct);
        return order;
    }
}
