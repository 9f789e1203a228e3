using HelpdeskMx.Embedded.Storage.Sqlite;

namespace HelpdeskMx.Embedded.Storage;

/// <summary>Numbers every write of the file, rising and never used twice, so that a number is a tag, a place among the changes and a new
/// item's row.</summary>
internal static class Sequence
{
    /// <summary>Takes so many numbers and returns the first.</summary>
    public static long Take(Connection connection, int count)
    {
        using var statement = connection.Prepare("UPDATE sequence SET next = next + ?1 RETURNING next").Bind(1, count);
        statement.Step();
        return statement.Number(0) - count;
    }

    /// <summary>The number taken last.</summary>
    public static long Last(Connection connection) => connection.Scalar("SELECT next - 1 FROM sequence");
}
