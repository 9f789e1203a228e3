using System.Globalization;
using System.Security.Claims;
using HelpdeskMx.Platform;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace HelpdeskMx.Agents;

/// <summary>Knows agents by the access tokens of Entra ID. The desk checks issuer, audience, scope and role itself; whoever holds a role of the application is an agent.</summary>
/// <remarks>Claims as in Microsoft's reference of access tokens: <c>oid</c>, <c>preferred_username</c>, <c>name</c>, <c>roles</c>, <c>scp</c>, <c>uti</c>.</remarks>
public sealed class EntraSignIn
{
    private const string AdminRole = "Helpdesk.Admin", AgentRole = "Helpdesk.Agent";
    private readonly EntraApplication? application;
    private readonly Settings settings;
    private readonly ILogger<EntraSignIn> log;
    private readonly JsonWebTokenHandler tokens = new() { MapInboundClaims = false };
    private readonly TokenValidationParameters? checks;

    /// <summary>Fetches the directory's signing keys when the first token comes, and again when they change.</summary>
    public EntraSignIn(DeskOptions options, Settings settings, ILogger<EntraSignIn> log, BaseConfigurationManager? keys = null)
    {
        (application, this.settings, this.log) = (options.Entra, settings, log);
        if (application is null) return;
        checks = new TokenValidationParameters
        {
            ValidIssuers = [$"{application.Authority}/v2.0", $"https://sts.windows.net/{application.Tenant}/"],
            ValidAudiences = [application.Client, $"api://{application.Client}"],
            ConfigurationManager = keys ?? new ConfigurationManager<OpenIdConnectConfiguration>(
                $"{application.Authority}/v2.0/.well-known/openid-configuration", new OpenIdConnectConfigurationRetriever()),
        };
    }

    /// <summary>True for what looks like a JSON web token; the desk's own sessions never do.</summary>
    public static bool Looks(string token) => token.StartsWith("eyJ", StringComparison.Ordinal);

    /// <summary>The agent and session of a token; null when it is not for this desk, has run out, or its holder has no role or has left.</summary>
    public async Task<(Agent Agent, Session Session)?> FindAsync(string token, CancellationToken ct)
    {
        if (checks is null) return null;
        var result = await tokens.ValidateTokenAsync(token, checks);
        if (!result.IsValid)
        {
            log.LogInformation("A token was refused: {Reason}", result.Exception.GetType().Name);
            return null;
        }
        var claims = result.ClaimsIdentity;
        if (Of(claims, "oid") is not { } id || RoleIn(claims) is not { } role || !(Of(claims, "scp") ?? "").Split(' ').Contains(EntraApplication.ScopeName)) return null;
        var agent = await AgentAsync(id, role, claims, ct);
        var session = new Session(Of(claims, "uti") ?? id, agent?.Id ?? "", DateTimeOffset.FromUnixTimeSeconds(long.Parse(Of(claims, "exp")!, CultureInfo.InvariantCulture)));
        return agent is { Active: true } && !agent.EndedSessions.ContainsKey(session.Id) ? (agent, session) : null;
    }

    /// <summary>Whoever is new becomes an agent, once the desk is set up; whoever was invited by address is known from then on; the directory's role counts.</summary>
    private async Task<Agent?> AgentAsync(string id, string role, ClaimsIdentity claims, CancellationToken ct)
    {
        var agents = await settings.AgentsAsync(ct);
        if (agents.Count == 0) return null;
        var email = (Of(claims, "preferred_username") ?? Of(claims, "upn") ?? "").ToLowerInvariant();
        var found = agents.FirstOrDefault(a => a.EntraId == id) ?? agents.FirstOrDefault(a => a.EntraId is null && a.Email == email);
        var agent = (found ?? new Agent { Id = Ids.Derive("entra", id), Name = Of(claims, "name") ?? email, Email = email }) with { EntraId = id };
        // The directory says who sets up the desk; which tickets the others work is said here.
        if (role == Role.AdminId || agent.IsAdmin) agent = agent with { Role = role };
        if (agent != found) await settings.SaveAsync(Kinds.Agents, agent.Id, agent, ct);
        return agent;
    }

    private static string? RoleIn(ClaimsIdentity claims) =>
        claims.HasClaim("roles", AdminRole) ? Role.AdminId : claims.HasClaim("roles", AgentRole) ? Role.AgentId : null;

    private static string? Of(ClaimsIdentity claims, string name) => claims.FindFirst(name)?.Value;
}
