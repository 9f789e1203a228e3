using HelpdeskMx.Agents;
using HelpdeskMx.Chat;
using HelpdeskMx.Platform;
using HelpdeskMx.Sla;

namespace HelpdeskMx.Tickets;

/// <summary>The tickets with all that belongs to them, above any document store.</summary>
/// <param name="store">Where they are kept.</param>
/// <param name="deadlines">Says what is promised in each; null where nobody promises anything.</param>
public sealed class Tickets(IDocumentStore store, KeepDeadlines? deadlines = null)
{
    // A ticket has at most one split under way, so that it needs no id.
    private const string SplitItem = "split";

    // And its promises are looked at one time after the other.
    private const string SlaItem = "sla";
    // Nor does it come back at more than one time.
    private const string WakeItem = "wake";

    private readonly Collection<Ticket> tickets = new(store, Containers.Tickets, "ticket", AppJson.Of<Ticket>());
    private readonly Collection<Message> messages = new(store, Containers.Tickets, "message", AppJson.Of<Message>());
    private readonly Collection<TicketEvent> events = new(store, Containers.Tickets, "event", AppJson.Of<TicketEvent>());
    private readonly Collection<OutboxRow> outbox = new(store, Containers.Tickets, "outbox", AppJson.Of<OutboxRow>());
    private readonly Collection<Unread> unread = new(store, Containers.Tickets, "unread", AppJson.Of<Unread>());
    private readonly Collection<WakeRow> wakes = new(store, Containers.Tickets, WakeItem, AppJson.Of<WakeRow>());
    private readonly Collection<Merge> merges = new(store, Containers.Tickets, "merge", AppJson.Of<Merge>());
    private readonly Collection<Split> splits = new(store, Containers.Tickets, SplitItem, AppJson.Of<Split>());

    private readonly Collection<LaterAnswer> laters = new(store, Containers.Tickets, "later", AppJson.Of<LaterAnswer>());
    private readonly Collection<SlaRow> promises = new(store, Containers.Tickets, SlaItem, AppJson.Of<SlaRow>());
    private readonly Collection<TicketDraft> drafts = new(store, Containers.Tickets, "draft", AppJson.Of<TicketDraft>());

    /// <summary>Reads a ticket, null when there is none.</summary>
    public Task<Stored<Ticket>?> ReadAsync(string id, CancellationToken ct) =>
        IsId(id) ? tickets.ReadAsync(id, id, ct) : Task.FromResult<Stored<Ticket>?>(null);

    /// <summary>Reads a ticket, null when there is none or this agent may not see it.</summary>
    public async Task<Stored<Ticket>?> FindAsync(string id, Agent by, CancellationToken ct) =>
        await ReadAsync(id, ct) is { } found && Rights.MaySee(by, found.Value) ? found : null;

    /// <summary>Reads one message of a ticket.</summary>
    public Task<Stored<Message>?> MessageAsync(string ticketId, string messageId, CancellationToken ct) =>
        IsId(ticketId) && IsId(messageId) ? messages.ReadAsync(ticketId, messageId, ct) : Task.FromResult<Stored<Message>?>(null);

    /// <summary>Reads one message of a ticket; one that was split off is followed to where it is now.</summary>
    public async Task<Stored<Message>?> FollowAsync(string ticketId, string messageId, CancellationToken ct)
    {
        var found = await MessageAsync(ticketId, messageId, ct);
        while (found?.Value.MovedTo is { } to) found = await MessageAsync(to.Id, messageId, ct);
        return found;
    }

    /// <summary>Everything said in a ticket, oldest first, without what was split off.</summary>
    public async Task<IReadOnlyList<Message>> SaidAsync(string ticketId, CancellationToken ct)
    {
        var said = new List<Message>();
        var all = Pages.AllAsync(next => MessagesAsync(ticketId, q => q with { OrderBy = [new Order("at")], PageSize = 100, Continuation = next }, ct), ct);
        await foreach (var message in all) if (message.Value.MovedTo is null) said.Add(message.Value);
        return said;
    }

