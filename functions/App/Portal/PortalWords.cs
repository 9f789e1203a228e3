using HelpdeskMx.Agents;

namespace HelpdeskMx.Portal;

/// <summary>Everything the page of a request says by itself, and the notice that leads to it, in each language. <c>{0}</c> is filled in.</summary>
public static class PortalWords
{
    private static readonly Dictionary<string, IReadOnlyDictionary<string, string>> Words = new()
    {
        ["untitled"] = Languages.Names("Your request", "Váš požadavek", "Twoje zgłoszenie", "문의 내용", "Ваше обращение"),
        ["number"] = Languages.Names("Request {0}", "Požadavek {0}", "Zgłoszenie {0}", "문의 {0}", "Обращение {0}"),
        ["state"] = Languages.Names("State: {0}", "Stav: {0}", "Stan: {0}", "상태: {0}", "Состояние: {0}"),
        ["conversation"] = Languages.Names("Conversation", "Konverzace", "Rozmowa", "대화", "Переписка"),
        ["you"] = Languages.Names("You", "Vy", "Ty", "나", "Вы"),
        ["nothing"] = Languages.Names("Nothing has been said here yet.", "Zatím tu nic není.", "Na razie nic tu nie ma.", "아직 대화가 없습니다.", "Здесь пока ничего нет."),
        ["more"] = Languages.Names("Older messages are not shown here.", "Starší zprávy se zde nezobrazují.", "Starsze wiadomości nie są tu pokazane.", "이전 메시지는 여기에 표시되지 않습니다.", "Более старые сообщения здесь не показаны."),
        ["files"] = Languages.Names("Files", "Soubory", "Pliki", "파일", "Файлы"),
        ["answer"] = Languages.Names("Write an answer", "Napsat odpověď", "Napisz odpowiedź", "답변 쓰기", "Написать ответ"),
        ["your-answer"] = Languages.Names("Your answer", "Vaše odpověď", "Twoja odpowiedź", "답변 내용", "Ваш ответ"),
        ["reopens"] = Languages.Names("This request is closed. An answer opens it again.", "Tento požadavek je uzavřený. Odpovědí ho znovu otevřete.", "To zgłoszenie jest zamknięte. Odpowiedź otworzy je ponownie.", "종료된 문의입니다. 답변을 보내면 다시 열립니다.", "Обращение закрыто. Ответ откроет его снова."),
        ["elsewhere"] = Languages.Names("To answer, write where you wrote to us before.", "Odpovězte tam, kde jste nám psali.", "Odpowiedz tam, gdzie do nas pisano.", "답변은 이전에 저희에게 연락하신 곳에서 보내 주세요.", "Чтобы ответить, напишите там же, где писали нам раньше."),
        ["taken"] = Languages.Names("We have your answer. It appears here in a moment.", "Vaši odpověď máme. Za okamžik se zde objeví.", "Mamy Twoją odpowiedź. Za chwilę pojawi się tutaj.", "답변을 잘 받았습니다. 잠시 후 여기에 표시됩니다.", "Мы получили ваш ответ. Он появится здесь через мгновение."),
        ["rate"] = Languages.Names("How did we do?", "Jak jste s námi spokojeni?", "Jak nam poszło?", "저희 응대는 어떠셨나요?", "Как мы справились?"),
        ["rate-lead"] = Languages.Names("From 1 star, bad, to 5 stars, very good.", "Od 1 hvězdičky (špatné) po 5 hvězdiček (výborné).", "Od 1 gwiazdki (źle) do 5 gwiazdek (bardzo dobrze).", "별 1개(나쁨)부터 별 5개(매우 좋음)까지 골라 주세요.", "От 1 звезды (плохо) до 5 звёзд (отлично)."),
        ["comment"] = Languages.Names("What should we know?", "Co bychom měli vědět?", "Co powinniśmy wiedzieć?", "하고 싶은 말씀이 있나요?", "Что нам стоит знать?"),
        ["send-rating"] = Languages.Names("Send rating", "Odeslat hodnocení", "Wyślij ocenę", "평가 보내기", "Отправить оценку"),
        ["rated"] = Languages.Names("Thank you for your rating. You can change it here at any time.", "Děkujeme za hodnocení. Můžete ho zde kdykoli změnit.", "Dziękujemy za ocenę. Można ją tu w każdej chwili zmienić.", "평가해 주셔서 감사합니다. 언제든지 여기에서 바꿀 수 있습니다.", "Спасибо за оценку. Её можно изменить здесь в любое время."),
        ["rating-missing"] = Languages.Names("Choose 1 to 5 stars. Nothing has been kept yet.", "Vyberte 1 až 5 hvězdiček. Zatím se nic neuložilo.", "Wybierz od 1 do 5 gwiazdek. Jeszcze nic nie zapisano.", "별을 1개에서 5개까지 골라 주세요. 아직 저장되지 않았습니다.", "Выберите от 1 до 5 звёзд. Пока ничего не сохранено."),
        ["rating-long"] = Languages.Names("The comment is too long: at most 2,000 characters. Nothing has been kept yet.", "Komentář je příliš dlouhý: nejvýše 2 000 znaků. Zatím se nic neuložilo.", "Komentarz jest za długi: najwyżej 2000 znaków. Jeszcze nic nie zapisano.", "의견이 너무 깁니다. 최대 2,000자까지 가능합니다. 아직 저장되지 않았습니다.", "Комментарий слишком длинный: не более 2000 символов. Пока ничего не сохранено."),
        ["rating-old"] = Languages.Names("This page had been open for long. Please send your rating once more.", "Stránka byla dlouho otevřená. Odešlete prosím hodnocení znovu.", "Strona była długo otwarta. Wyślij ocenę jeszcze raz.", "페이지가 오래 열려 있었습니다. 평가를 다시 보내 주세요.", "Страница была долго открыта. Отправьте оценку ещё раз."),
        ["gone"] = Languages.Names("This link is not valid, or no longer. Answer the last mail you have from us, or write to us again.", "Tento odkaz neplatí, nebo už neplatí. Odpovězte na poslední e-mail od nás, nebo nám napište znovu.", "Ten link jest nieprawidłowy lub wygasł. Odpowiedz na ostatni e-mail od nas albo napisz do nas ponownie.", "유효하지 않거나 만료된 링크입니다. 저희가 보낸 마지막 메일에 회신하거나 다시 연락해 주세요.", "Эта ссылка недействительна или устарела. Ответьте на последнее письмо от нас или напишите нам снова."),
        ["private"] = Languages.Names("This page is yours: whoever has its link can read and answer here. Do not send it on.", "Tato stránka je jen vaše: kdo má odkaz, může zde číst a odpovídat. Nepřeposílejte ho.", "Ta strona jest tylko dla Ciebie: kto ma link, może tu czytać i odpowiadać. Nie przesyłaj go dalej.", "이 페이지는 본인만을 위한 것입니다. 링크가 있는 사람은 누구나 읽고 답변할 수 있으니 전달하지 마세요.", "Эта страница только для вас: у кого есть ссылка, тот может читать и отвечать. Не пересылайте её."),
        ["notice"] = Languages.Names("Hello,\n\nyou have a new answer to your request {0}. Read and answer it here:", "Dobrý den,\n\nk vašemu požadavku {0} máte novou odpověď. Přečtete si ji a odpovíte na ni zde:", "Dzień dobry,\n\nmasz nową odpowiedź na zgłoszenie {0}. Przeczytasz ją i odpowiesz na nią tutaj:", "안녕하세요.\n\n문의 {0}에 새 답변이 있습니다. 아래에서 읽고 답변하실 수 있습니다.", "Здравствуйте!\n\nНа ваше обращение {0} есть новый ответ. Прочитать его и ответить можно здесь:"),
        ["notice-button"] = Languages.Names("Read the answer", "Přečíst odpověď", "Przeczytaj odpowiedź", "답변 읽기", "Прочитать ответ"),
    };

    private static readonly Dictionary<string, string[]> StarWords = new()
    {
        ["en"] = ["1 star", "2 stars", "3 stars", "4 stars", "5 stars"],
        ["cs"] = ["1 hvězdička", "2 hvězdičky", "3 hvězdičky", "4 hvězdičky", "5 hvězdiček"],
        ["pl"] = ["1 gwiazdka", "2 gwiazdki", "3 gwiazdki", "4 gwiazdki", "5 gwiazdek"],
        ["ko"] = ["별 1개", "별 2개", "별 3개", "별 4개", "별 5개"],
        ["ru"] = ["1 звезда", "2 звезды", "3 звезды", "4 звезды", "5 звёзд"],
    };

    /// <summary>The sentence of this key.</summary>
    public static string Say(string key, string language, string with = "") => (Words[key].GetValueOrDefault(language) ?? Words[key]["en"]).Replace("{0}", with, StringComparison.Ordinal);

    /// <summary>The sentence in every language.</summary>
    public static IReadOnlyDictionary<string, string> Of(string key) => Words[key];

    /// <summary>So many stars, in words.</summary>
    public static string Stars(int stars, string language) => StarWords.GetValueOrDefault(language, StarWords["en"])[stars - 1];
}
