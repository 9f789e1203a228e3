using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using HelpdeskMx.OnAzure.Storage;
using HelpdeskMx.Tests.Hosts;

namespace HelpdeskMx.Tests.Azure;

/// <summary>Azurite on free ports of the loopback, in memory, for as long as the tests run that share it.</summary>
public sealed class Azurite : IAsyncLifetime
{
    private static readonly string Folder = Path.Combine(Project.Root, "tests", "Azure", "azurite");
    private Process? process;

    /// <summary>The account in it.</summary>
    public StorageAccount Account { get; private set; } = null!;

    private static string Script => Path.Combine(Folder, "node_modules", "azurite", "dist", "src", "azurite.js");

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        if (!File.Exists(Script)) throw new FileNotFoundException("Azurite is not installed here. ./dev test installs it; so does npm ci in tests/Azure/azurite.");
        int blob = FreePort(), queue = FreePort(), table = FreePort();
        string[] arguments = [Script, "--inMemoryPersistence", "--silent", "--disableTelemetry", "--skipApiVersionCheck", "--blobPort", $"{blob}", "--queuePort", $"{queue}", "--tablePort", $"{table}"];
        process = Process.Start(new ProcessStartInfo("node", arguments) { WorkingDirectory = Path.GetTempPath(), RedirectStandardOutput = true, RedirectStandardError = true })!;
        foreach (var port in (int[])[blob, queue, table]) await RunningDesk.UntilAsync(() => AnswersAsync(port), answers => answers);
        // The account and key that every Azurite has.
        const string Name = "devstoreaccount1", Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
        Account = StorageAccount.Of(
            $"AccountName={Name};AccountKey={Key};BlobEndpoint=http://127.0.0.1:{blob}/{Name};QueueEndpoint=http://127.0.0.1:{queue}/{Name};TableEndpoint=http://127.0.0.1:{table}/{Name};");
    }

    /// <inheritdoc/>
    public Task DisposeAsync()
    {
        process?.Kill(entireProcessTree: true);
        process?.Dispose();
        return Task.CompletedTask;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<bool> AnswersAsync(int port)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}

/// <summary>The tests that share one Azurite.</summary>
[CollectionDefinition(Name)]
public sealed class AzuriteCollection : ICollectionFixture<Azurite>
{
    public const string Name = "Azurite";
}
