using System.Security.Cryptography;
using HelpdeskMx.Bench.Figures;
using HelpdeskMx.Bench.Mails;
using HelpdeskMx.Mail;

namespace HelpdeskMx.Bench.Measures;

/// <summary>How fast mail is parsed on one core, and what it allocates: small mail of all kinds, and mail with attachments.</summary>
public sealed record Parsing() : Measure("parser")
{
    private const int Rounds = 5;
    private const int WarmBytes = 60_000_000;
    private const double Round = 700;

    /// <inheritdoc/>
    public override Task<IReadOnlyList<Figure>> RunAsync(Setting setting, CancellationToken ct)
    {
        byte[][] corpus = [.. SeedMails.Own, .. SeedMails.Others];
        return Task.FromResult<IReadOnlyList<Figure>>([.. Of("corpus", corpus), .. Of("attachments", HeavyMails.All)]);
    }

    private static IEnumerable<Figure> Of(string name, IReadOnlyList<byte[]> mails)
    {
        var size = mails.Sum(mail => (long)mail.Length);
        for (long warm = 0; warm < WarmBytes; warm += size) Parse(mails);
        var (speed, allocated) = (0.0, double.MaxValue);
        for (var i = 0; i < Rounds; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var began = ThreadClock.Milliseconds;
            var read = 0L;
            for (; ThreadClock.Milliseconds - began < Round; read += size) Parse(mails);
            speed = Math.Max(speed, read / 1e3 / (ThreadClock.Milliseconds - began));
            allocated = Math.Min(allocated, (double)(GC.GetAllocatedBytesForCurrentThread() - before) / read);
        }
        var details = $"{mails.Count} mails of {size / 1024.0 / mails.Count:N1} KB, {allocated * size / mails.Count / 1024:N1} KB allocated a mail; digests of attachments apart, which the store makes at {Digesting():N0} MB/s";
        yield return Figure.AtLeast($"parser, {name}", 150, speed, "MB/s", details);
        yield return Figure.AtMost($"parser, {name}, allocated", 3, allocated, "B/B", "bytes allocated a byte read");
    }

    private static void Parse(IReadOnlyList<byte[]> mails)
    {
        foreach (var mail in mails) _ = MailParser.Parse(mail);
    }

    private static double Digesting()
    {
        var bytes = new byte[32_000_000];
        var began = ThreadClock.Milliseconds;
        SHA256.HashData(bytes);
        return bytes.Length / 1e3 / (ThreadClock.Milliseconds - began);
    }
}
