using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace HelpdeskMx.Bench.Hosting;

/// <summary>The product as a process of its own, killed when disposed; its data bears that.</summary>
public sealed class HostProcess : IDisposable
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(60);
    private static readonly HttpClient probe = new() { Timeout = TimeSpan.FromSeconds(5) };
    private readonly Process process;
    private readonly Queue<string> said = new();

    private HostProcess(Process process, int port)
    {
        (this.process, Port) = (process, port);
        process.OutputDataReceived += (_, line) => Remember(line.Data);
        process.ErrorDataReceived += (_, line) => Remember(line.Data);
        AppDomain.CurrentDomain.ProcessExit += EndWithUs;
    }

    /// <summary>Where it listens.</summary>
    public int Port { get; }

    /// <summary>Its address.</summary>
    public Uri Address => new($"http://127.0.0.1:{Port}");

    /// <summary>From its start to its first answer.</summary>
    public TimeSpan StartedIn { get; private set; }

    /// <summary>Memory it holds now, in megabytes.</summary>
    public double Megabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1024.0 / 1024.0;
        }
    }

    /// <summary>Processor time it has used, which tells its cost however busy the machine is.</summary>
    public TimeSpan Worked
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Starts it as the demo desk and waits until it answers.</summary>
    /// <exception cref="InvalidOperationException">It ended or did not answer; says what it wrote.</exception>
    public static Task<HostProcess> StartAsync(string host, string folder, params string[] more) => StartNewAsync(host, folder, ["--demo", .. more]);

    /// <summary>Starts it as somebody does who has it for the first time, and waits until it answers.</summary>
    /// <exception cref="InvalidOperationException">It ended or did not answer; says what it wrote.</exception>
    public static async Task<HostProcess> StartNewAsync(string host, string folder, params string[] more)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet", [host, "--port", $"{port}", "--data", folder, .. more]) { RedirectStandardOutput = true, RedirectStandardError = true };
        var clock = Stopwatch.StartNew();
        var started = new HostProcess(Process.Start(start)!, port);
        started.process.BeginOutputReadLine();
        started.process.BeginErrorReadLine();
        while (!await started.AnswersAsync())
        {
            if (!started.process.HasExited && clock.Elapsed < patience) continue;
            var why = started.Said();
            started.Dispose();
            throw new InvalidOperationException($"The host did not start. It said: {why}");
        }
        started.StartedIn = clock.Elapsed;
        return started;
    }

    /// <summary>Ends it without warning, as a power cut would; returns when it is gone.</summary>
    public void Kill()
    {
        if (!process.HasExited) process.Kill();
        process.WaitForExit();
    }

    /// <summary>The last it wrote.</summary>
    public string Said()
    {
        lock (said) return string.Join('\n', said);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= EndWithUs;
        Kill();
        process.Dispose();
    }

    private void EndWithUs(object? sender, EventArgs e) => Kill();

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var answer = await probe.GetAsync(new Uri(Address, "/api/health"));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            await Task.Delay(5);
            return false;
        }
    }

    private void Remember(string? line)
    {
        if (line is null) return;
        lock (said)
        {
            said.Enqueue(line);
            if (said.Count > 40) said.Dequeue();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
