using HelpdeskMx.Embedded.Doors;
using Microsoft.Extensions.DependencyInjection;

namespace HelpdeskMx.Tests.Hosts;

/// <summary>How the queue doors are opened while messages wait.</summary>
public sealed class QueuePumpTests
{
    [Fact]
    public async Task A_full_batch_is_followed_by_the_next()
    {
        await using var desk = await RunningDesk.StartAsync(services => services.AddSingleton(HostSettings.Read() with { BatchSize = 1, NewBatchThreshold = 0 }));
        foreach (var subject in new[] { "First", "Second", "Third" })
        {
            var ticket = await desk.ReceiveAsync($"From: anna@example.com\nTo: support@demo.test\nSubject: {subject}\nMessage-ID: <{subject}@example.com>\n\nHello\n");
            Assert.Equal(subject, ticket.GetProperty("subject").GetString());
        }
    }
}
