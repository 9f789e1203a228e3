using FsCheck;
using FsCheck.Fluent;
using HelpdeskMx.Agents;
using HelpdeskMx.Channels;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;
using HelpdeskMx.Workflow;

namespace HelpdeskMx.Tests.Workflow;

/// <summary>What must hold for every workflow that is let in, and for everything done in one.</summary>
public sealed class WorkflowPropertyTests
{
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(400);
    private static readonly WorkflowWorld World = new([new Agent { Id = "mia", Name = "Mia", Email = "mia@desk.test" }], [new Department("support", "Support")], [Role.BuiltIn(Role.AgentId)], []);
    private static readonly IReadOnlyDictionary<string, string> Name = Languages.Same("Name");
    private static readonly Agent Mia = World.Agents[0];

    private static readonly Gen<TicketWorkflow> AnyWorkflow =
        from count in Gen.Choose(3, 8)
        from categories in Gen.Elements(Enum.GetValues<Category>()).ListOf(count)
        let states = categories.Select((c, at) => new State($"s{at}", c, Name)).ToArray()
        from actions in AnyAction(states).ListOf(10)
        select new TicketWorkflow(states, [.. actions.Select((a, at) => a with { Key = $"a{at}" })]);

    private static readonly Gen<TicketWorkflow> Sound = AnyWorkflow.Where(w => WorkflowFaults.In(w, World).Count == 0);

    [Fact]
    public void From_every_state_of_a_workflow_that_is_let_in_a_ticket_can_be_done_and_every_state_can_be_reached() => Check.One(Often, Prop.ForAll(Sound.ToArbitrary(), workflow =>
    {
        var ways = Ways(workflow);
        return workflow.States.All(s => s.Category is Category.Closed or Category.Archived || ways[s.Key].Any(k => workflow.State(k).Category is Category.Closed or Category.Archived))
            && workflow.States.All(s => new[] { Category.New, Category.Open, Category.Archived }.Any(c => workflow.First(c).Key == s.Key || ways[workflow.First(c).Key].Contains(s.Key)));
    }));

    [Fact]
    public void Whatever_is_done_a_ticket_is_in_a_state_of_its_workflow_and_its_trail_leads_back_to_where_it_began() => Check.One(Often, Prop.ForAll((from workflow in Sound from picks in Gen.Choose(0, 1000).ListOf(30) select (workflow, picks)).ToArbitrary(), given =>
    {
        var (workflow, picks) = given;
        var ticket = ATicket(workflow);
        List<TicketEvent> trail = [];
        foreach (var (pick, turn) in picks.Select((p, at) => (p, at)))
        {
            TicketAction[] offered = [.. workflow.Offered(ticket, Mia)];
            if (offered.Length == 0) break;
            var action = offered[pick % offered.Length];
            var change = Acting.Do(new Stored<Ticket>(ticket, "e"), new Step($"r{turn}", action, Mia, DateTimeOffset.UnixEpoch.AddMinutes(turn), workflow, new Dictionary<string, string>()), t => t with { Priority = (Priority)(pick % 4) });
            trail.AddRange(change.Events);
            ticket = change.Ticket;
        }
        var state = workflow.States.Single(s => s.Key == ticket.State);
        var back = ticket;
        foreach (var happened in Enumerable.Reverse(trail)) back = Difference.Undone(back, happened)!;
        var began = ATicket(workflow);
        return ticket.Category == state.Category && ticket.Version == began.Version + trail.Count
            && (back.State, back.Assignee, back.Priority, string.Join(',', back.Labels)) == (began.State, began.Assignee, began.Priority, string.Join(',', began.Labels));
    }));

    [Fact]
    public void A_change_of_workflow_strands_no_ticket() => Check.One(Often, Prop.ForAll((from before in Sound from after in Sound select (before, after)).ToArbitrary(), given =>
        given.before.States.All(old => ATicket(given.before) with { State = old.Key, Category = old.Category } is var ticket
            && given.after.States.Contains(given.after.State(ticket.State))
            && (given.after.Offered(ticket).Any() || given.after.State(ticket.State).Category is Category.Closed or Category.Archived))));

    [Fact]
    public void What_is_wrong_is_named_with_its_place_and_never_throws() => Check.One(Often, Prop.ForAll(Broken().ToArbitrary(), given =>
        WorkflowFaults.In(given.Workflow, World).Any(f => f.Place.StartsWith(given.Place, StringComparison.Ordinal))));

