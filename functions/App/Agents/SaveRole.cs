using HelpdeskMx.Channels;
using HelpdeskMx.Platform;
using HelpdeskMx.Workflow;

namespace HelpdeskMx.Agents;

/// <summary>A role as an admin asks for it.</summary>
public sealed record RoleFacts(string? Name)
{
    /// <summary>Keys of the states whose tickets they see; empty for all.</summary>
    public IReadOnlyList<string> States { get; init; } = [];

    /// <summary>What they may do; null for everything.</summary>
    public IReadOnlyList<Grant>? Grants { get; init; }
}

/// <summary>Adds, changes and deletes roles. One that names what is not there is refused whole, with every reason and its place.</summary>
public sealed class SaveRole(Settings settings)
{
    private const int Most = 100;
    private static readonly Problem TooMany = new("too-many-roles", $"A desk has at most {Most} roles.", 409);

    /// <summary>The new role.</summary>
    public async Task<Outcome<Role>> AddAsync(RoleFacts facts, CancellationToken ct)
    {
        var (workflow, departments) = (await settings.WorkflowAsync(ct), await settings.DepartmentsAsync(ct));
        return await settings.AddAsync(Kinds.Roles, Slug.Of(facts.Name ?? "", "role"), role => role.Id, (roles, id) =>
            roles.Count >= Most ? TooMany : Role.BuiltIn(id).IsBuiltIn ? Problems.Field("name", "Another one has this name already.") : Of(id, facts, roles, workflow, departments), ct);
    }

    /// <summary>The role as it is then, for everybody who has it.</summary>
    public async Task<Outcome<Role>> ChangeAsync(string id, RoleFacts facts, CancellationToken ct)
    {
        var (roles, workflow, departments) = (await settings.RolesAsync(ct), await settings.WorkflowAsync(ct), await settings.DepartmentsAsync(ct));
        return await settings.ChangeAsync(Kinds.Roles, id, role => Of(id, facts, [.. roles.Where(r => r.Id != id)], workflow, departments), ct) ?? AgentProblems.NoSuchRole;
    }

    /// <summary>The role that is gone; refused while agents have it.</summary>
    public async Task<Outcome<Role>> DeleteAsync(string id, CancellationToken ct)
    {
        if ((await settings.RolesAsync(ct)).FirstOrDefault(r => r.Id == id && !r.IsBuiltIn) is not { } role) return AgentProblems.NoSuchRole;
        string[] holders = [.. (await settings.AgentsAsync(ct)).Where(a => a.Role == id).Select(a => a.Name)];
        if (holders.Length > 0) return AgentProblems.RoleInUse(holders);
        await settings.DeleteAsync(Kinds.Roles, id, ct);
        return role;
    }

    private static Outcome<Role> Of(string id, RoleFacts facts, IReadOnlyList<Role> others, TicketWorkflow workflow, IReadOnlyList<Department> departments)
    {
        var name = GivenName.Of(facts.Name, others.Select(r => r.Name));
        if (name.Problem is { } unnamed) return unnamed;
        var faults = Faults(facts, workflow, departments).GroupBy(f => f.Place).ToDictionary(f => f.Key, f => f.First().Why);
        if (faults.Count > 0) return Problems.Fields(faults);
        return new Role(id, name.Value) { States = [.. facts.States.Distinct()], Grants = facts.Grants is null ? null : [.. facts.Grants] };
    }

    private static IEnumerable<(string Place, string Why)> Faults(RoleFacts facts, TicketWorkflow workflow, IReadOnlyList<Department> departments)
    {
        bool IsState(string key) => workflow.States.Any(s => s.Key == key);
        foreach (var state in facts.States.Where(s => !IsState(s))) yield return ("states", $"The workflow has no state '{state}'.");
        if (facts.Grants is not { } grants) yield break;
        if (grants.Count > 200) yield return ("grants", "A role has at most 200 grants.");
        for (var at = 0; at < Math.Min(grants.Count, 200); at++)
        {
            var grant = grants[at];
            if (workflow.Action(grant.Action) is null && !Role.Offered.Contains(grant.Action)) yield return ($"grants[{at}].action", $"There is no action '{grant.Action}'.");
            foreach (var state in grant.States.Where(s => !IsState(s))) yield return ($"grants[{at}].states", $"The workflow has no state '{state}'.");
            foreach (var one in grant.Departments.Where(id => departments.All(d => d.Id != id))) yield return ($"grants[{at}].departments", $"There is no department '{one}'.");
        }
    }
}
