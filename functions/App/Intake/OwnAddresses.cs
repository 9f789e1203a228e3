using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Intake;

/// <summary>The desk's own mail addresses: never participants, never written to.</summary>
public sealed class OwnAddresses(Settings settings)
{
    /// <summary>All of them, in lower case.</summary>
    public async Task<IReadOnlyList<string>> AllAsync(CancellationToken ct) =>
        [.. (await settings.ChannelsAsync(ct)).SelectMany(c => c.FormerAddresses.Append(c.Address)).OfType<string>().Select(a => a.ToLowerInvariant()).Distinct()];

    /// <summary>These addresses without the desk's own, with or without a reply token.</summary>
    public static IReadOnlyList<Address> Without(IEnumerable<Address> addresses, IReadOnlyList<string> own) =>
        [.. addresses.Where(a => !Contains(own, a.Value))];

    /// <summary>True if the address is the desk's own.</summary>
    public static bool Contains(IReadOnlyList<string> own, string address)
    {
        var plain = address.ToLowerInvariant();
        int plus = plain.IndexOf('+'), at = plain.LastIndexOf('@');
        if (plus > 0 && at > plus) plain = plain[..plus] + plain[at..];
        return own.Contains(plain);
    }
}
