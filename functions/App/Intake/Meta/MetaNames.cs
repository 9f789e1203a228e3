using HelpdeskMx.Channels;
using HelpdeskMx.Customers;
using HelpdeskMx.Platform;
using HelpdeskMx.Sending.Meta;

namespace HelpdeskMx.Intake.Meta;

/// <summary>Names people of Messenger and Instagram, whose messages tell only an id.</summary>
public sealed class MetaNames(MetaGraph graph, Lookups lookups, Customers.Customers customers)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>As the desk knows them, else as Meta does; null where neither says.</summary>
    public async Task<string?> OfAsync(Identity person, MetaAccount? account, CancellationToken ct)
    {
        var known = await lookups.FindAsync(person.Key, ct) is { } customer ? (await customers.FindAsync(customer.Id, ct))?.Name : null;
        if (known is not null && known != person.Value) return known;
        if (account is null) return null;
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(ct);
        soon.CancelAfter(Patience);
        try
        {
            var told = await graph.GetAsync(account, $"{Uri.EscapeDataString(person.Value)}?fields={(person.Kind == "instagram" ? "name,username" : "name,first_name,last_name")}", soon.Token);
            return told.Text("name") ?? told.Text("username") ?? (told.Text("first_name") is { } first ? $"{first} {told.Text("last_name")}".Trim() : null);
        }
        catch (Exception e) when (e is MetaException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return null; // a message without a name is better than none
        }
    }
}
