using HelpdeskMx.Platform;

namespace HelpdeskMx.Agents;

/// <summary>What agents may change about themselves; null leaves it.</summary>
public sealed record Profile(string? Name, string? Language);

/// <summary>Changes an agent's own profile.</summary>
public sealed class ChangeProfile(Settings settings)
{

    /// <summary>The agent as they are then.</summary>
    public async Task<Outcome<AgentView>> RunAsync(Profile profile, Agent by, CancellationToken ct)
    {
        if (profile.Language is not null && !Languages.All.Contains(profile.Language)) return Problems.Field("language", "Choose en, cs, pl, ko or ru.");
        if (profile.Name is not null && string.IsNullOrWhiteSpace(profile.Name)) return Problems.Field("name", "Say what colleagues and customers call you.");
        var changed = by with { Name = profile.Name?.Trim() ?? by.Name, Language = profile.Language ?? by.Language };
        await settings.SaveAsync(Kinds.Agents, by.Id, changed, ct);
        return AgentView.Of(changed);
    }
}
