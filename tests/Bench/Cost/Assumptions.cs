namespace HelpdeskMx.Bench.Cost;

/// <summary>What a desk does with a ticket, and what each step asks of Azure; change these before you trust the table.</summary>
public sealed record Assumptions
{
    public double MessagesIn { get; init; } = 2;
    public double MessagesOut { get; init; } = 1.5;

    /// <summary>Changes that send nothing: notes, states, assignees.</summary>
    public double OtherActions { get; init; } = 2;

    /// <summary>The busiest minute against the average of the day.</summary>
    public double Peak { get; init; } = 4;

    public double TicketsPerAgentHour { get; init; } = 10;
    public double AgentHoursPerDay { get; init; } = 8;
    public double ListsPerAgentHour { get; init; } = 60;
    public double OpensPerAgentHour { get; init; } = 30;

    /// <summary>Intake is three point reads, two creates of lookups and one batch of five items with their indexes.</summary>
    public double IntakeRu { get; init; } = (3 * 1) + (2 * 6) + (5 * 10);

    /// <summary>An answer is read, saved in a batch of four, then handed over and confirmed by three small commits.</summary>
    public double AnswerRu { get; init; } = 5 + (4 * 10) + (3 * 12);

    public double ActionRu { get; init; } = 2 + (3 * 10);
    public double OpenRu { get; init; } = 8;

    /// <summary>A page of a list asks every physical partition, because a ticket is a partition.</summary>
    public double ListRu { get; init; } = 5;

    public double ListRuPerPartition { get; init; } = 2.5;

    /// <summary>Share of all request units that falls on the container of tickets.</summary>
    public double OnTickets { get; init; } = 0.85;

    public int KeptDays { get; init; } = 365;
    public double DocumentsKb { get; init; } = 12;
    public double BlobsKb { get; init; } = 250;
    public double MailKb { get; init; } = 30;

    /// <summary>What one instance of 2 GB does in a second, of requests, intakes and sendings.</summary>
    public double RequestsPerInstance { get; init; } = 100;

    public double IntakesPerInstance { get; init; } = 40;
    public double SendingsPerInstance { get; init; } = 20;

    /// <summary>Seconds until instances that a rush calls for are there.</summary>
    public double ScaleOutSeconds { get; init; } = 30;

    /// <summary>Browsers that hear of a change.</summary>
    public double Hearers { get; init; } = 20;

    public double LogKbPerExecution { get; init; } = 0.5;
}
