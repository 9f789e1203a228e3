using Azure.Storage.Queues;
using HelpdeskMx.OnAzure.Storage;
using HelpdeskMx.Platform;
using HelpdeskMx.Tests.Cosmos;
using HelpdeskMx.Tests.Cosmos.StandIn;
using HelpdeskMx.Tests.Hosts;
using HelpdeskMx.Triggers.Queue;
using Microsoft.Extensions.DependencyInjection;

namespace HelpdeskMx.Tests.Azure;

/// <summary>The desk on the adapters the Worker has: Azurite's queues and blobs, documents in a Cosmos account. The test does what Azure Functions does: it opens a queue's door with each message.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class DeskOnAzureTests(Azurite azurite) : IAsyncLifetime
{
    private readonly CosmosStandIn account = new();
    private readonly QueueServiceClient queues = azurite.Account.Queues(StorageQueuesHonourTheContract.NoCredential);
    private RunningDesk desk = null!;

    public async Task InitializeAsync()
    {
        await foreach (var queue in queues.GetQueuesAsync()) await queues.DeleteQueueAsync(queue.Name);
        desk = await RunningDesk.StartAsync(services => services
            .AddSingleton<IQueue>(new StorageQueues(queues))
            .AddSingleton<IBlobs>(new StorageBlobs(azurite.Account.Blobs(StorageQueuesHonourTheContract.NoCredential).GetBlobContainerClient(StorageBlobs.Container)))
            .AddSingleton<IIntakeLog, BlobThenQueue>()
            .AddSingleton<IDocumentStore>(CosmosHonoursTheContract.Over(account)));
    }

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task A_mail_with_a_file_becomes_a_ticket_and_its_answer_is_sent_whatever_comes_twice()
    {
        var accepted = await desk.PostAsync(
            "From: Anna <anna@x.cz>\nTo: support@demo.test\nSubject: Hello\nMessage-ID: <z1@x.cz>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n" +
            "--b\nContent-Type: text/plain\n\nWhere is it?\n--b\nContent-Type: text/csv\nContent-Disposition: attachment; filename=orders.csv\n\n1;2\n--b--\n");
        await OpenTwiceAsync(Queues.Inbound);

        var ticket = await desk.TicketOfAsync(accepted);
        var id = ticket.GetProperty("id").GetString()!;
        var message = Assert.Single(await desk.MessagesAsync(id));
        Assert.Equal("1;2", (await desk.Agent.GetStringAsync(message.GetProperty("attachments")[0].GetProperty("url").GetString())).Trim());

        (await desk.ActAsync(id, "reply", new { text = "On its way." })).EnsureSuccessStatusCode();
        await OpenTwiceAsync(Queues.Outbound);
        Assert.Equal("sent", (await desk.MessagesAsync(id))[^1].GetProperty("delivery").GetProperty("state").GetString());
        Assert.Single(Directory.GetFiles(Path.Combine(desk.Data, "outbox"), "*.eml"));
    }

    [Theory]
    [InlineData("not ours")]
    [InlineData("""{"channel":"support","blob":"0000000000000000000000000000000000000000000000000000000000000000","at":"2026-03-01T12:00:00Z"}""")]
    public async Task A_queue_message_that_is_not_ours_or_whose_blob_is_gone_waits_for_an_admin_with_its_reason(string message)
    {
        var doors = ActivatorUtilities.CreateInstance<QueueDoors>(desk.Services);
        await Assert.ThrowsAnyAsync<Exception>(() => doors.Inbound(message, default));
        await doors.InboundPoison(message, default);

        var waiting = Assert.Single((await desk.GetAsync("/api/poison")).GetProperty("items").EnumerateArray());
        Assert.Matches("JsonException|is gone", waiting.GetProperty("reason").GetString());
        (await desk.Admin.PostAsync($"/api/poison/{waiting.GetProperty("id").GetString()}/retry", null)).EnsureSuccessStatusCode();
        Assert.Equal(message, Assert.Single(await StorageQueuesHonourTheContract.DrainAsync(queues, Queues.Inbound)));
    }

    /// <summary>Opens the queue's door with every message there is, twice.</summary>
    private async Task OpenTwiceAsync(string queue)
    {
        var doors = ActivatorUtilities.CreateInstance<QueueDoors>(desk.Services);
        foreach (var message in await StorageQueuesHonourTheContract.DrainAsync(queues, queue))
        {
            for (var times = 0; times < 2; times++) await (queue == Queues.Inbound ? doors.Inbound(message, default) : doors.Outbound(message, default));
        }
    }
}
