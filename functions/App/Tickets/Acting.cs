using HelpdeskMx.Agents;
using HelpdeskMx.Platform;
using HelpdeskMx.Workflow;

namespace HelpdeskMx.Tickets;

/// <summary>One action under way: whose, when, and by which name it is known again.</summary>
public sealed record Step(string RequestId, TicketAction Action, Agent By, DateTimeOffset At, TicketWorkflow Workflow, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>The agent as the audit trail names them.</summary>
    public Actor Actor => new(ActorKind.Agent, By.Id, By.Name);

    /// <summary>Answers to what the action asks; anything else that was sent is nobody's.</summary>
    public IReadOnlyDictionary<string, string> Answers => Fields.Where(f => Action.Fields.Any(a => a.Key == f.Key)).ToDictionary();

    /// <summary>The id of the message this action writes.</summary>
    public string MessageId => Ids.Derive("written", RequestId);
}

/// <summary>What agents' actions do to a ticket. Pure: says the change, saves nothing.</summary>
public static class Acting
{
    /// <summary>Leads to the action's state.</summary>
    public static Outcome<Change> Move(Stored<Ticket> found, Step step)
    {
        var after = To(Next(found.Value, step), step);
        return new Change(after, found.ETag) { Events = [Event(found.Value, after, step, step.RequestId)] };
    }

    /// <summary>Gives the ticket to an agent, or to nobody.</summary>
    public static Outcome<Change> Assign(Stored<Ticket> found, Agent? to, Step step)
    {
        var after = To(Next(found.Value, step) with { Assignee = to?.Id }, step);
        return new Change(after, found.ETag) { Events = [Event(found.Value, after, step, step.RequestId)] };
    }

    /// <summary>Writes a note that stays in the desk.</summary>
    public static Outcome<Change> Note(Stored<Ticket> found, ActionRequest request, IReadOnlyList<Attachment> files, Step step)
    {
        if (IsBlank(request) && files.Count == 0) return TicketProblems.NothingWritten;
        var before = found.Value;
        var text = request.Text ?? "";
        var note = new Message
        {
            Id = step.MessageId,
            TicketId = before.Id,
            Direction = Direction.Note,
            Channel = before.Channel,
            ChannelKind = before.ChannelKind,
            From = new Address(step.By.Name, step.By.Email),
            Author = step.By.Id,
            Text = text,
            ReplyText = text,
            Html = Written.Html(request),
            Attachments = files,
            At = step.At,
        };
        return Said(found, note, step);
    }

    /// <summary>The change in which an agent says something and the ticket goes where the action leads.</summary>
    public static Change Said(Stored<Ticket> found, Message message, Step step)
    {
        var after = To(Next(found.Value, step).With(message), step);
        var said = message with { Version = after.Version, Search = Intake.KeepMessage.Words(message, after.Number) };
        return new Change(after, found.ETag)
        {
            NewMessages = [said],
            Events = [Event(found.Value, after, step, step.RequestId) with { MessageId = said.Id }],
        };
    }

    /// <summary>The change followed at once by another action's state, as one.</summary>
    public static Change Then(Change change, Step step)
    {
        var after = To(change.Ticket, step);
        return change with { Ticket = after, Events = [.. change.Events, Event(change.Ticket, after, step, Ids.Derive("then", step.RequestId))] };
    }

    /// <summary>True where nothing was written.</summary>
    public static bool IsBlank(ActionRequest request) => string.IsNullOrWhiteSpace(request.Text);

    private static Ticket Next(Ticket ticket, Step step) => ticket with
    {
        Version = ticket.Version + 1,
        Fields = step.Answers.Count == 0 ? ticket.Fields : ticket.Fields.Concat(step.Answers).GroupBy(f => f.Key).ToDictionary(f => f.Key, f => f.Last().Value),
    };

    private static Ticket To(Ticket ticket, Step step)
    {
        if (step.Action.To is not { } key) return ticket;
        var state = step.Workflow.State(key);
        return ticket with { State = state.Key, Category = state.Category };
    }

    private static TicketEvent Event(Ticket before, Ticket after, Step step, string id)
    {
        Dictionary<string, string?> was = [], now = [];
        if (before.State != after.State) (was["state"], now["state"]) = (before.State, after.State);
        if (before.Assignee != after.Assignee) (was["assignee"], now["assignee"]) = (before.Assignee, after.Assignee);
        foreach (var (key, answer) in step.Answers) (was[$"fields.{key}"], now[$"fields.{key}"]) = (before.Fields.GetValueOrDefault(key), answer);
        return new TicketEvent(id, after.Id, step.Action.Key, step.Actor, step.At, after.Version, was, now);
    }
}
