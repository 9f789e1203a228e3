using HelpdeskMx.Embedded.Storage.Sqlite;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Embedded.Storage;

/// <summary>Chooses the way a query is answered, so that its cost follows the page and not the archive.</summary>
/// <remarks>
/// A way that serves the order and settles every condition is taken at once. Otherwise it depends on the data, and the columns in memory are asked first.
/// While there are none, a way over few items may filter and sort them,
/// so ways are measured, which costs no more than <see cref="Few"/> steps in an index each; if all are long, the one that serves the
/// order is walked until the page is full.
/// </remarks>
internal sealed class Planner(DocumentTable table, Query query)
{
    /// <summary>So many items are filtered and sorted within the budget of a page.</summary>
    public const int Few = 2_000;

    private readonly IReadOnlyList<Access> ways = [.. new AccessPaths(table, query).All().OrderByDescending(a => a.Equalities).ThenBy(a => a.Stretches.Count)];

    /// <summary>The way to a page that is sure to cost what it shows; null when it depends on the data.</summary>
    public Access? Straight => Serving is { } serving && (query.OrderBy.Count == 0 || serving.Filters.Count == 0) ? serving : null;

    /// <summary>The way to a page where the columns cannot tell.</summary>
    /// <exception cref="ArgumentException">The query stands on nothing that is declared.</exception>
    public Access Choose(Connection connection) =>
        Straight ?? Short(connection, Serving) ?? Serving ?? (ways.Count > 0 ? ways[0] : throw Ways.Unanswerable(query));

    private Access? Serving => ways.Where(w => w.ServesOrder).MinBy(w => w.Filters.Count);

    /// <summary>A way over few items, null when all are long.</summary>
    public Access? Short(Connection connection, Access? except = null) =>
        ways.FirstOrDefault(w => w != except && (query.Partition is not null || new Walk(table, query, w).Length(connection, Few + 1) <= Few));

    /// <summary>The way that leaves least to count.</summary>
    public Access ForCounting() => ways.OrderBy(w => w.Filters.Count).FirstOrDefault() ?? throw Ways.Unanswerable(query);
}
