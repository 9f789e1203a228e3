using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace HelpdeskMx.Mail.Imap;

/// <summary>The line to a server: bytes out, lines and counted bytes in, never more of them than the limits grant.</summary>
internal sealed class ImapLine(Socket socket, ImapLimits limits) : IAsyncDisposable
{
    private readonly byte[] buffer = new byte[16 * 1024];
    private Stream stream = new NetworkStream(socket, ownsSocket: true);
    private int start;
    private int end;
    private int granted;

    /// <summary>Connects within <see cref="ImapLimits.Connect"/>.</summary>
    public static async Task<ImapLine> OpenAsync(ImapServer server, ImapLimits limits, CancellationToken ct)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await Within(limits.Connect, limit => socket.ConnectAsync(server.Host, server.Port, limit).AsTask(), ct);
            return new(socket, limits);
        }
        catch (SocketException e)
        {
            socket.Dispose();
            var isUnknown = e.SocketErrorCode is SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain;
            throw isUnknown
                ? new ImapException(ImapException.NotFound, $"There is no host '{server.Host}'. Look for a slip in its name.", e)
                : new ImapException(ImapException.NotReached, $"Nothing answers at {server}. Check the port, and whether a firewall stands between.", e);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Begins TLS. A server that said more than it was asked before is refused: those bytes could be anybody's.</summary>
    public async Task SecureAsync(ImapServer server, CancellationToken ct)
    {
        if (start != end) throw ImapException.Unreadable("it goes on in the clear after STARTTLS");
        string? unknown = null;
        var secure = new SslStream(stream, leaveInnerStreamOpen: false);
        stream = secure;
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = server.Host,
            RemoteCertificateValidationCallback = (_, certificate, _, errors) => errors == SslPolicyErrors.None || IsTrusted(certificate, server, out unknown),
        };
        try
        {
            await Within(limits.Connect, limit => secure.AuthenticateAsClientAsync(options, limit), ct);
        }
        catch (Exception e) when (e is AuthenticationException or IOException)
        {
            throw unknown is null
                ? new ImapException(ImapException.NoTls, $"{server} and the desk found no way to speak TLS. Check the port and the kind of security.", e)
                : new ImapException(ImapException.UnknownCertificate, $"The certificate of {server} is not one the system trusts. If it is yours, trust its fingerprint {unknown}.", e);
        }
    }

    /// <summary>Everything until the next call belongs to one command.</summary>
    public void BeginAnswer() => granted = limits.LargestAnswer;

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        try
        {
            await stream.WriteAsync(bytes, ct);
            await stream.FlushAsync(ct);
        }
        catch (IOException e)
        {
            throw Lost(e);
        }
    }

    /// <summary>A line without its end.</summary>
    public async Task<byte[]> ReadLineAsync(CancellationToken ct)
    {
        using var line = new MemoryStream();
        while (true)
        {
            if (start == end) await FillAsync(ct);
            var held = buffer.AsSpan(start, end - start);
            var at = held.IndexOf((byte)'\n');
            line.Write(at < 0 ? held : held[..at]);
            start += at < 0 ? held.Length : at + 1;
            if (line.Length > limits.LongestLine) throw ImapException.Unreadable("a line has no end");
            if (at < 0) continue;
            var bytes = line.ToArray();
            return bytes is [.., (byte)'\r'] ? bytes[..^1] : bytes;
        }
    }

    /// <summary>Exactly this many bytes.</summary>
    public async Task<byte[]> ReadAsync(int count, CancellationToken ct)
    {
        if (count > granted + (end - start)) throw ImapException.Unreadable(string.Create(CultureInfo.InvariantCulture, $"it announces {count} bytes"));
        var bytes = new byte[count];
        for (var at = 0; at < count;)
        {
            if (start == end) await FillAsync(ct);
            var take = Math.Min(end - start, count - at);
            buffer.AsSpan(start, take).CopyTo(bytes.AsSpan(at));
            (start, at) = (start + take, at + take);
        }
        return bytes;
    }

    public async ValueTask DisposeAsync() => await stream.DisposeAsync();

    /// <summary>Turns the end of patience into an <see cref="ImapException"/>; cancelling stays cancelling.</summary>
    public static async Task Within(TimeSpan patience, Func<CancellationToken, Task> act, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(patience);
        try
        {
            await act(limit.Token);
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw new ImapException(ImapException.TimedOut, "The server did not answer in time. It is tried again.", e);
        }
    }

    private async Task FillAsync(CancellationToken ct)
    {
        start = end = 0;
        if (granted <= 0) throw ImapException.Unreadable("it does not end");
        try
        {
            end = await stream.ReadAsync(buffer, ct);
        }
        catch (IOException e)
        {
            throw Lost(e);
        }
        granted -= end;
        if (end == 0) throw Lost(null);
    }

    private static bool IsTrusted(X509Certificate? certificate, ImapServer server, out string? fingerprint)
    {
        fingerprint = certificate?.GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256);
        return fingerprint is not null && string.Equals(fingerprint, server.Fingerprint?.Replace(":", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
    }

    private static ImapException Lost(Exception? e) => new(ImapException.Lost, "The server closed the connection. It is tried again.", e);
}
