using System.Globalization;
using System.Net.Sockets;
using System.Text;
using HelpdeskMx.Agents;

namespace HelpdeskMx.Bench.Load;

/// <summary>One connection that posts mail. Bare HTTP/1.1, because it shares the processors with what it measures.</summary>
public sealed class MailLine : IDisposable
{
    private static readonly byte[] lastChunk = "0\r\n\r\n"u8.ToArray();
    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] answer = new byte[4096];
    private byte[] request = new byte[8192];

    /// <summary>Connects.</summary>
    public static async Task<MailLine> OpenAsync(int port, CancellationToken ct)
    {
        var line = new MailLine();
        try
        {
            await line.socket.ConnectAsync("127.0.0.1", port, ct);
            return line;
        }
        catch
        {
            line.Dispose();
            throw;
        }
    }

    /// <summary>Posts a mail and returns the status of the answer, which says the mail is on disk where it is 202.</summary>
    /// <exception cref="IOException">The connection broke; the mail may have been taken or not.</exception>
    public async ValueTask<int> PostAsync(ReadOnlyMemory<byte> mail, CancellationToken ct)
    {
        try
        {
            await socket.SendAsync(Request(mail.Span), ct);
            var length = 0;
            while (!IsWhole(answer.AsSpan(0, length)))
            {
                var more = await socket.ReceiveAsync(answer.AsMemory(length), ct);
                if (more == 0) throw new IOException("The host hung up.");
                length += more;
            }
            return int.Parse(answer.AsSpan(9, 3), NumberStyles.None, CultureInfo.InvariantCulture);
        }
        catch (SocketException broken)
        {
            throw new IOException("The connection broke.", broken);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => socket.Dispose();

    private ReadOnlyMemory<byte> Request(ReadOnlySpan<byte> mail)
    {
        if (request.Length < mail.Length + 512) request = new byte[mail.Length + 512];
        var head = $"POST /api/ingest/email/support?key={Demo.Key} HTTP/1.1\r\nHost: localhost\r\nContent-Type: message/rfc822\r\nContent-Length: {mail.Length}\r\n\r\n";
        var length = Encoding.ASCII.GetBytes(head, request);
        mail.CopyTo(request.AsSpan(length));
        return request.AsMemory(0, length + mail.Length);
    }

    /// <summary>True for a head with all of its body: so long as its length says, or up to the last chunk.</summary>
    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0) return false;
        var at = answer[..head].IndexOf("Content-Length: "u8);
        if (at < 0) return answer.EndsWith(lastChunk);
        var rest = answer[(at + 16)..head];
        var end = rest.IndexOf("\r\n"u8);
        return answer.Length >= head + 4 + int.Parse(end < 0 ? rest : rest[..end], NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
