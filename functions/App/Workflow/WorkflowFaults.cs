using System.Text.RegularExpressions;
using HelpdeskMx.Agents;
using HelpdeskMx.Channels;
using HelpdeskMx.Platform;
using HelpdeskMx.Replies;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Workflow;

/// <summary>Something about a workflow that cannot work.</summary>
/// <param name="Place">Where it is, such as <c>actions[3].to</c>.</param>
/// <param name="Why">A sentence.</param>
public sealed record WorkflowFault(string Place, string Why)
{
    /// <summary>The refusal that says them all.</summary>
    public static Problem Refused(IEnumerable<WorkflowFault> faults) => Problems.Fields(faults.GroupBy(f => f.Place).ToDictionary(f => f.Key, f => string.Join(" ", f.Select(one => one.Why))));
}

/// <summary>What a workflow may name besides itself.</summary>
public sealed record WorkflowWorld(IReadOnlyList<Agent> Agents, IReadOnlyList<Department> Departments, IReadOnlyList<Role> Roles, IReadOnlyList<SavedReply> Replies);

/// <summary>Reads a workflow as a whole, and says everything that cannot work in it.</summary>
public static partial class WorkflowFaults
{
    private const int MostStates = 50, MostActions = 100, MostFields = 20, MostChoices = 100, MostMails = 5, LongestName = 60, MostHours = 24 * 366;

    private static readonly (Category Category, string Why)[] Needed =
    [
        (Category.New, "A new ticket needs a state to begin in: one of the category 'new'."),
        (Category.Open, "A ticket whose customer writes again needs a state to go to: one of the category 'open'."),
        (Category.Closed, "What is done needs a state: one of the category 'closed'."),
    ];

    /// <summary>Every fault; none where the workflow can be used.</summary>
    public static IReadOnlyList<WorkflowFault> In(TicketWorkflow workflow, WorkflowWorld world)
    {
        List<WorkflowFault> faults = [.. OfStates(workflow.States), .. OfActions(workflow, world)];
        if (faults.Count == 0) faults.AddRange(OfWays(workflow)); // where keys are wrong every way is
        return faults;
    }

    private static IEnumerable<WorkflowFault> OfStates(IReadOnlyList<State> states)
    {
        if (states.Count > MostStates) yield return new("states", $"A workflow has at most {MostStates} states.");
        foreach (var (category, why) in Needed.Where(n => states.All(s => s.Category != n.Category))) yield return new("states", why);
        foreach (var (state, at) in states.Select((s, at) => (s, $"states[{at}]")))
        {
            foreach (var fault in OfKey(state.Key, states.Count(s => s.Key == state.Key), at).Concat(OfNames(state.Names, $"{at}.names"))) yield return fault;
            if (state.CustomerNames.Count > 0)
                foreach (var fault in OfNames(state.CustomerNames, $"{at}.customerNames")) yield return fault;
        }
    }

    private static IEnumerable<WorkflowFault> OfActions(TicketWorkflow workflow, WorkflowWorld world)
    {
        if (workflow.Actions.Count > MostActions) yield return new("actions", $"A workflow has at most {MostActions} actions.");
        if (workflow.First(ActionKind.Reply) is null) yield return new("actions", "Without an action of the kind 'reply' no customer could be answered.");
        foreach (var (action, at) in workflow.Actions.Select((a, at) => (a, $"actions[{at}]")))
            foreach (var fault in OfAction(action, at, workflow, world)) yield return fault;
    }

    private static IEnumerable<WorkflowFault> OfAction(TicketAction action, string at, TicketWorkflow workflow, WorkflowWorld world)
    {
        bool IsState(string key) => workflow.States.Any(s => s.Key == key);
        foreach (var fault in OfKey(action.Key, workflow.Actions.Count(a => a.Key == action.Key), at).Concat(OfNames(action.Names, $"{at}.names"))) yield return fault;
        if (Role.Offered.Contains(action.Key)) yield return new($"{at}.key", $"'{action.Key}' is what the desk itself calls something. Choose another key.");
        if (action.From.Count == 0) yield return new($"{at}.from", "Say in which states it is offered.");
        foreach (var state in action.From.Where(s => !IsState(s))) yield return new($"{at}.from", $"There is no state '{state}'.");
        if (action.To is { } to && !IsState(to)) yield return new($"{at}.to", $"There is no state '{to}'.");
        foreach (var role in action.Roles.Where(r => world.Roles.All(known => known.Id != r))) yield return new($"{at}.roles", $"There is no role '{role}'.");
        foreach (var fault in OfFields(action.Fields, $"{at}.fields").Concat(OfEffects(action.Effects, $"{at}.effects", world)).Concat(OfMails(action.Mails, $"{at}.mails", world)).Concat(OfTime(action, at))) yield return fault;
    }

    /// <summary>What is wrong with fields that people fill in.</summary>
    public static IEnumerable<WorkflowFault> OfFields(IReadOnlyList<ActionField> fields, string at, int most = MostFields)
    {
        if (fields.Count > most) yield return new(at, $"At most {most} things are asked.");
        foreach (var (field, place) in fields.Select((f, n) => (f, $"{at}[{n}]")))
        {
            foreach (var fault in OfKey(field.Key, fields.Count(f => f.Key == field.Key), place).Concat(OfNames(field.Names, $"{place}.names"))) yield return fault;
            if (field.Type == ActionFieldType.Choice != field.Choices.Count > 0) yield return new($"{place}.choices", field.Choices.Count > 0 ? "Only a choice has answers to choose from." : "Give at least one answer to choose.");
            if (field.Choices.Count > MostChoices) yield return new($"{place}.choices", $"A choice has at most {MostChoices} answers.");
            foreach (var (choice, n) in field.Choices.Select((c, n) => (c, n)))
                foreach (var fault in OfKey(choice.Key, field.Choices.Count(c => c.Key == choice.Key), $"{place}.choices[{n}]").Concat(OfNames(choice.Names, $"{place}.choices[{n}].names"))) yield return fault;
        }
    }

