using HelpdeskMx.Platform;

namespace HelpdeskMx.Embedded.Storage;

/// <summary>Looks through the columns for the items of a query.</summary>
internal sealed class ColumnScan
{
    private readonly Columns columns;
    private readonly IReadOnlyList<Admitted> admitted;
    private readonly IReadOnlyList<(TimeColumn Column, long From, long Before)> spans;
    private readonly TimeColumn? order;
    private readonly bool descending;

    private ColumnScan(Columns columns, IReadOnlyList<Admitted> admitted, IReadOnlyList<(TimeColumn, long, long)> spans, TimeColumn? order, bool descending) =>
        (this.columns, this.admitted, this.spans, this.order, this.descending) = (columns, admitted, spans, order, descending);

    /// <summary>The scan for a query; null where a condition stands on what no column holds.</summary>
    public static ColumnScan? Of(Columns columns, Query query)
    {
        var spans = query.Where.OfType<Condition.Between>().Select(between => Span(columns, between)).ToList();
        var conditions = query.Where.Where(c => c is not Condition.Between).GroupBy(c => c.Field).ToList();
        if (conditions.Count == 0 || conditions.Any(c => columns.Coded(c.Key) is null) || spans.Any(s => s is null)) return null;
        // What admits least is asked first.
        var admitted = conditions.Select(c => columns.Coded(c.Key)!.Admitting(c)).OrderBy(a => a.Items);
        var order = query.OrderBy is [var by] && columns.Times.TryGetValue(by.Field, out var time) ? time : null;
        return new ColumnScan(columns, [.. admitted], [.. spans.Select(s => s!.Value)], order, query.OrderBy.Any(o => o.Descending));
    }

    /// <summary>The rows of the first items behind a place, in order, at most so many; null where no column holds the order.</summary>
    public IReadOnlyList<long>? First(Key? after, int limit)
    {
        if (order is null || Place(after) is not { } behind) return null;
        var best = new PriorityQueue<int, (long, int)>(limit + 1);
        Span<int> slots = stackalloc int[ColumnBlocks.Size];
        for (int i = 0, blocks = ColumnBlocks.Of(columns.Count); i < blocks; i++)
        {
            var block = descending ? blocks - 1 - i : i;
            if (Farthest(block) > behind.Item1) continue;
            if (best.Count == limit && best.TryPeek(out _, out var last) && Nearest(block) < last.Item1) continue;
            foreach (var slot in Matches(block, slots))
            {
                var rank = Rank(order[slot], slot);
                if (rank.CompareTo(behind) >= 0) continue;
                if (best.Count < limit) best.Enqueue(slot, rank);
                else best.EnqueueDequeue(slot, rank);
            }
        }
        var rows = new long[best.Count];
        for (var i = rows.Length - 1; i >= 0; i--) rows[i] = columns.Row(best.Dequeue());
        return rows;
    }

    /// <summary>How many items there are, counted no further than a cap.</summary>
    public int Count(int cap)
    {
        Span<int> slots = stackalloc int[ColumnBlocks.Size];
        var found = 0;
        for (var block = ColumnBlocks.Of(columns.Count) - 1; block >= 0 && found < cap; block--) found += Matches(block, slots).Length;
        return Math.Min(found, cap);
    }

    /// <summary>False if the item of this row surely is not wanted.</summary>
    public bool MayHold(long row)
    {
        var slot = columns.SlotOf(row);
        return slot < 0 || (admitted.All(a => a.Codes[a.Column[slot]]) && spans.All(s => s.Column[slot] >= s.From && s.Column[slot] < s.Before));
    }

    private Span<int> Matches(int block, Span<int> slots)
    {
        foreach (var (column, _, _, hint) in admitted) if (!column.MayHold(block, hint)) return [];
        foreach (var (column, from, before) in spans) if (column.Latest(block) < from || column.Earliest(block) >= before) return [];
        var start = block * ColumnBlocks.Size;
        slots = slots[..Math.Min(ColumnBlocks.Size, columns.Count - start)];
        for (var i = 0; i < slots.Length; i++) slots[i] = start + i;
        foreach (var (column, codes, _, _) in admitted) slots = slots[..column.Keep(slots, codes)];
        foreach (var (column, from, before) in spans)
        {
            var kept = 0;
            foreach (var slot in slots) if (column[slot] >= from && column[slot] < before) slots[kept++] = slot;
            slots = slots[..kept];
        }
        return slots;
    }

    /// <summary>An item's place: the higher, the earlier in the list.</summary>
    private (long, int) Rank(long time, int slot) => descending ? (time, slot) : (~time, ~slot);

    private long Nearest(int block) => descending ? order!.Latest(block) : ~order!.Earliest(block);

    private long Farthest(int block) => descending ? order!.Earliest(block) : ~order!.Latest(block);

    /// <summary>The rank of the place where the last page ended; above every other for the first page, null where it is no time.</summary>
    private (long, int)? Place(Key? after)
    {
        if (after is null) return (long.MaxValue, int.MaxValue);
        var time = TimeColumn.Nothing;
        if (after.Values[0] is { } value && !(value is string text && TimeColumn.TryRead(text, out time))) return null;
        var slot = columns.SlotOf(after.Row);
        // Of a row that is not here, the place is between two others: behind the one before it.
        return slot >= 0 ? Rank(time, slot) : descending ? (time, ~slot) : (~time, ~(~slot - 1));
    }

    private static (TimeColumn, long, long)? Span(Columns columns, Condition.Between between)
    {
        if (!columns.Times.TryGetValue(between.Field, out var column)) return null;
        // Even the empty text comes after nothing at all.
        var (from, before) = (TimeColumn.Nothing + 1, long.MaxValue);
        if (between.From is string start && start.Length > 0 && !TimeColumn.TryRead(start, out from)) return null;
        if (between.Before is string end && !TimeColumn.TryRead(end, out before)) return null;
        return (column, from, before);
    }
}
