using SQLitePCL;

namespace HelpdeskMx.Embedded.Storage.Sqlite;

/// <summary>Turns SQLite's result codes into exceptions that say what to do.</summary>
internal static class SqliteFailure
{
    public static Exception From(int code, string message, string doing) => (code & 0xFF) switch
    {
        raw.SQLITE_FULL => new StorageFullException(
            $"The disk is full: nothing was written. Free some space; writing goes on by itself. (SQLite: {message}, {code})"),
        raw.SQLITE_IOERR => new IOException(
            $"The disk failed to read or write. Check the disk and its free space. (SQLite: {message}, {code}, in: {doing})"),
        raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN or raw.SQLITE_PERM => new IOException(
            $"The database cannot be written. Check that the data folder exists and belongs to this user. (SQLite: {message}, {code}, in: {doing})"),
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => new IOException(
            $"The database file is damaged. Stop the program and restore the data folder from a backup. (SQLite: {message}, {code}, in: {doing})"),
        _ => new InvalidOperationException($"SQLite: {message} ({code}), in: {doing}"),
    };
}
