using HelpdeskMx.Platform;
using HelpdeskMx.Workflow;

namespace HelpdeskMx.Fields;

/// <summary>Says what the desk keeps of every ticket, as a whole or not at all. A field that goes leaves its answers on the tickets that have them.</summary>
public sealed class SaveFields(Settings settings)
{
    private const int Most = 100;

    /// <summary>The fields from now on.</summary>
    public async Task<Outcome<TicketFields>> RunAsync(TicketFields told, CancellationToken ct)
    {
        var stores = await settings.StoresAsync(ct);
        List<WorkflowFault> faults = [.. WorkflowFaults.OfFields([.. told.Fields.Select(f => f.Field)], "fields", Most)];
        foreach (var (field, at) in told.Fields.Select((f, n) => (f, $"fields[{n}]")))
        {
            if (field.Field.Required) faults.Add(new($"{at}.required", "A field of every ticket may stay empty; ask for it in an action."));
            foreach (var store in field.Stores.Where(s => stores.All(known => known.Id != s))) faults.Add(new($"{at}.stores", $"There is no store '{store}'."));
        }
        if (faults.Count > 0) return WorkflowFault.Refused(faults);
        await settings.SaveAsync(Kinds.Fields, "all", told, ct);
        return told;
    }
}
