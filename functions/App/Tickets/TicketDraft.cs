using System.Text.Json.Serialization;
using HelpdeskMx.Agents;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Tickets;

/// <summary>What an agent has written in a ticket and not sent, so that it is there on every machine of theirs.</summary>
/// <param name="Mode"><c>reply</c> or <c>note</c>: what was written last.</param>
/// <param name="Reply">The words of an answer.</param>
/// <param name="Note">The words of a note.</param>
/// <param name="At">When it was last written, by the clock of the agent's machine; the newer of two counts.</param>
public sealed record TicketDraft([property: JsonRequired] string Mode, [property: JsonRequired] string Reply, [property: JsonRequired] string Note, [property: JsonRequired] DateTimeOffset At)
{
    /// <summary>The answer as HTML, as it stands in the box; null for plain words, also in drafts from before there was any.</summary>
    public string? ReplyHtml { get; init; }

    /// <summary>The note as HTML; null for plain words.</summary>
    public string? NoteHtml { get; init; }

    /// <summary>Recipients changed by hand; null leaves them to the desk.</summary>
    public IReadOnlyList<Address>? To { get; init; }

    /// <summary>Copies changed by hand; null leaves them to the desk.</summary>
    public IReadOnlyList<Address>? Cc { get; init; }

    /// <summary>The channel chosen by hand; null leaves it to the desk.</summary>
    public string? Channel { get; init; }

    /// <summary>Files that were uploaded for it.</summary>
    public IReadOnlyList<UploadView> Files { get; init; } = [];

    /// <summary>True where there is something to send.</summary>
    [JsonIgnore]
    public bool HoldsSomething => Reply.Length + Note.Length + Files.Count > 0;
}

/// <summary>Keeps an agent's drafts, one for each ticket. Nobody else sees them.</summary>
public sealed class KeepDraft(Tickets tickets, Drafts drafts, Live live)
{
    private const int MostFiles = 50;

    /// <summary>The draft that is kept then: the newer one, where another machine of the agent was faster.</summary>
    public async Task<Outcome<TicketDraft>> RunAsync(string ticketId, TicketDraft draft, Agent by, CancellationToken ct)
    {
        if (draft.Mode is not ("reply" or "note")) return Problems.Field("mode", "Choose reply or note.");
        if (draft.Reply.Length + draft.Note.Length > Message.LongestText) return Problems.Field("reply", $"A draft has at most {Message.LongestText} characters.");
        if ((draft.ReplyHtml?.Length ?? 0) + (draft.NoteHtml?.Length ?? 0) > Written.LongestHtml) return Problems.Field("replyHtml", $"A draft has at most {Written.LongestHtml} characters of HTML.");
        if ((draft.To?.Count ?? 0) + (draft.Cc?.Count ?? 0) > Answering.MostRecipients) return Problems.Field("to", $"An answer goes to at most {Answering.MostRecipients} addresses.");
        if (draft.Files.Count > MostFiles) return Problems.Field("files", $"At most {MostFiles} files go with an answer.");
        while (true)
        {
            var kept = await tickets.DraftAsync(ticketId, by, ct);
            if (kept?.Value.At > draft.At) return kept.Value;
            var held = kept?.Value.HoldsSomething ?? false;
            if (draft.HoldsSomething && !held) await drafts.AddAsync(ticketId, by, draft.At, ct);
            var name = draft.HoldsSomething ? null : await drafts.FindAsync(ticketId, by, ct);
            if (await tickets.CommitDraftAsync(ticketId, by, draft, kept, ct) != CommitOutcome.Committed) continue;
            if (name is not null) await drafts.RemoveAsync(name, by, ct);
            if (draft.HoldsSomething != held) await live.DraftAsync(by, ct);
            return draft;
        }
    }
}
