using System.Globalization;
using HelpdeskMx.Embedded.Storage.Sqlite;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Embedded.Storage;

/// <summary>A checked and parsed commit: first every write is held against what is stored, then all are done or none.</summary>
internal sealed class DocumentCommit(DocumentTable table, string partition, IReadOnlyList<Write> writes)
{
    private readonly ItemValues?[] values = [.. writes.Select(w => w.Content is { } body ? ItemValues.Of(table, body) : null)];

    /// <summary>What the last run wrote.</summary>
    public IReadOnlyList<WrittenItem> Written { get; private set; } = [];

    /// <summary>Runs inside a write transaction.</summary>
    public Commit Run(Connection connection)
    {
        var stored = new StoredItem?[writes.Count];
        for (var i = 0; i < stored.Length; i++)
        {
            stored[i] = StoredItem.Find(connection, table, partition, writes[i].Id);
            if (Judge(writes[i], stored[i]) is var outcome and not CommitOutcome.Committed) return new Commit(outcome, []);
        }
        var tags = new string?[writes.Count];
        var written = new WrittenItem[writes.Count];
        var seq = Sequence.Take(connection, writes.Count);
        for (var i = 0; i < tags.Length; i++, seq++)
        {
            tags[i] = Do(connection, writes[i], values[i], stored[i], seq);
            written[i] = new(stored[i]?.Row ?? seq, tags[i] is null ? -seq : seq, stored[i]?.Type, TypeOf(writes[i]));
        }
        Written = written;
        return new Commit(CommitOutcome.Committed, tags);
    }

    /// <summary>The tag of a stored item: its place in the sequence of all writes.</summary>
    public static string Tag(long seq) => seq.ToString(CultureInfo.InvariantCulture);

    private static string? TypeOf(Write write) => write switch
    {
        Write.Create create => create.Type,
        Write.Replace replace => replace.Type,
        Write.Upsert upsert => upsert.Type,
        _ => null,
    };

    private static CommitOutcome Judge(Write write, StoredItem? stored) => write switch
    {
        Write.Create when stored is not null => CommitOutcome.Exists,
        Write.Replace replace when stored is null || Tag(stored.Seq) != replace.ETag => CommitOutcome.Stale,
        Write.Delete { ETag: { } tag } when stored is null || Tag(stored.Seq) != tag => CommitOutcome.Stale,
        _ => CommitOutcome.Committed,
    };

    private string? Do(Connection connection, Write write, ItemValues? values, StoredItem? stored, long seq)
    {
        var rows = new DocumentRows(connection, table);
        switch (write)
        {
            case Write.Delete:
                if (stored is not null) rows.Delete(stored);
                return null;
            case Write.Create create:
                rows.Insert(partition, create.Id, create.Type, create.Body.Span, values!, seq);
                break;
            case Write.Replace replace:
                rows.Update(stored!, replace.Type, replace.Body.Span, values!, seq);
                break;
            case Write.Upsert upsert when stored is null:
                rows.Insert(partition, upsert.Id, upsert.Type, upsert.Body.Span, values!, seq);
                break;
            case Write.Upsert upsert:
                rows.Update(stored, upsert.Type, upsert.Body.Span, values!, seq);
                break;
        }
        return Tag(seq);
    }
}

/// <summary>An item that was written.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Seq">The number of the write, negative where it took the item away.</param>
/// <param name="Was">Its type before, null where there was none.</param>
/// <param name="Is">Its type now, null where it was taken away.</param>
internal readonly record struct WrittenItem(long Row, long Seq, string? Was, string? Is);
