using System.Net;
using System.Net.Http.Json;
using HelpdeskMx.Channels;
using HelpdeskMx.Tests.Hosts;

namespace HelpdeskMx.Tests.Intake.Providers;

public sealed class ProviderSecretTests : IAsyncLifetime
{
    private const string Door = "/api/channels/support/provider";
    private RunningDesk desk = null!;

    public async Task InitializeAsync() => desk = await RunningDesk.StartAsync();

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task A_secret_that_was_set_is_seen_as_set_and_never_shown()
    {
        var answer = await desk.Admin.PutAsJsonAsync(Door, new { provider = "mailgun", secret = Post.Secret });
        var shown = await answer.Content.ReadAsStringAsync() + await desk.Admin.GetStringAsync("/api/channels");

        Assert.True((await RunningDesk.JsonAsync(answer)).GetProperty("providers").GetProperty("mailgun").GetBoolean());
        Assert.False((await RunningDesk.JsonAsync(answer)).GetProperty("providers").GetProperty("hmac").GetBoolean());
        Assert.DoesNotContain(Post.Secret, shown, StringComparison.Ordinal);
        Assert.DoesNotContain(Post.Secret, new ProviderSecrets(Mailgun: Post.Secret).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_can_be_forgotten()
    {
        await desk.SetAsync("hmac", Post.Secret);
        var answer = await desk.Admin.PutAsJsonAsync(Door, new { provider = "hmac", secret = (string?)null });

        Assert.False((await RunningDesk.JsonAsync(answer)).GetProperty("providers").GetProperty("hmac").GetBoolean());
    }

    [Theory]
    [InlineData("ses", "long-enough-to-be-a-secret", "keyId")]
    [InlineData("postmark", "long-enough-to-be-a-secret", "provider")]
    [InlineData("pigeon", "long-enough-to-be-a-secret", "provider")]
    [InlineData(null, null, "provider")]
    [InlineData("mailgun", "short", "secret")]
    [InlineData("sendgrid", "not-a-public-key-at-all", "secret")]
    public async Task What_will_not_do_is_refused_with_a_sentence(string? provider, string? secret, string field)
    {
        var answer = await desk.Admin.PutAsJsonAsync(Door, new { provider, secret });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.True((await RunningDesk.JsonAsync(answer)).GetProperty("errors").TryGetProperty(field, out _));
    }

    [Fact]
    public async Task Only_admins_set_secrets_and_only_of_mail_channels()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.Agent.PutAsJsonAsync(Door, new { provider = "hmac", secret = Post.Secret })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Admin.PutAsJsonAsync("/api/channels/contact/provider", new { provider = "hmac", secret = Post.Secret })).StatusCode);
    }
}
