using System.Net.Http.Json;
using HelpdeskMx.Channels.Connections;
using HelpdeskMx.Intake.Mailboxes;
using HelpdeskMx.Platform;
using HelpdeskMx.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace HelpdeskMx.Tests.Intake.Mailboxes;

/// <summary>A desk beside a stand-in for Microsoft Graph. Its timers do not run; a test polls where a timer would.</summary>
public abstract class SharedMailboxDesk : IAsyncLifetime
{
    protected FakeTimeProvider Clock { get; } = new(DateTimeOffset.UtcNow);

    private protected GraphStandIn Graph { get; private set; } = null!;

    protected RunningDesk Desk { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Graph = new(Clock);
        Desk = Graph.Desk = await RunningDesk.StartAsync(services => services.WithoutTimers().AddSingleton<TimeProvider>(Clock)
            .AddSingleton(p => new AccessTokens(new HttpClient(Graph), p.GetRequiredService<IDocumentStore>(), Clock))
            .AddSingleton(p => new GraphClient(new HttpClient(Graph) { BaseAddress = GraphClient.Root }, p.GetRequiredService<AccessTokens>(), Clock)));
    }

    public async Task DisposeAsync()
    {
        await Desk.DisposeAsync();
        Graph.Dispose();
    }

    protected async Task ConnectAsync(int importDays = 0, string? notifyUrl = null)
    {
        var answer = await PutAsync(importDays, notifyUrl);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    protected async Task<HttpResponseMessage> PutAsync(
        int importDays = 0, string? notifyUrl = null, string? clientSecret = GraphStandIn.FirstSecret, string clientId = GraphStandIn.Client, string? folder = null, string address = GraphStandIn.Address,
        string tenant = GraphStandIn.Tenant, DateTimeOffset? secretExpiresAt = null, bool byAdmin = true)
    {
        await Desk.SignInAsync();
        return await (byAdmin ? Desk.Admin : Desk.Agent).PutAsJsonAsync("/api/channels/support/microsoft", new { tenant, clientId, clientSecret, address, folder, secretExpiresAt, notifyUrl, importDays });
    }

    /// <summary>Lets time pass, and polls once.</summary>
    protected async Task PollAsync(double minutes = 2)
    {
        Clock.Advance(TimeSpan.FromMinutes(minutes));
        await Desk.Services.GetRequiredService<PollMailboxes>().RunAsync(CancellationToken.None);
    }
}
