using System.Net;
using System.Net.Http.Json;
using System.Text;
using HelpdeskMx.Tests.Hosts;

namespace HelpdeskMx.Tests.Chat;

/// <summary>What admins may set about a chat, and what of it is shown.</summary>
public sealed class ChatSettingsTests : IAsyncLifetime
{
    private const string Secret = "a-secret-of-the-shop-0123456789abcdef";
    private RunningDesk desk = null!;

    public async Task InitializeAsync() => desk = await RunningDesk.StartAsync();

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Theory]
    [InlineData("""{"origins":[]}""", "origins")]
    [InlineData("""{"origins":["shop.example.com"]}""", "origins")]
    [InlineData("""{"origins":["https://shop.example.com/path"]}""", "origins")]
    [InlineData("""{"origins":[null]}""", "origins")]
    [InlineData("""{"anyOrigin":true,"color":"red"}""", "color")]
    [InlineData("""{"anyOrigin":true,"title":{"xx":"Hi"}}""", "title")]
    [InlineData("""{"anyOrigin":true,"replyMinutes":-1}""", "replyMinutes")]
    [InlineData("""{"anyOrigin":true,"identitySecret":"short"}""", "identitySecret")]
    public async Task Settings_that_make_no_sense_are_refused(string body, string field)
    {
        var answer = await desk.Admin.PutAsync("/api/channels/chat/chat", new StringContent(body, Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.True((await RunningDesk.JsonAsync(answer)).GetProperty("errors").TryGetProperty(field, out _));
    }

    [Fact]
    public async Task The_identity_secret_is_shown_to_nobody_and_stays_until_it_is_forgotten()
    {
        await SetAsync(new { anyOrigin = true, identitySecret = Secret });
        await SetAsync(new { anyOrigin = true, color = "#AA0000" });
        var text = await desk.Admin.GetStringAsync("/api/channels");
        Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
        Assert.Contains("\"identitySet\":true", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.Agent.PutAsJsonAsync("/api/channels/chat/chat", new { anyOrigin = true })).StatusCode);
        await SetAsync(new { anyOrigin = true, identitySecret = "" });
        Assert.Contains("\"identitySet\":false", await desk.Admin.GetStringAsync("/api/channels"), StringComparison.Ordinal);
    }

    private async Task SetAsync(object chat) => Assert.Equal(HttpStatusCode.OK, (await desk.Admin.PutAsJsonAsync("/api/channels/chat/chat", chat)).StatusCode);
}
