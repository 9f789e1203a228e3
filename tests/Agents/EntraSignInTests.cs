using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using HelpdeskMx.Agents;
using HelpdeskMx.Platform;
using HelpdeskMx.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace HelpdeskMx.Tests.Agents;

/// <summary>Signing in with Entra ID; the directory's keys are stood in for, its tokens have the documented claims.</summary>
public sealed class EntraSignInTests : IAsyncLifetime
{
    private const string Tenant = "11111111-2222-3333-4444-555555555555", Client = "66666666-7777-8888-9999-000000000000";
    private static readonly RsaSecurityKey Key = new(RSA.Create(2048)) { KeyId = "k1" };
    private RunningDesk desk = null!;

    public async Task InitializeAsync() => desk = await RunningDesk.StartAsync(s =>
    {
        s.AddSingleton(new DeskOptions(new EntraApplication(Tenant, Client), Passwords: true, null, null));
        var keys = new OpenIdConnectConfiguration { Issuer = $"https://login.microsoftonline.com/{Tenant}/v2.0" };
        keys.SigningKeys.Add(Key);
        s.AddSingleton<BaseConfigurationManager>(new StaticConfigurationManager<OpenIdConnectConfiguration>(keys));
    });

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task Who_holds_a_role_of_the_application_becomes_an_agent_with_it()
    {
        var me = await desk.GetAsync("/api/me", By(Token(("roles", "Helpdesk.Admin"))));

        Assert.Equal(("Eva", "eva@x.cz", "admin"), (Text(me, "name"), Text(me, "email"), Text(me, "role")));
        Assert.Equal(Text(me, "id"), Text(await desk.GetAsync("/api/me", By(Token(("roles", "Helpdesk.Agent")))), "id"));
        Assert.Equal("agent", Text(await desk.GetAsync("/api/me", By(Token(("roles", "Helpdesk.Agent")))), "role"));
    }

    [Fact]
    public async Task An_agent_who_was_invited_by_address_is_the_same_agent_and_stays_so_under_a_new_address()
    {
        var first = await desk.GetAsync("/api/me", By(Token(("roles", "Helpdesk.Agent"), ("preferred_username", "Agent@demo.test"))));
        var renamed = await desk.GetAsync("/api/me", By(Token(("roles", "Helpdesk.Agent"), ("preferred_username", "eva.new@x.cz"))));

        Assert.Equal(("agent", "agent"), (Text(first, "id"), Text(renamed, "id")));
    }

    [Theory]
    [InlineData("roles", "Other.Role")]
    [InlineData("scp", "profile")]
    [InlineData("aud", "another-application")]
    [InlineData("iss", "https://login.microsoftonline.com/99999999-0000-0000-0000-000000000000/v2.0")]
    [InlineData("exp", "1000000000")]
    [InlineData("oid", "")]
    public async Task A_token_that_is_not_for_this_desk_opens_nothing(string claim, string value)
    {
        (string, string)[] claims = claim == "roles" ? [(claim, value)] : [("roles", "Helpdesk.Agent"), (claim, value)];

        Assert.Equal(HttpStatusCode.Unauthorized, (await By(Token(claims)).GetAsync("/api/me")).StatusCode);
    }

    [Fact]
    public async Task A_token_that_another_key_signed_or_nobody_opens_nothing()
    {
        var forged = Token([("roles", "Helpdesk.Admin")], new RsaSecurityKey(RSA.Create(2048)) { KeyId = "k1" });
        var unsigned = Token(("roles", "Helpdesk.Admin"));

        Assert.Equal(HttpStatusCode.Unauthorized, (await By(forged).GetAsync("/api/me")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await By(unsigned[..(unsigned.LastIndexOf('.') + 1)]).GetAsync("/api/me")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await By("eyJ.nonsense").GetAsync("/api/me")).StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_the_token_here()
    {
        var eva = By(Token(("roles", "Helpdesk.Agent"), ("uti", "one")));
        Assert.Equal(HttpStatusCode.NoContent, (await eva.PostAsync("/api/auth/logout", null)).StatusCode);

        Assert.Equal(HttpStatusCode.Unauthorized, (await eva.GetAsync("/api/me")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await By(Token(("roles", "Helpdesk.Agent"), ("uti", "two"))).GetAsync("/api/me")).StatusCode);
    }

    [Fact]
    public async Task Browsers_are_told_where_to_sign_in()
    {
        var ways = await desk.GetAsync("/api/auth/ways", desk.Anybody);

        Assert.True(ways.GetProperty("passwords").GetBoolean());
        Assert.Equal($"api://{Client}/access", Text(ways.GetProperty("entra"), "scope"));
    }

    [Fact]
    public async Task Where_passwords_are_off_a_password_opens_nothing_and_the_first_admin_needs_none()
    {
        await using var entraOnly = await RunningDesk.StartAsync(
            s => s.AddSingleton(new DeskOptions(new EntraApplication(Tenant, Client), Passwords: false, "token-of-the-link", null)), demo: false);
        var setup = new { token = "token-of-the-link", name = "Eva", email = "eva@x.cz", store = "Shop", address = "support@x.cz" };

        Assert.Equal(HttpStatusCode.OK, (await entraOnly.Anybody.PostAsJsonAsync("/api/setup", setup)).StatusCode);
        var refused = await entraOnly.Anybody.PostAsJsonAsync("/api/auth/login", new { email = "eva@x.cz", password = "" });
        Assert.Equal((HttpStatusCode.Forbidden, "passwords-off"), (refused.StatusCode, Text(await RunningDesk.JsonAsync(refused), "code")));
    }

    private HttpClient By(string token) =>
        new() { BaseAddress = desk.Anybody.BaseAddress, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };

    private static string Token(params (string Name, string Value)[] claims) => Token(claims, Key);

    private static string Token((string Name, string Value)[] claims, SecurityKey key)
    {
        var all = new Dictionary<string, object>
        {
            ["oid"] = "0a1b",
            ["name"] = "Eva",
            ["preferred_username"] = "eva@x.cz",
            ["scp"] = "access openid",
            ["uti"] = "u1",
            ["aud"] = Client,
            ["iss"] = $"https://login.microsoftonline.com/{Tenant}/v2.0",
        };
        foreach (var (name, value) in claims) all[name] = name == "roles" ? new[] { value } : value;
        if (all["oid"] is "") all.Remove("oid");
        var expires = all.Remove("exp", out var seconds) ? DateTimeOffset.FromUnixTimeSeconds(long.Parse((string)seconds!)).UtcDateTime : DateTime.UtcNow.AddHours(1);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Claims = all,
            Expires = expires,
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.RsaSha256),
        });
    }

    private static string? Text(System.Text.Json.JsonElement json, string name) =>
        (json.TryGetProperty("agent", out var agent) ? agent : json).GetProperty(name).GetString();
}