    /// <summary>Reads the split of a ticket that is under way, null when there is none.</summary>
    public Task<Stored<Split>?> SplitAsync(string ticketId, CancellationToken ct) => splits.ReadAsync(ticketId, SplitItem, ct);

    /// <summary>Reads the merge of one ticket into another, null when there is none.</summary>
    public Task<Stored<Merge>?> MergeAsync(string into, string from, CancellationToken ct) => merges.ReadAsync(into, MergeId(from), ct);

    /// <summary>Settles a merge, if the ticket that goes on is still this reading.</summary>
    public Task<CommitOutcome> BeginMergeAsync(Stored<Ticket> into, Merge merge, CancellationToken ct) =>
        CommitAsync(new Change(into.Value, into.ETag), [merges.Create(MergeId(merge.From.Id), merge)], ct);

    /// <summary>Saves how far a merge is, unless another run was faster.</summary>
    public Task<CommitOutcome> SaveMergeAsync(Stored<Merge> found, Merge after, CancellationToken ct) =>
        merges.CommitAsync(after.Into.Id, merges.Replace(MergeId(after.From.Id), after, found.ETag), ct);

    /// <summary>Saves a change of the ticket that goes on with how far the merge is then; null ends it.</summary>
    public Task<CommitOutcome> CommitMergeAsync(Change change, Stored<Merge> found, Merge? after, CancellationToken ct)
    {
        var id = MergeId(found.Value.From.Id);
        return CommitAsync(change, [after is null ? new Write.Delete(id, found.ETag) : merges.Replace(id, after, found.ETag)], ct);
    }

    /// <summary>Merges that should have been finished by this time, longest due first.</summary>
    public Task<Listing<Stored<Merge>>> DueMergesAsync(DateTimeOffset by, string? after, CancellationToken ct) =>
        merges.QueryAsync(q => Due(q, by) with { PageSize = 100, Continuation = after }, ct);

    private static string MergeId(string from) => $"merge-{from}";

    /// <summary>Answers of a ticket that leave later, or were stopped.</summary>
    public async Task<IReadOnlyList<Stored<LaterAnswer>>> LaterAsync(string ticketId, CancellationToken ct) => (await laters.QueryAsync(q => q with { PageSize = 100 }, ct, ticketId)).Items;

    /// <summary>Reads one of them.</summary>
    public Task<Stored<LaterAnswer>?> LaterAsync(string ticketId, string id, CancellationToken ct) =>
        IsId(ticketId) && IsId(id) ? laters.ReadAsync(ticketId, LaterId(id), ct) : Task.FromResult<Stored<LaterAnswer>?>(null);

    /// <summary>Answers whose time has come by then, longest due first.</summary>
    public Task<Listing<Stored<LaterAnswer>>> DueLaterAsync(DateTimeOffset by, string? after, CancellationToken ct) =>
        laters.QueryAsync(q => Due(q, by) with { PageSize = 100, Continuation = after }, ct);

    /// <summary>Saves a change together with an answer that leaves later.</summary>
    public Task<CommitOutcome> CommitLaterAsync(Change change, LaterAnswer later, CancellationToken ct) => CommitAsync(change, [laters.Create(LaterId(later.Id), later)], ct);

    /// <summary>Saves a change together with what becomes of such an answer; null where nothing is left of it.</summary>
    public Task<CommitOutcome> CommitLaterAsync(Change change, Stored<LaterAnswer> row, LaterAnswer? after, CancellationToken ct)
    {
        var id = LaterId(row.Value.Id);
        return CommitAsync(change, [after is null ? new Write.Delete(id, row.ETag) : laters.Replace(id, after, row.ETag)], ct);
    }

