using HelpdeskMx.Agents;

namespace HelpdeskMx.Chat;

/// <summary>Everything the desk itself says to visitors of a chat, in each language. <c>{0}</c> is filled in.</summary>
public static class ChatWords
{
    private static readonly Dictionary<string, IReadOnlyDictionary<string, string>> Words = new()
    {
        ["open"] = Languages.Names("Open the chat", "Otevřít chat", "Otwórz czat", "채팅 열기", "Открыть чат"),
        ["close"] = Languages.Names("Close the chat", "Zavřít chat", "Zamknij czat", "채팅 닫기", "Закрыть чат"),
        ["talk"] = Languages.Names("Conversation", "Konverzace", "Rozmowa", "대화", "Беседа"),
        ["greeting"] = Languages.Names("Hello! How can we help you?", "Dobrý den! S čím vám můžeme pomoci?", "Dzień dobry! W czym możemy pomóc?", "안녕하세요! 무엇을 도와드릴까요?", "Здравствуйте! Чем мы можем помочь?"),
        ["away"] = Languages.Names("Nobody is here just now. Leave a message and your e-mail address, and we will answer you there.", "Právě tu nikdo není. Nechte nám zprávu a e-mail, odpovíme vám tam.", "Teraz nikogo tu nie ma. Zostaw wiadomość i adres e-mail, odpowiemy na niego.", "지금은 자리에 없습니다. 메시지와 이메일 주소를 남겨 주시면 이메일로 답변드리겠습니다.", "Сейчас здесь никого нет. Оставьте сообщение и адрес e-mail, мы ответим вам туда."),
        ["here"] = Languages.Names("We are here", "Jsme tu", "Jesteśmy tu", "상담 가능", "Мы на связи"),
        ["not-here"] = Languages.Names("Away just now", "Právě tu nejsme", "Teraz nas nie ma", "지금은 부재중", "Сейчас нас нет"),
        ["reply-minutes"] = Languages.Names("We answer in about {0} min", "Odpovídáme asi do {0} min", "Odpowiadamy w około {0} min", "보통 {0}분 안에 답변드립니다", "Отвечаем примерно за {0} мин"),
        ["reply-hours"] = Languages.Names("We answer in about {0} h", "Odpovídáme asi do {0} h", "Odpowiadamy w około {0} godz.", "보통 {0}시간 안에 답변드립니다", "Отвечаем примерно за {0} ч"),
        ["reply-days"] = Languages.Names("We answer within a few days", "Odpovídáme během několika dní", "Odpowiadamy w ciągu kilku dni", "며칠 안에 답변드립니다", "Отвечаем в течение нескольких дней"),
        ["write"] = Languages.Names("Write a message…", "Napište zprávu…", "Napisz wiadomość…", "메시지를 입력하세요…", "Напишите сообщение…"),
        ["send"] = Languages.Names("Send", "Odeslat", "Wyślij", "보내기", "Отправить"),
        ["attach"] = Languages.Names("Attach a file", "Přiložit soubor", "Dołącz plik", "파일 첨부", "Приложить файл"),
        ["name"] = Languages.Names("Name", "Jméno", "Imię", "이름", "Имя"),
        ["email"] = Languages.Names("E-mail", "E-mail", "E-mail", "이메일", "E-mail"),
        ["ask-email"] = Languages.Names("Where may we answer if you have to leave?", "Kam můžeme odpovědět, kdybyste musel(a) odejít?", "Gdzie odpisać, jeśli musisz wyjść?", "자리를 비우실 경우 어디로 답변을 드릴까요?", "Куда ответить, если вам придётся уйти?"),
        ["save"] = Languages.Names("Save", "Uložit", "Zapisz", "저장", "Сохранить"),
        ["saved"] = Languages.Names("If you leave, the answer goes to {0}.", "Když odejdete, odpověď přijde na {0}.", "Jeśli wyjdziesz, odpowiedź przyjdzie na {0}.", "자리를 비우시면 {0}(으)로 답변이 갑니다.", "Если вы уйдёте, ответ придёт на {0}."),
        ["sending"] = Languages.Names("Sending…", "Odesílá se…", "Wysyłanie…", "보내는 중…", "Отправляется…"),
        ["waiting"] = Languages.Names("Waiting for the connection; nothing is lost.", "Čekáme na spojení; nic se neztratí.", "Czekamy na połączenie; nic nie zginie.", "연결을 기다리는 중입니다. 내용은 그대로 있습니다.", "Ждём соединения, ничего не потеряется."),
        ["sent"] = Languages.Names("Sent", "Odesláno", "Wysłano", "보냄", "Отправлено"),
        ["seen"] = Languages.Names("Seen", "Přečteno", "Przeczytano", "읽음", "Прочитано"),
        ["typing"] = Languages.Names("{0} is typing…", "{0} píše…", "{0} pisze…", "{0} 님이 입력 중…", "{0} печатает…"),
        ["you"] = Languages.Names("You", "Vy", "Ty", "나", "Вы"),
        ["sound-on"] = Languages.Names("Turn sound on", "Zapnout zvuk", "Włącz dźwięk", "소리 켜기", "Включить звук"),
        ["sound-off"] = Languages.Names("Turn sound off", "Vypnout zvuk", "Wyłącz dźwięk", "소리 끄기", "Выключить звук"),
        ["unread"] = Languages.Names("New messages: {0}", "Nové zprávy: {0}", "Nowe wiadomości: {0}", "새 메시지 {0}개", "Новых сообщений: {0}"),
        ["remove"] = Languages.Names("Remove", "Odebrat", "Usuń", "삭제", "Убрать"),
        ["again"] = Languages.Names("Try again", "Zkusit znovu", "Spróbuj ponownie", "다시 시도", "Повторить"),

        ["wrong-origin"] = Languages.Names("This chat may not stand on this page. The shop can allow it in its settings.", "Tento chat na této stránce být nesmí. Obchod to může povolit v nastavení.", "Ten czat nie może działać na tej stronie. Sklep może na to zezwolić w ustawieniach.", "이 페이지에서는 이 채팅을 사용할 수 없습니다. 상점이 설정에서 허용할 수 있습니다.", "Этот чат не разрешён на этой странице. Магазин может разрешить его в настройках."),
        ["visitor-unknown"] = Languages.Names("This conversation is over here. Write again to begin a new one; what you wrote is kept.", "Tato konverzace tu skončila. Napište znovu a začneme novou; co jste napsali, zůstává.", "Ta rozmowa się tu skończyła. Napisz ponownie, aby zacząć nową; to, co napisano, zostało zachowane.", "이 대화는 종료되었습니다. 다시 작성하시면 새 대화가 시작됩니다. 작성한 내용은 그대로 있습니다.", "Эта беседа здесь завершена. Напишите снова, чтобы начать новую; всё написанное сохранено."),
        ["identity-wrong"] = Languages.Names("The shop could not confirm who you are. You can chat all the same.", "Obchod nemohl potvrdit, kdo jste. Chatovat můžete i tak.", "Sklep nie mógł potwierdzić, kim jesteś. Możesz mimo to rozmawiać.", "상점에서 본인 확인을 하지 못했습니다. 그래도 채팅은 계속할 수 있습니다.", "Магазин не смог подтвердить, кто вы. Писать всё равно можно."),
        ["nothing-written"] = Languages.Names("Please write something first.", "Nejdřív prosím něco napište.", "Najpierw coś napisz.", "먼저 내용을 입력해 주세요.", "Сначала напишите что-нибудь."),
        ["too-long"] = Languages.Names("This is too long: at most {0} characters.", "To je příliš dlouhé: nejvýše {0} znaků.", "To za długie: najwyżej {0} znaków.", "너무 깁니다. 최대 {0}자까지 가능합니다.", "Слишком длинно: не более {0} символов."),
        ["not-email"] = Languages.Names("This does not look like an e-mail address.", "Toto nevypadá jako e-mailová adresa.", "To nie wygląda na adres e-mail.", "올바른 이메일 주소가 아닌 것 같습니다.", "Это не похоже на адрес e-mail."),
        ["email-needed"] = Languages.Names("Please give your e-mail address, so that we can answer.", "Zadejte prosím e-mail, abychom mohli odpovědět.", "Podaj adres e-mail, abyśmy mogli odpisać.", "답변드릴 수 있도록 이메일 주소를 입력해 주세요.", "Укажите адрес e-mail, чтобы мы могли ответить."),
        ["file-forbidden"] = Languages.Names("Programs and scripts are not taken here.", "Programy a skripty zde nepřijímáme.", "Programów i skryptów tu nie przyjmujemy.", "프로그램이나 스크립트 파일은 받을 수 없습니다.", "Программы и скрипты здесь не принимаются."),
        ["too-large"] = Languages.Names("This is too large: at most {0} MB. Nothing was sent.", "To je příliš velké: nejvýše {0} MB. Nic se neodeslalo.", "To za duże: najwyżej {0} MB. Nic nie wysłano.", "너무 큽니다. 최대 {0}MB까지 가능합니다. 전송되지 않았습니다.", "Слишком большой размер: не более {0} МБ. Ничего не отправлено."),
        ["too-many"] = Languages.Names("That was a lot at once. Please wait {0} seconds; what you wrote is kept.", "To bylo moc najednou. Počkejte prosím {0} s; co jste napsali, zůstává.", "To było za dużo naraz. Poczekaj {0} s; to, co napisano, zostało zachowane.", "한꺼번에 너무 많이 보내셨습니다. {0}초만 기다려 주세요. 작성한 내용은 그대로 있습니다.", "Слишком много сразу. Подождите {0} с, всё написанное сохранено."),
        ["not-yet"] = Languages.Names("Your message is on its way. Please try again in a moment.", "Vaše zpráva je na cestě. Zkuste to prosím za okamžik.", "Wiadomość jest w drodze. Spróbuj za chwilę.", "메시지가 전달되는 중입니다. 잠시 후 다시 시도해 주세요.", "Сообщение в пути. Повторите через минуту."),
        ["unreadable"] = Languages.Names("What was sent could not be read, and nothing was stored.", "Odeslané se nepodařilo přečíst a nic se neuložilo.", "Nie udało się odczytać tego, co wysłano, i nic nie zapisano.", "보낸 내용을 읽을 수 없어 저장되지 않았습니다.", "Отправленное не удалось прочитать, ничего не сохранено."),
        ["no-chat"] = Languages.Names("There is no chat at this address.", "Na této adrese žádný chat není.", "Pod tym adresem nie ma czatu.", "이 주소에는 채팅이 없습니다.", "По этому адресу чата нет."),
        ["failed"] = Languages.Names("It could not be sent. What you wrote is kept.", "Nepodařilo se to odeslat. Co jste napsali, zůstává.", "Nie udało się wysłać. To, co napisano, zostało zachowane.", "보내지 못했습니다. 작성한 내용은 그대로 있습니다.", "Не удалось отправить. Всё написанное сохранено."),

        ["mail-subject"] = Languages.Names("Our answer to your chat", "Odpověď na váš chat", "Odpowiedź na Twój czat", "채팅 문의에 대한 답변", "Ответ на ваше обращение в чате"),
        ["mail-chat"] = Languages.Names("The whole chat:", "Celý chat:", "Cały czat:", "전체 대화:", "Вся беседа:"),
    };

    private static readonly string[] OfPanel =
    [
        "open", "close", "talk", "here", "not-here", "write", "send", "attach", "name", "email", "ask-email", "save", "saved", "sending", "waiting", "sent", "seen", "typing", "you",
        "sound-on", "sound-off", "unread", "remove", "again", "not-email", "email-needed", "file-forbidden", "too-large", "failed",
    ];

    /// <summary>The sentence of this key.</summary>
    public static string Say(string key, string language, string with = "") =>
        (Words[key].GetValueOrDefault(language) ?? Words[key]["en"]).Replace("{0}", with, StringComparison.Ordinal);

    /// <summary>What the panel says by itself, gaps left open.</summary>
    public static IReadOnlyDictionary<string, string> Panel(string language) => OfPanel.ToDictionary(k => k, k => Say(k, language, "{0}"));

    /// <summary>A problem as a visitor is told of it.</summary>
    public static Platform.Problem Problem(string code, string language, int status, string with = "") => new(code, Say(code, language, with), status);
}
