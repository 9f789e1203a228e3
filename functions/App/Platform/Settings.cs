using System.Collections.Concurrent;
using HelpdeskMx.Agents;
using HelpdeskMx.Automation;
using HelpdeskMx.Calendars;
using HelpdeskMx.Channels;
using HelpdeskMx.Fields;
using HelpdeskMx.Labels;
using HelpdeskMx.Replies;
using HelpdeskMx.Sla;
using HelpdeskMx.Spam;
using HelpdeskMx.Tickets;
using HelpdeskMx.Workflow;

namespace HelpdeskMx.Platform;

/// <summary>What admins have set, read through a short memory so that a message costs no settings reads.</summary>
/// <remarks>What another instance changes is seen after <see cref="Memory"/>; what this one changes, at once.</remarks>
public sealed class Settings(IDocumentStore store, TimeProvider clock)
{
    /// <summary>How long a reading is trusted.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, Reading> readings = new();

    private sealed record Reading(DateTimeOffset At, Task<object> Value);

    /// <summary>Stores, by name.</summary>
    public Task<IReadOnlyList<Store>> StoresAsync(CancellationToken ct) => AllAsync(Kinds.Stores, ct);

    /// <summary>Departments, by name.</summary>
    public Task<IReadOnlyList<Department>> DepartmentsAsync(CancellationToken ct) => AllAsync(Kinds.Departments, ct);

    /// <summary>Channels of every kind.</summary>
    public Task<IReadOnlyList<Channel>> ChannelsAsync(CancellationToken ct) => AllAsync(Kinds.Channels, ct);

    /// <summary>Calendars.</summary>
    public Task<IReadOnlyList<Calendar>> CalendarsAsync(CancellationToken ct) => AllAsync(Kinds.Calendars, ct);

    /// <summary>Agents with their roles, those who have left included.</summary>
    public async Task<IReadOnlyList<Agent>> AgentsAsync(CancellationToken ct)
    {
        var (agents, roles) = (await AllAsync(Kinds.Agents, ct), await AllAsync(Kinds.Roles, ct));
        return roles.Count == 0 ? agents : [.. agents.Select(a => roles.FirstOrDefault(r => r.Id == a.Role) is { } role ? a with { May = role } : a)];
    }

    /// <summary>Lists that agents have saved.</summary>
    public Task<IReadOnlyList<SavedView>> ViewsAsync(CancellationToken ct) => AllAsync(Kinds.Views, ct);

    /// <summary>The desk's own fields of tickets.</summary>
    public async Task<TicketFields> FieldsAsync(CancellationToken ct) => (await AllAsync(Kinds.Fields, ct)) is [var own, ..] ? own : new([]);

    /// <summary>Service level policies, in no order.</summary>
    public Task<IReadOnlyList<SlaPolicy>> SlaAsync(CancellationToken ct) => AllAsync(Kinds.Sla, ct);

    /// <summary>Rules, in no order.</summary>
    public Task<IReadOnlyList<Rule>> RulesAsync(CancellationToken ct) => AllAsync(Kinds.Rules, ct);

    /// <summary>Saved replies of everybody.</summary>
    public Task<IReadOnlyList<SavedReply>> SavedRepliesAsync(CancellationToken ct) => AllAsync(Kinds.SavedReplies, ct);

    /// <summary>Labels.</summary>
    public Task<IReadOnlyList<Label>> LabelsAsync(CancellationToken ct) => AllAsync(Kinds.Labels, ct);

    /// <summary>When agents were last there.</summary>
    public Task<IReadOnlyList<Presence>> PresencesAsync(CancellationToken ct) => AllAsync(Kinds.Presences, ct);

    /// <summary>Every role, those every desk has first.</summary>
    public async Task<IReadOnlyList<Role>> RolesAsync(CancellationToken ct) => [Role.BuiltIn(Role.AdminId), Role.BuiltIn(Role.AgentId), .. await AllAsync(Kinds.Roles, ct)];

    /// <summary>The workflow in force.</summary>
    public async Task<TicketWorkflow> WorkflowAsync(CancellationToken ct) =>
        (await AllAsync(Kinds.Workflows, ct)) is [var own, ..] ? own.Whole() : DefaultWorkflow.Workflow;

    /// <summary>Workflows that were in force before.</summary>
    public Task<IReadOnlyList<TicketWorkflow>> FormerWorkflowsAsync(CancellationToken ct) => AllAsync(Kinds.FormerWorkflows, ct);

    /// <summary>What the desk has learned of labels; nothing, and off, until it has.</summary>
    public async Task<LabelLearning> LabelLearningAsync(CancellationToken ct) =>
        (await AllAsync(Kinds.LabelLearning, ct)) is [var learned, ..] ? learned : new LabelLearning();

    /// <summary>Changes that as it is stored now, and gives it as it is then.</summary>
    public async Task<LabelLearning> ChangeLabelLearningAsync(Func<LabelLearning, LabelLearning> change, CancellationToken ct)
    {
        while (true)
        {
            if (await ChangeAsync(Kinds.LabelLearning, LabelLearning.Id, known => change(known), ct) is { } changed) return changed.Value;
            await AddAsync(Kinds.LabelLearning, LabelLearning.Id, new LabelLearning(), ct);
        }
    }

