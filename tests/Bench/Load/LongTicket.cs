using System.Text.Json;
using HelpdeskMx.Bench.Hosting;

namespace HelpdeskMx.Bench.Load;

/// <summary>One ticket with many messages, which is written by mail like any other.</summary>
public static class LongTicket
{
    /// <summary>The ticket's id. Posting the same mails again changes nothing, so a kept folder has it only once.</summary>
    public static async Task<string> FindAsync(HostProcess host, AgentClient agent, int messages, CancellationToken ct)
    {
        var stock = new MailStock("long");
        using var line = await MailLine.OpenAsync(host.Port, ct);
        await line.PostAsync(stock.Mail(0), ct);
        var ticket = await WaitAsync(agent, 1, ct);
        for (var number = 1; number < messages; number++) await line.PostAsync(stock.Answer(number, 0), ct);
        while (ticket.GetProperty("counts").GetProperty("messages").GetInt32() < messages) ticket = await WaitAsync(agent, messages, ct);
        return ticket.GetProperty("id").GetString()!;
    }

    /// <summary>The newest ticket of this sender, once it is there.</summary>
    private static async Task<JsonElement> WaitAsync(AgentClient agent, int messages, CancellationToken ct)
    {
        while (true)
        {
            foreach (var ticket in (await agent.GetAsync("/api/tickets?limit=5")).GetProperty("items").EnumerateArray())
            {
                var isOurs = ticket.GetProperty("customer").GetProperty("address").GetString()!.StartsWith("c00000000@", StringComparison.Ordinal);
                if (isOurs && ticket.GetProperty("counts").GetProperty("messages").GetInt32() >= messages) return ticket;
            }
            await Task.Delay(20, ct);
        }
    }
}
