using HelpdeskMx.Agents;
using HelpdeskMx.Http;
using Microsoft.AspNetCore.Http;

namespace HelpdeskMx.Triggers.Http;

/// <summary>Doors to sign in, sign out, and see oneself.</summary>
public sealed class SessionDoors(Door door, Throttle throttle, SignIn signIn, Sessions sessions, ChangeProfile changeProfile, AgentPictures pictures)
{
    private static readonly Pace EachSignIn = new(60, 30); // an office shares an address; guesses at one agent are slowed down apart from this

    [Function("login")]
    [Says("Signs an agent in by e-mail address and password.", Takes = typeof(Credentials), Returns = typeof(SignedIn), Problems = [400, 401, 403, 429], Public = true)]
    public Task<IResult> Login([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Login)] HttpRequest request, CancellationToken ct) =>
        Door.PublicAsync(async () => throttle.Take("login", request, EachSignIn) is { } wait
            ? Throttle.Refuse(request, wait)
            : (await signIn.RunAsync(await request.ReadAsync<Credentials>(ct), ct)).ToResult());

    [Function("sign-in-ways")]
    [Says("How agents can sign in at this desk.", Returns = typeof(SignInWays), Public = true)]
    public Task<IResult> Ways([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.SignInWays)] HttpRequest request) =>
        Task.FromResult(Answers.Json(signIn.Ways));

    [Function("logout")]
    [Says("Ends the session before its time.", Status = 204)]
    public Task<IResult> Logout([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Logout)] HttpRequest request, CancellationToken ct) =>
        door.SessionAsync(request, async (by, session) =>
        {
            await sessions.EndAsync(by, session, ct);
            return Results.NoContent();
        });

    [Function("me")]
    [Says("The agent who is signed in, and until when.", Returns = typeof(Me))]
    public Task<IResult> Me([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Me)] HttpRequest request) =>
        door.SessionAsync(request, (by, session) => Task.FromResult(Answers.Json(new Me(AgentView.Of(by), session.ExpiresAt))));

    [Function("me-change")]
    [Says("Changes one's own name or language.", Takes = typeof(Profile), Returns = typeof(AgentView), Problems = [422])]
    public Task<IResult> Change([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Routes.Me)] HttpRequest request, CancellationToken ct) =>
        door.OpenAsync(request, async by => (await changeProfile.RunAsync(await request.ReadAsync<Profile>(ct), by, ct)).ToResult());

    [Function("me-picture")]
    [Says("Changes one's own picture: PNG, JPEG or WebP up to 512 KB; an empty body takes it away.", TakesMedia = "application/octet-stream", Returns = typeof(AgentView), Problems = [413, 422])]
    public Task<IResult> ChangePicture([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Routes.MyPicture)] HttpRequest request, CancellationToken ct) =>
        door.OpenAsync(request, async by => (await changeProfile.PictureAsync(await request.ReadBytesAsync(AgentPictures.Largest, ct), by, ct)).ToResult());

    [Function("picture")]
    [Says("An agent's picture.", ReturnsMedia = "application/octet-stream", Problems = [404], Public = true)]
    public Task<IResult> Picture([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Picture)] HttpRequest request, string id, CancellationToken ct) =>
        Door.PublicAsync(async () =>
        {
            var found = await pictures.FindAsync(id, ct);
            if (found.Problem is { } none) return none.ToResult();
            var headers = request.HttpContext.Response.Headers;
            headers.CacheControl = "public, max-age=31536000, immutable";
            headers.XContentTypeOptions = "nosniff";
            headers["Cross-Origin-Resource-Policy"] = "cross-origin"; // shops' pages show it in the chat
            return Results.Stream(found.Value.Bytes, found.Value.ContentType);
        });
}
