using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace HelpdeskMx.Platform;

/// <summary>Secrets the desk makes for itself at the first need and keeps from then on.</summary>
public sealed class Secrets(Settings settings)
{
    private readonly ConcurrentDictionary<string, byte[]> known = new();

    /// <summary>32 random bytes for this purpose, the same for every instance of the desk.</summary>
    public async Task<byte[]> ForAsync(string purpose, CancellationToken ct)
    {
        if (known.TryGetValue(purpose, out var bytes)) return bytes;
        await settings.AddAsync(Kinds.Secrets, purpose, new Secret(purpose, RandomNumberGenerator.GetBytes(32)), ct);
        var all = await settings.AllAsync(Kinds.Secrets, ct);
        return known.GetOrAdd(purpose, all.Single(s => s.Purpose == purpose).Bytes);
    }
}
