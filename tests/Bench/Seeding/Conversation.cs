using HelpdeskMx.Agents;
using HelpdeskMx.Bench.Seeding.Wording;
using HelpdeskMx.Channels;
using HelpdeskMx.Intake;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;
using HelpdeskMx.Workflow;

namespace HelpdeskMx.Bench.Seeding;

/// <summary>Plays one ticket from its first message to how it stands today, by the rules the desk itself goes by.</summary>
public sealed class Conversation
{
    private static readonly TicketWorkflow workflow = DefaultWorkflow.Workflow;
    private readonly SeedDesk desk;
    private readonly Dice dice;
    private readonly Person customer;
    private readonly Channel channel;
    private readonly Letters letters;
    private readonly Agent agent;
    private readonly List<Message> messages = [];
    private readonly List<TicketEvent> events = [];
    private Ticket ticket = null!;
    private DateTimeOffset at;
    private string answered = "";

    private Conversation(SeedDesk desk, Dice dice, Person customer, DateTimeOffset begins)
    {
        (this.desk, this.dice, this.customer, at) = (desk, dice, customer, begins);
        channel = desk.ChannelOf(dice);
        agent = dice.Pick(desk.Agents);
        letters = new Letters(customer, dice, begins);
    }

    /// <summary>The whole ticket as one change that creates it, and the key of each message.</summary>
    public static async Task<(Change Change, IReadOnlyList<string> Keys)> PlayAsync(
        SeedDesk desk, Dice dice, Person customer, string customerId, long number, DateTimeOffset begins, Plan plan, CancellationToken ct)
    {
        var talk = new Conversation(desk, dice, customer, begins);
        List<string> keys = [];
        foreach (var turn in plan.Turns)
        {
            if (keys.Count > 0) talk.Wait(turn == Direction.In ? 14 : 5);
            keys.Add(turn switch
            {
                Direction.In => await talk.WriteAsync($"{desk.Seed}.{number}.{keys.Count}", customerId, number, ct),
                Direction.Out => await talk.AnswerAsync(ct),
                _ => talk.Note(),
            });
        }
        talk.End(plan.Ending);
        return (new Change(talk.ticket, null) { NewMessages = talk.messages, Events = talk.events }, keys);
    }

    private Stored<Ticket> Now => new(ticket, "");

    private async Task<string> WriteAsync(string name, string customerId, long number, CancellationToken ct)
    {
        var first = ticket is null;
        var text = first ? letters.First() : letters.Next();
        var isForm = channel.Kind == ChannelKind.Form && first;
        var id = isForm ? null : $"{Ids.Derive("mail", name)}@{customer.Mailbox[(customer.Mailbox.IndexOf('@') + 1)..]}";
        var message = new InboundMessage
        {
            Key = Ids.Derive("seed", name),
            Sender = customer.Identity,
            From = customer.Address,
            To = channel.Address is { } address ? [new Address(null, address)] : [],
            Subject = first ? letters.Subject : $"Re: {ticket!.Subject} [#{number}]",
            Text = first || dice.Chance(0.3) ? text : letters.Quoting(text, answered),
            ReplyText = text,
            MessageId = id,
            InReplyTo = first || ticket!.Thread.Count == 0 ? null : ticket.Thread[^1],
            References = first ? [] : ticket!.Thread,
            SentAt = isForm ? null : at.AddSeconds(-dice.Between(1, 40)),
        };
        var kept = await desk.Keep.RunAsync(message, channel, new Pointer(channel.Id, "", at), ct) with { Raw = null, Html = isForm || dice.Chance(0.35) ? null : Written.FromText(message.Text) };
        if (dice.Chance(0.05)) kept = kept with { Attachments = [dice.Pick(desk.Files)] };
        Add(first ? Open(message, kept, customerId, number) : Now.Receive(Found(kept, ticket!), workflow));
        return message.Key;
    }

    private Change Open(InboundMessage message, Message kept, string customerId, long number)
    {
        var blank = new Ticket
        {
            Id = Ids.Derive("ticket", message.Key),
            Number = number,
            Subject = Excerpt.Of(message.Subject, 500),
            State = "",
            Category = Category.New,
            Store = channel.Store,
            Channel = channel.Id,
            ChannelKind = channel.Kind,
            Department = channel.Department,
            Labels = dice.Chance(0.4) ? [letters.Concern.Label] : [],
            Followers = dice.Chance(0.01) ? [agent.Id] : [],
            Priority = dice.Chance(0.03) ? Priority.High : Priority.Normal,
            Customer = customerId,
            From = message.From,
            LastMessageAt = kept.At,
            LastDirection = Direction.In,
            CreatedAt = kept.At,
            Fields = channel.Kind == ChannelKind.Form && dice.Chance(0.5) ? new Dictionary<string, string> { ["order"] = letters.Fill("{order}") } : new Dictionary<string, string>(),
        };
        return Receiving.Open(blank, Found(kept, blank), workflow);
    }

    private async Task<string> AnswerAsync(CancellationToken ct)
    {
        if (ticket.Assignee is null && dice.Chance(0.8)) Add(Acting.Do(Now, Step("assign"), t => t with { Assignee = agent.Id }));
        answered = letters.Answer();
        var change = (await desk.Answering.ReplyAsync(Now, new ActionRequest { Text = answered }, [], Step("reply"), ct)).Value;
        var sent = change.NewMessages[0] with { Delivery = new Delivery(DeliveryState.Sent, at.AddSeconds(dice.Between(1, 6))) };
        Add(change with { NewMessages = [sent] });
        return sent.Id;
    }

    private string Note()
    {
        var change = Acting.Note(Now, new ActionRequest { Text = letters.Note() }, [], Step("note")).Value;
        Add(change);
        return change.NewMessages[0].Id;
    }

    private void End(Category ending)
    {
        if (ending is Category.Closed or Category.Archived) Move("close", 20);
        if (ending == Category.Archived) Move("archive", 24 * 14);
        var read = ending is Category.Closed or Category.Archived || dice.Chance(0.6);
        if (read) ticket = ticket with { ReadBy = [.. ticket.ReadBy.Append(agent.Id).Distinct()] };
    }

    private void Move(string action, double hours)
    {
        Wait(hours);
        Add(Acting.Do(Now, Step(action)));
    }

    private Step Step(string action) =>
        new(Ids.Derive("request", desk.Seed, ticket.Id, $"{ticket.Version}"), workflow.Action(action)!, agent, at, workflow, new Dictionary<string, string>());

    private void Add(Change change)
    {
        ticket = change.Ticket;
        messages.AddRange(change.NewMessages);
        events.AddRange(change.Events);
    }

    /// <summary>Lets time pass: mostly less than usual, sometimes much more, never beyond today.</summary>
    private void Wait(double usualHours)
    {
        at = at.AddHours(-Math.Log(1 - dice.Share()) * usualHours);
        if (at > desk.Until) at = desk.Until;
    }

    private static Message Found(Message message, Ticket ticket) => message with { TicketId = ticket.Id, Search = KeepMessage.Words(message, ticket.Number) };
}
