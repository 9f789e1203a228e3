using System.Text.Json;
using HelpdeskMx.Platform;
using HelpdeskMx.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;

namespace HelpdeskMx.Tests.Intake.Mailboxes;

/// <summary>What a desk shows of the mailboxes it reads.</summary>
public static class WhatCameIn
{
    /// <summary>The code of the demo channel's only connection's fault; null while it works.</summary>
    public static async Task<string?> FaultAsync(this RunningDesk desk)
    {
        var channels = await desk.GetAsync("/api/channels");
        var connections = channels.GetProperty("items").EnumerateArray().Single(c => c.GetProperty("id").GetString() == "support").GetProperty("connections").EnumerateArray().ToArray();
        return connections is [var only] && only.GetProperty("fault") is { ValueKind: JsonValueKind.Object } fault ? fault.GetProperty("code").GetString() : null;
    }

    /// <summary>Waits for so many tickets, and for all that is queued, and then there are no more.</summary>
    public static async Task HasTicketsAsync(this RunningDesk desk, int count)
    {
        var queues = desk.Services.GetRequiredService<IQueue>();
        await RunningDesk.UntilAsync(desk.SubjectsAsync, found => found.Count >= count);
        await RunningDesk.UntilAsync(() => queues.CountAsync(Queues.Inbound, CancellationToken.None), waiting => waiting == 0);
        Assert.Equal(count, (await desk.SubjectsAsync()).Count);
    }

    /// <summary>The subject of every ticket.</summary>
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
