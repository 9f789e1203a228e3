using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace HelpdeskMx.Mail.Smtp;

/// <summary>The line to a server: commands out, replies in, each within its time.</summary>
internal sealed class SmtpConnection(Socket socket, SmtpTimeouts timeouts) : IAsyncDisposable
{
    private const int LongestReply = 64 * 1024;

    private readonly byte[] _buffer = new byte[4096];
    private Stream _stream = new NetworkStream(socket, ownsSocket: true);
    private int _start;
    private int _end;

    public bool IsSecure { get; private set; }

    public static async Task<SmtpConnection> OpenAsync(SmtpServer server, SmtpTimeouts timeouts, CancellationToken ct)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await Within(timeouts.Connect, async limit => { await socket.ConnectAsync(server.Host, server.Port, limit); return 0; }, ct);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
        return new(socket, timeouts);
    }

    /// <summary>The address this end is known by, for a host that has no name of its own.</summary>
    public string LocalLiteral => (socket.LocalEndPoint as System.Net.IPEndPoint)?.Address is { } address
        ? address.IsIPv4MappedToIPv6 || address.AddressFamily == AddressFamily.InterNetwork ? $"[{address.MapToIPv4()}]" : $"[IPv6:{address}]"
        : "localhost";

    /// <summary>The server has closed, or said something nobody asked for.</summary>
    public bool HasEnded => _end == _start && socket.Poll(0, SelectMode.SelectRead);

    public async Task SecureAsync(string host, RemoteCertificateValidationCallback? validate, CancellationToken ct)
    {
        (_start, _end) = (0, 0); // what was said in the clear is forgotten (RFC 3207 §4.2)
        var secure = new SslStream(_stream, leaveInnerStreamOpen: false);
        _stream = secure;
        var options = new SslClientAuthenticationOptions { TargetHost = host, RemoteCertificateValidationCallback = validate };
        await Within(timeouts.Connect, async limit => { await secure.AuthenticateAsClientAsync(options, limit); return 0; }, ct);
        IsSecure = true;
    }

    public async Task<SmtpReply> CommandAsync(string line, CancellationToken ct)
    {
        await WriteAsync(Encoding.UTF8.GetBytes(line + "\r\n"), ct);
        return await ReplyAsync(timeouts.Command, ct);
    }

    public Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct) =>
        Within(timeouts.Delivery, async limit => { await _stream.WriteAsync(bytes, limit); await _stream.FlushAsync(limit); return 0; }, ct);

    public Task<SmtpReply> ReplyAsync(TimeSpan patience, CancellationToken ct) => Within(patience, ReadReplyAsync, ct);

    public async ValueTask DisposeAsync() => await _stream.DisposeAsync();

    private async Task<SmtpReply> ReadReplyAsync(CancellationToken ct)
    {
        var lines = new List<string>(1);
        var read = 0;
        while (true)
        {
            var line = await ReadLineAsync(ct);
            read += line.Length;
            if (read > LongestReply || line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code))
                throw new IOException("The server's reply is no SMTP.");
            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length == 3 || line[3] != '-') return new(code, lines);
        }
    }

    private async Task<string> ReadLineAsync(CancellationToken ct)
    {
        var line = new StringBuilder();
        while (line.Length < LongestReply)
        {
            if (_start == _end)
            {
                _start = 0;
                _end = await _stream.ReadAsync(_buffer, ct);
                if (_end == 0) throw new IOException("The server closed the connection.");
            }
            var held = _buffer.AsSpan(_start, _end - _start);
            var end = held.IndexOf((byte)'\n');
            line.Append(Encoding.UTF8.GetString(end < 0 ? held : held[..end]));
            _start += end < 0 ? held.Length : end + 1;
            if (end >= 0) return line.ToString().TrimEnd('\r');
        }
        throw new IOException("The server's reply has no end.");
    }

    /// <summary>Turns the end of patience into an <see cref="IOException"/>; cancelling stays cancelling.</summary>
    private static async Task<T> Within<T>(TimeSpan patience, Func<CancellationToken, Task<T>> act, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(patience);
        try
        {
            return await act(limit.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new IOException("The server did not answer in time.");
        }
    }
}
