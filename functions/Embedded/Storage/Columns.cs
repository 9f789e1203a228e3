using HelpdeskMx.Embedded.Storage.Sqlite;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Embedded.Storage;

/// <summary>What lists of one type of item are narrowed and ordered by, in memory: some fifty bytes an item, made from the declared indexes and kept up with every write.</summary>
/// <remarks>
/// A million items are looked through in a millisecond or two, whatever conditions are put together. Nothing is answered from here alone: what is found is read
/// within the snapshot of the query and held against it once more.
/// </remarks>
internal sealed class Columns
{
    /// <summary>Commits are noted in another order than they were made in, but nearly.</summary>
    private const int MostMoved = 10_000;

    private readonly string read;
    private long[] rows;
    private int count;

    /// <param name="table">Where the items lie.</param>
    /// <param name="type">Their type.</param>
    /// <param name="rows">Their rows, rising.</param>
    public Columns(DocumentTable table, string type, long[] rows)
    {
        (Type, this.rows, count) = (type, rows, rows.Length);
        var indexed = table.Container.Indexes.Where(i => i.Type == type).ToList();
        var ends = indexed.Select(i => i.Fields[^1]).ToHashSet();
        var begins = indexed.SelectMany(i => i.Fields[..^1]).ToHashSet();
        Times = table.Scalars.Where(f => f.Kind == FieldKind.Text && ends.Contains(f.Name)).ToDictionary(f => f.Name, _ => new TimeColumn(rows.Length));
        Scalars = table.Scalars.Where(f => begins.Contains(f.Name) && !Times.ContainsKey(f.Name)).ToDictionary(f => f.Name, _ => new ScalarColumn(rows.Length));
        Lists = table.Lists.ToDictionary(f => f.Name, _ => new ListColumn(rows.Length));
        read = $"SELECT seq, type, lists{string.Concat(Scalars.Keys.Concat(Times.Keys).Select(f => ", " + DocumentTable.Column(f)))} FROM {table.Name} WHERE row = ?1";
    }

    public string Type { get; }

    public Dictionary<string, ScalarColumn> Scalars { get; }

    public Dictionary<string, ListColumn> Lists { get; }

    public Dictionary<string, TimeColumn> Times { get; }

    /// <summary>How many items there are, with those that are gone.</summary>
    public int Count => count;

    /// <summary>The row of an item.</summary>
    public long Row(int slot) => rows[slot];

    /// <summary>Where the item of a row lies; the complement of where it would, as in <see cref="Array.BinarySearch(Array, object)"/>, when there is none.</summary>
    public int SlotOf(long row) => count > 0 && row > rows[count - 1] ? ~count : Array.BinarySearch(rows, 0, count, row);

    /// <summary>The column of a field that has one value or a list of them, null where none is kept.</summary>
    public CodedColumn? Coded(string field) => Scalars.TryGetValue(field, out var scalar) ? scalar : Lists.GetValueOrDefault(field);

    /// <summary>Leaves out the columns that turned out to be too varied.</summary>
    public void Trim()
    {
        foreach (var (field, column) in Scalars) if (column.IsTooVaried) Scalars.Remove(field);
        foreach (var (field, column) in Lists) if (column.IsTooVaried) Lists.Remove(field);
    }

    /// <summary>Takes over what the snapshot says of an item that was written; false where the snapshot is older than that write.</summary>
    /// <param name="connection">A snapshot.</param>
    /// <param name="row">The item's row.</param>
    /// <param name="seq">The write, negative where it took the item away.</param>
    /// <param name="isWhole">False when the columns cannot hold what was written and have to be made anew.</param>
    public bool Follow(Connection connection, long row, long seq, out bool isWhole)
    {
        isWhole = true;
        using var found = connection.Prepare(read).Bind(1, row);
        if (!found.Step())
        {
            if (seq < 0) Forget(row);
            return seq < 0;
        }
        if (seq < 0 || found.Number(0) < seq) return false;
        if (found.Text(1) != Type) Forget(row);
        else isWhole = Put(row, found);
        return true;
    }

    private void Forget(long row)
    {
        if (SlotOf(row) is not (>= 0 and var slot)) return;
        foreach (var column in Scalars.Values) column[slot] = 0;
        foreach (var column in Lists.Values) column[slot] = 0;
    }

    private bool Put(long row, Statement found)
    {
        var slot = SlotOf(row);
        if (slot < 0 && count - ~slot > MostMoved) return false;
        if (slot < 0) slot = Insert(~slot, row);
        var entries = ListEntries.Stored(Type, found.Bytes(2), null).Values.ToLookup(v => v.Field, v => v.Value);
        var at = 3;
        foreach (var column in Scalars.Values) column[slot] = column.CodeOf(found.Value(at++));
        var areTimes = true;
        foreach (var column in Times.Values)
        {
            var time = TimeColumn.Nothing;
            areTimes &= found.IsNull(at) || TimeColumn.TryRead(found.Bytes(at), out time);
            column[slot] = time;
            at++;
        }
        foreach (var (field, column) in Lists) column[slot] = entries[field].Order(StringComparer.Ordinal).Aggregate(column.Empty, column.With);
        return areTimes && !Scalars.Values.Any(c => c.IsTooVaried) && !Lists.Values.Any(c => c.IsTooVaried);
    }

    private int Insert(int slot, long row)
    {
        if (count == rows.Length) Grow(count + Math.Max(ColumnBlocks.Size, count / 8));
        for (var i = count++; i > slot; i--)
        {
            rows[i] = rows[i - 1];
            foreach (var column in Scalars.Values) column[i] = column[i - 1];
            foreach (var column in Lists.Values) column[i] = column[i - 1];
            foreach (var column in Times.Values) column[i] = column[i - 1];
        }
        rows[slot] = row;
        return slot;
    }

    private void Grow(int capacity)
    {
        Array.Resize(ref rows, capacity);
        foreach (var column in Scalars.Values) column.Grow(capacity);
        foreach (var column in Lists.Values) column.Grow(capacity);
        foreach (var column in Times.Values) column.Grow(capacity);
    }
}
