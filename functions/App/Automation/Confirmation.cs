namespace HelpdeskMx.Automation;

/// <summary>What a store tells a customer whose message became a new ticket.</summary>
/// <param name="On">False sends nothing.</param>
/// <param name="Texts">The words by language; <c>{number}</c> stands for the ticket's number, <c>{store}</c> for the store's name. A language without its own has the desk's.</param>
public sealed record Confirmation(bool On, IReadOnlyDictionary<string, string> Texts)
{
    /// <summary>The words by language while the store is closed; <c>{opens}</c> stands for when it opens next, the others as in <see cref="Texts"/>. A language without its own has the desk's.</summary>
    public IReadOnlyDictionary<string, string>? ClosedTexts { get; init; }

    /// <summary>The longest text, in characters.</summary>
    public const int LongestText = 5_000;

    private static readonly Dictionary<string, string> Usual = new()
    {
        ["en"] = "Hello,\n\nwe have your message and will answer as soon as we can. Its number is {number}; an answer to this mail is added to it.\n\n{store}",
        ["cs"] = "Dobrý den,\n\nvaši zprávu jsme dostali a odpovíme, jakmile to půjde. Má číslo {number}; když na tento e-mail odpovíte, připojí se k ní.\n\n{store}",
        ["pl"] = "Dzień dobry,\n\notrzymaliśmy Państwa wiadomość i odpowiemy najszybciej, jak to możliwe. Ma numer {number}; odpowiedź na ten e-mail zostanie do niej dołączona.\n\n{store}",
        ["ko"] = "안녕하세요.\n\n보내 주신 메시지를 잘 받았습니다. 최대한 빨리 답변드리겠습니다. 접수 번호는 {number}이며, 이 메일에 회신하시면 같은 문의에 추가됩니다.\n\n{store}",
        ["ru"] = "Здравствуйте!\n\nМы получили ваше сообщение и ответим как можно скорее. Его номер — {number}; ответ на это письмо добавится к нему.\n\n{store}",
    };

    private static readonly Dictionary<string, string> UsualClosed = new()
    {
        ["en"] = "Hello,\n\nwe have your message. Its number is {number}; an answer to this mail is added to it. We are closed just now and will read it when we open again: {opens}.\n\n{store}",
        ["cs"] = "Dobrý den,\n\nvaši zprávu jsme dostali. Má číslo {number}; když na tento e-mail odpovíte, připojí se k ní. Teď máme zavřeno a přečteme si ji, až zase otevřeme: {opens}.\n\n{store}",
        ["pl"] = "Dzień dobry,\n\notrzymaliśmy Państwa wiadomość. Ma numer {number}; odpowiedź na ten e-mail zostanie do niej dołączona. Teraz mamy zamknięte i przeczytamy ją, gdy znów będzie otwarte: {opens}.\n\n{store}",
        ["ko"] = "안녕하세요.\n\n보내 주신 메시지를 잘 받았습니다. 접수 번호는 {number}이며, 이 메일에 회신하시면 같은 문의에 추가됩니다. 지금은 영업시간이 아니므로 다음 영업 시작 후 확인하겠습니다: {opens}.\n\n{store}",
        ["ru"] = "Здравствуйте!\n\nМы получили ваше сообщение. Его номер — {number}; ответ на это письмо добавится к нему. Сейчас мы закрыты и прочитаем его, когда снова откроемся: {opens}.\n\n{store}",
    };

    /// <summary>Nothing is sent.</summary>
    public static Confirmation Off { get; } = new(false, new Dictionary<string, string>());

    /// <summary>The same with words in every language, so that an admin sees what is sent.</summary>
    public Confirmation Whole() => this with { Texts = Whole(Texts, Usual), ClosedTexts = Whole(ClosedTexts, UsualClosed) };

    /// <summary>The words in a language.</summary>
    public string Text(string language, long number, string store) => Fill(Words(Texts, Usual, language), number, store);

    /// <summary>The words in a language while the store is closed.</summary>
    /// <param name="opens">When it opens next, as that language writes it.</param>
    public string ClosedText(string language, long number, string store, string opens) =>
        Fill(Words(ClosedTexts, UsualClosed, language).Replace("{opens}", opens, StringComparison.Ordinal), number, store);

    private static string Fill(string words, long number, string store) =>
        words.Replace("{number}", $"#{number}", StringComparison.Ordinal).Replace("{store}", store, StringComparison.Ordinal);

    private static Dictionary<string, string> Whole(IReadOnlyDictionary<string, string>? own, Dictionary<string, string> usual) =>
        Agents.Languages.All.ToDictionary(l => l, l => Words(own, usual, l));

    private static string Words(IReadOnlyDictionary<string, string>? own, Dictionary<string, string> usual, string language) =>
        own is not null && own.TryGetValue(language, out var words) && !string.IsNullOrWhiteSpace(words) ? words : usual.GetValueOrDefault(language, usual["en"]);
}