    [Fact]
    public void Those_ready_to_use_have_no_fault() => Assert.All(ReadyWorkflows.All, ready => Assert.Empty(WorkflowFaults.In(ready.Workflow, World)));

    [Theory]
    [InlineData("simple", "waiting", "reply", "waiting")]
    [InlineData("shop", "return", "goods-are-back", "refund")]
    [InlineData("technical", "development", "solved", "to-confirm")]
    public void Those_ready_to_use_lead_where_their_names_say(string key, string state, string action, string to)
    {
        var workflow = ReadyWorkflows.All.Single(r => r.Key == key).Workflow;
        Assert.Equal(to, workflow.Offered(ATicket(workflow) with { State = state }).Single(a => a.Key == action).To);
    }

    private static Gen<(TicketWorkflow Workflow, string Place)> Broken() =>
        from workflow in Sound
        from at in Gen.Choose(0, workflow.Actions.Count - 1)
        let action = workflow.Actions[at]
        let with = (Func<TicketAction, TicketWorkflow>)(a => workflow with { Actions = [.. workflow.Actions.Select((old, i) => i == at ? a : old)] })
        from broken in Gen.Elements<(TicketWorkflow, string)>(
            (with(action with { To = "nowhere" }), $"actions[{at}].to"),
            (with(action with { From = [] }), $"actions[{at}].from"),
            (with(action with { From = ["nowhere"] }), $"actions[{at}].from"),
            (with(action with { Key = "Bad key" }), $"actions[{at}].key"),
            (with(action with { Key = "merge" }), $"actions[{at}].key"),
            (with(action with { Names = new Dictionary<string, string> { ["de"] = "Los" } }), $"actions[{at}].names"),
            (with(action with { Roles = ["king"] }), $"actions[{at}].roles"),
            (with(action with { AfterHours = 0 }), $"actions[{at}].afterHours"),
            (with(action with { Effects = new() { Owner = Ownership.Agent, Agent = "nobody" } }), $"actions[{at}].effects.agent"),
            (with(action with { Effects = new() { AddLabels = ["a,b"] } }), $"actions[{at}].effects.addLabels"),
            (with(action with { Fields = [new("f", ActionFieldType.Choice, true, Name)] }), $"actions[{at}].fields[0].choices"),
            (workflow with { States = [.. workflow.States.Where(s => s.Category != Category.New)] }, "states"),
            (workflow with { States = [.. workflow.States, new State("alone", Category.Open, Name)] }, $"states[{workflow.States.Count}]"),
            (workflow with { States = [.. workflow.States, workflow.States[0]] }, "states[0].key"))
        select broken;

    private static Gen<TicketAction> AnyAction(State[] states) =>
        from kind in Gen.Elements(Enum.GetValues<ActionKind>())
        from offered in Gen.Elements(true, true, false).ListOf(states.Length)
        from to in Gen.Choose(-1, states.Length - 1)
        from owner in Gen.Elements(Ownership.Keep, Ownership.Nobody, Ownership.Actor)
        from label in Gen.Elements<string[]>([], ["a"], ["a", "b"])
        let flags = offered.ToArray()
        select new TicketAction("a", kind, [.. states.Where((_, at) => flags[at]).Select(s => s.Key)], to < 0 ? null : states[to].Key, Name) { Effects = new() { Owner = owner, AddLabels = label } };

    private static Dictionary<string, HashSet<string>> Ways(TicketWorkflow workflow)
    {
        var ways = workflow.States.ToDictionary(s => s.Key, _ => new HashSet<string>());
        for (var again = true; again;)
        {
            again = false;
            foreach (var state in ways.Keys)
                foreach (var action in workflow.Actions.Where(a => a.To is not null))
                    if ((action.From.Contains(state) || action.From.Any(ways[state].Contains)) && ways[state].Add(action.To!)) again = true;
        }
        return ways;
    }

    private static Ticket ATicket(TicketWorkflow workflow) => new()
    {
        Id = "t",
        Number = 1,
        Subject = "",
        State = workflow.First(Category.New).Key,
        Category = Category.New,
        Store = "s",
        Channel = "c",
        ChannelKind = ChannelKind.Email,
        Department = "support",
        Customer = "c",
        From = new(null, "a@x.cz"),
        LastMessageAt = default,
        LastDirection = Direction.In,
        CreatedAt = default,
    };
}
