using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace HelpdeskMx.Tests.Mail;

/// <summary>A mail server on the loopback that answers as it is told and remembers what it was sent.</summary>
internal sealed class LoopbackSmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string> _commands = new();
    private readonly ConcurrentQueue<string> _messages = new();
    private readonly TaskCompletionSource<string> _unfinished = new();
    private readonly Task _accepting;

    public LoopbackSmtpServer()
    {
        _listener.Start();
        _accepting = Task.Run(AcceptAsync);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Lines after the first of the EHLO reply, such as "SIZE 1000".</summary>
    public IReadOnlyList<string> Extensions { get; init; } = ["8BITMIME", "SIZE 50000000"];

    /// <summary>Gives another answer to a line, the greeting ("") or the end of a message ("."); null for the usual one, "close" to hang up.</summary>
    public Func<string, string?> Answer { get; init; } = _ => null;

    /// <summary>Set to offer STARTTLS with this certificate.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Every line the client sent outside a message.</summary>
    public IReadOnlyCollection<string> Commands => _commands;

    /// <summary>Messages taken, with dots unstuffed.</summary>
    public IReadOnlyCollection<string> Messages => _messages;

    /// <summary>What arrived of a message that was never ended, once the client has hung up.</summary>
    public Task<string> Unfinished => _unfinished.Task;

    public bool WasSecured { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var serving = new List<Task>();
        while (await NextAsync() is { } client) serving.Add(ServeAsync(client));
        await Task.WhenAll(serving);
    }

    /// <summary>Null when the test is over.</summary>
    private async Task<TcpClient?> NextAsync()
    {
        try
        {
            return await _listener.AcceptTcpClientAsync(_stop.Token);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var hangUp = client;
        try
        {
            await ServeAsync(client.GetStream());
        }
        catch (Exception end) when (end is OperationCanceledException or IOException or System.Security.Authentication.AuthenticationException)
        {
            return; // the client hung up in the middle, or the test is over
        }
    }

    private async Task ServeAsync(Stream stream)
    {
        if (!await SayAsync(stream, Answer("") ?? "220 loopback ready")) return;
        while (await ReadLineAsync(stream) is { } line)
        {
            _commands.Enqueue(line);
            var told = Answer(line);
            var verb = line.Split(' ')[0].ToUpperInvariant();
            if (!await SayAsync(stream, told ?? Usual(verb))) return;
            if (told is not null) continue;
            if (verb == "STARTTLS") stream = await SecuredAsync(stream);
            if (verb == "DATA" && !await TakeAsync(stream)) return;
            if (verb == "QUIT") return;
        }
    }

    private string Usual(string verb) => verb switch
    {
        "EHLO" => Hello(),
        "STARTTLS" => "220 go ahead",
        "AUTH" => "235 welcome",
        "DATA" => "354 send it",
        "QUIT" => "221 bye",
        _ => "250 fine",
    };

    private string Hello()
    {
        var lines = new List<string> { "loopback" };
        lines.AddRange(Extensions);
        if (Certificate is not null && !WasSecured) lines.Add("STARTTLS");
        return string.Join("\r\n", lines.Select((line, i) => $"250{(i == lines.Count - 1 ? ' ' : '-')}{line}"));
    }

    private async Task<Stream> SecuredAsync(Stream stream)
    {
        var secure = new SslStream(stream);
        await secure.AuthenticateAsServerAsync(Certificate!);
        WasSecured = true;
        return secure;
    }

    private async Task<bool> TakeAsync(Stream stream)
    {
        var message = new StringBuilder();
        while (await ReadLineAsync(stream) is { } line)
        {
            if (line == ".")
            {
                _messages.Enqueue(message.ToString());
                return await SayAsync(stream, Answer(".") ?? "250 taken");
            }
            message.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }
        _unfinished.TrySetResult(message.ToString());
        return false;
    }

    private static async Task<bool> SayAsync(Stream stream, string text)
    {
        if (text == "close") return false;
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text + "\r\n"));
        return true;
    }

    /// <summary>A line without its end; null where the client has gone.</summary>
    private async Task<string?> ReadLineAsync(Stream stream)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one, _stop.Token) == 1)
        {
            if (one[0] == '\n') return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            line.Add(one[0]);
        }
        return null;
    }
}
