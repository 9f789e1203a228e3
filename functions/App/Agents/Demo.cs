using HelpdeskMx.Channels;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Agents;

/// <summary>The desk that <c>--demo</c> starts with: store, channels and agents whose key and password everybody knows. Never for real customers.</summary>
public sealed class Demo(Settings settings, FirstRun firstRun, SignIn signIn)
{
    /// <summary>The key of every demo channel.</summary>
    public const string Key = "demo";

    /// <summary>The password of every demo agent.</summary>
    public const string Password = "demo-demo";

    /// <summary>Adds what is missing.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        await firstRun.AddStoreAsync(new Store("demo", "Demo Shop", "#3b6cf4", "en"), "support", "support@demo.test", "contact", plusAddressing: true, () => Key, ct);
        await settings.AddAsync(Kinds.Channels, "chat", Chat, ct);
        await AddAsync("admin", "Demo Admin", Role.AdminId, ct);
        await AddAsync("agent", "Demo Agent", Role.AgentId, ct);
    }

    private static Channel Chat => new()
    {
        Id = "chat",
        Kind = Tickets.ChannelKind.Chat,
        Name = "Chat",
        Store = "demo",
        Department = FirstRun.FirstDepartment.Id,
        Key = Key,
        Chat = new() { AnyOrigin = true },
    };

    private async Task AddAsync(string id, string name, string role, CancellationToken ct)
    {
        if ((await settings.AgentsAsync(ct)).Any(a => a.Id == id)) return; // hashing a password again would only slow the start
        var agent = new Agent { Id = id, Name = name, Email = $"{id}@demo.test", Role = role };
        await settings.AddAsync(Kinds.Agents, id, agent with { PasswordHash = signIn.Hash(agent, Password) }, ct);
    }
}
