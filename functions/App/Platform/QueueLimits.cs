using System.Text;

namespace HelpdeskMx.Platform;

/// <summary>What fits into every queue.</summary>
public static class QueueLimits
{
    private const int MostBytes = 48 * 1024;
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(7);

    /// <summary>Refuses what does not fit.</summary>
    /// <exception cref="ArgumentException">The message or the delay is too long.</exception>
    public static void Check(string message, TimeSpan delay)
    {
        if (Encoding.UTF8.GetByteCount(message) is var bytes and > MostBytes)
            throw new ArgumentException($"A message has at most {MostBytes:N0} bytes, not {bytes:N0}. Put the payload into a blob.", nameof(message));
        if (delay < TimeSpan.Zero || delay > LongestDelay) throw new ArgumentOutOfRangeException(nameof(delay), delay, "A delay is at most seven days.");
    }
}
