using System.Text.Json.Serialization;
using HelpdeskMx.Tickets;
using HelpdeskMx.Workflow;

namespace HelpdeskMx.Fields;

/// <summary>Something the desk keeps of every ticket beside what every desk does.</summary>
/// <param name="Field">Its key, kind and names.</param>
public sealed record TicketField([property: JsonRequired] ActionField Field)
{
    /// <summary>Ids of the stores whose tickets have it; empty for every one.</summary>
    public IReadOnlyList<string> Stores { get; init; } = [];

    /// <summary>True if tickets of this store have it.</summary>
    public bool IsOf(string store) => Stores.Count == 0 || Stores.Contains(store);
}

/// <summary>All fields of the desk.</summary>
/// <param name="Fields">In the order people see them.</param>
public sealed record TicketFields([property: JsonRequired] IReadOnlyList<TicketField> Fields)
{
    /// <summary>What a ticket of this store can have filled in; empty answers are allowed, so that one is filled in after the other.</summary>
    public IReadOnlyList<ActionField> Of(string store) => [.. Fields.Where(f => f.IsOf(store)).Select(f => f.Field)];

    /// <summary>The ticket with these answers; one that is empty is taken away. Lists find it by them.</summary>
    public static Ticket Answer(Ticket ticket, IReadOnlyDictionary<string, string> answers)
    {
        if (answers.Count == 0) return ticket;
        var fields = ticket.Fields.Where(f => !answers.ContainsKey(f.Key)).Concat(answers.Where(a => a.Value.Length > 0)).ToDictionary();
        var facets = ticket.Facets.Where(f => !answers.Keys.Any(key => f.StartsWith($"{key}:", StringComparison.Ordinal))).Concat(answers.Where(a => a.Value.Length > 0).Select(a => Facet.Of(a.Key, a.Value)));
        return ticket with { Fields = fields, Facets = [.. facets.Distinct().Take(Facet.Most)] };
    }
}
