using HelpdeskMx.Platform;

namespace HelpdeskMx.Sending.Meta;

/// <summary>Which parts of an answer Meta has taken, kept before the next one leaves, so that no try sends one again.</summary>
public sealed class PartsTaken(IDocumentStore store)
{
    private const string Item = "parts";

    // An answer has a bounded number of parts: its texts and its files.
    private sealed record Taken(IReadOnlyList<string> References);

    private readonly Collection<Taken> taken = new(store, Containers.Lookup, "partsTaken", AppJson.Of<Taken>());

    /// <summary>What Meta calls those it has taken, in their order.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(string messageId, CancellationToken ct) => (await taken.ReadAsync(Partition(messageId), Item, ct))?.Value.References ?? [];

    /// <summary>Keeps that these were taken.</summary>
    public Task KeepAsync(string messageId, IReadOnlyList<string> references, CancellationToken ct) => taken.CommitAsync(Partition(messageId), taken.Upsert(Item, new(references)), ct);

    private static string Partition(string messageId) => $"parts:{messageId}";
}
