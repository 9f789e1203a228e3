using System.Security.Cryptography;

namespace HelpdeskMx.Intake.Providers;

/// <summary>What a provider posts, before its body is read: a door decides by it whether to read on.</summary>
/// <param name="Key">The channel's key, where the sender gives it.</param>
/// <param name="ContentType">Says how the body is written.</param>
/// <param name="Header">A header of the request, empty where it is missing.</param>
/// <param name="ReadAsync">Reads the body: keeps so many bytes of it, and hands every byte to the digest, if there is one.</param>
public sealed record Posted(string? Key, string? ContentType, Func<string, string> Header, Func<int, IncrementalHash?, CancellationToken, Task<PostedBody>> ReadAsync);

/// <summary>A body that was read to its end.</summary>
/// <param name="Bytes">The bytes that were kept, from the beginning.</param>
/// <param name="Size">How many there were.</param>
public sealed record PostedBody(ReadOnlyMemory<byte> Bytes, long Size)
{
    /// <summary>True when all of it was kept.</summary>
    public bool IsWhole => Bytes.Length == Size;
}
