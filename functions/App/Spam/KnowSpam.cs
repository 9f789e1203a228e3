using HelpdeskMx.Platform;

namespace HelpdeskMx.Spam;

/// <summary>The words of spam as they were last learned, read once and kept until more is learned.</summary>
public sealed class KnowSpam(Settings settings, IBlobs blobs)
{
    private volatile Kept kept = new(null, SpamModel.Empty);

    private sealed record Kept(string? Blob, SpamModel Model);

    /// <summary>The model in force.</summary>
    public async Task<SpamModel> RunAsync(CancellationToken ct) => await ReadAsync((await settings.SpamLearningAsync(ct)).Blob, ct);

    /// <summary>The model in this blob; the one last read where it has just been replaced.</summary>
    public async Task<SpamModel> ReadAsync(string? blob, CancellationToken ct)
    {
        var held = kept;
        if (held.Blob == blob) return held.Model;
        if (blob is null) return SpamModel.Empty;
        if (await blobs.ReadAsync(blob, ct) is not { } bytes) return held.Model;
        kept = held = new(blob, SpamModel.FromBytes(bytes));
        return held.Model;
    }
}
