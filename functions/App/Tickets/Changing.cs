using HelpdeskMx.Agents;
using HelpdeskMx.Platform;
using HelpdeskMx.Spam;
using HelpdeskMx.Workflow;

namespace HelpdeskMx.Tickets;

/// <summary>Reads what is asked of a ticket, checks that whoever and whatever it names is there, and says the change.</summary>
public sealed class Changing(Settings settings, BlockSender blockSender)
{
    /// <summary>The most labels a ticket has, and agents who watch it.</summary>
    public const int MostLabels = 50, MostFollowers = 100;

    private static readonly TimeSpan LongestSnooze = TimeSpan.FromDays(366);

    /// <summary>The change of any action but an answer.</summary>
    public async Task<Outcome<Change>> RunAsync(Stored<Ticket> found, ActionRequest request, IReadOnlyList<Attachment> files, Step step, CancellationToken ct) => step.Action.Kind switch
    {
        ActionKind.Note => await NoteAsync(found, request, files, step, ct),
        ActionKind.Assign => await AssignAsync(found, request, step, ct),
        ActionKind.Forward => await ForwardAsync(found, request, step, ct),
        ActionKind.Label => Label(found, request, step),
        ActionKind.Priority => request.Priority is { } priority ? Acting.Do(found, step, t => t with { Priority = priority }) : Problems.Field("priority", "Choose low, normal, high or urgent."),
        ActionKind.Follow => await FollowAsync(found, request, step, ct),
        ActionKind.Snooze => Snooze(found, request, step),
        ActionKind.Spam => await SpamAsync(found, request, step, ct),
        _ => Acting.Do(found, step),
    };

    private async Task<Outcome<Change>> NoteAsync(Stored<Ticket> found, ActionRequest request, IReadOnlyList<Attachment> files, Step step, CancellationToken ct)
    {
        var mentions = await AgentsAsync("mentions", request.Mentions, found.Value, step.By, ct);
        return mentions.Problem is { } problem ? problem : Acting.Note(found, request with { Mentions = mentions.Value }, files, step);
    }

    private async Task<Outcome<Change>> AssignAsync(Stored<Ticket> found, ActionRequest request, Step step, CancellationToken ct)
    {
        if (request.Assignee is null) return Acting.Do(found, step, t => t with { Assignee = null });
        var wanted = await AgentsAsync("assignee", [request.Assignee], found.Value, step.By, ct);
        return wanted.Problem is null ? Acting.Do(found, step, t => t with { Assignee = wanted.Value[0] }) : TicketProblems.NoSuchAgent;
    }

    /// <summary>Another department's work; its owner goes along only if they work there too.</summary>
    private async Task<Outcome<Change>> ForwardAsync(Stored<Ticket> found, ActionRequest request, Step step, CancellationToken ct)
    {
        if ((await settings.DepartmentsAsync(ct)).FirstOrDefault(d => d.Id == request.Department && d.Active) is not { } department) return Problems.Field("department", "There is no such department.");
        var owner = (await settings.AgentsAsync(ct)).FirstOrDefault(a => a.Id == found.Value.Assignee);
        return Acting.Do(found, step, t =>
        {
            var there = t with { Department = department.Id };
            return owner is not null && Rights.MaySee(owner, there) ? there : there with { Assignee = null };
        });
    }

    private static Outcome<Change> Label(Stored<Ticket> found, ActionRequest request, Step step)
    {
        if (request.Labels is not { } labels || (labels.Add.Count == 0 && labels.Remove.Count == 0)) return Problems.Field("labels", "Say which labels to put on or take off.");
        var add = LabelName.All(labels.Add);
        if (add.Problem is { } problem) return problem;
        var after = (labels with { Add = add.Value }).On(found.Value.Labels);
        return after.Count <= MostLabels ? Acting.Do(found, step, t => t with { Labels = after }) : Problems.Field("labels", $"A ticket has at most {MostLabels} labels.");
    }

    private async Task<Outcome<Change>> FollowAsync(Stored<Ticket> found, ActionRequest request, Step step, CancellationToken ct)
    {
        if (request.Followers is not { } followers || (followers.Add.Count == 0 && followers.Remove.Count == 0)) return Problems.Field("followers", "Say who shall watch it, or watch it no more.");
        var add = await AgentsAsync("followers", followers.Add, found.Value, step.By, ct);
        if (add.Problem is { } problem) return problem;
        var after = new ListChange { Add = add.Value, Remove = [.. followers.Remove.Select(id => Named(id, step.By))] }.On(found.Value.Followers);
        return after.Count <= MostFollowers ? Acting.Do(found, step, t => t with { Followers = after }) : Problems.Field("followers", $"At most {MostFollowers} agents watch a ticket.");
    }

    private static Outcome<Change> Snooze(Stored<Ticket> found, ActionRequest request, Step step)
    {
        if (request.Until is not { } until) return Acting.Do(found, step, t => t with { SnoozedUntil = null });
        if (until <= step.At || until > step.At + LongestSnooze) return Problems.Field("until", "Choose a time that is still to come, within a year.");
        if (!found.Value.IsOpen) return Problems.Field("until", "What is done cannot be put off. Open it again first.");
        return Acting.Do(found, step, t => t with { SnoozedUntil = until }) with { Wake = new WakeRow(found.Value.Id, until) };
    }

    private async Task<Outcome<Change>> SpamAsync(Stored<Ticket> found, ActionRequest request, Step step, CancellationToken ct)
    {
        if (request.Spam is not { } spam) return Problems.Field("spam", "Say whether it is spam: true or false.");
        if (!spam && request.Block == true) return Problems.Field("block", "Only the sender of spam is blocked.");
        if (request.Block == true && await blockSender.FaultAsync(found.Value.From.Value.ToLowerInvariant(), ct) is { } fault) return fault;
        return Acting.Do(found, step, t => spam ? t with { Spam = Quarantine.ByAgent(t.Spam) } : t.Released());
    }

    /// <summary>Those agents, oneself as <c>me</c>, if all are there and may see the ticket.</summary>
    private async Task<Outcome<IReadOnlyList<string>>> AgentsAsync(string field, IReadOnlyList<string> wanted, Ticket ticket, Agent by, CancellationToken ct)
    {
        var agents = await settings.AgentsAsync(ct);
        string[] ids = [.. wanted.Select(id => Named(id, by)).Distinct()];
        return ids.All(id => agents.Any(a => a.Id == id && a.Active && Rights.MaySee(a, ticket)))
            ? ids
            : Problems.Field(field, "There is no such agent, or they may not see this ticket.");
    }

    private static string Named(string id, Agent by) => id == "me" ? by.Id : id;
}
