using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Labels;

/// <summary>Says which labels fit a new ticket, or puts them on where an admin wants that. The model is read once and kept until another one is learned.</summary>
public sealed class SuggestLabels(Settings settings, IBlobs blobs)
{
    private volatile Kept kept = new(null, LabelModel.Empty);

    private sealed record Kept(string? Blob, LabelModel Model);

    /// <summary>The change that opens the ticket, with what the desk thinks of its labels.</summary>
    public async Task<Change> RunAsync(Change opened, CancellationToken ct)
    {
        var learning = await settings.LabelLearningAsync(ct);
        if (learning.Blob is not { } blob) return opened;
        var model = await ModelAsync(blob, ct);
        var suggested = model.Suggest(Lesson.TextOf(opened.NewMessages[0]));
        if (suggested.Count == 0) return opened;
        var ticket = opened.Ticket;
        if (!learning.On) return opened with { Ticket = ticket with { Suggested = suggested } };
        string[] labels = [.. suggested.Select(s => s.Label)];
        var put = new TicketEvent($"labelled-{ticket.Id}", ticket.Id, "labelled", Actor.System, ticket.CreatedAt, ticket.Version,
            new Dictionary<string, string?>(), new Dictionary<string, string?> { ["labels"] = string.Join(", ", labels) });
        return opened with { Ticket = ticket with { Labels = [.. ticket.Labels.Union(labels)], AutoLabels = labels }, Events = [.. opened.Events, put] };
    }

    /// <summary>The model in this blob; none where it has just been replaced by another.</summary>
    private async Task<LabelModel> ModelAsync(string blob, CancellationToken ct)
    {
        var held = kept;
        if (held.Blob == blob) return held.Model;
        if (await blobs.ReadAsync(blob, ct) is not { } bytes) return LabelModel.Empty;
        kept = held = new(blob, LabelModel.FromBytes(bytes));
        return held.Model;
    }
}
