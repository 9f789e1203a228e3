using System.Net;
using System.Text;
using System.Text.Json;
using Azure.Core;
using HelpdeskMx.OnAzure.Live;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace HelpdeskMx.Tests.Azure;

/// <summary>What is asked of Azure SignalR; the service is stood in for by its documented answers.</summary>
public sealed class SignalRRealtimeTests
{
    private const string AccessKey = "0123456789abcdef0123456789abcdef0123456789abcdef";
    private readonly FakeTimeProvider clock = new(DateTimeOffset.UtcNow);
    private readonly Service service = new();
    private readonly SignalRRealtime realtime;

    public SignalRRealtimeTests() => realtime = new SignalRRealtime(
        new HttpClient(service), new Uri("https://desk.service.signalr.net"), new Identity(), clock, NullLogger<SignalRRealtime>.Instance);

    [Fact]
    public async Task A_push_goes_to_the_group_of_its_audience()
    {
        await realtime.PublishAsync("department:támogatás", "changed", "{\"ticketId\":\"t1\"}"u8.ToArray(), default);

        var (request, body) = Assert.Single(service.Asked);
        Assert.Equal("POST /api/hubs/desk/groups/department%3At%C3%A1mogat%C3%A1s/:send?api-version=2022-06-01 Bearer identity", request);
        Assert.Equal("{\"target\":\"changed\",\"arguments\":[{\"ticketId\":\"t1\"}]}", body);
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.InternalServerError)]
    public async Task A_push_that_is_lost_stops_nothing(HttpStatusCode status)
    {
        service.Status = status;
        await realtime.PublishAsync("everything", "changed", "{}"u8.ToArray(), default);
        Assert.Single(service.Asked);
    }

    [Fact]
    public async Task A_browser_gets_the_groups_of_its_agent_and_a_token_the_service_accepts()
    {
        var connection = await realtime.NegotiateAsync("a1", ["everything", "department:support"], default);

        Assert.Equal(
        [
            "DELETE /api/hubs/desk/users/a1/groups?api-version=2022-06-01 Bearer identity",
            "PUT /api/hubs/desk/users/a1/groups/everything?ttl=86400&api-version=2022-06-01 Bearer identity",
            "PUT /api/hubs/desk/users/a1/groups/department%3Asupport?ttl=86400&api-version=2022-06-01 Bearer identity",
            "GET /api/v1/auth/accessKey Bearer identity",
        ], service.Asked.Select(a => a.Request));
        Assert.Equal("https://desk.service.signalr.net/client/?hub=desk", connection.Url);
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(connection.AccessToken, new TokenValidationParameters
        {
            ValidAudience = connection.Url,
            ValidateIssuer = false,
            IssuerSigningKey = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(AccessKey)) { KeyId = "kid-1" },
        });
        Assert.True(result.IsValid, result.Exception?.Message);
        Assert.Equal("a1", result.Claims["asrs.s.uid"]);
        Assert.Equal("kid-1", new JsonWebToken(connection.AccessToken).Kid);
    }

    [Fact]
    public async Task The_services_key_is_asked_for_again_before_it_runs_out()
    {
        await realtime.NegotiateAsync("a1", [], default);
        await realtime.NegotiateAsync("a2", [], default);
        Assert.Single(service.Asked, a => a.Request.Contains("accessKey", StringComparison.Ordinal));

        clock.Advance(TimeSpan.FromMinutes(56));
        await realtime.NegotiateAsync("a1", [], default);
        Assert.Equal(2, service.Asked.Count(a => a.Request.Contains("accessKey", StringComparison.Ordinal)));
    }

    private sealed class Service : HttpMessageHandler
    {
        public List<(string Request, string? Body)> Asked { get; } = [];

        public HttpStatusCode Status { get; set; } = HttpStatusCode.Accepted;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
        {
            Asked.Add(($"{request.Method} {request.RequestUri!.PathAndQuery} {request.Headers.Authorization}", request.Content is null ? null : await request.Content.ReadAsStringAsync(ct)));
            return request.Method == HttpMethod.Get
                ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(JsonSerializer.Serialize(new { AccessKey, KeyId = "kid-1" }), Encoding.UTF8, "application/json") }
                : new HttpResponseMessage(Status);
        }
    }

    private sealed class Identity : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext context, CancellationToken ct)
        {
            Assert.Equal(["https://signalr.azure.com/.default"], context.Scopes);
            return new AccessToken("identity", DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext context, CancellationToken ct) => new(GetToken(context, ct));
    }
}
