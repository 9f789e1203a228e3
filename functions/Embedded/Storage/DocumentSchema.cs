using HelpdeskMx.Embedded.Storage.Sqlite;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Embedded.Storage;

/// <summary>Makes the tables of the declared containers, and makes those of an older file agree with what is declared today.</summary>
internal static class DocumentSchema
{
    /// <summary>The version of the layout itself; a newly declared field or index does not change it.</summary>
    public const int Version = 1;

    public static void Prepare(Connection connection, IEnumerable<DocumentTable> tables)
    {
        connection.Execute("""
            CREATE TABLE IF NOT EXISTS sequence (next INTEGER NOT NULL);
            INSERT INTO sequence SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM sequence);
            CREATE TABLE IF NOT EXISTS declared (container TEXT PRIMARY KEY, fields TEXT NOT NULL) WITHOUT ROWID;
            """);
        foreach (var table in tables) Prepare(connection, table);
    }

    private static void Prepare(Connection connection, DocumentTable table)
    {
        var name = table.Name;
        connection.Execute($"""
            CREATE TABLE IF NOT EXISTS {name} (
                row INTEGER PRIMARY KEY, pk TEXT NOT NULL, id TEXT NOT NULL, type TEXT NOT NULL,
                seq INTEGER NOT NULL, words INTEGER, lists BLOB, body BLOB NOT NULL);
            CREATE INDEX IF NOT EXISTS {name}_key ON {name} (pk, id, type);
            CREATE INDEX IF NOT EXISTS {name}_seq ON {name} (seq);
            CREATE TABLE IF NOT EXISTS {name}_list (
                type TEXT, field TEXT, value TEXT, place, row INTEGER, PRIMARY KEY (type, field, value, place, row)) WITHOUT ROWID;
            """);
        var declared = Describe(table.Container);
        if (Remembered(connection, name) is var known && known != declared)
        {
            AddColumns(connection, table);
            if (known is not null) Refill.Run(connection, table);
            Remember(connection, name, declared);
        }
        AgreeOnIndexes(connection, table);
    }

    private static void AddColumns(Connection connection, DocumentTable table)
    {
        var present = Names(connection, $"SELECT name FROM pragma_table_info('{table.Name}')");
        foreach (var field in table.Scalars.Where(f => !present.Contains(DocumentTable.Column(f.Name))))
        {
            var kind = field.Kind == FieldKind.Text ? "TEXT" : "INTEGER";
            connection.Execute($"ALTER TABLE {table.Name} ADD COLUMN {DocumentTable.Column(field.Name)} {kind}");
        }
    }

    private static void AgreeOnIndexes(Connection connection, DocumentTable table)
    {
        var wanted = table.Container.Indexes.ToDictionary(table.NameOf);
        var present = Names(connection, $"SELECT name FROM sqlite_schema WHERE type = 'index' AND name GLOB '{table.Name}_by_*'");
        foreach (var name in present.Where(n => !wanted.ContainsKey(n))) connection.Execute($"DROP INDEX {name}");
        foreach (var (name, index) in wanted.Where(w => !present.Contains(w.Key)))
        {
            var columns = string.Join(", ", index.Fields.Select(DocumentTable.Column));
            connection.Execute($"CREATE INDEX {name} ON {table.Name} ({columns}) WHERE type = {DocumentTable.Literal(index.Type)}");
        }
    }

    private static string Describe(Container container) =>
        $"{string.Join(' ', container.Fields.Select(f => $"{f.Name}:{f.Kind}"))} text:{container.TextField} order:{container.ListOrder}";

    private static string? Remembered(Connection connection, string container)
    {
        using var statement = connection.Prepare("SELECT fields FROM declared WHERE container = ?1").Bind(1, container);
        return statement.Step() ? statement.Text(0) : null;
    }

    private static void Remember(Connection connection, string container, string declared)
    {
        using var statement = connection.Prepare("INSERT OR REPLACE INTO declared (container, fields) VALUES (?1, ?2)");
        statement.Bind(1, container).Bind(2, declared).Run();
    }

    private static HashSet<string> Names(Connection connection, string sql)
    {
        using var statement = connection.Prepare(sql);
        var names = new HashSet<string>();
        while (statement.Step()) names.Add(statement.Text(0));
        return names;
    }
}
