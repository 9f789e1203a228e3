using System.Collections.Concurrent;
using HelpdeskMx.Bench.Hosting;
using HelpdeskMx.Bench.Load;

namespace HelpdeskMx.Bench.Crashes;

/// <summary>What killing the host did to the mail it had acknowledged.</summary>
/// <param name="Kills">How often it was killed.</param>
/// <param name="Acknowledged">Mails answered with 202.</param>
/// <param name="Unanswered">Posts whose answer was lost in a kill; each was repeated, as mail servers do.</param>
/// <param name="Lost">Message-IDs that were acknowledged and are in no ticket.</param>
/// <param name="Doubled">Message-IDs that are in tickets more than once.</param>
public sealed record KillOutcome(int Kills, int Acknowledged, int Unanswered, IReadOnlyList<string> Lost, IReadOnlyList<string> Doubled);

/// <summary>Posts mail over many connections, kills the host at random moments, starts it again, and at the end looks for every mail.</summary>
public sealed class KillTest(string host, string folder, int connections)
{
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan shortest = TimeSpan.FromMilliseconds(150), longest = TimeSpan.FromMilliseconds(1500);
    private readonly MailStock stock = new("kill");
    private readonly ConcurrentQueue<long> unanswered = new();
    private readonly ConcurrentDictionary<long, bool> acknowledged = new();
    private long number;
    private int repeated;

    /// <summary>Kills so often.</summary>
    public async Task<KillOutcome> RunAsync(int kills, CancellationToken ct)
    {
        for (var kill = 0; kill < kills; kill++)
        {
            using var running = await HostProcess.StartAsync(host, folder);
            var posting = Enumerable.Range(0, connections).Select(_ => Task.Run(() => PostUntilKilledAsync(running.Port, ct), ct)).ToArray();
            await Task.Delay(shortest + (longest - shortest) * Random.Shared.NextDouble(), ct);
            running.Kill();
            await Task.WhenAll(posting);
        }
        using (var last = await HostProcess.StartAsync(host, folder))
        {
            using var queue = new FullQueue(folder);
            await PostLeftoversAsync(last.Port, ct);
            await queue.DrainedAsync(patience, ct);
        }
        var found = await Found.InAsync(folder, ct);
        var ids = acknowledged.Keys.Select(stock.MessageId).ToList();
        return new KillOutcome(kills, ids.Count, repeated, [.. ids.Where(id => !found.ContainsKey(id))], [.. found.Where(f => f.Value > 1).Select(f => f.Key)]);
    }

    private async Task PostUntilKilledAsync(int port, CancellationToken ct)
    {
        var mail = 0L;
        try
        {
            using var line = await MailLine.OpenAsync(port, ct);
            while (true)
            {
                mail = unanswered.TryDequeue(out var again) ? again : Interlocked.Increment(ref number);
                await PostAsync(line, mail, ct);
            }
        }
        catch (Exception killed) when (killed is IOException or System.Net.Sockets.SocketException)
        {
            if (mail == 0 || acknowledged.ContainsKey(mail)) return;
            Interlocked.Increment(ref repeated);
            unanswered.Enqueue(mail);
        }
    }

    private async Task PostLeftoversAsync(int port, CancellationToken ct)
    {
        using var line = await MailLine.OpenAsync(port, ct);
        while (unanswered.TryDequeue(out var mail)) await PostAsync(line, mail, ct);
    }

    private async Task PostAsync(MailLine line, long mail, CancellationToken ct)
    {
        if (await line.PostAsync(Bytes(mail), ct) == 202) acknowledged[mail] = true;
        else throw new InvalidOperationException($"Mail {mail} was refused.");
    }

    /// <summary>Every fourth mail answers an earlier one, so that some join a ticket that is just being made.</summary>
    private byte[] Bytes(long mail) => mail % 4 == 0 ? stock.Answer(mail, mail - 3) : stock.Mail(mail);
}
