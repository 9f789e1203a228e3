using System.Globalization;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Labels;

/// <summary>Learns labels anew from the newest tickets. May be stopped, repeated, and run twice at once: each run learns everything, and the last one counts.</summary>
public sealed class TrainLabels(Tickets.Tickets tickets, Settings settings, IBlobs blobs, TimeProvider clock)
{
    /// <summary>From how many tickets it learns.</summary>
    public const int Newest = 20_000;

    private const int PageSize = 200, AtOnce = 16, FirstMessages = 5;

    /// <summary>Does what an admin asked for, unless a run has begun since.</summary>
    public async Task RunAsync(string queued, CancellationToken ct)
    {
        var asked = DateTimeOffset.Parse(queued, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        if (!((await settings.LabelLearningAsync(ct)).LearnedAt >= asked)) await RunAsync(ct);
    }

    /// <summary>Learns and keeps what was learned.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        var begun = clock.GetUtcNow();
        var lessons = await GatherAsync(ct);
        var learned = lessons.Learn(ct);
        var blob = learned.Model.Languages.Count == 0 ? null : await blobs.CreateAsync(learned.Model.ToBytes(), ct);
        if ((await settings.LabelLearningAsync(ct)).BlobBefore is { } gone && gone != blob) await blobs.DeleteAsync(gone, ct);
        await settings.ChangeLabelLearningAsync(known => known with
        {
            Blob = blob,
            BlobBefore = known.Blob == blob ? known.BlobBefore : known.Blob,
            LearnedAt = begun,
            Tickets = lessons.Reviewed,
            Languages = learned.Languages,
        }, ct);
    }

    private async Task<LabelLessons> GatherAsync(CancellationToken ct)
    {
        var lessons = new LabelLessons();
        string? next = null;
        var left = Newest;
        do
        {
            var page = await tickets.ListAsync(q => q with { OrderBy = [new Order("createdAt", true)], PageSize = Math.Min(PageSize, left), Continuation = next }, ct);
            foreach (var some in page.Items.Where(t => Lesson.Teaches(t.Value)).Chunk(AtOnce))
            {
                foreach (var lesson in await Task.WhenAll(some.Select(t => ReadAsync(t.Value, ct)))) if (lesson is not null) lessons.Add(lesson);
            }
            next = page.Next;
            left -= page.Items.Count;
        } while (next is not null && left > 0);
        return lessons;
    }

    /// <summary>What the ticket teaches; null where its first words are not a customer's.</summary>
    private async Task<Lesson?> ReadAsync(Ticket ticket, CancellationToken ct)
    {
        var page = await tickets.MessagesAsync(ticket.Id, q => q with { OrderBy = [new Order("at")], PageSize = FirstMessages }, ct);
        var first = page.Items.Select(m => m.Value).FirstOrDefault(m => m is { Direction: Direction.In, MovedTo: null });
        return first is null ? null : Lesson.Of(ticket, first);
    }
}
