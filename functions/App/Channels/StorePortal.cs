using HelpdeskMx.Forms;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Channels;

/// <summary>How a store leads its customers to the pages of their requests.</summary>
public sealed record StorePortal
{
    /// <summary>Its answers by mail go out as a short notice with a link to the customer's page, unless their agent chooses otherwise; else whole in the mail.</summary>
    public bool Notice { get; init; }

    /// <summary>The desk's public address, such as <c>https://desk.example</c>, where the links lead; empty for the one the store's guard names.</summary>
    public string Origin { get; init; } = "";

    /// <summary>Why a store cannot have it so; null where it can.</summary>
    /// <param name="guard">The address the store's guard names.</param>
    public Problem? Fault(string? guard)
    {
        if (Origin is null || (Origin.Length > 0 && FormOrigins.Of(Origin) is null)) return Problems.Field("portal.origin", "Give the desk's public address, such as https://desk.example, without a path.");
        return Notice && Origin.Length == 0 && string.IsNullOrEmpty(guard) ? Problems.Field("portal.origin", "Say at which public address the desk is: the link in a notice leads there.") : null;
    }
}
