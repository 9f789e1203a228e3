namespace HelpdeskMx.Labels;

/// <summary>What the desk has learned of labels, as stored: the model itself lies in a blob.</summary>
public sealed record LabelLearning
{
    /// <summary>The one there is.</summary>
    public const string Id = "labels";

    /// <summary>Labels told well enough are put on new tickets; otherwise they are only suggested.</summary>
    public bool On { get; init; }

    /// <summary>Id of the blob with the model; null while nothing has been learned.</summary>
    public string? Blob { get; init; }

    /// <summary>Id of the blob before it, which another instance may still be about to read.</summary>
    public string? BlobBefore { get; init; }

    /// <summary>When an admin last asked for a run.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>When it was last learned.</summary>
    public DateTimeOffset? LearnedAt { get; init; }

    /// <summary>Tickets whose labels an agent had seen to.</summary>
    public int Tickets { get; init; }

    /// <summary>How well each language's labels are told.</summary>
    public IReadOnlyList<LanguageFigures> Languages { get; init; } = [];
}

/// <summary>What the desk has learned of labels, as admins see it.</summary>
/// <param name="On">Labels told well enough are put on new tickets; otherwise they are only suggested.</param>
/// <param name="Running">A run was asked for and has not ended.</param>
/// <param name="LearnedAt">When it was last learned; null if never.</param>
/// <param name="Tickets">Tickets whose labels an agent had seen to.</param>
/// <param name="Missing">How many of these are missing before anything is learned; 0 once there are enough.</param>
/// <param name="FewestOfLabel">How many examples a label needs in a language.</param>
/// <param name="Languages">How well each language's labels are told.</param>
public sealed record LabelLearningView(bool On, bool Running, DateTimeOffset? LearnedAt, int Tickets, int Missing, int FewestOfLabel, IReadOnlyList<LanguageFigures> Languages);
