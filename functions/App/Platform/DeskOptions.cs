using System.Globalization;
using HelpdeskMx.Agents;
using Microsoft.Extensions.Configuration;

namespace HelpdeskMx.Platform;

/// <summary>How the desk itself was set up, whichever host runs it: settings named <c>HELPDESKMX_…</c>, read once at the start.</summary>
/// <param name="Entra">The Entra ID application agents sign in with, null where they sign in by password.</param>
/// <param name="Passwords">Agents may sign in by password.</param>
/// <param name="SetupToken">The token of the setup link, null to make one at every start. Several instances must share one.</param>
/// <param name="EventsKey">The key Event Grid proves itself with, null where no mail service reports.</param>
public sealed record DeskOptions(EntraApplication? Entra, bool Passwords, string? SetupToken, string? EventsKey)
{
    /// <summary>The address Communication Services send from, null where another server carries the mail; <c>SENDER</c>.</summary>
    public string? Sender { get; init; }

    /// <summary>How many proxies of one's own stand before the desk and add to <c>X-Forwarded-For</c>; <c>PROXIES</c>. With none the header is a stranger's word and counts for nothing.</summary>
    public int Proxies { get; init; }

    /// <summary>Where the desk's own web is, unless it is where the API is; <c>ORIGINS</c>, with spaces between.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];

    /// <summary>The version of Meta's Graph API that is asked; <c>META_GRAPH_VERSION</c>.</summary>
    public string GraphVersion { get; init; } = "v25.0";

    /// <summary>A desk that was told nothing.</summary>
    public static DeskOptions Usual { get; } = new(null, Passwords: true, null, null);

    /// <summary>Reads them.</summary>
    /// <exception cref="FormatException">One is missing or cannot be read; the sentence says which, and gives an example.</exception>
    public static DeskOptions Read(IConfiguration configuration)
    {
        var (tenant, client) = (configuration["ENTRA_TENANT"], configuration["ENTRA_CLIENT"]);
        if (string.IsNullOrEmpty(tenant) != string.IsNullOrEmpty(client))
            throw new FormatException("Entra ID needs both HELPDESKMX_ENTRA_TENANT and HELPDESKMX_ENTRA_CLIENT, for example 11111111-2222-3333-4444-555555555555 each.");
        var entra = string.IsNullOrEmpty(tenant) ? null : new EntraApplication(Id("ENTRA_TENANT", tenant), Id("ENTRA_CLIENT", client!));
        return new(entra, entra is null || configuration["PASSWORDS"] is "true" or "1", Given(configuration["SETUP_TOKEN"]), Given(configuration["EVENTS_KEY"]))
        {
            Sender = Given(configuration["SENDER"]),
            Proxies = Given(configuration["PROXIES"]) is { } proxies ? Count("PROXIES", proxies) : 0,
            Origins = (configuration["ORIGINS"] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries),
            GraphVersion = Given(configuration["META_GRAPH_VERSION"]) ?? Usual.GraphVersion,
        };
    }

    private static string Id(string name, string value) =>
        Guid.TryParse(value, out var id) ? id.ToString() : throw new FormatException($"HELPDESKMX_{name} is '{value}' and should be an id such as 11111111-2222-3333-4444-555555555555.");

    private static int Count(string name, string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= 10 ? count : throw new FormatException($"HELPDESKMX_{name} is '{value}' and should be a number from 0 to 10 such as 1.");

    private static string? Given(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
