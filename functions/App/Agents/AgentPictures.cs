using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Agents;

/// <summary>Pictures of agents, which colleagues and visitors of a chat see.</summary>
public sealed class AgentPictures(Settings settings, IBlobs blobs)
{
    /// <summary>The largest picture, in bytes.</summary>
    public const int Largest = 512 * 1024;

    private static readonly Problem NoSuchPicture = new("no-such-picture", "Nobody has this picture now.", 404);

    /// <summary>Where an agent's picture is, below the address the desk is at; null for none.</summary>
    public static string? UrlOf(Agent agent) => agent.Picture is { } id ? $"/api/pictures/{id}" : null;

    /// <summary>The picture of this id, while an agent has it.</summary>
    public async Task<Outcome<OpenFile>> FindAsync(string id, CancellationToken ct)
    {
        if ((await settings.AgentsAsync(ct)).All(a => a.Picture != id) || await blobs.ReadAsync(id, ct) is not { } bytes || TypeOf(bytes) is not { } type) return NoSuchPicture;
        return new OpenFile(new MemoryStream(bytes), id, type);
    }

    /// <summary>What kind of picture these bytes are, by how they begin; null for none of those browsers show everywhere.</summary>
    public static string? TypeOf(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? "image/png"
        : bytes.StartsWith<byte>([0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : bytes.StartsWith("RIFF"u8) && bytes.Length > 12 && bytes[8..].StartsWith("WEBP"u8) ? "image/webp"
        : null;
}
