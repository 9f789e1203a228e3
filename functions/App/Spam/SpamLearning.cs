namespace HelpdeskMx.Spam;

/// <summary>What the desk has learned of spam, as stored: the model itself lies in a blob.</summary>
public sealed record SpamLearning
{
    /// <summary>The one there is.</summary>
    public const string Id = "spam";

    /// <summary>Id of the blob with the model; null while nothing has been learned.</summary>
    public string? Blob { get; init; }

    /// <summary>Id of the blob before it, which another instance may still be about to read.</summary>
    public string? BlobBefore { get; init; }

    /// <summary>Tickets that taught what spam is.</summary>
    public int Spam { get; init; }

    /// <summary>Tickets that taught what is none.</summary>
    public int Wanted { get; init; }

    /// <summary>How many words are known.</summary>
    public int Words { get; init; }
}
