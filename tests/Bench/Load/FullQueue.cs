using HelpdeskMx.Agents;
using HelpdeskMx.Embedded.Storage;
using HelpdeskMx.Embedded.Storage.Sqlite;
using HelpdeskMx.Intake;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Bench.Load;

/// <summary>A queue full of accepted mail that nobody has begun to work on, and a look at how full it is while somebody does.</summary>
public sealed class FullQueue(string folder) : IDisposable
{
    private readonly Connection connection = new(Path.Combine(folder, "intake.db"), "PRAGMA query_only = 1; PRAGMA busy_timeout = 10000;");

    /// <summary>Accepts so many mails without a host.</summary>
    public static async Task FillAsync(string folder, MailStock stock, int count, CancellationToken ct)
    {
        await using var services = new ServiceCollection().AddLogging().AddStorage(folder).AddHelpdesk(DeskOptions.Usual).BuildServiceProvider();
        await services.GetRequiredService<Demo>().RunAsync(ct);
        var accept = services.GetRequiredService<Accept>();
        var channel = (await services.GetRequiredService<Settings>().ChannelAsync("support", ct))!;
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 256, CancellationToken = ct },
            async (i, stop) => await accept.EmailAsync(channel, stock.Mail(i), stop));
    }

    /// <summary>Messages of all queues, those under work included.</summary>
    public long Length() => connection.Scalar("SELECT count(*) FROM message");

    /// <summary>Waits until nothing is left.</summary>
    public async Task DrainedAsync(TimeSpan patience, CancellationToken ct)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        over.CancelAfter(patience);
        while (Length() > 0) await Task.Delay(20, over.Token);
    }

    /// <inheritdoc/>
    public void Dispose() => connection.Dispose();
}
