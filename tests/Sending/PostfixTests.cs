using System.Net.Http.Json;
using System.Text.Json;
using HelpdeskMx.Mail;
using HelpdeskMx.Sending;
using HelpdeskMx.Tests.Hosts;
using HelpdeskMx.Tests.Mail.Imap;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace HelpdeskMx.Tests.Sending;

/// <summary>A channel that sends by a real mail server of its own.</summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class PostfixTests : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new(DateTimeOffset.UtcNow);
    private RunningDesk desk = null!;

    public async Task InitializeAsync() => desk = await RunningDesk.StartAsync(services => services.AddSingleton<TimeProvider>(clock));

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [PostfixFact]
    public async Task An_answer_leaves_over_TLS_signed_in_and_arrives_whole()
    {
        await using var postfix = await Postfix.StartAsync();
        foreach (var (port, security) in new[] { (postfix.Port, "startTls"), (postfix.TlsPort, "implicit") })
        {
            Assert.Equal(200, (int)(await ConnectAsync(port, security, postfix.Fingerprint)).StatusCode);
            var ticket = await AnswerAsync($"Dobrý den, příliš žluťoučký kůň\n.\n.. over {security}");
            await StateAsync(ticket, "sent");
            var mail = await RunningDesk.UntilAsync(
                () => Task.FromResult(postfix.Delivered.Select(m => MailParser.Parse(System.Text.Encoding.UTF8.GetBytes(m))).FirstOrDefault(m => m.ReadableText.Contains(security, StringComparison.Ordinal))), m => m is not null);
            Assert.Contains($"příliš žluťoučký kůň\n.\n.. over {security}", mail!.ReadableText.ReplaceLineEndings("\n"), StringComparison.Ordinal);
            Assert.Equal("support@demo.test", mail.From!.Address);
        }
    }

    [PostfixFact]
    public async Task A_server_that_would_not_take_mail_is_refused_with_the_field_to_mend()
    {
        await using var postfix = await Postfix.StartAsync();
        Assert.Equal((MailServerException.SignInRefused, "password"), await FaultAsync(await ConnectAsync(postfix.Port, "startTls", postfix.Fingerprint, password: "wrong")));
        Assert.Equal((MailServerException.UnknownCertificate, "fingerprint"), await FaultAsync(await ConnectAsync(postfix.Port, "startTls", null)));
        await postfix.StopAsync();
        Assert.Equal((MailServerException.NotReached, "host"), await FaultAsync(await ConnectAsync(postfix.Port, "startTls", postfix.Fingerprint)));
        Assert.Empty((await desk.GetAsync("/api/channels")).GetProperty("items").EnumerateArray().SelectMany(c => c.GetProperty("connections").EnumerateArray()));
    }

    [PostfixFact]
    public async Task An_answer_waits_while_the_server_is_away_and_the_channel_shows_it()
    {
        await using var postfix = await Postfix.StartAsync();
        await ConnectAsync(postfix.Port, "startTls", postfix.Fingerprint);
        await postfix.StopAsync();
        var ticket = await AnswerAsync("Patience");
        await RunningDesk.UntilAsync(FaultCodeAsync, code => code == "not-taken");
        await StateAsync(ticket, "queued");
        Assert.Empty(postfix.Delivered);

        await postfix.RunAsync();
        clock.Advance(TimeSpan.FromMinutes(1));
        await desk.Services.GetRequiredService<SweepOutbox>().RunAsync(CancellationToken.None);
        await StateAsync(ticket, "sent");
        await RunningDesk.UntilAsync(() => Task.FromResult(postfix.Delivered.Count), count => count == 1);
        await RunningDesk.UntilAsync(FaultCodeAsync, code => code is null);
    }

    private Task<HttpResponseMessage> ConnectAsync(int port, string security, string? fingerprint, string password = Dovecot.FirstPassword) =>
        desk.Admin.PutAsJsonAsync("/api/channels/support/smtp", new { host = "127.0.0.1", port, security, user = Dovecot.User, password, fingerprint });

    private static async Task<(string? Code, string Field)> FaultAsync(HttpResponseMessage answer)
    {
        var problem = await RunningDesk.JsonAsync(answer);
        Assert.Equal(422, (int)answer.StatusCode);
        return (problem.GetProperty("code").GetString(), problem.GetProperty("errors").EnumerateObject().Single().Name);
    }

    private async Task<string> AnswerAsync(string text)
    {
        var ticket = (await desk.ReceiveAsync($"From: Anna <anna@customer.test>\nTo: support@demo.test\nSubject: Hello\nMessage-ID: <{Guid.NewGuid()}@customer.test>\n\nHello\n")).GetProperty("id").GetString()!;
        (await desk.ActAsync(ticket, "reply", new { text })).EnsureSuccessStatusCode();
        return ticket;
    }

    private Task<string?> StateAsync(string ticket, string state) => RunningDesk.UntilAsync(
        async () => (await desk.MessagesAsync(ticket)).Last(m => m.GetProperty("direction").GetString() == "out").GetProperty("delivery").GetProperty("state").GetString(), s => s == state);

    private async Task<string?> FaultCodeAsync() => (await desk.GetAsync("/api/channels")).GetProperty("items").EnumerateArray()
        .SelectMany(c => c.GetProperty("connections").EnumerateArray()).Select(c => c.GetProperty("fault")).Where(f => f.ValueKind == JsonValueKind.Object).Select(f => f.GetProperty("code").GetString()).SingleOrDefault();
}
