using System.Text;
using HelpdeskMx.Platform;
using HelpdeskMx.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;

namespace HelpdeskMx.Tests.Intake;

public sealed class ReviewAndPoisonTests
{
    [Fact]
    public async Task Bytes_that_are_no_mail_become_a_ticket_for_review_with_the_original_kept()
    {
        await using var desk = await RunningDesk.StartAsync();
        var bytes = new byte[5000];
        new Random(7).NextBytes(bytes);
        var ticket = await desk.TicketOfAsync(await desk.PostAsync(bytes));

        Assert.True(ticket.GetProperty("review").GetBoolean());
        var id = ticket.GetProperty("id").GetString()!;
        var message = (await desk.MessagesAsync(id)).Single();
        Assert.Equal(bytes, await desk.Agent.GetByteArrayAsync($"/api/messages/{id}/{message.GetProperty("id").GetString()}/raw"));
        Assert.Contains(id, (await desk.GetAsync("/api/tickets?view=review")).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_fails_five_times_waits_for_an_admin_with_its_reason_and_can_be_retried()
    {
        var blobs = new LosingBlobs();
        await using var desk = await RunningDesk.StartAsync(services => services
            .AddSingleton(HelpdeskMx.Embedded.Doors.HostSettings.Read() with { VisibilityTimeout = TimeSpan.FromMilliseconds(1) })
            .AddSingleton<IBlobs>(p => blobs.Over(p.GetRequiredService<HelpdeskMx.Embedded.Storage.FileBlobs>())));
        blobs.Lost = true;
        var ingest = await desk.PostAsync("From: a@x.cz\nSubject: Poison\n\nHello\n");

        var poison = (await RunningDesk.UntilAsync(() => desk.GetAsync("/api/poison"), p => p.GetProperty("items").GetArrayLength() == 1)).GetProperty("items")[0];
        Assert.Contains("the disk is on fire", poison.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Equal(5, poison.GetProperty("attempts").GetInt32());
        Assert.Equal(ingest, poison.GetProperty("ingestId").GetString());

        blobs.Lost = false;
        Assert.Equal("poison", (await desk.GetAsync($"/api/ingest/{ingest}")).GetProperty("state").GetString());
        await desk.Admin.PostAsync($"/api/poison/{poison.GetProperty("id").GetString()}/retry", null);
        Assert.Equal("Poison", (await desk.TicketOfAsync(ingest)).GetProperty("subject").GetString());
        Assert.Empty((await desk.GetAsync("/api/poison")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_queue_message_that_is_not_ours_ends_in_poison_and_harms_nothing()
    {
        await using var desk = await RunningDesk.StartAsync(services => services
            .AddSingleton(HelpdeskMx.Embedded.Doors.HostSettings.Read() with { VisibilityTimeout = TimeSpan.FromMilliseconds(1) }));
        await desk.Services.GetRequiredService<IQueue>().SendAsync(Queues.Inbound, "{ not ours");

        var list = await RunningDesk.UntilAsync(() => desk.GetAsync("/api/poison"), p => p.GetProperty("items").GetArrayLength() == 1);
        Assert.Contains("Json", list.GetProperty("items")[0].GetProperty("reason").GetString(), StringComparison.Ordinal);
        await desk.ReceiveAsync("From: a@x.cz\nSubject: Fine\n\nHello\n");
    }

    [Fact]
    public async Task Only_admins_see_what_failed()
    {
        await using var desk = await RunningDesk.StartAsync();
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await desk.Agent.GetAsync("/api/poison")).StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, (await desk.Anybody.GetAsync("/api/poison")).StatusCode);
    }

    private sealed class LosingBlobs : IBlobs
    {
        private IBlobs inner = null!;

        public bool Lost { get; set; }

        public LosingBlobs Over(IBlobs blobs)
        {
            inner = blobs;
            return this;
        }

        public Task<string> CreateAsync(ReadOnlyMemory<byte> content, CancellationToken ct) => inner.CreateAsync(content, ct);

        public Task<Stream?> OpenAsync(string id, CancellationToken ct) => Lost ? throw new IOException("the disk is on fire") : inner.OpenAsync(id, ct);

        public Task DeleteAsync(string id, CancellationToken ct) => inner.DeleteAsync(id, ct);
    }
}
