using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Agents;

/// <summary>An agent's session: who, which, until when.</summary>
public sealed record Session(string Id, string AgentId, DateTimeOffset ExpiresAt)
{
    /// <summary>How long a session lasts.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromHours(12);

    /// <summary>When it began, to the second.</summary>
    public DateTimeOffset BeganAt => ExpiresAt - Length;
}

/// <summary>Signed sessions: nothing is stored for one until it is ended before its time.</summary>
public sealed class Sessions(Secrets secrets, Settings settings, TimeProvider clock)
{
    /// <summary>A token for a new session of this agent.</summary>
    public async Task<(string Token, Session Session)> BeginAsync(Agent agent, CancellationToken ct)
    {
        var session = new Session(Ids.Random(), agent.Id, clock.GetUtcNow() + Session.Length);
        var named = $"{session.Id}.{session.AgentId}.{session.ExpiresAt.ToUnixTimeSeconds()}";
        return ($"{named}.{Sign(named, await secrets.ForAsync("sessions", ct))}", session);
    }

    /// <summary>The agent and session of a token; null when it is not ours, has run out or was ended, or the agent has left.</summary>
    public async Task<(Agent Agent, Session Session)?> FindAsync(string token, CancellationToken ct)
    {
        var end = token.LastIndexOf('.');
        if (end < 0 || token.Length > 500) return null;
        var signature = Encoding.UTF8.GetBytes(Sign(token[..end], await secrets.ForAsync("sessions", ct)));
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token[(end + 1)..]), signature)) return null;

        var parts = token.Split('.');
        var session = new Session(parts[0], parts[1], DateTimeOffset.FromUnixTimeSeconds(long.Parse(parts[2], CultureInfo.InvariantCulture)));
        if (session.ExpiresAt <= clock.GetUtcNow()) return null;
        var agent = (await settings.AgentsAsync(ct)).FirstOrDefault(a => a.Id == session.AgentId);
        return agent is { Active: true } && !agent.EndedSessions.ContainsKey(session.Id) && !(session.BeganAt < agent.SessionsSince) ? (agent, session) : null;
    }

    /// <summary>Ends a session before its time.</summary>
    public Task EndAsync(Agent agent, Session session, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return settings.ChangeAsync(Kinds.Agents, agent.Id, a => a with { EndedSessions = a.EndedSessions.Where(e => e.Value > now).Append(new(session.Id, session.ExpiresAt)).DistinctBy(e => e.Key).ToDictionary() }, ct);
    }

    private static string Sign(string named, byte[] secret) => Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(named)));
}
