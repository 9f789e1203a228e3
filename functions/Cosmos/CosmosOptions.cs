namespace HelpdeskMx.Cosmos;

/// <summary>Which Cosmos DB account the desk lives in, and how it is entered.</summary>
/// <param name="Endpoint">The account's address.</param>
/// <param name="Key">The account's key; null enters with the identity of the process.</param>
/// <param name="Database">The database in the account.</param>
/// <param name="ClientId">Which user-assigned identity to enter with; null takes the one there is.</param>
/// <param name="Gateway">True speaks HTTPS only, as emulators and narrow firewalls want it; otherwise reads and writes go straight to the data over TCP.</param>
public sealed record CosmosOptions(Uri Endpoint, string? Key, string Database, string? ClientId, bool Gateway)
{
    private const string Example = "AccountEndpoint=https://name.documents.azure.com:443/;AccountKey=…, or https://name.documents.azure.com for the identity of the process";

    private static readonly string[] known = ["AccountEndpoint", "AccountKey", "Database", "ClientId", "ConnectionMode"];

    /// <summary>Slower requests are logged with the SDK's diagnostics.</summary>
    public TimeSpan Slow { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Requests that cost more request units are logged with the SDK's diagnostics.</summary>
    public double Dear { get; init; } = 100;

    /// <summary>True on this machine: an emulator, whose certificate nobody has signed.</summary>
    public bool IsEmulator => Endpoint.IsLoopback;

    /// <summary>Reads a connection string, or an address alone.</summary>
    /// <param name="setting">What the setting is called where it was found, for the sentence.</param>
    /// <param name="value"><c>AccountEndpoint=…;AccountKey=…</c>, also <c>Database=</c>, <c>ClientId=</c> and <c>ConnectionMode=Gateway</c>; or an address.</param>
    /// <exception cref="FormatException">It cannot be read; the sentence names the setting and gives an example.</exception>
    public static CosmosOptions Parse(string setting, string? value)
    {
        if (string.IsNullOrWhiteSpace(value)) throw Unreadable(setting, "is not set");
        var parts = value.Contains('=') ? Parts(setting, value) : new(StringComparer.OrdinalIgnoreCase) { ["AccountEndpoint"] = value.Trim() };
        if (!parts.TryGetValue("AccountEndpoint", out var address)) throw Unreadable(setting, "names no AccountEndpoint");
        if (!Uri.TryCreate(address, UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("https" or "http"))
            throw Unreadable(setting, $"has an AccountEndpoint that is no address: '{address}'");
        if (endpoint.Scheme == "http" && !endpoint.IsLoopback) throw Unreadable(setting, $"would send the desk unencrypted to '{address}'");
        var mode = parts.GetValueOrDefault("ConnectionMode", endpoint.IsLoopback ? "Gateway" : "Direct");
        if (mode is not ("Gateway" or "Direct")) throw Unreadable(setting, $"has an unknown ConnectionMode '{mode}' (Direct or Gateway)");
        var key = parts.GetValueOrDefault("AccountKey");
        if (key is not null && !Convert.TryFromBase64String(key, new byte[key.Length], out _)) throw Unreadable(setting, "has an AccountKey that is no base64");
        return new(endpoint, key, parts.GetValueOrDefault("Database", "helpdesk"), parts.GetValueOrDefault("ClientId"), mode == "Gateway");
    }

    /// <summary>Says where, and never the key.</summary>
    public override string ToString() => $"{Endpoint} (database {Database}, {(Key is null ? "identity" : "key")})";

    private static Dictionary<string, string> Parts(string setting, string value)
    {
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var (name, at) = (part, part.IndexOf('='));
            if (at > 0) name = part[..at];
            if (at < 0 || !known.Contains(name, StringComparer.OrdinalIgnoreCase)) throw Unreadable(setting, $"has a part that means nothing here: '{name}'");
            if (part.Length > at + 1) parts[name] = part[(at + 1)..];
        }
        return parts;
    }

    private static FormatException Unreadable(string setting, string why) => new($"'{setting}' {why}. Use {Example}.");
}
