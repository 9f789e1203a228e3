using System.Text.Json;
using HelpdeskMx.Agents;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Tickets;

/// <summary>What changed since a browser last asked, as far as its agent may see.</summary>
/// <param name="Items">The tickets, each once, with the version they have come to; 0 where nothing says that others should have heard of it.</param>
/// <param name="Next">What to ask with next time.</param>
/// <param name="Elsewhere">Tickets changed that the agent may not see, or may not any more.</param>
/// <param name="Everything">What changed cannot be told apart: it is too much, or the place is not known. Look again at everything.</param>
public sealed record ChangesView(IReadOnlyList<Changed> Items, string Next, bool Elsewhere = false, bool Everything = false);

/// <summary>Tells what the store has written since a place in its own sequence, so that a browser finds out which pushes it never got.</summary>
public sealed class CatchUp(IDocumentStore store, Tickets tickets)
{
    private const int AtOnce = 100, Most = 300;

    /// <summary>The changes after <paramref name="since"/>; null asks only for the place to begin at.</summary>
    public async Task<ChangesView> RunAsync(string? since, Agent by, CancellationToken ct)
    {
        if (since is null) return await AfreshAsync(ct);
        var told = new Dictionary<string, long>(StringComparer.Ordinal);
        try
        {
            for (var read = 0; ;)
            {
                var changes = await store.ChangesAsync(Containers.Tickets, since, AtOnce, ct);
                since = changes.Continuation;
                foreach (var item in changes.Items) Note(told, item);
                if (changes.Items.Count == 0) return await SeenAsync(told, since, by, ct);
                if ((read += changes.Items.Count) >= Most) return await AfreshAsync(ct);
            }
        }
        catch (FormatException)
        {
            return await AfreshAsync(ct);
        }
    }

    private async Task<ChangesView> AfreshAsync(CancellationToken ct) => new([], await store.NowAsync(Containers.Tickets, ct), Everything: true);

    // An entry of the audit trail is written once, and its commit is always pushed. A ticket is written for less, such as that somebody has read it.
    private static void Note(Dictionary<string, long> told, Item item)
    {
        if (item.Type is not ("ticket" or "message" or "event")) return;
        var version = item.Type == "event" ? JsonSerializer.Deserialize(item.Body.Span, AppJson.Of<TicketEvent>())!.Version : 0;
        told[item.Partition] = Math.Max(version, told.GetValueOrDefault(item.Partition));
    }

    private async Task<ChangesView> SeenAsync(Dictionary<string, long> told, string next, Agent by, CancellationToken ct)
    {
        var found = new List<Ticket>(told.Count);
        foreach (var some in told.Keys.Chunk(AtOnce)) found.AddRange((await tickets.ReadManyAsync(some, ct)).Select(t => t.Value));
        var seen = found.Where(t => Rights.MaySee(by, t)).ToList();
        return new([.. seen.Select(t => Live.Hint(t, told[t.Id])).DistinctBy(c => c.TicketId)], next, Elsewhere: seen.Count < told.Count);
    }
}
