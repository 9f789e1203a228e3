using HelpdeskMx.Tickets;

namespace HelpdeskMx.Workflow;

/// <summary>The workflow a desk starts with.</summary>
public static class DefaultWorkflow
{
    private static readonly string[] Active = ["new", "open", "waiting"];
    private static readonly string[] Everywhere = [.. Active, "closed", "archived"];

    /// <summary>Five states, one of each category, and six actions.</summary>
    public static TicketWorkflow Workflow { get; } = new(
    [
        new("new", Category.New, Names("New", "Nový", "Nowe", "신규", "Новая")),
        new("open", Category.Open, Names("Open", "Otevřený", "Otwarte", "진행 중", "Открыта")),
        new("waiting", Category.Waiting, Names("Waiting for the customer", "Čeká na zákazníka", "Czeka na klienta", "고객 답변 대기", "Ждёт клиента")),
        new("closed", Category.Closed, Names("Closed", "Uzavřený", "Zamknięte", "종료", "Закрыта")),
        new("archived", Category.Archived, Names("Archived", "Archivovaný", "Zarchiwizowane", "보관됨", "В архиве")),
    ],
    [
        new("reply", ActionKind.Reply, Everywhere, "waiting", Names("Reply", "Odpovědět", "Odpowiedz", "답장", "Ответить")),
        new("note", ActionKind.Note, Everywhere, null, Names("Note", "Poznámka", "Notatka", "메모", "Заметка")),
        new("assign", ActionKind.Assign, Everywhere, null, Names("Assign", "Přiřadit", "Przypisz", "담당자 지정", "Назначить")),
        new("close", ActionKind.Plain, Active, "closed", Names("Close", "Uzavřít", "Zamknij", "종료", "Закрыть")),
        new("reopen", ActionKind.Plain, ["waiting", "closed", "archived"], "open", Names("Reopen", "Znovu otevřít", "Otwórz ponownie", "다시 열기", "Открыть снова")),
        new("archive", ActionKind.Plain, [.. Active, "closed"], "archived", Names("Archive", "Archivovat", "Archiwizuj", "보관", "В архив")),
    ]);

    private static Dictionary<string, string> Names(string en, string cs, string pl, string ko, string ru) =>
        new() { ["en"] = en, ["cs"] = cs, ["pl"] = pl, ["ko"] = ko, ["ru"] = ru };
}
