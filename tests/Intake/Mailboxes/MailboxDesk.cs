using System.Text.Json;
using HelpdeskMx.Embedded.Doors;
using HelpdeskMx.Platform;
using HelpdeskMx.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;

namespace HelpdeskMx.Tests.Intake.Mailboxes;

/// <summary>What became of a mailbox's mail, and how the one connection of the demo channel stands.</summary>
internal static class MailboxDesk
{
    /// <summary>Lets no timer run, so that a mailbox is read when a test says so and at no other time.</summary>
    public static IServiceCollection WithoutTimers(this IServiceCollection services)
    {
        services.Remove(services.Single(s => s.ImplementationType == typeof(TimerPump)));
        return services;
    }

    /// <summary>The code of the connection's fault; null where it works, or there is none.</summary>
    public static async Task<string?> FaultAsync(this RunningDesk desk) =>
        await desk.ConnectionAsync() is { ValueKind: JsonValueKind.Object } connection && connection.TryGetProperty("fault", out var fault) && fault.ValueKind == JsonValueKind.Object ? fault.GetProperty("code").GetString() : null;

    public static async Task<JsonElement> ConnectionAsync(this RunningDesk desk)
    {
        await desk.SignInAsync();
        var channels = await desk.GetAsync("/api/channels");
        var connections = channels.GetProperty("items").EnumerateArray().Single(c => c.GetProperty("id").GetString() == "support").GetProperty("connections").EnumerateArray().ToArray();
        return connections is [var one] ? one : default;
    }

    /// <summary>Waits until so many tickets are there and nothing is on its way any more: no more than so many.</summary>
    public static async Task TicketsAsync(this RunningDesk desk, int count)
    {
        await desk.SignInAsync();
        await RunningDesk.UntilAsync(desk.CountAsync, found => found >= count);
        var queues = desk.Services.GetRequiredService<IQueue>();
        await RunningDesk.UntilAsync(() => queues.CountAsync(Queues.Inbound, CancellationToken.None), waiting => waiting == 0);
        Assert.Equal(count, await desk.CountAsync());
    }

    public static async Task<int> CountAsync(this RunningDesk desk) => (await desk.SubjectsAsync()).Count;

    public static async Task<List<string>> SubjectsAsync(this RunningDesk desk)
    {
        List<string> subjects = [];
        for (string? next = ""; next is not null;)
        {
            var page = await desk.GetAsync($"/api/tickets?limit=100{(next.Length > 0 ? $"&after={Uri.EscapeDataString(next)}" : "")}");
            subjects.AddRange(page.GetProperty("items").EnumerateArray().Select(t => t.GetProperty("subject").GetString()!));
            next = page.GetProperty("next").GetString();
        }
        return subjects;
    }
}
