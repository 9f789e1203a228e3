using HelpdeskMx.Embedded.Storage.Sqlite;

namespace HelpdeskMx.Embedded.Storage;

/// <summary>Small blobs in their table.</summary>
internal static class BlobRows
{
    /// <summary>Stores the bytes; false when they were there.</summary>
    public static bool Insert(Connection connection, byte[] sha, ReadOnlySpan<byte> bytes)
    {
        using var insert = connection.Prepare("INSERT INTO blob (sha, bytes) VALUES (?1, ?2) ON CONFLICT DO NOTHING");
        insert.BindBlob(1, sha).BindBlob(2, bytes).Run();
        return connection.Changed == 1;
    }

    public static byte[]? Read(Connection connection, byte[] sha)
    {
        using var statement = connection.Prepare("SELECT bytes FROM blob WHERE sha = ?1").BindBlob(1, sha);
        return statement.Step() ? statement.Bytes(0).ToArray() : null;
    }

    /// <summary>Removes the bytes; false when there were none.</summary>
    public static bool Delete(Connection connection, byte[] sha)
    {
        using var delete = connection.Prepare("DELETE FROM blob WHERE sha = ?1").BindBlob(1, sha);
        delete.Run();
        return connection.Changed == 1;
    }
}
