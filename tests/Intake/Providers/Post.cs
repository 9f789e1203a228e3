using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HelpdeskMx.Tests.Hosts;

namespace HelpdeskMx.Tests.Intake.Providers;

/// <summary>What providers post, made the way they make it.</summary>
internal static class Post
{
    public const string Secret = "a-signing-key-of-a-test";

    public static string Now => DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);

    public static MultipartFormDataContent Form(params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent("a-boundary-of-a-test");
        foreach (var (name, value) in fields) form.With(name, Encoding.UTF8.GetBytes(value));
        return form;
    }

    public static MultipartFormDataContent With(this MultipartFormDataContent form, string name, byte[] value)
    {
        form.Add(new ByteArrayContent(value), name);
        return form;
    }

    public static MultipartFormDataContent WithFile(this MultipartFormDataContent form, string name, string fileName, string type, byte[] bytes)
    {
        form.Add(new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue(type) } }, name, fileName);
        return form;
    }

    public static string Hmac(string secret, params byte[][] parts) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), parts.SelectMany(p => p).ToArray()));

    public static string Hmac(string secret, string signed) => Hmac(secret, Encoding.UTF8.GetBytes(signed));

    public static async Task SetAsync(this RunningDesk desk, string provider, string secret) =>
        (await desk.Admin.PutAsJsonAsync("/api/channels/support/provider", new { provider, secret })).EnsureSuccessStatusCode();

    /// <summary>The one message that came of an accepted post.</summary>
    public static async Task<JsonElement> MessageAsync(this RunningDesk desk, HttpResponseMessage answer)
    {
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        var ticket = await desk.TicketOfAsync((await RunningDesk.JsonAsync(answer)).GetProperty("id").GetString()!);
        return (await desk.MessagesAsync(ticket.GetProperty("id").GetString()!)).Single();
    }

    public static async Task<byte[]> FileAsync(this RunningDesk desk, JsonElement message, string name) =>
        await desk.Anybody.GetByteArrayAsync(message.GetProperty("attachments").EnumerateArray().Single(a => a.GetProperty("name").GetString() == name).GetProperty("url").GetString());

    /// <summary>The door refused with this code, and nothing came of it.</summary>
    public static async Task RefusedAsync(this RunningDesk desk, HttpResponseMessage answer, int status, string code, int tickets = 0)
    {
        Assert.Equal((status, code), ((int)answer.StatusCode, (await RunningDesk.JsonAsync(answer)).GetProperty("code").GetString()));
        Assert.Equal(tickets, await desk.TicketsAsync());
    }

    public static async Task<int> TicketsAsync(this RunningDesk desk) => (await desk.GetAsync("/api/tickets")).GetProperty("items").GetArrayLength();
}
