using HelpdeskMx.Platform;

namespace HelpdeskMx.Embedded.Storage;

/// <summary>A way to the items of a query: where to walk, which of its conditions that settles, and in which order the items
/// come.</summary>
internal sealed record Access
{
    /// <summary>What the way is called in a continuation; the same query may not change it from page to page when no order was asked
    /// for.</summary>
    public required string Name { get; init; }

    /// <summary>The FROM clause; the container's table is called <c>t</c> in it.</summary>
    public required string From { get; init; }

    /// <summary>Equalities that mark the walked stretches: one stretch per element, all of them together hold the items.</summary>
    public required IReadOnlyList<IReadOnlyList<(string Column, object? Value)>> Stretches { get; init; }

    /// <summary>Conditions that narrow a stretch from within its index.</summary>
    public IReadOnlyList<Condition> Range { get; init; } = [];

    /// <summary>Conditions that have to be asked of every item on the way.</summary>
    public required IReadOnlyList<Condition> Filters { get; init; }

    /// <summary>The order asked for, in this way's columns; without one, the order in which its stretches lie.</summary>
    public required Ordering Ordering { get; init; }

    /// <summary>How many of the query's equalities this way settles.</summary>
    public int Equalities { get; init; }

    /// <summary>True when every stretch comes in the order asked for.</summary>
    public bool ServesOrder { get; init; }
}
