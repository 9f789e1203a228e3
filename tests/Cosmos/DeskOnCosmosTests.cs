using System.Net.Http.Json;
using HelpdeskMx.Platform;
using HelpdeskMx.Tests.Cosmos.StandIn;
using HelpdeskMx.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;

namespace HelpdeskMx.Tests.Cosmos;

/// <summary>The whole desk with its documents in an account, and what it asks of it.</summary>
public sealed class DeskOnCosmosTests : IAsyncLifetime
{
    private readonly CosmosStandIn account = new();
    private RunningDesk desk = null!;

    public async Task InitializeAsync() =>
        desk = await RunningDesk.StartAsync(services => services.AddSingleton<IDocumentStore>(CosmosHonoursTheContract.Over(account)));

    public async Task DisposeAsync() => await desk.DisposeAsync();

    private static string Mail(string subject) => $"""
        From: Anna <anna@example.com>
        To: support@demo.test
        Subject: {subject}
        Message-ID: <{subject}@example.com>

        Where is my parcel?
        """;

    [Fact]
    public async Task A_mail_becomes_a_ticket_that_is_listed_counted_found_and_answered()
    {
        var id = (await desk.ReceiveAsync(Mail("first"))).GetProperty("id").GetString()!;

        Assert.Equal(id, (await desk.GetAsync("/api/tickets?view=open")).GetProperty("items")[0].GetProperty("id").GetString());
        Assert.Equal(id, (await desk.GetAsync("/api/tickets?q=parc")).GetProperty("items")[0].GetProperty("id").GetString());
        Assert.Equal("Anna", (await desk.GetAsync("/api/customers?q=ANN")).GetProperty("items")[0].GetProperty("name").GetString());
        (await desk.ActAsync(id, "reply", new { text = "On its way." })).EnsureSuccessStatusCode();
        await RunningDesk.UntilAsync(() => desk.MessagesAsync(id), all => all.Any(m => m.GetProperty("delivery").ToString().Contains("sent", StringComparison.Ordinal)));
        var views = (await desk.GetAsync("/api/views")).GetProperty("items").EnumerateArray();
        Assert.Contains(views, v => v.GetProperty("key").GetString() == "waiting" && v.GetProperty("count").GetInt32() == 1);
    }

    [Fact]
    public async Task Taking_in_a_message_costs_few_point_operations_one_batch_and_no_query_across_partitions()
    {
        await desk.ReceiveAsync(Mail("warm")); // settings are read once
        lock (account.Requests) account.Requests.Clear();

        await desk.PostAsync(Mail("counted"));
        await RunningDesk.UntilAsync(() => Task.FromResult(account["tickets"].Count("ticket")), count => count == 2);
        await RunningDesk.UntilAsync(() => Task.FromResult(account["lookup"].Count("pointer")), count => count >= 4);

        lock (account.Requests)
        {
            var asked = account.Requests.Where(r => !r.Contains("dueAt", StringComparison.Ordinal)).ToList(); // the sweep of the outbox looks by its own clock
            Assert.DoesNotContain(asked, r => r.StartsWith("query", StringComparison.Ordinal));
            Assert.Single(asked, "batch");
            Assert.InRange(asked.Count(r => r is "read" or "write"), 1, 5);
        }
    }
}
