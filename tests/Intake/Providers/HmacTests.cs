using System.Text;
using HelpdeskMx.Tests.Hosts;

namespace HelpdeskMx.Tests.Intake.Providers;

public sealed class HmacTests : IAsyncLifetime
{
    private static readonly byte[] Mail = Encoding.ASCII.GetBytes("From: a@x.cz\r\nSubject: Signed\r\n\r\nHello\r\n");
    private RunningDesk desk = null!;

    public async Task InitializeAsync()
    {
        desk = await RunningDesk.StartAsync();
        await desk.SetAsync("hmac", Post.Secret);
    }

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task A_signed_mail_comes_in_once_with_its_bytes()
    {
        var at = Post.Now;
        var message = await desk.MessageAsync(await SendAsync(at, Mail));

        Assert.Equal(Mail, await desk.Admin.GetByteArrayAsync($"/api/messages/{message.GetProperty("ticketId").GetString()}/{message.GetProperty("id").GetString()}/raw"));
        await desk.RefusedAsync(await SendAsync(at, Mail), 403, "replayed", tickets: 1);
    }

    [Fact]
    public async Task Two_different_mails_at_once_are_two_tickets()
    {
        var at = Post.Now;
        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(i => SendAsync(at, [.. Mail, (byte)('0' + i)])));
        foreach (var answer in answers) await desk.MessageAsync(answer);

        Assert.Equal(2, await desk.TicketsAsync());
    }

    [Fact]
    public async Task What_is_not_signed_as_it_should_be_stays_out()
    {
        await desk.RefusedAsync(await SendAsync(Post.Now, Mail, secret: "another-key-altogether"), 401, "wrong-signature");
        await desk.RefusedAsync(await SendAsync(Post.Now, Mail, signature: "sha256=00"), 401, "wrong-signature");
        await desk.RefusedAsync(await SendAsync(Post.Now, Mail, signature: "sha1=" + new string('0', 64)), 401, "wrong-signature");
        await desk.RefusedAsync(await SendAsync($"{DateTimeOffset.UtcNow.AddMinutes(-16).ToUnixTimeSeconds()}", Mail), 403, "too-old");
        await desk.RefusedAsync(await SendAsync("99999999999999999", Mail), 403, "too-old");
        await desk.RefusedAsync(await SendAsync("", Mail), 403, "too-old");
        await desk.RefusedAsync(await SendAsync(Post.Now, []), 400, "empty-body");
        await desk.RefusedAsync(await SendAsync(Post.Now, new byte[40 * 1024 * 1024 + 1]), 413, "too-large");
    }

    private Task<HttpResponseMessage> SendAsync(string at, byte[] body, string secret = Post.Secret, string? signature = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/ingest/email/support/hmac") { Content = new ByteArrayContent(body) };
        request.Headers.TryAddWithoutValidation("X-Helpdesk-Timestamp", at);
        request.Headers.Add("X-Helpdesk-Signature", signature ?? "sha256=" + Post.Hmac(secret, Encoding.UTF8.GetBytes(at), body));
        return desk.Anybody.SendAsync(request);
    }
}
