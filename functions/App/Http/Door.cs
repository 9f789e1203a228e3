using HelpdeskMx.Agents;
using HelpdeskMx.Platform;
using Microsoft.AspNetCore.Http;

namespace HelpdeskMx.Http;

/// <summary>How every HTTP door opens: who is there is settled first, and what cannot be read is answered with a sentence.</summary>
public sealed class Door(Sessions sessions, EntraSignIn entra)
{
    /// <summary>Opens for anybody.</summary>
    public static async Task<IResult> PublicAsync(Func<Task<IResult>> use)
    {
        try
        {
            return await use();
        }
        catch (BadRequestException bad)
        {
            return bad.Problem.ToResult();
        }
    }

    /// <summary>Opens for an agent who is signed in.</summary>
    public Task<IResult> OpenAsync(HttpRequest request, Func<Agent, Task<IResult>> use) => SessionAsync(request, (agent, _) => use(agent));

    /// <summary>Opens for an admin who is signed in.</summary>
    public Task<IResult> AdminAsync(HttpRequest request, Func<Agent, Task<IResult>> use) =>
        OpenAsync(request, agent => agent.IsAdmin ? use(agent) : Task.FromResult(Problems.NotAllowed.ToResult()));

    /// <summary>Opens for an agent and shows the session.</summary>
    public Task<IResult> SessionAsync(HttpRequest request, Func<Agent, Session, Task<IResult>> use) => PublicAsync(async () =>
    {
        const string Scheme = "Bearer ";
        var header = request.Headers.Authorization.ToString();
        var token = header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : "";
        var ct = request.HttpContext.RequestAborted;
        var found = EntraSignIn.Looks(token) ? await entra.FindAsync(token, ct) : await sessions.FindAsync(token, ct);
        return found is var (agent, session) ? await use(agent, session) : Problems.SignedOut.ToResult();
    });
}
