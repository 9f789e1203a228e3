using HelpdeskMx.Agents;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Workflow;

/// <summary>A workflow to begin with.</summary>
/// <param name="Key"><c>simple</c>, <c>shop</c> or <c>technical</c>.</param>
/// <param name="Workflow">Its states and actions.</param>
public sealed record ReadyWorkflow(string Key, TicketWorkflow Workflow);

/// <summary>Workflows that a desk can take as they are, and change from there.</summary>
public static class ReadyWorkflows
{
    /// <summary>A simple one, which every desk starts with; one for shops; one for technical support.</summary>
    public static IReadOnlyList<ReadyWorkflow> All { get; } = [new("simple", DefaultWorkflow.Workflow), new("shop", Shop()), new("technical", Technical())];

    /// <summary>Orders are checked with the warehouse, returns come back, refunds are paid; what waits for the customer closes by itself after two weeks.</summary>
    private static TicketWorkflow Shop()
    {
        var simple = DefaultWorkflow.Workflow;
        State[] own =
        [
            new("warehouse", Category.Open, Languages.Names("At the warehouse", "Ve skladu", "W magazynie", "창고 확인 중", "На складе")),
            new("return", Category.Waiting, Languages.Names("Waiting for the return", "Čeká na vrácení", "Oczekuje na zwrot", "반품 대기", "Ждёт возврата")),
            new("refund", Category.Open, Languages.Names("To refund", "K vrácení peněz", "Do zwrotu pieniędzy", "환불 예정", "К возврату денег")),
        ];
        string[] working = ["new", "open", "waiting"];
        TicketAction[] actions =
        [
            new("ask-warehouse", ActionKind.Plain, working, "warehouse", Languages.Names("Ask the warehouse", "Zeptat se skladu", "Zapytaj magazyn", "창고에 문의", "Спросить склад"))
            {
                Fields = [new("question", ActionFieldType.Text, Required: true, Languages.Names("What to check", "Co ověřit", "Co sprawdzić", "확인할 내용", "Что проверить"))],
            },
            new("warehouse-answers", ActionKind.Plain, ["warehouse"], "open", Languages.Names("Warehouse has answered", "Sklad odpověděl", "Magazyn odpowiedział", "창고 답변 완료", "Склад ответил")),
            new("agree-return", ActionKind.Plain, [.. working, "warehouse"], "return", Languages.Names("Agree on a return", "Domluvit vrácení", "Uzgodnij zwrot", "반품 합의", "Согласовать возврат"))
            {
                Fields = [new("return-number", ActionFieldType.Text, Required: false, Languages.Names("Return number", "Číslo vratky", "Numer zwrotu", "반품 번호", "Номер возврата"))],
            },
            new("goods-are-back", ActionKind.Plain, ["return"], "refund", Languages.Names("Goods are back", "Zboží dorazilo", "Towar wrócił", "반품 도착", "Товар вернулся")),
            new("refunded", ActionKind.Plain, ["refund"], "closed", Languages.Names("Refunded", "Peníze vráceny", "Pieniądze zwrócone", "환불 완료", "Деньги возвращены"))
            {
                Fields = [new("amount", ActionFieldType.Number, Required: true, Languages.Names("Amount", "Částka", "Kwota", "금액", "Сумма"))],
                Effects = new() { AddLabels = ["refund"] },
            },
            new("no-answer", ActionKind.Plain, ["waiting"], "closed", Languages.Names("Close without an answer", "Uzavřít bez odpovědi", "Zamknij bez odpowiedzi", "응답 없어 종료", "Закрыть без ответа")) { AfterHours = 24 * 14 },
        ];
        return Joined(simple, own, actions);
    }

    /// <summary>Three levels: the first line passes faults on, the second finds or passes on, development mends; the customer confirms.</summary>
    private static TicketWorkflow Technical()
    {
        State[] own =
        [
            new("second-level", Category.Open, Languages.Names("Second level", "Druhá úroveň", "Druga linia", "2차 지원", "Вторая линия")),
            new("development", Category.Open, Languages.Names("In development", "Ve vývoji", "W dziale rozwoju", "개발팀 처리 중", "В разработке")),
            new("to-confirm", Category.Waiting, Languages.Names("Customer confirms", "Potvrzuje zákazník", "Klient potwierdza", "고객 확인 대기", "Подтверждает клиент")),
        ];
        var reproduced = new ActionField("reproduced", ActionFieldType.Choice, Required: true, Languages.Names("Can it be repeated?", "Lze zopakovat?", "Czy da się powtórzyć?", "재현되나요?", "Воспроизводится?"))
        {
            Choices = [new("yes", Languages.Names("Yes", "Ano", "Tak", "예", "Да")), new("no", Languages.Names("No", "Ne", "Nie", "아니요", "Нет")), new("sometimes", Languages.Names("Sometimes", "Někdy", "Czasami", "가끔", "Иногда"))],
        };
        TicketAction[] actions =
        [
            new("escalate", ActionKind.Plain, ["new", "open", "waiting"], "second-level", Languages.Names("Pass to second level", "Předat druhé úrovni", "Przekaż drugiej linii", "2차로 이관", "Передать второй линии")) { Fields = [reproduced], Effects = new() { Owner = Ownership.LeastBusy } },
            new("to-development", ActionKind.Plain, ["second-level"], "development", Languages.Names("Pass to development", "Předat vývoji", "Przekaż do rozwoju", "개발팀으로 이관", "Передать в разработку"))
            {
                Fields = [new("fault", ActionFieldType.Text, Required: true, Languages.Names("Number of the fault", "Číslo chyby", "Numer błędu", "버그 번호", "Номер ошибки"))],
                Effects = new() { Priority = Priority.High },
            },
            new("solved", ActionKind.Plain, ["open", "second-level", "development"], "to-confirm", Languages.Names("Solved", "Vyřešeno", "Rozwiązane", "해결됨", "Решено")),
            new("back-to-first", ActionKind.Plain, ["second-level", "development"], "open", Languages.Names("Back to first level", "Zpět první úrovni", "Wróć do pierwszej linii", "1차로 되돌리기", "Вернуть первой линии")) { Effects = new() { Owner = Ownership.Nobody } },
            new("confirmed", ActionKind.Plain, ["to-confirm"], "closed", Languages.Names("Customer has confirmed", "Zákazník potvrdil", "Klient potwierdził", "고객 확인 완료", "Клиент подтвердил")),
            new("confirmed-by-silence", ActionKind.Plain, ["to-confirm"], "closed", Languages.Names("Close without confirmation", "Uzavřít bez potvrzení", "Zamknij bez potwierdzenia", "확인 없이 종료", "Закрыть без подтверждения")) { AfterHours = 24 * 7 },
        ];
        return Joined(DefaultWorkflow.Workflow, own, actions);
    }

    /// <summary>The simple workflow with states and actions beside its own, which are offered in the new states too.</summary>
    private static TicketWorkflow Joined(TicketWorkflow simple, State[] states, TicketAction[] actions)
    {
        string[] open = [.. states.Select(s => s.Key)];
        bool Always(TicketAction action) => action.Kind != ActionKind.Plain || action.Key is "close" or "archive";
        return new([.. simple.States.Take(2), .. states, .. simple.States.Skip(2)], [.. simple.Actions.Select(a => Always(a) ? a with { From = [.. a.From, .. open] } : a), .. actions]);
    }
}
