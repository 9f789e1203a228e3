using System.Text.Json;
using HelpdeskMx.Platform;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace HelpdeskMx.Tests.Hosts;

public sealed class LiveTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_change_is_pushed_to_those_who_may_see_the_ticket_and_to_nobody_else()
    {
        await using var desk = await RunningDesk.StartAsync();
        var settings = desk.Services.GetRequiredService<Settings>();
        var agent = (await settings.AgentsAsync(CancellationToken.None)).Single(a => a.Id == "agent");
        await settings.SaveAsync(Kinds.Agents, "agent", agent with { Departments = ["elsewhere"] }, CancellationToken.None);
        await using var admins = await ListenAsync(desk, desk.Admin);
        await using var others = await ListenAsync(desk, desk.Agent);

        var ticket = await desk.ReceiveAsync("From: a@x.cz\nSubject: Live\n\nHello\n");
        var heard = await admins.First.WaitAsync(Patience);
        Assert.Equal(ticket.GetProperty("id").GetString(), heard.GetProperty("ticketId").GetString());

        // Pushes of one ticket leave in one order; the second that the admin hears comes after all of the first.
        await desk.ActAsync(ticket.GetProperty("id").GetString()!, "close", by: desk.Admin);
        await RunningDesk.UntilAsync(() => Task.FromResult(admins.Count), n => n >= 2);
        Assert.Equal(0, others.Count);
    }

    [Fact]
    public async Task A_made_up_token_hears_nothing()
    {
        await using var desk = await RunningDesk.StartAsync();
        await using var connection = Connect(desk, "/api/realtime/hub", "made-up");
        var closed = new TaskCompletionSource();
        connection.Closed += _ => { closed.TrySetResult(); return Task.CompletedTask; };
        await connection.StartAsync();
        await closed.Task.WaitAsync(Patience);
    }

    private static async Task<Listener> ListenAsync(RunningDesk desk, HttpClient by)
    {
        var where = await RunningDesk.JsonAsync(await by.PostAsync("/api/realtime/negotiate", null));
        var listener = new Listener(Connect(desk, where.GetProperty("url").GetString()!, where.GetProperty("accessToken").GetString()!));
        await listener.StartAsync();
        return listener;
    }

    private static HubConnection Connect(RunningDesk desk, string path, string token) =>
        new HubConnectionBuilder().WithUrl(new Uri(desk.Anybody.BaseAddress!, path), o => o.AccessTokenProvider = () => Task.FromResult<string?>(token)).Build();

    private sealed class Listener : IAsyncDisposable
    {
        private readonly HubConnection connection;
        private readonly TaskCompletionSource<JsonElement> first = new();
        private int count;

        public Listener(HubConnection connection)
        {
            this.connection = connection;
            connection.On<JsonElement>("changed", change =>
            {
                Interlocked.Increment(ref count);
                first.TrySetResult(change);
            });
        }

        public Task<JsonElement> First => first.Task;

        public int Count => Volatile.Read(ref count);

        public Task StartAsync() => connection.StartAsync();

        public ValueTask DisposeAsync() => connection.DisposeAsync();
    }
}
