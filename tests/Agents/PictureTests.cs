using System.Net;
using System.Net.Http.Json;
using HelpdeskMx.Agents;
using HelpdeskMx.Tests.Hosts;

namespace HelpdeskMx.Tests.Agents;

/// <summary>How agents show themselves to colleagues and customers.</summary>
public sealed class PictureTests : IAsyncLifetime
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];
    private RunningDesk desk = null!;

    public async Task InitializeAsync() => desk = await RunningDesk.StartAsync();

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task A_picture_is_shown_to_anybody_until_it_is_taken_away()
    {
        var url = await PutAsync(Png);
        var shown = await desk.Anybody.GetAsync(url);
        Assert.Equal(("image/png", "nosniff", "cross-origin"), (shown.Content.Headers.ContentType!.MediaType, shown.Headers.GetValues("X-Content-Type-Options").Single(), shown.Headers.GetValues("Cross-Origin-Resource-Policy").Single()));
        Assert.Equal(Png, await shown.Content.ReadAsByteArrayAsync());
        Assert.Contains((await desk.GetAsync("/api/agents")).GetProperty("items").EnumerateArray(), a => a.GetProperty("picture").GetString() == url);

        Assert.Null(await PutAsync([]));
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Anybody.GetAsync(url)).StatusCode);
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>", HttpStatusCode.UnprocessableEntity)]
    [InlineData("GIF89a", HttpStatusCode.UnprocessableEntity)]
    public async Task What_is_no_picture_of_a_known_kind_is_refused(string content, HttpStatusCode status) =>
        Assert.Equal(status, (await desk.Agent.PutAsync("/api/me/picture", new StringContent(content))).StatusCode);

    [Fact]
    public async Task A_picture_too_large_is_refused_and_other_files_of_the_desk_are_no_pictures()
    {
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await desk.Agent.PutAsync("/api/me/picture", new ByteArrayContent(new byte[AgentPictures.Largest + 1]))).StatusCode);
        var blob = await ((HelpdeskMx.Platform.IBlobs)desk.Services.GetService(typeof(HelpdeskMx.Platform.IBlobs))!).CreateAsync(Png.Append((byte)9).ToArray(), CancellationToken.None);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Anybody.GetAsync($"/api/pictures/{blob}")).StatusCode);
    }

    [Fact]
    public async Task Changes_of_name_language_and_picture_at_once_are_all_kept()
    {
        await Task.WhenAll(desk.Agent.PutAsJsonAsync("/api/me", new { name = "Mia" }), desk.Agent.PutAsJsonAsync("/api/me", new { language = "cs" }), PutAsync(Png));
        var me = (await desk.GetAsync("/api/me", desk.Agent)).GetProperty("agent");
        Assert.Equal(("Mia", "cs", true), (me.GetProperty("name").GetString(), me.GetProperty("language").GetString(), me.GetProperty("picture").GetString() is not null));
    }

    private async Task<string?> PutAsync(byte[] picture)
    {
        var answer = await desk.Agent.PutAsync("/api/me/picture", new ByteArrayContent(picture));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await RunningDesk.JsonAsync(answer)).GetProperty("picture").GetString();
    }
}
