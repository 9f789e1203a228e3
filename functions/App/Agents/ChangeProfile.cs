using HelpdeskMx.Platform;

namespace HelpdeskMx.Agents;

/// <summary>What agents may change about themselves; null leaves it.</summary>
public sealed record Profile(string? Name, string? Language);

/// <summary>Changes an agent's own profile.</summary>
public sealed class ChangeProfile(Settings settings, IBlobs blobs)
{
    private const int LongestName = 80;

    /// <summary>The agent as they are then.</summary>
    public async Task<Outcome<AgentView>> RunAsync(Profile profile, Agent by, CancellationToken ct)
    {
        if (profile.Language is not null && !Languages.All.Contains(profile.Language)) return Problems.Field("language", "Choose en, cs, pl, ko or ru.");
        if (profile.Name is not null && string.IsNullOrWhiteSpace(profile.Name)) return Problems.Field("name", "Say what colleagues and customers call you.");
        if (profile.Name?.Trim().Length > LongestName) return Problems.Field("name", $"Use at most {LongestName} characters.");
        return await SaveAsync(by, agent => agent with { Name = profile.Name?.Trim() ?? agent.Name, Language = profile.Language ?? agent.Language }, ct);
    }

    /// <summary>The agent with this picture; without one where there are no bytes.</summary>
    public async Task<Outcome<AgentView>> PictureAsync(ReadOnlyMemory<byte> picture, Agent by, CancellationToken ct)
    {
        if (!picture.IsEmpty && AgentPictures.TypeOf(picture.Span) is null) return Problems.Field("picture", "Choose a picture: PNG, JPEG or WebP.");
        var blob = picture.IsEmpty ? null : await blobs.CreateAsync(picture, ct);
        return await SaveAsync(by, agent => agent with { Picture = blob }, ct);
    }

    private async Task<Outcome<AgentView>> SaveAsync(Agent by, Func<Agent, Agent> change, CancellationToken ct)
    {
        var changed = await settings.ChangeAsync(Kinds.Agents, by.Id, agent => change(agent), ct) ?? throw new InvalidOperationException($"Agent {by.Id} is gone.");
        return AgentView.Of(changed.Value);
    }
}
