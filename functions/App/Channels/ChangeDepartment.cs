using HelpdeskMx.Platform;
using HelpdeskMx.Workflow;

namespace HelpdeskMx.Channels;

/// <summary>What admins may change about a department; null leaves it.</summary>
public sealed record DepartmentChange(string? Name = null, bool? Active = null, Ownership? Assignment = null, bool? PresentOnly = null);

/// <summary>Changes a department.</summary>
public sealed class ChangeDepartment(Settings settings)
{
    private static readonly Problem NoSuchDepartment = new("no-such-department", "There is no such department.", 404);

    /// <summary>The department as it is then.</summary>
    public async Task<Outcome<Department>> RunAsync(string id, DepartmentChange change, CancellationToken ct)
    {
        var (departments, channels) = (await settings.DepartmentsAsync(ct), await settings.ChannelsAsync(ct));
        return await settings.ChangeAsync(Kinds.Departments, id, department => Changed(department, change, departments, channels), ct) ?? NoSuchDepartment;
    }

    private static Outcome<Department> Changed(Department department, DepartmentChange change, IReadOnlyList<Department> departments, IReadOnlyList<Channel> channels)
    {
        var name = change.Name is null ? department.Name : GivenName.Of(change.Name, departments.Where(d => d.Id != department.Id).Select(d => d.Name));
        if (name.Problem is { } problem) return problem;
        var bring = channels.Where(c => c.Department == department.Id || c.Form.Routes.Any(r => r.Department == department.Id));
        if (change.Active == false && InUse.Of("department-in-use", bring) is { } used) return used;
        if (change.Assignment is Ownership.Actor or Ownership.Agent or Ownership.Nobody) return Problems.Field("assignment", "Choose keep, roundRobin or leastBusy.");
        return department with { Name = name.Value, Active = change.Active ?? department.Active, Assignment = change.Assignment ?? department.Assignment, PresentOnly = change.PresentOnly ?? department.PresentOnly };
    }
}
