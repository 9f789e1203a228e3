using System.Globalization;
using HelpdeskMx.Agents;
using HelpdeskMx.Channels;
using HelpdeskMx.Replies;
using HelpdeskMx.Tickets;
using HelpdeskMx.Workflow;

namespace HelpdeskMx.Automation;

/// <summary>What a rule may name besides itself.</summary>
public sealed record RuleWorld(
    TicketWorkflow Workflow, IReadOnlyList<Store> Stores, IReadOnlyList<Channel> Channels, IReadOnlyList<Department> Departments, IReadOnlyList<Agent> Agents,
    IReadOnlyList<SavedReply> Replies, IReadOnlyList<Variable> Variables);

/// <summary>Reads a rule as a whole, and says everything that cannot work in it.</summary>
public static class RuleFaults
{
    private const int MostConditions = 30, MostEffects = 10, MostValues = 200, LongestValue = 200, MostHours = 24 * 366;

    private static readonly RuleField[] Spoken = [RuleField.Words, RuleField.Subject, RuleField.From];
    private static readonly RuleField[] Counted = [RuleField.Attachments, RuleField.Messages, RuleField.Age, RuleField.Rating];
    private static readonly RuleField[] Changing = [RuleField.State, RuleField.Category, RuleField.Priority, RuleField.Department, RuleField.Assignee, RuleField.Follower, RuleField.Label, RuleField.Field, RuleField.Rating];

    /// <summary>What is wrong, by place; empty where it can be used.</summary>
    public static IReadOnlyDictionary<string, string> In(RuleDraft rule, RuleWorld world)
    {
        Dictionary<string, string> faults = [];
        foreach (var (place, why) in All(rule, world)) faults[place] = faults.TryGetValue(place, out var before) ? $"{before} {why}" : why;
        return faults;
    }

    private static IEnumerable<(string Place, string Why)> All(RuleDraft rule, RuleWorld world)
    {
        if (GivenName.Of(rule.Name, []).Problem is { } bad) yield return ("name", bad.Sentence);
        if (rule.When == RuleWhen.Silent && rule.AfterHours is not (>= 1 and <= MostHours)) yield return ("afterHours", $"Choose 1 to {MostHours} hours.");
        if (rule.When != RuleWhen.Silent && rule.AfterHours is not null) yield return ("afterHours", "Only a rule for silence waits for hours.");
        if (rule.If.Count > MostConditions) yield return ("if", $"A rule has at most {MostConditions} conditions.");
        if (rule.Then.Count is 0 or > MostEffects) yield return ("then", $"Say what the rule does: 1 to {MostEffects} actions.");
        foreach (var (condition, at) in rule.If.Select((c, n) => (c, $"if[{n}]")))
            foreach (var fault in OfCondition(condition, at, rule, world)) yield return fault;
        foreach (var (effect, at) in rule.Then.Select((e, n) => (e, $"then[{n}]")))
            foreach (var fault in OfEffect(effect, at, world)) yield return fault;
    }

    private static IEnumerable<(string, string)> OfCondition(RuleCondition condition, string at, RuleDraft rule, RuleWorld world)
    {
        if (!Takes(condition.Field, condition.Test)) yield return ($"{at}.test", "This cannot be compared that way.");
        if (condition.Test == RuleTest.Becomes && rule.When == RuleWhen.Silent) yield return ($"{at}.test", "Nothing changes while a ticket is silent; ask what it is.");
        if (condition.Field == RuleField.Field != !string.IsNullOrWhiteSpace(condition.Key)) yield return ($"{at}.key", condition.Key is null ? "Say which field." : "Only a field has a key.");
        if (condition.Field == RuleField.Field && condition.Key is { Length: > 0 } key && !world.Variables.Any(v => v.Name == Variables.Fields + key)) yield return ($"{at}.key", $"There is no field '{key}'.");
        if (condition.Values.Count is 0 or > MostValues) yield return ($"{at}.values", $"Give 1 to {MostValues} values.");
        foreach (var value in condition.Values)
            if (Why(condition, value, world) is { } why) yield return ($"{at}.values", why);
    }

    private static bool Takes(RuleField field, RuleTest test) => test switch
    {
        RuleTest.Contains or RuleTest.ContainsNot => Spoken.Contains(field),
        RuleTest.MoreThan or RuleTest.LessThan or RuleTest.AtLeast or RuleTest.AtMost => Counted.Contains(field),
        RuleTest.Becomes => Changing.Contains(field),
        _ => !Spoken.Contains(field) && (field == RuleField.Rating || !Counted.Contains(field)),
    };

