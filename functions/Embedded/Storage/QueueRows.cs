using HelpdeskMx.Embedded.Storage.Sqlite;

namespace HelpdeskMx.Embedded.Storage;

/// <summary>Messages in their table. Times are milliseconds since 1970.</summary>
internal static class QueueRows
{
    /// <summary>Leases what is due, waiting messages before those whose lease ran out; where there is nothing, says when there will be,
    /// null for never.</summary>
    public static (List<QueueMessage> Messages, long? Next) Lease(Connection connection, string queue, int most, long now, long until)
    {
        var due = Due(connection, queue, held: false, now, most);
        if (due.Count < most) due.AddRange(Due(connection, queue, held: true, now, most - due.Count));
        if (due.Count == 0) return ([], Next(connection, queue));
        var messages = new List<QueueMessage>(due.Count);
        using var lease = connection.Prepare("""
            UPDATE message SET held = 1, due = ?2, dequeues = dequeues + 1 WHERE id = ?1 RETURNING text, dequeues, enqueued
            """).Bind(2, until);
        foreach (var id in due)
        {
            lease.Bind(1, id).Step();
            messages.Add(new QueueMessage(queue, id, lease.Text(0), (int)lease.Number(1), DateTimeOffset.FromUnixTimeMilliseconds(lease.Number(2))));
            lease.Reset();
        }
        return (messages, null);
    }

    /// <summary>Removes a leased message; false when the lease was over.</summary>
    public static bool Delete(Connection connection, QueueMessage message)
    {
        using var statement = connection.Prepare("DELETE FROM message WHERE id = ?1 AND dequeues = ?2 AND held = 1");
        statement.Bind(1, message.Id).Bind(2, message.DequeueCount).Run();
        return connection.Changed == 1;
    }

    /// <summary>Ends a lease and leaves the message in a queue; false when the lease was over.</summary>
    public static bool Release(Connection connection, QueueMessage message, string queue, int dequeues, long due)
    {
        using var statement = connection.Prepare("""
            UPDATE message SET held = 0, queue = ?3, dequeues = ?4, due = ?5 WHERE id = ?1 AND dequeues = ?2 AND held = 1
            """);
        statement.Bind(1, message.Id).Bind(2, message.DequeueCount).Bind(3, queue).Bind(4, dequeues).Bind(5, due).Run();
        return connection.Changed == 1;
    }

    public static QueueLength Length(Connection connection, string queue, long now)
    {
        using var statement = connection.Prepare("""
            SELECT (SELECT count(*) FROM message WHERE queue = ?1 AND held = 0 AND due <= ?2)
                + (SELECT count(*) FROM message WHERE queue = ?1 AND held = 1 AND due <= ?2),
                (SELECT count(*) FROM message WHERE queue = ?1 AND held = 0 AND due > ?2),
                (SELECT count(*) FROM message WHERE queue = ?1 AND held = 1 AND due > ?2),
                (SELECT min(enqueued) FROM message WHERE queue = ?1)
            """).Bind(1, queue).Bind(2, now);
        statement.Step();
        DateTimeOffset? oldest = statement.IsNull(3) ? null : DateTimeOffset.FromUnixTimeMilliseconds(statement.Number(3));
        return new QueueLength((int)statement.Number(0), (int)statement.Number(1), (int)statement.Number(2), oldest);
    }

    private static List<long> Due(Connection connection, string queue, bool held, long now, int most)
    {
        using var statement = connection.Prepare("SELECT id FROM message WHERE queue = ?1 AND held = ?2 AND due <= ?3 ORDER BY due, id LIMIT ?4");
        statement.Bind(1, queue).Bind(2, held ? 1 : 0).Bind(3, now).Bind(4, most);
        var ids = new List<long>();
        while (statement.Step()) ids.Add(statement.Number(0));
        return ids;
    }

    private static long? Next(Connection connection, string queue)
    {
        using var statement = connection.Prepare("""
            SELECT min(due) FROM (
                SELECT (SELECT min(due) FROM message WHERE queue = ?1 AND held = 0) AS due
                UNION ALL SELECT (SELECT min(due) FROM message WHERE queue = ?1 AND held = 1))
            """).Bind(1, queue);
        statement.Step();
        return statement.IsNull(0) ? null : statement.Number(0);
    }
}
