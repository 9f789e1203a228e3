using HelpdeskMx.Embedded.Storage.Sqlite;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Embedded.Storage;

/// <summary>Makes the columns of a type from its declared indexes and the list table alone: no item is read for it.</summary>
internal sealed class ColumnBuild(Connection connection, DocumentTable table, string type, CancellationToken ct)
{
    private readonly IReadOnlyList<Platform.Index> indexes = [.. table.Container.Indexes.Where(i => i.Type == type).OrderBy(i => i.Fields.Length)];

    public Columns Run()
    {
        var columns = new Columns(table, type, Rows());
        foreach (var (field, column) in columns.Scalars) Fill(columns, field, column);
        foreach (var (field, column) in columns.Times)
        {
            if (!Fill(columns, field, column)) columns.Times.Remove(field);
        }
        foreach (var (field, column) in columns.Lists) Fill(columns, field, column);
        columns.Trim();
        return columns;
    }

    private long[] Rows()
    {
        using var all = connection.Prepare($"SELECT t.row {From(indexes[0])}");
        var rows = new List<long>();
        while (Step(all)) rows.Add(all.Number(0));
        rows.Sort();
        return [.. rows];
    }

    private void Fill(Columns columns, string field, ScalarColumn column)
    {
        using var values = connection.Prepare($"SELECT t.row, {Conditions.ColumnOf(field)} {From(With(field))}");
        var (last, code) = (Array.Empty<byte>(), column.CodeOf(null));
        var at = 0;
        while (!column.IsTooVaried && Step(values))
        {
            // In its index a value comes many times in a row: it is read once.
            if (values.IsNull(1)) (last, code) = ([], column.CodeOf(null));
            else if (last.Length == 0 || !values.Bytes(1).SequenceEqual(last)) (last, code) = (values.Bytes(1).ToArray(), column.CodeOf(values.Value(1)));
            column[at = SlotAfter(columns, at, values.Number(0))] = code;
        }
    }

    private bool Fill(Columns columns, string field, TimeColumn column)
    {
        using var values = connection.Prepare($"SELECT t.row, {Conditions.ColumnOf(field)} {From(With(field))}");
        var at = 0;
        while (Step(values))
        {
            var time = TimeColumn.Nothing;
            if (!values.IsNull(1) && !TimeColumn.TryRead(values.Bytes(1), out time)) return false;
            column[at = SlotAfter(columns, at, values.Number(0))] = time;
        }
        return true;
    }

    private void Fill(Columns columns, string field, ListColumn column)
    {
        for (var slot = 0; slot < columns.Count; slot++) column[slot] = column.Empty;
        using var entries = connection.Prepare($"SELECT row, value FROM {table.Name}_list WHERE type = ?1 AND field = ?2 ORDER BY value, place, row");
        entries.Bind(1, type).Bind(2, field);
        var (last, value, at) = (Array.Empty<byte>(), "", 0);
        while (!column.IsTooVaried && Step(entries))
        {
            if (value.Length == 0 || !entries.Bytes(1).SequenceEqual(last)) (last, value) = (entries.Bytes(1).ToArray(), entries.Text(1));
            at = SlotAfter(columns, at, entries.Number(0));
            column[at] = column.With(column[at], value);
        }
    }

    /// <summary>Walks lie nearly in the order of creation, so that an item is mostly near the one before.</summary>
    private static int SlotAfter(Columns columns, int before, long row)
    {
        for (var slot = before; slot < Math.Min(before + 4, columns.Count); slot++)
        {
            if (columns.Row(slot) == row) return slot;
        }
        return columns.SlotOf(row);
    }

    private Platform.Index With(string field) => indexes.OrderBy(i => Array.IndexOf(i.Fields, field) is >= 0 and var at ? at : int.MaxValue).First();

    private string From(Platform.Index index) => $"FROM {table.Name} t INDEXED BY {table.NameOf(index)} WHERE t.type = {DocumentTable.Literal(type)}";

    private bool Step(Statement statement)
    {
        ct.ThrowIfCancellationRequested();
        return statement.Step();
    }
}
