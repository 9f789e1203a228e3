using HelpdeskMx.Agents;
using HelpdeskMx.Channels;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Tickets;

/// <summary>Gives what nobody owns to agents, longest waiting first, in departments that want it: when a ticket comes, when somebody comes, and every minute.</summary>
public sealed class AssignBacklog(Tickets tickets, Settings settings, ChooseOwner chooseOwner, GiveTicket give) : IDisposable
{
    private const int AtOnce = 50;
    private static readonly Agent Desk = Agent.Desk(Actor.System.Name);

    // Two runs at once would take two turns for one ticket.
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Every department once.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        foreach (var department in await settings.DepartmentsAsync(ct)) await RunAsync(department, ct);
    }

    /// <summary>The department of this id, where it wants that.</summary>
    public async Task RunAsync(string department, CancellationToken ct)
    {
        if ((await settings.DepartmentsAsync(ct)).FirstOrDefault(d => d.Id == department) is { } found) await RunAsync(found, ct);
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();

    private async Task RunAsync(Department department, CancellationToken ct)
    {
        if (!department.Assigns) return;
        await turn.WaitAsync(ct);
        try
        {
            await GiveAsync(department, ct);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task GiveAsync(Department department, CancellationToken ct)
    {
        var page = await tickets.ListAsync(q => q with
        {
            Where = [new Condition.Is("assignee", null), new Condition.Is("active", true), new Condition.Is("department", department.Id), new Condition.OneOf("category", ["new", "open"])], // what waits for the customer has its time
            OrderBy = [new Order("lastMessageAt")],
            PageSize = AtOnce,
        }, ct);
        foreach (var found in page.Items)
        {
            if (await chooseOwner.NextAsync(department.Assignment, found.Value, department.PresentOnly, ct) is not { } agent) return;
            await give.RunAsync(found, agent.Id, Desk, ct); // where somebody was faster, so be it
        }
    }
}
