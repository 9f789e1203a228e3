using System.Globalization;
using System.Text.Json;

namespace HelpdeskMx.Embedded.Doors;

/// <summary>What host.json says of queues, read by both hosts.</summary>
/// <param name="BatchSize">Messages taken at once.</param>
/// <param name="NewBatchThreshold">How many may still be under way when more are taken.</param>
/// <param name="MaxDequeueCount">Tries before a message is put aside.</param>
/// <param name="VisibilityTimeout">The wait before a second try; each further one waits that much longer.</param>
public sealed record HostSettings(int BatchSize, int NewBatchThreshold, int MaxDequeueCount, TimeSpan VisibilityTimeout)
{
    /// <summary>Reads the file that lies beside the program.</summary>
    public static HostSettings Read()
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "host.json")));
        var queues = json.RootElement.GetProperty("extensions").GetProperty("queues");
        return new(
            queues.GetProperty("batchSize").GetInt32(), queues.GetProperty("newBatchThreshold").GetInt32(), queues.GetProperty("maxDequeueCount").GetInt32(),
            TimeSpan.Parse(queues.GetProperty("visibilityTimeout").GetString()!, CultureInfo.InvariantCulture));
    }
}
