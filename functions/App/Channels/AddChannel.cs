using HelpdeskMx.Agents;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Channels;

/// <summary>A channel as an admin asks for it.</summary>
/// <param name="Kind">What is to come by it.</param>
/// <param name="Name">As agents will call it.</param>
/// <param name="Store">Store whose customers use it.</param>
/// <param name="Department">Department whose work it brings.</param>
/// <param name="Address">For mail: the address customers write to.</param>
public sealed record NewChannel(ChannelKind? Kind, string? Name, string? Store, string? Department, string? Address = null);

/// <summary>Adds a channel, with an id that can be read and a key nobody knows.</summary>
public sealed class AddChannel(Settings settings, ListChannels list)
{
    /// <summary>The new channel. A mail channel is called after its address, so that of two for the same address the slower sees the other.</summary>
    public async Task<Outcome<ChannelView>> RunAsync(NewChannel wanted, Agent by, CancellationToken ct)
    {
        if (wanted.Kind is not { } kind) return Problems.Field("kind", "Choose email, form, chat, messenger, instagram or whatsapp.");
        var (stores, departments) = (await settings.StoresAsync(ct), await settings.DepartmentsAsync(ct));
        var called = (kind == ChannelKind.Email ? wanted.Address : wanted.Name) ?? "";
        var slug = Slug.Of(called.Split('@')[0], kind.ToString().ToLowerInvariant());
        var added = await settings.AddAsync(Kinds.Channels, slug, channel => channel.Id, (channels, id) =>
            new Neighbours(channels, stores, departments).Admit(Made(wanted, kind, id), null), ct);
        return added.Problem is { } problem ? problem : await list.ViewAsync(added.Value, by, ct);
    }

    private static Channel Made(NewChannel wanted, ChannelKind kind, string id) => new()
    {
        Id = id,
        Kind = kind,
        Name = wanted.Name ?? "",
        Store = wanted.Store ?? "",
        Department = wanted.Department ?? "",
        Address = kind == ChannelKind.Email ? wanted.Address ?? "" : wanted.Address,
        Key = Ids.Random(),
        Fields = kind == ChannelKind.Form ? DefaultForm.Fields : [],
    };
}
