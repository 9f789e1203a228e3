using HelpdeskMx.Agents;
using HelpdeskMx.Channels;
using HelpdeskMx.Fields;
using HelpdeskMx.Tickets;
using HelpdeskMx.Workflow;

namespace HelpdeskMx.Replies;

/// <summary>Something a template can name.</summary>
/// <param name="Name">As it is written between the braces, such as <c>ticket.number</c>.</param>
/// <param name="MayBeEmpty">Not every ticket has it, so a template says what stands there then.</param>
/// <param name="Example">What it may look like.</param>
public sealed record Variable(string Name, bool MayBeEmpty, string Example);

/// <summary>What templates can name, and what that is for one ticket.</summary>
public static class Variables
{
    /// <summary>The prefix of what was answered in forms and actions, such as <c>fields.order</c>.</summary>
    public const string Fields = "fields.";

    private static readonly Variable[] Always =
    [
        new("ticket.number", false, "#1042"), new("ticket.subject", true, "Where is my order?"), new("ticket.state", false, "Open"),
        new("ticket.link", true, "https://desk.example/api/portal/…"), new("rating.link", true, "https://desk.example/api/portal/…#rating"), new("rating.links", true, "★★★★★ https://…"), new("rating.stars", true, "5"), new("rating.comment", true, "Very quick"),
        new("customer.name", true, "Anna Nováková"), new("customer.firstName", true, "Anna"), new("customer.address", false, "anna@example.com"),
        new("agent.name", false, "Petr Svoboda"), new("agent.firstName", false, "Petr"),
        new("store.name", false, "Shop"), new("department.name", false, "Support"),
    ];

    /// <summary>Every one a desk with these channels and this workflow knows.</summary>
    public static IReadOnlyList<Variable> Known(IReadOnlyList<Channel> channels, TicketWorkflow workflow, TicketFields fields) =>
    [
        .. Always,
        .. channels.SelectMany(c => c.Fields.Select(f => f.Key)).Concat(workflow.Actions.SelectMany(a => a.Fields.Select(f => f.Key))).Concat(fields.Fields.Select(f => f.Field.Key)).Distinct().Order(StringComparer.Ordinal).Select(key => new Variable(Fields + key, true, "…")),
    ];

    /// <summary>What each of them is for this ticket, in this language; what it has not is not there. The desk itself writes in its store's name.</summary>
    public static IReadOnlyDictionary<string, string> Of(Ticket ticket, Agent by, Store? store, Department? department, TicketWorkflow workflow, string language)
    {
        var state = workflow.State(ticket.State);
        var shop = store?.Name ?? "";
        Dictionary<string, string> all = new()
        {
            ["ticket.number"] = $"#{ticket.Number}",
            ["ticket.subject"] = ticket.Subject,
            ["ticket.state"] = Languages.Choose(state.CustomerNames, language) ?? Languages.Choose(state.Names, language) ?? state.Key,
            ["customer.name"] = ticket.From.Name ?? "",
            ["customer.firstName"] = First(ticket.From.Name ?? ""),
            ["customer.address"] = ticket.From.Value,
            ["agent.name"] = by.IsDesk ? shop : by.Name,
            ["agent.firstName"] = by.IsDesk ? shop : First(by.Name),
            ["store.name"] = shop,
            ["department.name"] = department?.Name ?? "",
        };
        foreach (var (key, answer) in ticket.Fields) all[Fields + key] = answer;
        return all;
    }

    /// <summary>What is known of a conversation that has yet to begin.</summary>
    public static IReadOnlyDictionary<string, string> OfNew(Address? to, string subject, Agent by, Store? store, Department? department) => new Dictionary<string, string>
    {
        ["ticket.subject"] = subject,
        ["customer.name"] = to?.Name ?? "",
        ["customer.firstName"] = First(to?.Name ?? ""),
        ["customer.address"] = to?.Value ?? "",
        ["agent.name"] = by.Name,
        ["agent.firstName"] = First(by.Name),
        ["store.name"] = store?.Name ?? "",
        ["department.name"] = department?.Name ?? "",
    };

    /// <summary>True for what every ticket has, so that templates name it without saying what stands there otherwise.</summary>
    public static bool IsAlways(string name) => Always.Any(v => v.Name == name && !v.MayBeEmpty);

    /// <summary>The first name of a name as most shops' languages write it; of "Nováková, Anna" what stands behind the comma.</summary>
    private static string First(string name)
    {
        var given = name.Contains(',', StringComparison.Ordinal) ? name[(name.IndexOf(',', StringComparison.Ordinal) + 1)..] : name;
        return given.Trim().Split(' ', 2)[0];
    }
}
