using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using HelpdeskMx.Bench.Crashes;
using HelpdeskMx.Bench.Hosting;
using HelpdeskMx.Embedded;
using HelpdeskMx.Tests.Embedded;
using HelpdeskMx.Tests.Mail;
using MimeKit;

namespace HelpdeskMx.Tests.Hosts;

/// <summary>The process killed without warning, again and again, while it works. The bench kills it more often.</summary>
public sealed class KillTests
{
    private const int Kills = 5;
    private static readonly string Host = typeof(EmbeddedHost).Assembly.Location;

    [Fact]
    public async Task Every_mail_acknowledged_before_a_kill_is_there_once()
    {
        using var folder = new TemporaryFolder();
        var outcome = await new KillTest(Host, folder.Path, connections: 8).RunAsync(Kills, CancellationToken.None);

        Assert.NotEqual(0, outcome.Acknowledged);
        Assert.Empty(outcome.Lost);
        Assert.Empty(outcome.Doubled);
    }

    [Fact]
    public async Task No_answer_is_mailed_twice_and_every_one_is_mailed_or_in_doubt()
    {
        await using var smtp = new LoopbackSmtpServer();
        using var folder = new TemporaryFolder();
        var answered = new ConcurrentDictionary<string, string>();
        for (var kill = 0; kill <= Kills; kill++)
        {
            using var host = await HostProcess.StartAsync(Host, folder.Path, "--smtp", $"smtp://127.0.0.1:{smtp.Port}?tls=none");
            using var agent = await SignInAsync(host.Address);
            var answering = Enumerable.Range(0, 4).Select(worker => AnswerUntilKilledAsync(agent, $"{kill}-{worker}", answered)).ToArray();
            var before = answered.Count;
            await RunningDesk.UntilAsync(() => Task.FromResult(answered.Count), n => n > before + Random.Shared.Next(3, 12));
            if (kill < Kills) host.Kill();
            else await EveryAnswerEndsAsync(agent, answered);
            host.Kill();
            await Task.WhenAll(answering);
        }
        var mailed = smtp.Messages.Select(m => MimeMessage.Load(new MemoryStream(Encoding.Latin1.GetBytes(m))).MessageId).GroupBy(id => id);
        Assert.All(mailed, m => Assert.Single(m));
    }

    private static async Task EveryAnswerEndsAsync(HttpClient agent, ConcurrentDictionary<string, string> answered)
    {
        foreach (var ticket in answered.Values.Distinct())
        {
            await RunningDesk.UntilAsync(
                async () => (await agent.GetFromJsonAsync<JsonElement>($"/api/tickets/{ticket}/messages")).GetProperty("items").EnumerateArray().ToArray(),
                all => all.Where(m => answered.ContainsKey(m.GetProperty("id").GetString()!)).All(m => m.GetProperty("delivery").GetProperty("state").GetString() is "sent" or "sending"));
        }
    }

    private static async Task AnswerUntilKilledAsync(HttpClient agent, string name, ConcurrentDictionary<string, string> answered)
    {
        try
        {
            for (var i = 0; ; i++)
            {
                var started = await agent.PostAsJsonAsync("/api/tickets", new { to = new { address = $"c{name}-{i}@x.cz" }, subject = "Hello", text = "Hello" });
                var ticket = (await RunningDesk.JsonAsync(started)).GetProperty("id").GetString()!;
                var messages = await agent.GetFromJsonAsync<JsonElement>($"/api/tickets/{ticket}/messages");
                foreach (var message in messages.GetProperty("items").EnumerateArray()) answered[message.GetProperty("id").GetString()!] = ticket;
            }
        }
        catch (HttpRequestException)
        {
            return; // the host was killed
        }
    }

    private static async Task<HttpClient> SignInAsync(Uri host)
    {
        var agent = new HttpClient { BaseAddress = host };
        var signedIn = await RunningDesk.JsonAsync(await agent.PostAsJsonAsync("/api/auth/login", new { email = "agent@demo.test", password = "demo-demo" }));
        agent.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", signedIn.GetProperty("token").GetString());
        return agent;
    }
}
