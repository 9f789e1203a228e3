using HelpdeskMx.Calendars;
using HelpdeskMx.Channels;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Agents;

/// <summary>What an admin says of an agent; null leaves what is, and for a new one takes what is usual.</summary>
public sealed record AgentFacts(string? Name = null, string? Email = null, string? Role = null, string? Language = null, IReadOnlyList<string>? Departments = null, bool? Active = null)
{
    /// <summary>The most open tickets the desk gives them by itself; below 0 for no limit.</summary>
    public int? Capacity { get; init; }

    /// <summary>Id of the calendar they work by; empty for none.</summary>
    public string? Shift { get; init; }

    /// <summary>The agent as these facts make them, or what of them will not do.</summary>
    public Outcome<Agent> Applied(Agent agent, IReadOnlyList<Agent> others, IReadOnlyList<Role> roles, IReadOnlyList<Department> departments, IReadOnlyList<Calendar> calendars)
    {
        var name = GivenName.Of(Name ?? agent.Name, []);
        if (name.Problem is { } unnamed) return unnamed;
        var email = (Email ?? agent.Email).Trim().ToLowerInvariant();
        if (!MailAddresses.CanReceive(email)) return Problems.Field("email", "This does not look like an e-mail address.");
        if (others.Any(a => a.Email == email)) return Problems.Field("email", "Another agent has this address.");
        var role = Role ?? agent.Role;
        if (roles.All(r => r.Id != role)) return Problems.Field("role", "There is no such role.");
        var language = Language ?? agent.Language;
        if (!Languages.All.Contains(language)) return Problems.Field("language", "Choose en, cs, pl, ko or ru.");
        string[] theirs = [.. (Departments ?? agent.Departments).Distinct()];
        if (theirs.FirstOrDefault(id => departments.All(d => d.Id != id)) is { } unknown) return Problems.Field("departments", $"There is no department '{unknown}'.");
        var shift = Shift is null ? agent.Shift : Shift is "" ? null : Shift;
        if (Shift is { Length: > 0 } && calendars.All(c => c.Id != Shift)) return Problems.Field("shift", "There is no such calendar.");
        return agent with
        {
            Name = name.Value,
            Email = email,
            Role = role,
            Language = language,
            Departments = theirs,
            Active = Active ?? agent.Active,
            Capacity = Capacity switch { null => agent.Capacity, < 0 => null, var most => Math.Min(most.Value, 10_000) },
            Shift = shift,
        };
    }
}
