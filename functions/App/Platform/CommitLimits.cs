namespace HelpdeskMx.Platform;

/// <summary>What Cosmos DB refuses of a commit is refused by every store, so that code which runs on one runs on all.</summary>
public static class CommitLimits
{
    private const int MostWrites = 100;
    private const int MostBytes = 2 * 1024 * 1024;

    /// <summary>Lets a commit pass that every store takes.</summary>
    /// <exception cref="ArgumentException">Says which limit, and by how much.</exception>
    public static void Check(string partition, IReadOnlyList<Write> writes)
    {
        if (partition.Length is 0 or > 1_000) throw new ArgumentException("A partition has 1 to 1,000 characters.", nameof(partition));
        if (writes.Count is 0 or > MostWrites)
            throw new ArgumentException($"A commit has 1 to {MostWrites} writes, not {writes.Count}.", nameof(writes));
        var bytes = 0L;
        var ids = new HashSet<string>(writes.Count);
        foreach (var write in writes)
        {
            var id = write.Id;
            if (id.Length is 0 or > 255 || id.AsSpan().ContainsAny(@"/\?#"))
                throw new ArgumentException($@"'{id}' is no id: 1 to 255 characters without / \ ? #.", nameof(writes));
            if (!ids.Add(id)) throw new ArgumentException($"'{id}' is written twice in one commit.", nameof(writes));
            bytes += write.Content?.Length ?? 0;
        }
        if (bytes > MostBytes) throw new ArgumentException($"A commit has at most {MostBytes:N0} bytes, not {bytes:N0}.", nameof(writes));
    }
}
