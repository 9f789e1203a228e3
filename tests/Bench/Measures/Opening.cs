using HelpdeskMx.Bench.Figures;
using HelpdeskMx.Bench.Hosting;
using HelpdeskMx.Bench.Load;

namespace HelpdeskMx.Bench.Measures;

/// <summary>How long it takes to open a ticket of a hundred messages: the ticket, its messages, its audit trail.</summary>
public sealed record Opening() : Measure("open")
{
    private const int Messages = 100;
    private const int Times = 100;

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<Figure>> RunAsync(Setting setting, CancellationToken ct)
    {
        var host = await setting.ServingAsync(setting.Largest, ct);
        using var agent = await AgentClient.SignInAsync(host);
        var id = await LongTicket.FindAsync(host, agent, Messages, ct);
        async Task OpenAsync(string ticket)
        {
            await agent.AskAsync($"/api/tickets/{ticket}");
            await agent.AskAsync($"/api/tickets/{ticket}/messages?limit={Messages}");
            await agent.AskAsync($"/api/tickets/{ticket}/events");
        }
        await Latencies.OfAsync(Enumerable.Repeat(id, Times / 2), OpenAsync);
        var times = await Latencies.OfAsync(Enumerable.Repeat(id, Times), OpenAsync);
        return [Figure.AtMost($"open a ticket of {Messages} messages", 10, times.Within(0.95), "ms", $"three requests one after the other, {setting.Largest:N0} tickets: {times}")];
    }
}
