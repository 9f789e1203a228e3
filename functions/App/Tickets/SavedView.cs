using HelpdeskMx.Agents;
using HelpdeskMx.Channels;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Tickets;

/// <summary>A list an agent has saved, for themselves or for everybody.</summary>
/// <param name="Id">Stable; its key begins with <c>saved-</c>.</param>
/// <param name="Name">As its agent calls it.</param>
/// <param name="Owner">Id of the agent whose it is; null for everybody's.</param>
/// <param name="Filter">What it shows.</param>
public sealed record SavedView(string Id, string Name, string? Owner, TicketFilter Filter)
{
    /// <summary>As the other views are.</summary>
    public View Shown => new($"saved-{Id}", Owner is null ? "shared" : "own", Languages.Same(Name), Filter, Filter.IsCountable);

    /// <summary>True if this agent sees it.</summary>
    public bool IsFor(Agent agent) => Owner is null || Owner == agent.Id;

    /// <summary>True if this agent may change it: their own, or as an admin everybody's.</summary>
    public bool IsOf(Agent agent) => Owner is null ? agent.IsAdmin : Owner == agent.Id;
}

/// <summary>How a view is saved.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Shared">For everybody; admins only.</param>
public sealed record NewView(string Name, bool Shared);

/// <summary>Saves lists as views, and deletes them.</summary>
public sealed class SaveView(Settings settings)
{
    private const int MostOfOne = 50, LongestWord = 200;
    private static readonly Problem TooMany = new("too-many-views", $"At most {MostOfOne} views can be saved. Delete one first.", 409);
    private static readonly Problem TooLong = Problems.Field("name", "What the list is narrowed by is too long to save.");
    private static readonly Problem NoSuchView = new("no-such-view", "There is no such saved view, or it is somebody else's.", 404);

    /// <summary>The new view.</summary>
    public async Task<Outcome<View>> AddAsync(NewView wanted, TicketFilter filter, Agent by, CancellationToken ct)
    {
        if (wanted.Shared && !by.IsAdmin) return Problems.NotAllowed;
        if (filter == new TicketFilter()) return Problems.Field("name", "Narrow the list first: a view of everything is there already.");
        if (filter.Words.Any(w => w.Length > LongestWord)) return TooLong;
        var owner = wanted.Shared ? null : by.Id;
        var added = await settings.AddAsync(Kinds.Views, Slug.Of(wanted.Name, "view"), view => view.Id, (views, id) =>
        {
            SavedView[] beside = [.. views.Where(v => v.Owner == owner)];
            var name = GivenName.Of(wanted.Name, beside.Select(v => v.Name));
            return name.Problem is { } problem ? problem : beside.Length >= MostOfOne ? TooMany : new SavedView(id, name.Value, owner, filter);
        }, ct);
        return added.Problem is { } refused ? refused : added.Value.Shown;
    }

    /// <summary>The view under another name, for others or narrowed otherwise; its key stays.</summary>
    public async Task<Outcome<View>> ChangeAsync(string key, NewView wanted, Func<TicketFilter, TicketFilter> narrow, Agent by, CancellationToken ct)
    {
        var all = await settings.ViewsAsync(ct);
        if (all.FirstOrDefault(v => v.Shown.Key == key && v.IsOf(by)) is not { } view) return NoSuchView;
        if (wanted.Shared && !by.IsAdmin) return Problems.NotAllowed;
        var owner = wanted.Shared ? null : view.Owner ?? by.Id;
        SavedView[] beside = [.. all.Where(v => v.Owner == owner && v.Id != view.Id)];
        var name = GivenName.Of(wanted.Name, beside.Select(v => v.Name));
        if (name.Problem is { } taken) return taken;
        if (owner != view.Owner && beside.Length >= MostOfOne) return TooMany;
        var filter = narrow(view.Filter);
        if (filter.Words.Any(w => w.Length > LongestWord)) return TooLong;
        return await settings.ChangeAsync(Kinds.Views, view.Id, now => now with { Name = name.Value, Owner = owner, Filter = narrow(now.Filter) }, ct) is { } changed ? changed.Value.Shown : NoSuchView;
    }

    /// <summary>The view that is gone.</summary>
    public async Task<Outcome<View>> DeleteAsync(string key, Agent by, CancellationToken ct)
    {
        if ((await settings.ViewsAsync(ct)).FirstOrDefault(v => v.Shown.Key == key && v.IsOf(by)) is not { } view) return NoSuchView;
        await settings.DeleteAsync(Kinds.Views, view.Id, ct);
        return view.Shown;
    }
}