    /// <summary>Senders whose messages go out of sight.</summary>
    public Task<IReadOnlyList<Block>> BlocksAsync(CancellationToken ct) => AllAsync(Kinds.Blocks, ct);

    /// <summary>What the desk has learned of spam; nothing until it has.</summary>
    public async Task<SpamLearning> SpamLearningAsync(CancellationToken ct) =>
        (await AllAsync(Kinds.SpamLearning, ct)) is [var learned, ..] ? learned : new SpamLearning();

    /// <summary>Changes that as it is stored now, and gives it as it is then.</summary>
    public async Task<SpamLearning> ChangeSpamLearningAsync(Func<SpamLearning, SpamLearning> change, CancellationToken ct)
    {
        while (true)
        {
            if (await ChangeAsync(Kinds.SpamLearning, SpamLearning.Id, known => change(known), ct) is { } changed) return changed.Value;
            await AddAsync(Kinds.SpamLearning, SpamLearning.Id, new SpamLearning(), ct);
        }
    }

    /// <summary>The channel of this id, null when there is none.</summary>
    public async Task<Channel?> ChannelAsync(string id, CancellationToken ct) => (await ChannelsAsync(ct)).FirstOrDefault(c => c.Id == id);

    /// <summary>Stores one setting whatever was there.</summary>
    public async Task SaveAsync<T>(SettingKind<T> kind, string id, T value, CancellationToken ct) where T : class
    {
        var documents = new Collection<T>(store, Containers.Config, kind.Type, kind.Json);
        await documents.CommitAsync(kind.Partition, documents.Upsert(id, value), ct);
        readings.TryRemove(kind.Partition, out _);
    }

    /// <summary>Stores a setting only if there is none of that id; false when there is.</summary>
    public async Task<bool> AddAsync<T>(SettingKind<T> kind, string id, T value, CancellationToken ct) where T : class
    {
        var documents = new Collection<T>(store, Containers.Config, kind.Type, kind.Json);
        var outcome = await documents.CommitAsync(kind.Partition, documents.Create(id, value), ct);
        readings.TryRemove(kind.Partition, out _);
        return outcome == CommitOutcome.Committed;
    }

    /// <summary>Stores a new setting under the first free id that begins with <paramref name="slug"/>; whoever is slower of two is asked again and sees the other's.</summary>
    public async Task<Outcome<T>> AddAsync<T>(SettingKind<T> kind, string slug, Func<T, string> idOf, Func<IReadOnlyList<T>, string, Outcome<T>> make, CancellationToken ct) where T : class
    {
        while (true)
        {
            var all = await AllAsync(kind, ct);
            var id = Slug.Free(slug, all.Select(idOf).ToHashSet());
            var made = make(all, id);
            if (made.Problem is not null || await AddAsync(kind, id, made.Value, ct)) return made;
        }
    }

    /// <summary>Changes a setting as it is stored now, whatever is remembered; asks again where another change came first. Null where there is none of that id.</summary>
    public async Task<Outcome<T>?> ChangeAsync<T>(SettingKind<T> kind, string id, Func<T, Outcome<T>> change, CancellationToken ct) where T : class
    {
        var documents = new Collection<T>(store, Containers.Config, kind.Type, kind.Json);
        while (await documents.ReadAsync(kind.Partition, id, ct) is { } found)
        {
            var changed = change(found.Value);
            if (changed.Problem is not null) return changed;
            var outcome = await documents.CommitAsync(kind.Partition, documents.Replace(id, changed.Value, found.ETag), ct);
            readings.TryRemove(kind.Partition, out _);
            if (outcome == CommitOutcome.Committed) return changed;
        }
        return null;
    }

    /// <summary>Deletes a setting; one that is not there is no fault.</summary>
    public async Task DeleteAsync<T>(SettingKind<T> kind, string id, CancellationToken ct) where T : class
    {
        await new Collection<T>(store, Containers.Config, kind.Type, kind.Json).CommitAsync(kind.Partition, new Write.Delete(id), ct);
        readings.TryRemove(kind.Partition, out _);
    }

    /// <summary>Every setting of a kind.</summary>
    public async Task<IReadOnlyList<T>> AllAsync<T>(SettingKind<T> kind, CancellationToken ct) where T : class
    {
        var now = clock.GetUtcNow();
        if (!readings.TryGetValue(kind.Partition, out var reading) || now - reading.At > Memory || reading.Value.IsFaulted)
            readings[kind.Partition] = reading = new(now, ReadAsync(kind));
        return (IReadOnlyList<T>)await reading.Value.WaitAsync(ct);
    }

    private async Task<object> ReadAsync<T>(SettingKind<T> kind) where T : class
    {
        var documents = new Collection<T>(store, Containers.Config, kind.Type, kind.Json);
        List<T> all = [];
        await foreach (var found in Pages.AllAsync(next => documents.QueryAsync(q => q with { PageSize = 1000, Continuation = next }, CancellationToken.None, kind.Partition), CancellationToken.None)) all.Add(found.Value);
        return (IReadOnlyList<T>)all;
    }
}