    /// <summary>Saves such an answer by itself.</summary>
    public Task<CommitOutcome> CommitLaterAsync(Stored<LaterAnswer> row, LaterAnswer after, CancellationToken ct) =>
        laters.CommitAsync(after.TicketId, laters.Replace(LaterId(after.Id), after, row.ETag), ct);

    private static string LaterId(string id) => $"later-{id}";

    /// <summary>Reads what an agent has written in a ticket and not sent.</summary>
    public Task<Stored<TicketDraft>?> DraftAsync(string ticketId, Agent by, CancellationToken ct) => drafts.ReadAsync(ticketId, DraftId(by), ct);

    /// <summary>Keeps it, if it is still this reading.</summary>
    public Task<CommitOutcome> CommitDraftAsync(string ticketId, Agent by, TicketDraft draft, Stored<TicketDraft>? kept, CancellationToken ct)
    {
        var id = DraftId(by);
        return drafts.CommitAsync(ticketId, kept is null ? drafts.Create(id, draft) : drafts.Replace(id, draft, kept.ETag), ct);
    }

    private static string DraftId(Agent by) => $"draft-{Ids.Derive(by.Id)}";

    /// <summary>Reads when a ticket comes back, null where it was not put off.</summary>
    public Task<Stored<WakeRow>?> WakeAsync(string ticketId, CancellationToken ct) => wakes.ReadAsync(ticketId, WakeItem, ct);

    /// <summary>Reads the row that sends a message, null once nothing is left to do.</summary>
    public Task<Stored<OutboxRow>?> OutboxAsync(string ticketId, string id, CancellationToken ct) => outbox.ReadAsync(ticketId, OutboxId(id), ct);

    /// <summary>A page of tickets.</summary>
    public Task<Listing<Stored<Ticket>>> ListAsync(Func<Query, Query> refine, CancellationToken ct) => tickets.QueryAsync(refine, ct);

    /// <summary>How many tickets there are, counted up to a limit.</summary>
    public Task<int> CountAsync(Func<Query, Query> refine, int atMost, CancellationToken ct) => tickets.CountAsync(refine, atMost, ct);

    /// <summary>Tickets by id, in this order; those that are gone are left out.</summary>
    public async Task<IReadOnlyList<Stored<Ticket>>> ReadManyAsync(IReadOnlyList<string> ids, CancellationToken ct) =>
        tickets.Read(await store.ReadManyAsync(Containers.Tickets, [.. ids.Select(id => (id, id))], ct));

    /// <summary>A page of the messages of a ticket.</summary>
    public Task<Listing<Stored<Message>>> MessagesAsync(string ticketId, Func<Query, Query> refine, CancellationToken ct) =>
        messages.QueryAsync(refine, ct, ticketId);

    /// <summary>A page of messages of any ticket.</summary>
    public Task<Listing<Stored<Message>>> SearchMessagesAsync(Func<Query, Query> refine, CancellationToken ct) => messages.QueryAsync(refine, ct);

    /// <summary>A page of the audit trail of a ticket.</summary>
    public Task<Listing<Stored<TicketEvent>>> EventsAsync(string ticketId, Func<Query, Query> refine, CancellationToken ct) =>
        events.QueryAsync(refine, ct, ticketId);

    /// <summary>Reads one entry of a ticket's audit trail.</summary>
    public Task<Stored<TicketEvent>?> EventAsync(string ticketId, string id, CancellationToken ct) => events.ReadAsync(ticketId, id, ct);

    /// <summary>Answers that should have left by this time, longest due first.</summary>
    public Task<Listing<Stored<OutboxRow>>> DueAsync(DateTimeOffset by, string? after, CancellationToken ct) =>
        outbox.QueryAsync(q => Due(q, by) with { PageSize = 100, Continuation = after }, ct);

    /// <summary>Splits that should have been finished by this time, longest due first.</summary>
    public Task<Listing<Stored<Split>>> DueSplitsAsync(DateTimeOffset by, string? after, CancellationToken ct) =>
        splits.QueryAsync(q => Due(q, by) with { PageSize = 100, Continuation = after }, ct);

