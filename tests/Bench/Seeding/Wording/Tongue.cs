namespace HelpdeskMx.Bench.Seeding.Wording;

/// <summary>One thing customers write about: how they put it and how it is answered. Words in braces are filled in by <see cref="Facts"/>.</summary>
/// <param name="Label">The label such tickets often carry.</param>
/// <param name="Subjects">Subjects of a first mail.</param>
/// <param name="Says">Sentences of the customer.</param>
/// <param name="Answers">What the shop writes back.</param>
public sealed record Concern(string Label, string[] Subjects, string[] Says, string[] Answers);

/// <summary>How customers and agents of one language write.</summary>
public sealed record Tongue
{
    /// <summary>Language as agents and stores have it.</summary>
    public required string Code { get; init; }

    /// <summary>Given names; behind a bar, as they stand in an address.</summary>
    public required string[] Given { get; init; }

    /// <summary>Family names; behind a bar, as they stand in an address.</summary>
    public required string[] Family { get; init; }

    /// <summary>True where the family name comes first.</summary>
    public bool FamilyFirst { get; init; }

    /// <summary>Where mailboxes are.</summary>
    public required string[] Domains { get; init; }

    /// <summary>Things sold.</summary>
    public required string[] Products { get; init; }

    /// <summary>Places parcels go to.</summary>
    public required string[] Cities { get; init; }

    /// <summary>How a mail begins.</summary>
    public required string[] Greetings { get; init; }

    /// <summary>How a mail ends.</summary>
    public required string[] Closings { get; init; }

    /// <summary>What customers write about.</summary>
    public required Concern[] Concerns { get; init; }

    /// <summary>Sentences that fit any concern.</summary>
    public required string[] Asides { get; init; }

    /// <summary>What a customer writes after an answer.</summary>
    public required string[] FollowUps { get; init; }

    /// <summary>What agents note for each other.</summary>
    public required string[] Notes { get; init; }

    /// <summary>The line above a quoted answer.</summary>
    public required string Quoting { get; init; }
}
