using HelpdeskMx.Agents;

namespace HelpdeskMx.Tickets;

/// <summary>Hears that an agent is there, or goes: who goes away hands over what is the shop's turn, who comes may be given what waits.</summary>
public sealed class HearPresence(Presences presences, HandOver handOver, AssignBacklog assignBacklog)
{
    /// <summary>Keeps it, and acts on it.</summary>
    public async Task RunAsync(Agent by, PresenceChange change, CancellationToken ct)
    {
        if (await presences.SayAsync(by, change, ct)) await assignBacklog.RunAsync(ct);
        if (change.Away is true) await handOver.RunAsync(by, forGood: false, ct);
    }
}