    /// <summary>Tickets that should have come back by this time, longest due first.</summary>
    public Task<Listing<Stored<WakeRow>>> DueWakesAsync(DateTimeOffset by, string? after, CancellationToken ct) =>
        wakes.QueryAsync(q => Due(q, by) with { PageSize = 100, Continuation = after }, ct);

    /// <summary>How many answers should have left by this time, counted up to a thousand.</summary>
    public Task<int> CountDueAsync(DateTimeOffset by, CancellationToken ct) => outbox.CountAsync(q => Due(q, by), 1000, ct);

    /// <summary>Saves a change whole or not at all.</summary>
    public Task<CommitOutcome> CommitAsync(Change change, CancellationToken ct) => CommitAsync(change, [], ct);

    /// <summary>Settles a split, if the ticket is still this reading and has none under way.</summary>
    public Task<CommitOutcome> BeginSplitAsync(Stored<Ticket> found, Split split, CancellationToken ct) =>
        CommitAsync(new Change(found.Value, found.ETag), [splits.Create(SplitItem, split)], ct);

    /// <summary>Saves the change that ends a split, unless another run ended it.</summary>
    public Task<CommitOutcome> CommitSplitAsync(Change change, Stored<Split> ended, CancellationToken ct) =>
        CommitAsync(change, [new Write.Delete(SplitItem, ended.ETag)], ct);

    /// <summary>Saves a ticket that came back, unless it was put off anew.</summary>
    public Task<CommitOutcome> CommitWakeAsync(Change change, Stored<WakeRow> ended, CancellationToken ct) =>
        CommitAsync(change, [new Write.Delete(WakeItem, ended.ETag)], ct);

    /// <summary>Tickets whose promises want a look by this time, longest due first.</summary>
    public Task<Listing<Stored<SlaRow>>> DueSlaAsync(DateTimeOffset by, string? after, CancellationToken ct) =>
        promises.QueryAsync(q => Due(q, by) with { PageSize = 100, Continuation = after }, ct);

    /// <summary>Looks at a ticket's promises at another time, null for never, unless another run has dealt with them.</summary>
    public Task<CommitOutcome> PostponeSlaAsync(Stored<SlaRow> row, DateTimeOffset? to, CancellationToken ct) =>
        promises.CommitAsync(row.Value.TicketId, promises.Replace(SlaItem, row.Value with { DueAt = to ?? UtcTime.Never }, row.ETag), ct);

    /// <summary>The change with what is promised after it, as it will be saved; for whoever shows it before it is read again.</summary>
    public async Task<Change> WithDeadlinesAsync(Change change, CancellationToken ct) => deadlines is null ? change : await deadlines.RunAsync(change, ct);

    private async Task<CommitOutcome> CommitAsync(Change change, IReadOnlyList<Write> more, CancellationToken ct)
    {
        change = await WithDeadlinesAsync(change, ct);
        var ticket = change.Ticket;
        var writes = new List<Write>(2 + change.NewMessages.Count + change.Events.Count + more.Count)
        {
            change.ETag is null ? tickets.Create(ticket.Id, ticket) : tickets.Replace(ticket.Id, ticket, change.ETag),
        };
        foreach (var message in change.NewMessages) writes.Add(messages.Create(message.Id, message));
        foreach (var (message, etag) in change.ChangedMessages) writes.Add(messages.Replace(message.Id, message, etag));
        foreach (var happened in change.Events) writes.Add(events.Create(happened.Id, happened));
        if (change.Wake is { } wake) writes.Add(wakes.Upsert(WakeItem, wake));
        if (change.Look is { } look) writes.Add(promises.Upsert(SlaItem, look));
        foreach (var row in change.Outbox) writes.Add(outbox.Create(OutboxId(row.Id), row));
        writes.AddRange(more);
        return (await store.CommitAsync(Containers.Tickets, ticket.Id, writes, ct)).Outcome;
    }

