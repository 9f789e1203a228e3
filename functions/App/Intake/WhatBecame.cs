using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Intake;

/// <summary>How far an accepted message has come.</summary>
public enum IngestState
{
    /// <summary>On disk, waiting its turn.</summary>
    Queued,

    /// <summary>In a ticket.</summary>
    Done,

    /// <summary>In a ticket that wants a look, because it could not be read.</summary>
    Review,

    /// <summary>Failed too often; an admin can retry it.</summary>
    Poison,
}

/// <summary>What became of an accepted message.</summary>
public sealed record IngestReport(IngestState State, IReadOnlyList<TicketName> Tickets, string? Reason);

/// <summary>Tells what became of an accepted message, by reading it again and looking where it would have gone.</summary>
public sealed class WhatBecame(
    Settings settings, IBlobs blobs, NormalizeMessage normalize, Lookups lookups, Tickets.Tickets tickets, Poison poison, TimeProvider clock)
{
    /// <summary>The report on an ingest id.</summary>
    public async Task<Outcome<IngestReport>> RunAsync(string ingestId, CancellationToken ct)
    {
        if (IngestId.Read(ingestId) is not var (blob, channelId) || await settings.ChannelAsync(channelId, ct) is not { } channel
            || await blobs.ReadAsync(blob, ct) is not { } raw) return IntakeProblems.NoSuchMessage;

        if (normalize.Read(raw, channel, new Pointer(channelId, blob, clock.GetUtcNow()), []) is not { } message) return new IngestReport(IngestState.Done, [], null);
        if (await PlaceAsync(message, ct) is { } ticket)
            return new IngestReport(message.Review is null ? IngestState.Done : IngestState.Review, [new(ticket.Id, ticket.Number)], message.Review);
        var failed = (await poison.ListAsync(1000, null, ct)).Items.FirstOrDefault(p => p.IngestId == ingestId);
        return failed is null ? new IngestReport(IngestState.Queued, [], null) : new IngestReport(IngestState.Poison, [], failed.Reason);
    }

    private async Task<Tickets.Ticket?> PlaceAsync(InboundMessage message, CancellationToken ct)
    {
        foreach (var reference in new[] { message.MessageId, message.Key }.OfType<string>())
        {
            if (await lookups.FindAsync(Lookups.Reference(reference), ct) is { } target && target.Key == message.Key
                && await tickets.FollowAsync(target.Id, KeepMessage.IdOf(message.Key), ct) is { } kept) return (await tickets.ReadAsync(kept.Value.TicketId, ct))?.Value;
        }
        return null;
    }
}