    private static IEnumerable<WorkflowFault> OfEffects(ActionEffects effects, string at, WorkflowWorld world)
    {
        if (effects.Owner == Ownership.Agent && !world.Agents.Any(a => a.Id == effects.Agent && a.Active)) yield return new($"{at}.agent", "Choose an agent who works here.");
        if (effects.Department is { } department && !world.Departments.Any(d => d.Id == department && d.Active)) yield return new($"{at}.department", $"There is no department '{department}'.");
        if (LabelName.All([.. effects.AddLabels, .. effects.RemoveLabels]).Problem is { } bad) yield return new($"{at}.addLabels", bad.Sentence);
        if (effects.AddLabels.Count + effects.RemoveLabels.Count > Changing.MostLabels) yield return new($"{at}.addLabels", $"An action changes at most {Changing.MostLabels} labels.");
    }

    private static IEnumerable<WorkflowFault> OfMails(IReadOnlyList<ActionMail> mails, string at, WorkflowWorld world)
    {
        if (mails.Count > MostMails) yield return new(at, $"An action sends at most {MostMails} mails.");
        foreach (var (mail, place) in mails.Select((m, n) => (m, $"{at}[{n}]")))
        {
            if (!world.Replies.Any(r => r.Id == mail.Reply && r.Owner is null)) yield return new($"{place}.reply", "Choose one of the saved replies everybody has.");
            if (mail.To.Count == 0) yield return new($"{place}.to", "Say whom it goes to.");
            if (mail.To.Contains(MailTo.Address) != mail.Address is not null) yield return new($"{place}.address", mail.Address is null ? "Give the address it goes to." : "An address is only given where it goes to one.");
            else if (mail.Address is { } address && !MailAddresses.CanReceive(address)) yield return new($"{place}.address", $"'{address}' is no address mail can be sent to.");
        }
    }

    private static IEnumerable<WorkflowFault> OfTime(TicketAction action, string at)
    {
        if (action.AfterHours is not { } hours) yield break;
        if (hours is < 1 or > MostHours) yield return new($"{at}.afterHours", $"Choose 1 to {MostHours} hours.");
        if (action.Kind != ActionKind.Plain) yield return new($"{at}.afterHours", "Only a plain action can be taken by the clock: nobody is there to write or to choose.");
        if (action.Fields.Any(f => f.Required)) yield return new($"{at}.afterHours", "What asks for an answer cannot be taken by the clock.");
        if (action.To is null || action.From.Contains(action.To)) yield return new($"{at}.afterHours", "Lead to a state it is not offered in, or the clock would take it again and again.");
    }

    /// <summary>Every ticket that is not done can be done one day, and no state is out of reach.</summary>
    private static IEnumerable<WorkflowFault> OfWays(TicketWorkflow workflow)
    {
        static bool Done(State state) => state.Category is Category.Closed or Category.Archived;
        foreach (var (state, at) in workflow.States.Select((s, at) => (s, at)))
        {
            if (!Done(state) && !Reached(workflow, [state.Key]).Any(key => Done(workflow.State(key)))) yield return new($"states[{at}]", $"No action leads from '{state.Key}' to a state that is done: tickets would be stranded there.");
        }
        // A customer's message leads to the first open state from anywhere, and a split or merged ticket to the first open or archived one.
        string[] begins = [workflow.First(Category.New).Key, workflow.First(Category.Open).Key, workflow.First(Category.Archived).Key];
        var reached = Reached(workflow, begins);
        foreach (var (state, at) in workflow.States.Select((s, at) => (s, at)).Where(s => !reached.Contains(s.s.Key)))
            yield return new($"states[{at}]", $"No action leads to '{state.Key}': no ticket would ever be there.");
    }

    private static HashSet<string> Reached(TicketWorkflow workflow, IEnumerable<string> from)
    {
        var reached = from.ToHashSet();
        var open = new Queue<string>(reached);
        while (open.TryDequeue(out var state))
            foreach (var action in workflow.Actions.Where(a => a.To is not null && a.From.Contains(state)))
                if (reached.Add(action.To!)) open.Enqueue(action.To!);
        return reached;
    }

    private static IEnumerable<WorkflowFault> OfKey(string key, int times, string at)
    {
        if (!Key().IsMatch(key)) yield return new($"{at}.key", "A key has 1 to 40 small letters, digits and hyphens, and begins with a letter.");
        else if (times > 1) yield return new($"{at}.key", $"The key '{key}' is there twice.");
    }

    private static IEnumerable<WorkflowFault> OfNames(IReadOnlyDictionary<string, string> names, string at)
    {
        if (names.Keys.Any(l => !Languages.All.Contains(l))) yield return new(at, "Names are in en, cs, pl, ko and ru.");
        if (names.Values.All(string.IsNullOrWhiteSpace)) yield return new(at, "Give it a name in at least one language.");
        if (names.Values.Any(n => n is null || n.Length > LongestName || n.Any(char.IsControl))) yield return new(at, $"A name has at most {LongestName} characters on one line.");
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{0,39}$", RegexOptions.CultureInvariant)]
    private static partial Regex Key();
}
