using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;

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
            throw MailServerException.Unreached(server.Host, server.ToString(), e);
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
        if (start != end) throw MailServerException.Unreadable("it goes on in the clear after STARTTLS");
        var judge = new CertificateJudge(server.Fingerprint);
        var secure = new SslStream(stream, leaveInnerStreamOpen: false);
        stream = secure;
        var options = new SslClientAuthenticationOptions { TargetHost = server.Host, RemoteCertificateValidationCallback = judge.Judge };
        try
        {
            await Within(limits.Connect, limit => secure.AuthenticateAsClientAsync(options, limit), ct);
        }
        catch (Exception e) when (e is AuthenticationException or IOException)
        {
            throw MailServerException.NotSecured(server.ToString(), judge.Unknown, e);
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
            if (line.Length > limits.LongestLine) throw MailServerException.Unreadable("a line has no end");
            if (at < 0) continue;
            var bytes = line.ToArray();
            return bytes is [.., (byte)'\r'] ? bytes[..^1] : bytes;
        }
    }

    /// <summary>Exactly this many bytes.</summary>
    public async Task<byte[]> ReadAsync(int count, CancellationToken ct)
    {
        if (count > granted + (end - start)) throw MailServerException.Unreadable(string.Create(CultureInfo.InvariantCulture, $"it announces {count} bytes"));
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

    /// <summary>Turns the end of patience into an <see cref="MailServerException"/>; cancelling stays cancelling.</summary>
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
            throw new MailServerException(MailServerException.TimedOut, "The server did not answer in time. It is tried again.", e);
        }
    }

    private async Task FillAsync(CancellationToken ct)
    {
        start = end = 0;
        if (granted <= 0) throw MailServerException.Unreadable("it does not end");
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

    private static MailServerException Lost(Exception? e) => new(MailServerException.Lost, "The server closed the connection. It is tried again.", e);
}
