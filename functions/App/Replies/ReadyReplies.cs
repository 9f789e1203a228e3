using HelpdeskMx.Agents;

namespace HelpdeskMx.Replies;

/// <summary>A saved reply that is written already, for a desk to take over and change. Nothing sends it before it is saved and an action or a rule is told to.</summary>
/// <param name="Key">Stable.</param>
/// <param name="Names">What it is called, by language.</param>
/// <param name="Texts">Its words, by language.</param>
public sealed record ReadyReply(string Key, IReadOnlyDictionary<string, string> Names, IReadOnlyDictionary<string, string> Texts);

/// <summary>The saved replies that are ready.</summary>
public static class ReadyReplies
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ReadyReply> All { get; } =
    [
        new("ask-rating", Languages.Names("Ask for a rating", "Prosba o hodnocení", "Prośba o ocenę", "평가 요청", "Просьба об оценке"), Languages.Names(
            "Hello{{#if customer.firstName}} {{customer.firstName}}{{/if}},\n\nyour request {{ticket.number}} is closed. {{#if rating.links}}How did we do? Choose one:\n\n{{rating.links}}{{else}}If something is still open, simply answer this mail.{{/if}}\n\n{{store.name}}",
            "Dobrý den,\n\nváš požadavek {{ticket.number}} je uzavřený. {{#if rating.links}}Jak jste s námi byli spokojeni? Vyberte jedno:\n\n{{rating.links}}{{else}}Pokud ještě něco zbývá, stačí odpovědět na tento e-mail.{{/if}}\n\n{{store.name}}",
            "Dzień dobry,\n\nzgłoszenie {{ticket.number}} zostało zamknięte. {{#if rating.links}}Jak nam poszło? Prosimy wybrać ocenę:\n\n{{rating.links}}{{else}}Jeśli coś jeszcze pozostało, wystarczy odpowiedzieć na ten e-mail.{{/if}}\n\n{{store.name}}",
            "안녕하세요.\n\n문의 {{ticket.number}}이(가) 종료되었습니다. {{#if rating.links}}저희 응대는 어떠셨나요? 하나를 골라 주세요.\n\n{{rating.links}}{{else}}아직 남은 일이 있다면 이 메일에 회신해 주세요.{{/if}}\n\n{{store.name}}",
            "Здравствуйте!\n\nВаше обращение {{ticket.number}} закрыто. {{#if rating.links}}Как мы справились? Выберите оценку:\n\n{{rating.links}}{{else}}Если что-то ещё не решено, просто ответьте на это письмо.{{/if}}\n\n{{store.name}}")),
    ];
}