    private static string? Why(RuleCondition condition, string? value, RuleWorld world)
    {
        if (string.IsNullOrWhiteSpace(value) || value.Length > LongestValue) return $"A value has 1 to {LongestValue} characters.";
        string? Known(bool known, string what) => known ? null : $"There is no {what} '{value}'.";
        return condition.Field switch
        {
            RuleField.Rating when condition.Test is RuleTest.Is or RuleTest.IsNot or RuleTest.Becomes => value is [>= '1' and <= '5'] or RuleFacts.NoRating ? null : "Choose 1 to 5 stars, or none.",
            RuleField.Rating => value is [>= '1' and <= '5'] ? null : "Choose 1 to 5 stars.",
            RuleField.State => Known(world.Workflow.States.Any(s => s.Key == value), "state"),
            RuleField.Category => Known(IsOne<Category>(value), "category"),
            RuleField.Priority => Known(IsOne<Priority>(value), "priority"),
            RuleField.Store => Known(world.Stores.Any(s => s.Id == value), "store"),
            RuleField.Channel => Known(world.Channels.Any(c => c.Id == value), "channel"),
            RuleField.ChannelKind => Known(IsOne<ChannelKind>(value), "kind of channel"),
            RuleField.Department => Known(world.Departments.Any(d => d.Id == value), "department"),
            RuleField.Assignee => Known(value == "nobody" || world.Agents.Any(a => a.Id == value), "agent"),
            RuleField.Follower => Known(world.Agents.Any(a => a.Id == value), "agent"),
            RuleField.Language => Known(Languages.All.Contains(value), "language"),
            RuleField.Hours => value is "open" or "closed" ? null : "Choose open or closed.",
            RuleField.Auto or RuleField.Review => value is "yes" or "no" ? null : "Choose yes or no.",
            RuleField.Attachments or RuleField.Messages or RuleField.Age =>
                double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _) ? null : $"'{value}' is no number.",
            RuleField.Words or RuleField.Subject => value.Any(char.IsLetterOrDigit) ? null : $"'{value}' has no word in it.",
            _ => null,
        };
    }

    private static IEnumerable<(string, string)> OfEffect(RuleEffect effect, string at, RuleWorld world)
    {
        if (world.Workflow.Action(effect.Action) is not { } action)
        {
            yield return ($"{at}.action", $"There is no action '{effect.Action}'.");
            yield break;
        }
        if (action.Fields.FirstOrDefault(f => !f.Takes(effect.Fields.GetValueOrDefault(f.Key, ""))) is { } field) yield return ($"{at}.fields", $"The action asks for '{field.Key}'.");
        var why = action.Kind switch
        {
            ActionKind.Reply when !world.Replies.Any(r => r.Id == effect.Reply && r.Owner is null) => ("reply", "Choose one of the saved replies everybody has."),
            ActionKind.Note when string.IsNullOrWhiteSpace(effect.Text) => ("text", "Write the note."),
            ActionKind.Note when TemplateText.Faults(effect.Text!, world.Variables) is { Count: > 0 } faults => ("text", string.Join(" ", faults.Select(f => $"Line {f.Line}: {f.Why}"))),
            ActionKind.Assign when effect.Assignee is { } agent && !world.Agents.Any(a => a.Id == agent && a.Active) => ("assignee", "Choose an agent who works here."),
            ActionKind.Forward when !world.Departments.Any(d => d.Id == effect.Department && d.Active) => ("department", "Choose a department."),
            ActionKind.Label when effect.Labels is not { } labels || labels.Add.Count + labels.Remove.Count == 0 => ("labels", "Say which labels to put on or take off."),
            ActionKind.Label when LabelName.All([.. effect.Labels!.Add, .. effect.Labels.Remove]).Problem is { } bad => ("labels", bad.Sentence),
            ActionKind.Priority when effect.Priority is null => ("priority", "Choose low, normal, high or urgent."),
            ActionKind.Follow when effect.Followers is not { } followers || followers.Add.Count + followers.Remove.Count == 0 => ("followers", "Say who shall watch it, or watch it no more."),
            ActionKind.Follow when effect.Followers!.Add.Any(id => !world.Agents.Any(a => a.Id == id && a.Active)) => ("followers", "Choose agents who work here."),
            ActionKind.Snooze when effect.Hours is < 1 or > MostHours => ("hours", $"Choose 1 to {MostHours} hours."),
            _ => default((string, string)?),
        };
        if (why is { } fault) yield return ($"{at}.{fault.Item1}", fault.Item2);
    }

    private static bool IsOne<T>(string value) where T : struct, Enum => Enum.GetNames<T>().Select(n => n.ToLowerInvariant()).Contains(value);
}
