using HelpdeskMx.Platform;
using HelpdeskMx.Workflow;

namespace HelpdeskMx.Channels;

/// <summary>What admins may change about a department; null leaves it.</summary>
public sealed record DepartmentChange(string? Name = null, bool? Active = null, Ownership? Assignment = null, bool? PresentOnly = null)
{
    /// <summary>Id of the agent who leads it; empty for nobody.</summary>
    public string? Lead { get; init; }
}

/// <summary>Changes a department.</summary>
public sealed class ChangeDepartment(Settings settings)
{
    private static readonly Problem NoSuchDepartment = new("no-such-department", "There is no such department.", 404);

    /// <summary>The department as it is then.</summary>
    public async Task<Outcome<Department>> RunAsync(string id, DepartmentChange change, CancellationToken ct)
    {
        var (departments, channels) = (await settings.DepartmentsAsync(ct), await settings.ChannelsAsync(ct));
        if (change.Lead is { Length: > 0 } lead && !(await settings.AgentsAsync(ct)).Any(a => a.Id == lead && a.Active)) return Problems.Field("lead", "Choose an agent who works here.");
        return await settings.ChangeAsync(Kinds.Departments, id, department => Changed(department, change, departments, channels), ct) ?? NoSuchDepartment;
    }

    private static Outcome<Department> Changed(Department department, DepartmentChange change, IReadOnlyList<Department> departments, IReadOnlyList<Channel> channels)
    {
        var name = change.Name is null ? department.Name : GivenName.Of(change.Name, departments.Where(d => d.Id != department.Id).Select(d => d.Name));
        if (name.Problem is { } problem) return problem;
        var bring = channels.Where(c => c.Department == department.Id || c.Form.Routes.Any(r => r.Department == department.Id));
        if (change.Active == false && InUse.Of("department-in-use", bring) is { } used) return used;
        if (change.Assignment is Ownership.Actor or Ownership.Agent or Ownership.Nobody) return Problems.Field("assignment", "Choose keep, roundRobin or leastBusy.");
        return department with { Name = name.Value, Active = change.Active ?? department.Active, Assignment = change.Assignment ?? department.Assignment, PresentOnly = change.PresentOnly ?? department.PresentOnly, Lead = change.Lead is null ? department.Lead : change.Lead is "" ? null : change.Lead };
    }
}
