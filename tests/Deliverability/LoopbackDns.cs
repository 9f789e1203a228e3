using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace HelpdeskMx.Tests.Deliverability;

/// <summary>A name server on this machine, by UDP and TCP on one port, that answers what a test says.</summary>
public sealed class LoopbackDns : IAsyncDisposable
{
    private const int TypeTxt = 16, TypeMx = 15, TypeCname = 5;
    private readonly UdpClient udp;
    private readonly TcpListener tcp;
    private readonly CancellationTokenSource stop = new();
    private readonly Task serving;

    public LoopbackDns()
    {
        udp = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        Address = (IPEndPoint)udp.Client.LocalEndPoint!;
        tcp = new TcpListener(Address);
        tcp.Start();
        serving = Task.WhenAll(ServeUdpAsync(), ServeTcpAsync());
    }

    /// <summary>Where it is.</summary>
    public IPEndPoint Address { get; }

    private sealed record Said(int Code, bool IsCut, params (int Type, byte[] Data)[] Records);

    private static Said? Say(string name, bool byTcp) => name switch
    {
        "text.test" => new(0, false, (TypeTxt, Strings("v=spf1 ", "include:a.test -all")), (TypeTxt, Strings("žluť"))),
        "mail.test" => new(0, false, (TypeMx, [0, 10, .. Name("mx.mail.test")]), (TypeMx, [0, 0, 0])),
        "alias.test" => new(0, false, (TypeCname, Name("text.test"))),
        "bare.test" => new(0, false),
        "gone.test" => new(3, false),
        "broken.test" => new(2, false),
        "garbage.test" => new(0, false, (TypeTxt, [200, 1, 2])),
        "long.test" when byTcp => new(0, false, (TypeTxt, Strings([.. Enumerable.Repeat(new string('x', 250), 20)]))),
        "long.test" => new(0, true),
        _ => null,
    };

    private async Task ServeUdpAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var asked = await udp.ReceiveAsync(stop.Token);
                if (Answer(asked.Buffer, byTcp: false) is { } answer) await udp.SendAsync(answer, asked.RemoteEndPoint, stop.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task ServeTcpAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                using var client = await tcp.AcceptTcpClientAsync(stop.Token);
                var stream = client.GetStream();
                var length = new byte[2];
                await stream.ReadExactlyAsync(length, stop.Token);
                var asked = new byte[BinaryPrimitives.ReadUInt16BigEndian(length)];
                await stream.ReadExactlyAsync(asked, stop.Token);
                if (Answer(asked, byTcp: true) is not { } answer) continue;
                await stream.WriteAsync((byte[])[(byte)(answer.Length >> 8), (byte)answer.Length, .. answer], stop.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private static byte[]? Answer(byte[] asked, bool byTcp)
    {
        var (labels, end) = (new List<string>(), 12);
        for (; asked[end] > 0; end += asked[end] + 1) labels.Add(Encoding.ASCII.GetString(asked, end + 1, asked[end]));
        end += 5;
        if (Say(string.Join('.', labels), byTcp) is not { } said) return null;
        List<byte> answer = [asked[0], asked[1], (byte)(said.IsCut ? 0x83 : 0x81), (byte)(0x80 | said.Code), 0, 1, 0, (byte)said.Records.Length, 0, 0, 0, 0, .. asked.AsSpan(12, end - 12)];
        foreach (var (type, data) in said.Records) answer.AddRange([0xC0, 12, 0, (byte)type, 0, 1, 0, 0, 0, 0, (byte)(data.Length >> 8), (byte)data.Length, .. data]);
        return [.. answer];
    }

    private static byte[] Strings(params string[] texts) => [.. texts.Select(Encoding.UTF8.GetBytes).SelectMany(t => t.Prepend((byte)t.Length))];

    private static byte[] Name(string name) => [.. name.Split('.').SelectMany(l => Encoding.ASCII.GetBytes(l).Prepend((byte)l.Length)), 0];

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await serving;
        udp.Dispose();
        tcp.Dispose();
        stop.Dispose();
    }
}
