using System.Net;
using System.Net.Sockets;

namespace HelpdeskMx.Platform;

/// <summary>Fetches from the public internet and never from the desk's own network, whatever address a name turns out to have.</summary>
public static class PublicHttp
{
    /// <summary>A client that follows no redirect, gives up soon and reads little.</summary>
    public static HttpClient Create(TimeSpan patience, int largestAnswer) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectCallback = ConnectAsync,
    })
    {
        Timeout = patience,
        MaxResponseContentBufferSize = largestAnswer,
    };

    /// <summary>True for an address anybody on the internet can have (the registries of RFC 6890 list the others).</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
            return (bytes[0] & 0xE0) == 0x20 && !(bytes is [0x20, 0x01, < 0x02, ..] or [0x20, 0x01, 0x0D, 0xB8, ..] or [0x20, 0x02, ..] or [0x3F, 0xFF, ..]);
        return bytes switch
        {
            [0 or 10 or 127 or >= 224, ..] => false,
            [100, >= 64 and < 128, ..] or [169, 254, ..] or [172, >= 16 and < 32, ..] or [192, 168, ..] or [198, 18 or 19, ..] => false,
            [192, 0, 0 or 2, _] or [198, 51, 100, _] or [203, 0, 113, _] or [192, 88, 99, _] => false,
            _ => true,
        };
    }

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, ct);
        if (!addresses.All(IsPublic)) throw new HttpRequestException($"{context.DnsEndPoint.Host} is not on the public internet.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
