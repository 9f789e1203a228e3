using System.Threading.Channels;
using HelpdeskMx.Embedded.Storage;
using HelpdeskMx.Intake;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Bench.Seeding;

/// <summary>Fills an empty data folder with tickets as the desk would have made them; the same seed makes the same tickets.</summary>
/// <remarks>Their dates end today. The originals of the mails are not made, so none can be downloaded.</remarks>
public static class Seed
{
    /// <summary>The seed nobody asked for another instead of.</summary>
    public const int Usual = 2026;

    private const int BatchSize = 250;

    /// <summary>Makes them.</summary>
    /// <exception cref="InvalidOperationException">The folder holds tickets already.</exception>
    public static async Task RunAsync(string folder, int count, ulong seed, Progress progress, CancellationToken ct)
    {
        await using var services = new ServiceCollection().AddLogging().AddStorage(folder).AddHelpdesk(DeskOptions.Usual).BuildServiceProvider();
        if ((await services.GetRequiredService<Tickets.Tickets>().ListAsync(q => q with { OrderBy = [new Order("number")], PageSize = 1 }, ct)).Items.Count > 0)
            throw new InvalidOperationException($"{folder} holds tickets already. Name a new folder, or remove this one.");

        var until = TimeProvider.System.GetUtcNow();
        var (firstNumber, _) = await services.GetRequiredService<TicketNumbers>().TakeAsync(count, ct);
        var archive = new Archive(seed, count, firstNumber, await SeedDesk.OpenAsync(services, seed, until, ct), new BusyHours(until), new Population(seed, count));

        using var failed = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var loading = new Loading(services.GetRequiredService<SqliteDocumentStore>(), failed.Token);
        try
        {
            await foreach (var made in Making(archive, failed.Token).ReadAllAsync(failed.Token))
            {
                await loading.AddAsync(await made, failed.Token);
                progress.Add(BatchSize);
            }
            await loading.FinishAsync(failed.Token);
        }
        finally
        {
            await failed.CancelAsync();
        }
    }

    /// <summary>Batches in order, a few of them being made ahead.</summary>
    private static ChannelReader<Task<Capture>> Making(Archive archive, CancellationToken ct)
    {
        var ahead = Channel.CreateBounded<Task<Capture>>(Environment.ProcessorCount + 1);
        _ = Task.Run(async () =>
        {
            foreach (var indexes in Enumerable.Range(0, archive.Tickets).Chunk(BatchSize))
            {
                var batch = new Batch(indexes[0], [.. indexes.Select(i => archive.Population.Next(new Dice(~archive.Seed, (ulong)i)))]);
                await ahead.Writer.WriteAsync(Task.Run(() => batch.MakeAsync(archive, ct), ct), ct);
            }
            ahead.Writer.Complete();
        }, ct);
        return ahead.Reader;
    }
}
