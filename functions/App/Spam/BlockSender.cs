using HelpdeskMx.Agents;
using HelpdeskMx.Intake;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;
using HelpdeskMx.Workflow;

namespace HelpdeskMx.Spam;

/// <summary>A sender to block, as an agent asks for it.</summary>
/// <param name="Address">A mail address, or <c>@example.com</c> for a whole domain.</param>
/// <param name="Note">Why; may be missing.</param>
public sealed record NewBlock(string? Address, string? Note = null);

/// <summary>Puts senders on the block list and takes them off it.</summary>
public sealed class BlockSender(Settings settings, OwnAddresses own, TimeProvider clock)
{
    private const int Most = 5_000, LongestAddress = 254, LongestNote = 200;
    private static readonly Problem Full = new("too-many-blocks", $"The list has at most {Most} entries. Block whole domains, or take some off.", 409);

    /// <summary>True if this agent may: whoever may answer customers.</summary>
    public async Task<bool> MayAsync(Agent by, CancellationToken ct) =>
        by.IsAdmin || by.May.Grants is not { } grants || (await settings.WorkflowAsync(ct)).Actions.Any(a => a.Kind == ActionKind.Reply && grants.Any(g => g.Action == a.Key));

    /// <summary>Everybody on it, the newest first.</summary>
    public async Task<IReadOnlyList<Block>> ListAsync(CancellationToken ct) => [.. (await settings.BlocksAsync(ct)).OrderByDescending(b => b.At).ThenBy(b => b.Address, StringComparer.Ordinal)];

    /// <summary>The entry; the one that is there where the sender is blocked already.</summary>
    public async Task<Outcome<Block>> RunAsync(NewBlock wanted, Agent by, CancellationToken ct)
    {
        var address = wanted.Address?.Trim().ToLowerInvariant() ?? "";
        if (address is ['@', ..] ? !IsDomain(address) : !MailAddresses.CanReceive(address)) return Problems.Field("address", "Give a mail address, or @ with a domain such as @example.com.");
        if (await FaultAsync(address, ct) is { } fault) return fault;
        if (wanted.Note?.Length > LongestNote) return Problems.Field("note", $"A note has at most {LongestNote} characters.");
        return await KeepAsync(address, wanted.Note?.Trim() ?? "", by, ct);
    }

    /// <summary>Blocks who a ticket is from.</summary>
    public Task<Outcome<Block>> OfAsync(Ticket ticket, Agent by, CancellationToken ct) => KeepAsync(ticket.From.Value.ToLowerInvariant(), $"#{ticket.Number}", by, ct);

    /// <summary>Takes an entry off the list; one that is not there is no fault.</summary>
    public Task DeleteAsync(string id, CancellationToken ct) => settings.DeleteAsync(Kinds.Blocks, id, ct);

    /// <summary>Why this sender cannot be blocked; null where they can.</summary>
    public async Task<Problem?> FaultAsync(string address, CancellationToken ct)
    {
        if (address.Length is 0 or > LongestAddress || address.Any(char.IsControl) || address.EndsWith(".invalid", StringComparison.Ordinal)) return Problems.Field("address", "Nobody can be blocked by this address.");
        var block = new Block("", address, "", "", default);
        var ours = (await own.AllAsync(ct)).Concat((await settings.AgentsAsync(ct)).Where(a => a.Active).Select(a => a.Email));
        return ours.Any(block.Holds) ? Problems.Field("address", "This would block the desk itself, or an agent.") : null;
    }

    private async Task<Outcome<Block>> KeepAsync(string address, string note, Agent by, CancellationToken ct)
    {
        var all = await settings.BlocksAsync(ct);
        if (all.FirstOrDefault(b => b.Address == address) is { } known) return known;
        if (all.Count >= Most) return Full;
        var block = new Block(Ids.Derive("block", address), address, note, by.Id, clock.GetUtcNow());
        await settings.AddAsync(Kinds.Blocks, block.Id, block, ct);
        return block;
    }

    private static bool IsDomain(string address) => address is ['@', _, ..] && address.IndexOf('@', 1) < 0 && address.Contains('.') && MailAddresses.CanReceive($"a{address}");
}
