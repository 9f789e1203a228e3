namespace HelpdeskMx.Bench.Mails;

/// <summary>What came of reading many broken messages.</summary>
/// <param name="Read">How many were read.</param>
/// <param name="Bytes">Their length together.</param>
/// <param name="Slowest">The number of the slowest and what it cost.</param>
/// <param name="Hungriest">The number of the one that allocated most, and what it cost.</param>
/// <param name="Allocated">Bytes by all of them.</param>
/// <param name="Thrown">The number of each that was not read, and why.</param>
public sealed record Fuzz(int Read, long Bytes, (int Number, Reading Cost) Slowest, (int Number, Reading Cost) Hungriest, long Allocated, IReadOnlyList<(int Number, Exception Why)> Thrown)
{
    /// <summary>Bytes that no message of a megabyte may make the desk allocate, all readings of it together.</summary>
    public const long MostAllocated = 64_000_000;

    /// <summary>Messages up to this length are broken often, longer ones a few times.</summary>
    private const int Handy = 60_000;

    /// <summary>Reads the broken messages of these numbers, one after the other.</summary>
    public static Fuzz Run(int first, int count, CancellationToken ct = default)
    {
        var mails = new BrokenMails(Seeds());
        foreach (var number in Enumerable.Range(first, Math.Min(count, 200))) _ = Try(mails.Mail(number), out _); // compiled before anything is timed
        var (bytes, allocated) = (0L, 0L);
        (int, Reading Cost) slowest = default, hungriest = default;
        List<(int, Exception)> thrown = [];
        for (var number = first; number < first + count; number++)
        {
            ct.ThrowIfCancellationRequested();
            var mail = mails.Mail(number);
            var cost = Try(mail, out var why);
            if (why is not null) thrown.Add((number, why));
            bytes += mail.Length;
            allocated += cost.Allocated;
            if (cost.Milliseconds > slowest.Cost.Milliseconds) slowest = (number, cost);
            if (cost.Allocated > hungriest.Cost.Allocated) hungriest = (number, cost);
        }
        return new(count, bytes, slowest, hungriest, allocated, thrown);
    }

    private static Reading Try(byte[] mail, out Exception? why)
    {
        try
        {
            why = null;
            return Reading.Of(mail);
        }
        catch (Exception e)
        {
            why = e; // the finding itself
            return default;
        }
    }

    private static byte[][] Seeds()
    {
        var all = SeedMails.Own.Concat(SeedMails.Others).ToArray();
        var handy = all.Where(mail => mail.Length <= Handy).ToArray();
        return [.. handy, .. handy, .. handy, .. handy, .. all.Where(mail => mail.Length > Handy)];
    }
}
