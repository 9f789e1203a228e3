using HelpdeskMx.Agents;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Tickets;

/// <summary>A list agents come back to.</summary>
/// <param name="Key">Stable, in URLs.</param>
/// <param name="Group"><c>mine</c>, <c>shared</c>, <c>own</c> (what the agent saved) or <c>departments</c>.</param>
/// <param name="Names">Its name, by language.</param>
/// <param name="Filter">What it shows.</param>
/// <param name="Counted">False where a count would say nothing.</param>
public sealed record View(string Key, string Group, IReadOnlyDictionary<string, string> Names, TicketFilter Filter, bool Counted = true);

/// <summary>A view with how many tickets are in it.</summary>
/// <param name="Key">Stable, in URLs.</param>
/// <param name="Group"><c>mine</c>, <c>shared</c>, <c>own</c> (what the agent saved) or <c>departments</c>.</param>
/// <param name="Names">Its name, by language.</param>
/// <param name="Count">Null where it is not counted; never more than <see cref="Views.CountLimit"/>.</param>
/// <param name="More">There are more than that.</param>
/// <param name="Own">It was saved, and this agent may delete it.</param>
public sealed record ViewCount(string Key, string Group, IReadOnlyDictionary<string, string> Names, int? Count, bool More, bool Own);

/// <summary>The views of the desk, and how many tickets each holds for an agent.</summary>
public sealed class Views(Tickets tickets, ListTickets lists, Settings settings)
{
    /// <summary>Counting stops here; people see "999+".</summary>
    public const int CountLimit = 999;

    private static readonly View[] BuiltIn =
    [
        new("mine", "mine", Languages.Names("Mine", "Moje", "Moje", "내 티켓", "Мои"), new() { Category = "active", Assignee = "me" }),
        new("unassigned", "mine", Languages.Names("Unassigned", "Nepřiřazené", "Nieprzypisane", "담당자 없음", "Без ответственного"), new() { Category = "active", Assignee = "nobody" }),
        new("unread", "mine", Languages.Names("Unread", "Nepřečtené", "Nieprzeczytane", "읽지 않음", "Непрочитанные"), new() { Category = "active", Unread = true }),
        new("watched", "mine", Languages.Names("Watched", "Sledované", "Obserwowane", "지켜보는 티켓", "Отслеживаемые"), new() { Follower = "me" }),
        new("snoozed", "mine", Languages.Names("Snoozed", "Odložené", "Odłożone", "나중에 알림", "Отложенные"), new() { Mark = "snoozed" }),
        new("drafts", "mine", Languages.Names("Drafts", "Koncepty", "Wersje robocze", "임시 저장", "Черновики"), new() { Draft = "mine" }),
        new("overdue", "shared", Languages.Names("Overdue", "Po termínu", "Po terminie", "기한 초과", "Просроченные"), new() { Mark = "overdue" }),
        new("open", "shared", Languages.Names("All open", "Všechny otevřené", "Wszystkie otwarte", "진행 중 전체", "Все открытые"), new() { Category = "active" }),
        new("waiting", "shared", Languages.Names("Waiting", "Čekající", "Czekające", "답변 대기", "Ждут ответа"), new() { Category = "waiting" }),
        new("review", "shared", Languages.Names("To review", "Ke kontrole", "Do sprawdzenia", "확인 필요", "На проверку"), new() { Category = "active", Review = true }),
        new("closed", "shared", Languages.Names("Closed", "Uzavřené", "Zamknięte", "종료", "Закрытые"), new() { Category = "closed" }, Counted: false),
        new("archived", "shared", Languages.Names("Archived", "Archivované", "Zarchiwizowane", "보관됨", "В архиве"), new() { Category = "archived" }, Counted: false),
        new("spam", "shared", Languages.Names("Spam", "Spam", "Spam", "스팸", "Спам"), new() { Mark = "spam" }),
        new("all", "shared", Languages.Names("All tickets", "Všechny tikety", "Wszystkie zgłoszenia", "모든 티켓", "Все заявки"), new(), Counted: false),
    ];

    /// <summary>The view of this key, null when there is none for this agent.</summary>
    public async Task<View?> FindAsync(string key, Agent by, CancellationToken ct) => (await AllAsync(by, ct)).FirstOrDefault(v => v.Key == key);

    /// <summary>Every view with its count for this agent.</summary>
    public async Task<IReadOnlyList<ViewCount>> CountAsync(Agent by, CancellationToken ct)
    {
        var own = (await settings.ViewsAsync(ct)).Where(v => v.IsOf(by)).Select(v => v.Shown.Key).ToHashSet();
        var all = await AllAsync(by, ct);
        return await Task.WhenAll(all.Select(v => CountAsync(v, own.Contains(v.Key), by, ct)));
    }

    private async Task<ViewCount> CountAsync(View view, bool own, Agent by, CancellationToken ct)
    {
        int? count = view.Filter.Draft is not null ? (await lists.AmongAsync(null, view.Filter, "newest", by, ct)).Count : view.Counted ? await tickets.CountAsync(q => q with { Where = view.Filter.Conditions(by) }, CountLimit + 1, ct) : null;
        return new ViewCount(view.Key, view.Group, view.Names, count is null ? null : Math.Min(count.Value, CountLimit), count > CountLimit, own);
    }

    private async Task<IReadOnlyList<View>> AllAsync(Agent by, CancellationToken ct)
    {
        var all = await UnorderedAsync(by, ct);
        if (by.ViewOrder.Count == 0) return all;
        var places = by.ViewOrder.Select((key, at) => (key, at)).ToDictionary(p => p.key, p => p.at);
        return [.. all.OrderBy(v => places.GetValueOrDefault(v.Key, int.MaxValue))];
    }

    private async Task<IReadOnlyList<View>> UnorderedAsync(Agent by, CancellationToken ct) =>
    [
        .. BuiltIn,
        .. (await settings.ViewsAsync(ct)).Where(v => v.IsFor(by)).OrderBy(v => v.Name, StringComparer.OrdinalIgnoreCase).Select(v => v.Shown),
        .. (await settings.DepartmentsAsync(ct)).Select(d => new View($"dept-{d.Id}", "departments", Languages.Same(d.Name), new() { Category = "active", Department = d.Id })),
    ];
}
