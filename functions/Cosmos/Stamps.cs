using System.Globalization;
using System.Security.Cryptography;

namespace HelpdeskMx.Cosmos;

/// <summary>Stamps new items with their creation: later items sort behind earlier ones, and no two stamps are equal.</summary>
/// <remarks>Clocks of several processes may differ by milliseconds; then so does the order of what they create at once.</remarks>
internal sealed class Stamps(TimeProvider clock)
{
    /// <summary>Characters of every stamp: the time in hex, then the process.</summary>
    public const int Length = 24;

    private readonly string process = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
    private long last;

    public string Next()
    {
        long seen, next;
        do
        {
            seen = Volatile.Read(ref last);
            next = Math.Max(seen + 1, clock.GetUtcNow().UtcTicks);
        }
        while (Interlocked.CompareExchange(ref last, next, seen) != seen);
        return next.ToString("x16", CultureInfo.InvariantCulture) + process;
    }
}
