using HelpdeskMx.Agents;
using HelpdeskMx.Channels;
using HelpdeskMx.Intake;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Bench.Seeding;

/// <summary>The demo desk grown by a second store and two departments, with all that its tickets are made with.</summary>
public sealed record SeedDesk
{
    private static readonly double[] shares = [55, 12, 10, 8, 12, 3];

    /// <summary>Names this seed in the ids of everything it makes.</summary>
    public required string Seed { get; init; }

    /// <summary>Now; nothing is younger.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>Who answers.</summary>
    public required IReadOnlyList<Agent> Agents { get; init; }

    /// <summary>Where tickets come in.</summary>
    public required IReadOnlyList<Channel> Channels { get; init; }

    /// <summary>What customers attach.</summary>
    public required IReadOnlyList<Attachment> Files { get; init; }

    /// <summary>Makes the records of customers' messages.</summary>
    public required KeepMessage Keep { get; init; }

    /// <summary>Makes answers.</summary>
    public required Answering Answering { get; init; }

    /// <summary>The channel of a ticket, as the dice fall.</summary>
    public Channel ChannelOf(Dice dice) => Channels[dice.Weighted(shares)];

    /// <summary>Sets the desk up; what is there already stays.</summary>
    public static async Task<SeedDesk> OpenAsync(IServiceProvider services, ulong seed, DateTimeOffset until, CancellationToken ct)
    {
        var settings = services.GetRequiredService<Settings>();
        await services.GetRequiredService<Demo>().RunAsync(ct);
        var (outlet, outletForm) = await services.GetRequiredService<FirstRun>()
            .AddStoreAsync(new Store("outlet", "Demo Outlet", "#e8590c", "cs"), "outlet", "outlet@demo.test", "outlet-contact", plusAddressing: true, () => Demo.Key, ct);
        var support = (await settings.ChannelAsync("support", ct))!;
        return new SeedDesk
        {
            Seed = $"{seed:x}",
            Until = until,
            Agents = [.. (await settings.AgentsAsync(ct)).Where(a => a.Active)],
            Channels =
            [
                support, (await settings.ChannelAsync("contact", ct))!, await DepartmentAsync(settings, support, "returns", "Returns", ct),
                await DepartmentAsync(settings, support, "billing", "Billing", ct), outlet, outletForm,
            ],
            Files = await SampleFiles.StoreAsync(services.GetRequiredService<IBlobs>(), seed, ct),
            Keep = services.GetRequiredService<KeepMessage>(),
            Answering = services.GetRequiredService<Answering>(),
        };
    }

    /// <summary>A department with a mailbox of its own.</summary>
    private static async Task<Channel> DepartmentAsync(Settings settings, Channel like, string id, string name, CancellationToken ct)
    {
        var address = $"{id}@demo.test";
        var channel = like with { Id = id, Name = address, Address = address, Department = id };
        await settings.AddAsync(Kinds.Departments, id, new Department(id, name), ct);
        await settings.AddAsync(Kinds.Channels, id, channel, ct);
        return channel;
    }
}
