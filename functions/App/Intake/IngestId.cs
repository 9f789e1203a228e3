using System.Buffers;

namespace HelpdeskMx.Intake;

/// <summary>By which an accepted message is asked for: its blob and its channel, so that nothing more need be stored for it.</summary>
public static class IngestId
{
    private const int BlobLength = 64;
    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");

    /// <summary>The id of what was accepted: the same for the same bytes by the same channel.</summary>
    public static string Of(Pointer pointer) => $"{pointer.Blob}-{pointer.Channel}";

    /// <summary>The blob and channel in an id, null when it is none.</summary>
    public static (string Blob, string Channel)? Read(string id) =>
        id.Length > BlobLength + 1 && id[BlobLength] == '-' && id.AsSpan(0, BlobLength).IndexOfAnyExcept(Hex) < 0
            ? (id[..BlobLength], id[(BlobLength + 1)..])
            : null;
}