    /// <summary>Saves how far an answer has come: the message with its row, or without it once nothing is left to do.</summary>
    public async Task<CommitOutcome> CommitDeliveryAsync(Stored<Message> message, Stored<OutboxRow> row, OutboxRow? next, CancellationToken ct)
    {
        var id = OutboxId(row.Value.Id);
        Write[] writes =
        [
            messages.Replace(message.Value.Id, message.Value, message.ETag),
            next is null ? new Write.Delete(id, row.ETag) : outbox.Replace(id, next, row.ETag),
        ];
        return (await store.CommitAsync(Containers.Tickets, row.Value.TicketId, writes, ct)).Outcome;
    }

    /// <summary>Puts a message into a ticket that will tell of it later; nothing happens where it is there already.</summary>
    public Task<CommitOutcome> AddMessageAsync(Message message, CancellationToken ct) =>
        messages.CommitAsync(message.TicketId, messages.Create(message.Id, message), ct);

    /// <summary>Saves a message by itself.</summary>
    public Task<CommitOutcome> CommitMessageAsync(Stored<Message> message, CancellationToken ct) =>
        messages.CommitAsync(message.Value.TicketId, messages.Replace(message.Value.Id, message.Value, message.ETag), ct);

    /// <summary>Saves a message again together with a new row to send it by.</summary>
    public async Task<CommitOutcome> CommitRetryAsync(Stored<Message> message, OutboxRow row, CancellationToken ct) =>
        (await store.CommitAsync(Containers.Tickets, row.TicketId,
            [messages.Replace(message.Value.Id, message.Value, message.ETag), outbox.Create(OutboxId(row.Id), row)], ct)).Outcome;

    /// <summary>Notes that a visitor has answers to read; nothing happens where that is noted already.</summary>
    public Task<CommitOutcome> AwaitReadingAsync(Unread row, CancellationToken ct) => unread.CommitAsync(row.TicketId, unread.Create(UnreadId(row), row), ct);

    /// <summary>Looks at it again later, unless another run has dealt with it.</summary>
    public Task<CommitOutcome> PostponeAsync(Stored<Unread> row, DateTimeOffset due, CancellationToken ct) =>
        unread.CommitAsync(row.Value.TicketId, unread.Replace(UnreadId(row.Value), row.Value with { DueAt = due }, row.ETag), ct);

    /// <summary>Forgets it, unless another run has dealt with it.</summary>
    public Task<CommitOutcome> EndAwaitingAsync(Stored<Unread> row, CancellationToken ct) => unread.CommitAsync(row.Value.TicketId, new Write.Delete(UnreadId(row.Value), row.ETag), ct);

    /// <summary>Saves the change that mails what was not read, unless another run did.</summary>
    public Task<CommitOutcome> CommitUnreadAsync(Change change, Stored<Unread> ended, CancellationToken ct) =>
        CommitAsync(change, [new Write.Delete(UnreadId(ended.Value), ended.ETag)], ct);

    /// <summary>What visitors may not have read by this time, longest due first.</summary>
    public Task<Listing<Stored<Unread>>> DueUnreadAsync(DateTimeOffset by, string? after, CancellationToken ct) =>
        unread.QueryAsync(q => Due(q, by) with { PageSize = 100, Continuation = after }, ct);

    private static string UnreadId(Unread row) => $"unread-{Ids.Derive(row.Channel, row.Conversation)}";

    private static Query Due(Query query, DateTimeOffset by) => query with
    {
        Where = [new Condition.Between("dueAt", null, UtcTime.Text(by.AddMilliseconds(1)))],
        OrderBy = [new Order("dueAt")],
    };

    /// <summary>The id of the row that sends a message.</summary>
    public static string OutboxId(string messageId) => $"outbox-{messageId}";

    /// <summary>True for what may be the id of an item; anything else is somebody's guess.</summary>
    public static bool IsId(string id) => id.Length is > 0 and <= 64 && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
