using System.Collections.Concurrent;
using HelpdeskMx.Platform;
using Microsoft.AspNetCore.Identity;

namespace HelpdeskMx.Agents;

/// <summary>What an agent signs in with.</summary>
public sealed record Credentials(string? Email, string? Password);

/// <summary>The end of a sign-in: a bearer token and whose it is.</summary>
public sealed record SignedIn(string Token, DateTimeOffset ExpiresAt, AgentView Agent);

/// <summary>How agents can sign in at this desk.</summary>
/// <param name="Passwords">By e-mail address and password.</param>
/// <param name="Entra">With Microsoft Entra ID, null where the desk has no application there.</param>
public sealed record SignInWays(bool Passwords, EntraWay? Entra);

/// <summary>What a browser needs to sign in with Entra ID.</summary>
public sealed record EntraWay(string Authority, string Client, string Scope);

/// <summary>Signs agents in by password, and slows down whoever guesses.</summary>
public sealed class SignIn(DeskOptions options, Settings settings, Sessions sessions, TimeProvider clock)
{
    private const int GuessesAllowed = 10;
    private static readonly TimeSpan GuessesForgotten = TimeSpan.FromMinutes(5);
    private static readonly Problem Failed = new("sign-in-failed", "The e-mail address or the password is wrong.", 401);
    private static readonly Problem TooManyGuesses = new("too-many-requests", "Too many wrong passwords for this address. Wait five minutes and try again.", 429);

    private static readonly Problem PasswordsOff = new("passwords-off", "Passwords are not used at this desk. Sign in with Microsoft.", 403);

    private readonly PasswordHasher<Agent> hasher = new();
    private readonly ConcurrentDictionary<string, (int Count, DateTimeOffset Since)> guesses = new();

    // Verified for addresses nobody has, so that a guess takes as long whether or not the address exists.
    private readonly Agent nobody = new() { Id = "nobody", Name = "", Email = "" };
    private readonly Lazy<string> nobodysHash = new(() => new PasswordHasher<Agent>().HashPassword(null!, Ids.Random()));

    /// <summary>The ways to sign in at this desk.</summary>
    public SignInWays Ways { get; } = new(options.Passwords, options.Entra is { } entra ? new EntraWay(entra.Authority, entra.Client, entra.Scope) : null);

    /// <summary>The session of whoever these credentials belong to.</summary>
    public async Task<Outcome<SignedIn>> RunAsync(Credentials credentials, CancellationToken ct)
    {
        if (!options.Passwords) return PasswordsOff;
        var email = (credentials.Email ?? "").Trim().ToLowerInvariant();
        if (IsSlowedDown(email)) return TooManyGuesses;
        var agent = (await settings.AgentsAsync(ct)).FirstOrDefault(a => a.Active && a.Email == email);
        var verified = hasher.VerifyHashedPassword(agent ?? nobody, agent?.PasswordHash ?? nobodysHash.Value, credentials.Password ?? "");
        if (agent is null || verified == PasswordVerificationResult.Failed)
        {
            Remember(email);
            return Failed;
        }
        guesses.TryRemove(email, out _);
        return await BeginAsync(agent, ct);
    }

    /// <summary>A session for an agent who has proved who they are.</summary>
    public async Task<SignedIn> BeginAsync(Agent agent, CancellationToken ct)
    {
        var (token, session) = await sessions.BeginAsync(agent, ct);
        return new SignedIn(token, session.ExpiresAt, AgentView.Of(agent));
    }

    /// <summary>The hash a password is stored as.</summary>
    public string Hash(Agent agent, string password) => hasher.HashPassword(agent, password);

    private bool IsSlowedDown(string email) =>
        guesses.TryGetValue(email, out var g) && g.Count >= GuessesAllowed && clock.GetUtcNow() - g.Since < GuessesForgotten;

    private void Remember(string email)
    {
        var now = clock.GetUtcNow();
        if (guesses.Count > 10_000) guesses.Clear(); // addresses made up by the thousand cost no memory
        guesses.AddOrUpdate(email, (1, now), (_, g) => now - g.Since < GuessesForgotten ? (g.Count + 1, g.Since) : (1, now));
    }
}
