using System.Security.Cryptography;
using System.Text;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Agents;

/// <summary>The link by which an agent chooses a password: the first one, or a new one in place of one they forgot.</summary>
/// <param name="Path">Below the address the desk's web is at. Whoever has it can sign in as the agent; it is shown once.</param>
/// <param name="Before">Until when it opens.</param>
public sealed record JoinLink(string Path, DateTimeOffset Before);

/// <summary>What the page behind the link sends.</summary>
public sealed record Joining(string? Token, string? Password);

/// <summary>Lets agents choose a password by a link that opens once. Only its hash is kept.</summary>
public sealed class JoinDesk(DeskOptions options, Settings settings, SignIn signIn, TimeProvider clock)
{
    private static readonly TimeSpan Opens = TimeSpan.FromDays(7);
    private static readonly Problem PasswordsOff = new("passwords-off", "Passwords are not used at this desk. Whoever is added signs in with Microsoft.", 409);

    /// <summary>A new link; the one before it opens no more.</summary>
    public async Task<Outcome<JoinLink>> LinkAsync(string id, CancellationToken ct)
    {
        if (!options.Passwords) return PasswordsOff;
        var (secret, before) = (Ids.Random(), clock.GetUtcNow() + Opens);
        var changed = await settings.ChangeAsync(Kinds.Agents, id, agent => agent.Active ? agent with { JoinHash = Hash(secret), JoinBefore = before } : AgentProblems.NoSuchAgent, ct);
        return changed is null ? AgentProblems.NoSuchAgent : changed.Value.Problem is { } problem ? problem : new JoinLink($"/join#{id}.{secret}", before);
    }

    /// <summary>The agent with this password from now on, signed in; everybody signed in as them before is signed out.</summary>
    public async Task<Outcome<SignedIn>> RunAsync(Joining joining, CancellationToken ct)
    {
        if (!options.Passwords) return PasswordsOff;
        if (FirstRun.PasswordFault(joining.Password) is { } weak) return weak;
        var parts = (joining.Token ?? "").Split('.');
        if (parts is not [{ Length: > 0 and <= 100 } id, { Length: > 0 and <= 100 } secret]) return AgentProblems.LinkGone;
        var now = clock.GetUtcNow();
        var changed = await settings.ChangeAsync(Kinds.Agents, id, agent => agent.Active && Opened(agent, secret, now)
            ? agent with { PasswordHash = signIn.Hash(agent, joining.Password!), JoinHash = null, JoinBefore = null, SessionsSince = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond)) }
            : AgentProblems.LinkGone, ct) ?? AgentProblems.LinkGone;
        return changed.Problem is { } problem ? problem : await signIn.BeginAsync(changed.Value, ct);
    }

    private static bool Opened(Agent agent, string secret, DateTimeOffset now) =>
        agent.JoinHash is { } hash && now < agent.JoinBefore && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(hash), Encoding.UTF8.GetBytes(Hash(secret)));

    private static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
