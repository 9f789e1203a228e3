using HelpdeskMx.Embedded.Storage.Sqlite;

namespace HelpdeskMx.Embedded.Storage;

/// <summary>The file of what the doors have accepted: queued messages, and blobs small enough to lie in a row. Both share its
/// fsyncs.</summary>
public static class IntakeSchema
{
    /// <summary>What the file must look like. Whoever opens it owns every message: leases of a process that is gone are over.</summary>
    public static Schema Instance { get; } = new(1, (connection, _) => connection.Execute("""
        CREATE TABLE IF NOT EXISTS message (
            id INTEGER PRIMARY KEY AUTOINCREMENT, queue TEXT NOT NULL, held INTEGER NOT NULL, due INTEGER NOT NULL,
            dequeues INTEGER NOT NULL, enqueued INTEGER NOT NULL, text TEXT NOT NULL);
        CREATE INDEX IF NOT EXISTS message_due ON message (queue, held, due);
        CREATE TABLE IF NOT EXISTS blob (row INTEGER PRIMARY KEY, sha BLOB NOT NULL, bytes BLOB NOT NULL);
        CREATE UNIQUE INDEX IF NOT EXISTS blob_sha ON blob (sha);
        UPDATE message SET held = 0, due = 0 WHERE queue IN (SELECT DISTINCT queue FROM message) AND held = 1;
        """));
}
