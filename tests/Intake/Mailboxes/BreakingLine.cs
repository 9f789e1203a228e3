using System.Net;
using System.Net.Sockets;

namespace HelpdeskMx.Tests.Intake.Mailboxes;

/// <summary>A line to a server on the loopback that breaks after so many bytes from it, each time anew.</summary>
public sealed class BreakingLine : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task accepting;
    private readonly int target;

    public BreakingLine(int target)
    {
        this.target = target;
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Bytes until it breaks; null for a line that holds.</summary>
    public int? Holds { get; set; }

    /// <summary>How often it broke.</summary>
    public int Broken { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> lines = [];
        try
        {
            while (true) lines.Add(CarryAsync(await listener.AcceptTcpClientAsync(stop.Token)));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(lines);
        }
    }

    private async Task CarryAsync(TcpClient from)
    {
        using var client = from;
        using var server = new TcpClient();
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, target, stop.Token);
            var up = client.GetStream().CopyToAsync(server.GetStream(), stop.Token);
            var buffer = new byte[4096];
            for (var left = Holds ?? int.MaxValue; left > 0;)
            {
                var count = await server.GetStream().ReadAsync(buffer.AsMemory(0, Math.Min(buffer.Length, left)), stop.Token);
                if (count == 0) return;
                await client.GetStream().WriteAsync(buffer.AsMemory(0, count), stop.Token);
                left -= count;
            }
            Broken++;
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException)
        {
            return; // one end is gone, or the test is over
        }
    }
}
