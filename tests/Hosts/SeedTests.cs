using HelpdeskMx.Bench.Seeding;
using HelpdeskMx.Embedded.Storage;
using HelpdeskMx.Platform;
using HelpdeskMx.Tests.Embedded;
using Microsoft.Extensions.DependencyInjection;

namespace HelpdeskMx.Tests.Hosts;

public sealed class SeedTests
{
    [Fact]
    public async Task A_seeded_folder_holds_so_many_tickets_and_takes_no_second_seed()
    {
        using var folder = new TemporaryFolder();
        await Seed.RunAsync(folder.Path, 300, Seed.Usual, new HelpdeskMx.Bench.Seeding.Progress("tickets", 300, TextWriter.Null), default);

        await using (var services = new ServiceCollection().AddLogging().AddStorage(folder.Path).AddHelpdesk(DeskOptions.Usual).BuildServiceProvider())
            Assert.Equal(300, await services.GetRequiredService<HelpdeskMx.Tickets.Tickets>().CountAsync(q => q with { OrderBy = [new Order("number")] }, 1000, default));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Seed.RunAsync(folder.Path, 300, Seed.Usual, new HelpdeskMx.Bench.Seeding.Progress("tickets", 300, TextWriter.Null), default));
    }
}
