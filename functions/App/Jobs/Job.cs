using HelpdeskMx.Platform;

namespace HelpdeskMx.Jobs;

/// <summary>What a job does.</summary>
public enum JobKind
{
    /// <summary>Takes one action on many tickets.</summary>
    Bulk,

    /// <summary>Takes back what another did.</summary>
    Undo,

    /// <summary>Moves tickets whose state is gone or means something else.</summary>
    MoveStates,

    /// <summary>Holds a rule against past tickets, and changes none.</summary>
    DryRun,

    /// <summary>Moves tickets from one label to another, or takes it off them.</summary>
    MoveLabel,

    /// <summary>Marks many tickets read or unread for one agent.</summary>
    Read,
}

/// <summary>How far a job is.</summary>
public enum JobState
{
    /// <summary>Begun, and going on.</summary>
    Running,

    /// <summary>Every ticket was dealt with.</summary>
    Done,

    /// <summary>Stopped by whoever began it.</summary>
    Stopped,
}

/// <summary>What became of one ticket.</summary>
/// <param name="Id">The ticket's id.</param>
/// <param name="Number">What people call it; 0 where it is gone.</param>
/// <param name="Code"><c>done</c>, or the code of the problem that stood in the way.</param>
/// <param name="Sentence">The problem's sentence; null where it is done.</param>
public sealed record JobResult(string Id, long Number, string Code, string? Sentence)
{
    /// <summary>Done without a problem.</summary>
    public const string Done = "done";
}

/// <summary>Work on many tickets that outlives the request that asked for it. It goes on in steps, each saved, and a step done twice does nothing twice.</summary>
public sealed record Job
{
    /// <summary>How long a job may stand still before the sweep calls it again.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The most tickets one job names.</summary>
    public const int MostTickets = 1_000;

    /// <summary>Derived from the request, so that one request is one job.</summary>
    public required string Id { get; init; }

    /// <summary>What it does.</summary>
    public required JobKind Kind { get; init; }

    /// <summary>Id of the agent who asked for it; their rights count at every step.</summary>
    public required string By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When it last went on; the sweep picks up what stands still.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>How far it is.</summary>
    public JobState State { get; init; }

    /// <summary>What is to be done, as its kind reads it.</summary>
    public required string Work { get; init; }

    /// <summary>How many tickets it is about; null while that is not known.</summary>
    public int? Total { get; init; }

    /// <summary>How many were dealt with.</summary>
    public int Done { get; init; }

    /// <summary>Of a dry run: how many it would have acted on; null for every other.</summary>
    public int? Fits { get; init; }

    /// <summary>What became of each ticket; only problems where there are too many to name.</summary>
    public IReadOnlyList<JobResult> Results { get; init; } = [];
}

/// <summary>One kind of job.</summary>
public interface IWork
{
    /// <summary>Which.</summary>
    JobKind Kind { get; }

    /// <summary>Does the next part, and says how far the job is then.</summary>
    Task<Job> GoOnAsync(Job job, CancellationToken ct);
}
