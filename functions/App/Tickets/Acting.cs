using HelpdeskMx.Agents;
using HelpdeskMx.Fields;
using HelpdeskMx.Platform;
using HelpdeskMx.Workflow;

namespace HelpdeskMx.Tickets;

/// <summary>One action under way: whose, when, and by which name it is known again.</summary>
public sealed record Step(string RequestId, TicketAction Action, Agent By, DateTimeOffset At, TicketWorkflow Workflow, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>Whom the action itself gives the ticket to; null where it leaves that alone.</summary>
    public Owner? Owner { get; init; }

    /// <summary>Id of the rule by which the desk acts; null where it is none.</summary>
    public string? Rule { get; init; }

    /// <summary>Whoever acts, as the audit trail names them; a rule by its own id and name.</summary>
    public Actor Actor => By.IsDesk ? new(ActorKind.System, Rule, By.Name) : new(ActorKind.Agent, By.Id, By.Name);

    /// <summary>Answers to what the action asks; anything else that was sent is nobody's.</summary>
    public IReadOnlyDictionary<string, string> Answers => Fields.Where(f => Action.Fields.Any(a => a.Key == f.Key)).ToDictionary();

    /// <summary>The id of the message this action writes.</summary>
    public string MessageId => Ids.Derive("written", RequestId);
}

/// <summary>Who owns a ticket from now on.</summary>
/// <param name="Id">An agent's id, null for nobody.</param>
public sealed record Owner(string? Id);

/// <summary>What actions do to a ticket. Pure: says the change, saves nothing.</summary>
public static class Acting
{
    /// <summary>Changes what the action is about, and leads where the action leads.</summary>
    public static Change Do(Stored<Ticket> found, Step step, Func<Ticket, Ticket>? what = null)
    {
        var next = Next(found.Value, step);
        var after = To(what is null ? next : what(next), step);
        return new Change(after, found.ETag) { Events = [Event(found.Value, after, step, step.RequestId)] };
    }

    /// <summary>Writes a note that stays in the desk; whom it names watches the ticket from then on.</summary>
    public static Outcome<Change> Note(Stored<Ticket> found, ActionRequest request, IReadOnlyList<Attachment> files, Step step)
    {
        if (IsBlank(request) && files.Count == 0) return TicketProblems.NothingWritten;
        if (Written.Fault(request) is { } tooMuch) return tooMuch;
        var before = found.Value;
        var text = request.Text ?? "";
        var (html, shown) = Written.Html(request, files);
        var note = new Message
        {
            Id = step.MessageId,
            TicketId = before.Id,
            Direction = Direction.Note,
            Channel = before.Channel,
            ChannelKind = before.ChannelKind,
            From = new Address(step.By.Name, step.By.Email),
            Author = step.By.IsDesk ? null : step.By.Id,
            Text = text,
            ReplyText = text,
            Html = html,
            Attachments = shown,
            Mentions = request.Mentions,
            At = step.At,
        };
        return Said(found, note, step);
    }

    /// <summary>The change in which somebody says something and the ticket goes where the action leads.</summary>
    public static Change Said(Stored<Ticket> found, Message message, Step step)
    {
        var before = Next(found.Value, step);
        var next = (message.Direction == Direction.Out ? before.Released() : before).With(message); // what is answered is no spam
        var after = To(next with { Followers = [.. next.Followers.Union(message.Mentions)] }, step);
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

    private static Ticket Next(Ticket ticket, Step step) => TicketFields.Answer(ticket, step.Answers) with { Version = ticket.Version + 1 };

    private static Ticket To(Ticket ticket, Step step)
    {
        var effects = step.Action.Effects;
        var state = step.Action.To is { } key ? step.Workflow.State(key) : null;
        return (ticket with
        {
            State = state?.Key ?? ticket.State,
            Category = state?.Category ?? ticket.Category,
            Department = effects.Department ?? ticket.Department,
            Assignee = step.Owner is { } owner ? owner.Id : ticket.Assignee,
            Labels = new ListChange { Add = effects.AddLabels, Remove = effects.RemoveLabels }.On(ticket.Labels),
            Priority = effects.Priority ?? ticket.Priority,
        }).Awake();
    }

    /// <summary>The ticket, brought back if it is done: what is done is not put off.</summary>
    private static Ticket Awake(this Ticket ticket) => ticket.IsOpen ? ticket : ticket with { SnoozedUntil = null };

    private static TicketEvent Event(Ticket before, Ticket after, Step step, string id)
    {
        var (was, now) = Difference.Between(before, after);
        foreach (var (key, answer) in step.Answers) (was[$"fields.{key}"], now[$"fields.{key}"]) = (before.Fields.GetValueOrDefault(key), answer);
        return new TicketEvent(id, after.Id, step.Action.Key, step.Actor, step.At, after.Version, was, now);
    }
}
