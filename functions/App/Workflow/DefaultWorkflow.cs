using HelpdeskMx.Agents;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Workflow;

/// <summary>The workflow a desk starts with.</summary>
public static class DefaultWorkflow
{
    private static readonly string[] Active = ["new", "open", "waiting"];
    private static readonly string[] Everywhere = [.. Active, "closed", "archived"];

    /// <summary>Says what is spam and what is none, everywhere.</summary>
    public static TicketAction Spam { get; } = new("spam", ActionKind.Spam, Everywhere, null, Languages.Names("Spam", "Spam", "Spam", "스팸", "Спам"));

    /// <summary>Fills in the desk's own fields, everywhere.</summary>
    public static TicketAction Fill { get; } = new("fill", ActionKind.Fill, Everywhere, null, Languages.Names("Fill in", "Vyplnit", "Wypełnij", "입력", "Заполнить"));

    /// <summary>What every workflow has, also one that was saved without it.</summary>
    public static IReadOnlyList<TicketAction> Needed { get; } = [Spam, Fill];

    /// <summary>Five states, one of each category, and what every desk does.</summary>
    public static TicketWorkflow Workflow { get; } = new(
    [
        new("new", Category.New, Languages.Names("New", "Nový", "Nowe", "신규", "Новая")),
        new("open", Category.Open, Languages.Names("Open", "Otevřený", "Otwarte", "진행 중", "Открыта")),
        new("waiting", Category.Waiting, Languages.Names("Waiting", "Čeká", "Czeka", "답변 대기", "Ждёт ответа")),
        new("closed", Category.Closed, Languages.Names("Closed", "Uzavřený", "Zamknięte", "종료", "Закрыта")),
        new("archived", Category.Archived, Languages.Names("Archived", "Archivovaný", "Zarchiwizowane", "보관됨", "В архиве")),
    ],
    [
        new("reply", ActionKind.Reply, Everywhere, "waiting", Languages.Names("Reply", "Odpovědět", "Odpowiedz", "답장", "Ответить")),
        new("note", ActionKind.Note, Everywhere, null, Languages.Names("Note", "Poznámka", "Notatka", "메모", "Заметка")),
        new("assign", ActionKind.Assign, Everywhere, null, Languages.Names("Assign", "Přiřadit", "Przypisz", "담당자 지정", "Назначить")),
        new("forward", ActionKind.Forward, Everywhere, null, Languages.Names("Forward", "Předat", "Przekaż", "부서 이관", "Передать")),
        new("label", ActionKind.Label, Everywhere, null, Languages.Names("Label", "Štítky", "Etykiety", "라벨", "Метки")),
        new("priority", ActionKind.Priority, Everywhere, null, Languages.Names("Priority", "Priorita", "Priorytet", "우선순위", "Приоритет")),
        new("follow", ActionKind.Follow, Everywhere, null, Languages.Names("Watch", "Sledovat", "Obserwuj", "지켜보기", "Отслеживать")),
        new("snooze", ActionKind.Snooze, Active, null, Languages.Names("Snooze", "Odložit", "Odłóż", "다시 알림", "Отложить")),
        Spam,
        Fill,
        new("close", ActionKind.Plain, Active, "closed", Languages.Names("Close", "Uzavřít", "Zamknij", "종료", "Закрыть")),
        new("reopen", ActionKind.Plain, ["waiting", "closed", "archived"], "open", Languages.Names("Reopen", "Znovu otevřít", "Otwórz ponownie", "다시 열기", "Открыть снова")),
        new("archive", ActionKind.Plain, [.. Active, "closed"], "archived", Languages.Names("Archive", "Archivovat", "Archiwizuj", "보관", "В архив")),
    ]);
}
