using HelpdeskMx.Embedded.Storage;
using HelpdeskMx.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace HelpdeskMx.Tests.Embedded;

/// <summary>The data folder as the host wires it.</summary>
public sealed class StorageFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_folder_in_use_is_refused_in_words_and_free_again_after_the_first_has_closed()
    {
        await using (var first = Open())
        {
            first.GetRequiredService<IDocumentStore>();
            await using var second = Open();
            Assert.Contains("in use", Assert.Throws<IOException>(() => second.GetRequiredService<IDocumentStore>()).Message);
        }
        await using var third = Open();
        Assert.NotNull(third.GetRequiredService<IDocumentStore>());
    }

    [Fact]
    public async Task Every_port_is_wired_and_keeps_what_it_is_given()
    {
        string blob;
        await using (var first = Open())
        {
            blob = await first.GetRequiredService<IBlobs>().CreateAsync(new byte[] { 1, 2, 3 }, default);
            await first.GetRequiredService<IQueue>().SendAsync("q", "a");
            var demo = new Write.Create("demo", "store", "{}"u8.ToArray());
            await first.GetRequiredService<IDocumentStore>().CommitAsync(Containers.Config, "stores", [demo], default);
        }

        await using var second = Open();
        Assert.NotNull(await second.GetRequiredService<IBlobs>().OpenAsync(blob, default));
        Assert.Equal(1, (await second.GetRequiredService<SqliteQueue>().LengthAsync("q", default)).Visible);
        Assert.NotNull(await second.GetRequiredService<IDocumentStore>().ReadAsync(Containers.Config, "stores", "demo", default));
    }

    private ServiceProvider Open() => new ServiceCollection().AddLogging().AddStorage(folder.Path).BuildServiceProvider();
}
