using System.Text.Json;
using System.Text.Json.Serialization;
using HelpdeskMx.Agents;
using HelpdeskMx.Jobs;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;
using HelpdeskMx.Workflow;

namespace HelpdeskMx.Automation;

/// <summary>A rule to be tried on past tickets.</summary>
public sealed record DryRunRequest([property: JsonRequired] RuleDraft Rule)
{
    /// <summary>Id of the rule it would replace; null for a new one.</summary>
    public string? Id { get; init; }

    /// <summary>How many tickets it looks at, the newest first; 1 to 1,000,000.</summary>
    public int Tickets { get; init; } = 100_000;
}

/// <summary>How far a dry run is, as its job keeps it.</summary>
/// <param name="Request">What is tried.</param>
/// <param name="Next">Where the next part begins.</param>
public sealed record DryRunWork(DryRunRequest Request, string? Next);

/// <summary>Begins dry runs.</summary>
public sealed class BeginDryRun(Jobs.Jobs jobs, Tickets.Tickets tickets, SaveRule rules, TimeProvider clock)
{
    private const int Most = 1_000_000;

    /// <summary>The job, begun; nothing is changed by it.</summary>
    public async Task<Outcome<JobView>> RunAsync(DryRunRequest request, Agent by, CancellationToken ct)
    {
        if (request.Tickets is < 1 or > Most) return Problems.Field("tickets", $"Choose 1 to {Most} tickets.");
        if (await rules.FaultAsync(request.Rule, request.Id, ct) is { } fault) return fault;
        var now = clock.GetUtcNow();
        var total = await tickets.CountAsync(q => q with { Where = [new Condition.Between("number", 0L, null)] }, request.Tickets, ct);
        var work = JsonSerializer.Serialize(new DryRunWork(request, null), AppJson.Of<DryRunWork>());
        return JobView.Of(await jobs.BeginAsync(new Job { Id = Ids.Random(), Kind = JobKind.DryRun, By = by.Id, At = now, DueAt = now + Job.Patience, Work = work, Total = total }, ct));
    }
}

/// <summary>Holds a rule against past tickets, part by part, and names the first it would have acted on. A rule for new tickets, or for those an agent began, sees them as they began.</summary>
public sealed class DryRunning(Tickets.Tickets tickets, Settings settings, TimeProvider clock) : IWork
{
    /// <summary>The code of a ticket the rule would have acted on.</summary>
    public const string Fits = "fits";

    private const int AtOnce = 1_000, Named = 50;

    /// <inheritdoc/>
    public JobKind Kind => JobKind.DryRun;

    /// <inheritdoc/>
    public async Task<Job> GoOnAsync(Job job, CancellationToken ct)
    {
        var work = JsonSerializer.Deserialize(job.Work, AppJson.Of<DryRunWork>())!;
        var rule = work.Request.Rule;
        var workflow = await settings.WorkflowAsync(ct);
        var page = await tickets.ListAsync(q => q with { OrderBy = [new Order("createdAt", true)], PageSize = Math.Min(AtOnce, work.Request.Tickets - job.Done), Continuation = work.Next }, ct);
        List<JobResult> results = [.. job.Results];
        var fits = job.Fits ?? 0;
        foreach (var (ticket, _) in page.Items)
        {
            if (!await FitsAsync(rule, ticket, workflow, ct)) continue;
            fits++;
            if (results.Count < Named) results.Add(new(ticket.Id, ticket.Number, Fits, ticket.Subject));
        }
        var done = job.Done + page.Items.Count;
        var ended = page.Next is null || done >= work.Request.Tickets;
        return job with
        {
            Work = JsonSerializer.Serialize(work with { Next = page.Next }, AppJson.Of<DryRunWork>()),
            Done = done,
            Total = ended ? done : job.Total,
            Fits = fits,
            Results = results,
            State = ended ? JobState.Done : JobState.Running,
        };
    }

    /// <summary>What needs the first message is only asked where everything else holds.</summary>
    private async Task<bool> FitsAsync(RuleDraft rule, Ticket ticket, TicketWorkflow workflow, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (rule.When == RuleWhen.Silent && (!ticket.IsOpen || now - ticket.LastMessageAt < TimeSpan.FromHours(rule.AfterHours!.Value))) return false;
        if (rule.When is RuleWhen.NewTicket or RuleWhen.Started && (rule.When == RuleWhen.Started) != ticket.StartedBy is not null) return false;
        if (rule.When == RuleWhen.Rated && ticket.Rating is null) return false;
        var seen = rule.When is RuleWhen.NewTicket or RuleWhen.Started ? AsNew(ticket, workflow) : ticket;
        if (!rule.Any && !new RuleFacts(seen, null, null, null, now).Fit(rule with { If = [.. rule.If.Where(c => !NeedsMessage(c) && c.Field != RuleField.Hours)] })) return false;
        var said = rule.When is not (RuleWhen.Silent or RuleWhen.Rated) && rule.If.Any(NeedsMessage) ? await FirstAsync(ticket.Id, ct) : null;
        bool? open = rule.If.Any(c => c.Field == RuleField.Hours) ? await OpenAsync(ticket, ct) : null;
        return new RuleFacts(seen, null, said, open, rule.When is RuleWhen.NewTicket or RuleWhen.Started ? ticket.CreatedAt : now).Fit(rule);
    }

    private static bool NeedsMessage(RuleCondition condition) => condition.Field is RuleField.Words or RuleField.Language or RuleField.Auto;

    private async Task<bool> OpenAsync(Ticket ticket, CancellationToken ct) =>
        await new Calendars.Hours(settings, clock).CalendarAsync(ticket.Department, ticket.Store, ct) is not { } calendar || new Calendars.WorkingTime(calendar).At(ticket.CreatedAt).Open;

    private async Task<Message?> FirstAsync(string ticketId, CancellationToken ct) =>
        (await tickets.MessagesAsync(ticketId, q => q with { OrderBy = [new Order("at")], PageSize = 1 }, ct)).Items is [{ Value: var first }, ..] ? first : null;

    private static Ticket AsNew(Ticket ticket, TicketWorkflow workflow) => ticket with
    {
        State = workflow.First(ticket.StartedBy is null ? Category.New : Category.Open).Key,
        Category = ticket.StartedBy is null ? Category.New : Category.Open,
        Priority = Priority.Normal,
        Assignee = ticket.StartedBy,
        Rating = null,
        Followers = [],
        Labels = [],
        Messages = 1,
    };
}
