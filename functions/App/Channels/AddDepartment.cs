using HelpdeskMx.Platform;

namespace HelpdeskMx.Channels;

/// <summary>A department as an admin asks for it.</summary>
public sealed record NewDepartment(string? Name);

/// <summary>Adds a department.</summary>
public sealed class AddDepartment(Settings settings)
{
    /// <summary>The new department.</summary>
    public Task<Outcome<Department>> RunAsync(NewDepartment wanted, CancellationToken ct) =>
        settings.AddAsync(Kinds.Departments, Slug.Of(wanted.Name ?? "", "department"), department => department.Id, (departments, id) =>
        {
            var name = GivenName.Of(wanted.Name, departments.Select(d => d.Name));
            return name.Problem is { } problem ? problem : new Department(id, name.Value);
        }, ct);
}
