using HelpdeskMx.Labels;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Spam;

/// <summary>Learns from what agents say is spam and what is none: each ticket once, and what it taught before is taken back.</summary>
public sealed class TeachSpam(Settings settings, KnowSpam know, IBlobs blobs, Tickets.Tickets tickets)
{
    private const int MostTries = 20, FirstMessages = 5;

    /// <summary>Learns from the ticket's first message; null forgets what it taught.</summary>
    public async Task RunAsync(Ticket ticket, SpamLesson? lesson, CancellationToken ct)
    {
        var page = await tickets.MessagesAsync(ticket.Id, q => q with { OrderBy = [new Order("at")], PageSize = FirstMessages }, ct);
        if (page.Items.Select(m => m.Value).FirstOrDefault(m => m is { Direction: Direction.In, MovedTo: null }) is not { } first) return;
        var known = await settings.SpamLearningAsync(ct);
        for (var tries = 0; tries < MostTries; tries++)
        {
            var before = await know.ReadAsync(known.Blob, ct);
            var after = before.Taught(ticket.Id, Lesson.TextOf(first), lesson);
            if (ReferenceEquals(before, after)) return;
            var (seen, blob) = (known.Blob, await blobs.CreateAsync(after.ToBytes(), ct));
            var gone = known.BlobBefore;
            known = await settings.ChangeSpamLearningAsync(now => now.Blob != seen ? now : new SpamLearning { Blob = blob, BlobBefore = seen, Spam = after.Spam, Wanted = after.Wanted, Words = after.Words }, ct);
            if (known.Blob != blob || known.BlobBefore != seen) continue; // another ticket taught meanwhile
            if (gone is not null && gone != blob) await blobs.DeleteAsync(gone, ct);
            return;
        }
    }

    /// <summary>Learns from an answer that its ticket is no spam, while the desk knows fewer of those: few are ever released.</summary>
    public async Task AnsweredAsync(Ticket before, Ticket after, CancellationToken ct)
    {
        var known = await settings.SpamLearningAsync(ct);
        if (before.Spam is not null || (before.LastDirection == Direction.In && known.Wanted < known.Spam)) await RunAsync(after, SpamLesson.Wanted, ct);
    }
}
