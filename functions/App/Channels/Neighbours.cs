using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Channels;

/// <summary>What a channel has to get along with: the others, the stores and the departments.</summary>
public sealed record Neighbours(IReadOnlyList<Channel> Channels, IReadOnlyList<Store> Stores, IReadOnlyList<Department> Departments)
{
    /// <summary>As they are now.</summary>
    public static async Task<Neighbours> OfAsync(Settings settings, CancellationToken ct) =>
        new(await settings.ChannelsAsync(ct), await settings.StoresAsync(ct), await settings.DepartmentsAsync(ct));

    /// <summary>The channel, if it can be like this. What stays as it was before is not asked about again.</summary>
    public Outcome<Channel> Admit(Channel wanted, Channel? before)
    {
        var opens = wanted.Active && before is not { Active: true };
        var store = Stores.FirstOrDefault(s => s.Id == wanted.Store);
        if ((opens || wanted.Store != before?.Store) && store is not { Active: true }) return Problems.Field("store", store is null ? "Choose a store." : "This store is switched off. Choose another, or switch it on first.");
        var department = Departments.FirstOrDefault(d => d.Id == wanted.Department);
        if ((opens || wanted.Department != before?.Department) && department is not { Active: true }) return Problems.Field("department", department is null ? "Choose a department." : "This department is switched off. Choose another, or switch it on first.");

        var named = Named(wanted, before);
        if (named.Problem is not null) return named;
        return wanted.Address == before?.Address ? named : Addressed(named.Value, before);
    }

    private Outcome<Channel> Named(Channel wanted, Channel? before)
    {
        if (before is not null && (wanted.Name, wanted.Store) == (before.Name, before.Store)) return wanted;
        var name = GivenName.Of(wanted.Name, Others(wanted).Where(c => c.Kind == wanted.Kind && c.Store == wanted.Store).Select(c => c.Name));
        return name.Problem is { } problem ? problem : wanted with { Name = name.Value };
    }

    private Outcome<Channel> Addressed(Channel wanted, Channel? before)
    {
        if (wanted.Kind != ChannelKind.Email) return Problems.Field("address", "Only a mail channel has an address.");
        var address = (wanted.Address ?? "").Trim().ToLowerInvariant();
        if (!MailAddresses.CanReceive(address)) return Problems.Field("address", "This does not look like an e-mail address.");
        if (Others(wanted).FirstOrDefault(c => c.Address == address) is { } other) return Problems.Field("address", $"The channel {other.Name} has this address already.");
        return wanted with { Address = address, FormerAddresses = Former(wanted.FormerAddresses, before?.Address, address) };
    }

    private IEnumerable<Channel> Others(Channel wanted) => Channels.Where(c => c.Id != wanted.Id);

    private static IReadOnlyList<string> Former(IReadOnlyList<string> known, string? before, string now) =>
        [.. known.Append(before).OfType<string>().Where(a => a != now).Distinct().TakeLast(Channel.MostFormerAddresses)];
}
