using System.Globalization;
using HelpdeskMx.Agents;

namespace HelpdeskMx.Forms;

/// <summary>Everything the desk itself says to visitors on a form's page, in each language. <c>{0}</c> is filled in.</summary>
public static class FormWords
{
    private static readonly Dictionary<string, IReadOnlyDictionary<string, string>> Words = new()
    {
        ["title"] = Languages.Names("Contact us", "Napište nám", "Napisz do nas", "문의하기", "Напишите нам"),
        ["send"] = Languages.Names("Send", "Odeslat", "Wyślij", "보내기", "Отправить"),
        ["sending"] = Languages.Names("Sending…", "Odesílá se…", "Wysyłanie…", "보내는 중…", "Отправляется…"),
        ["thanks-title"] = Languages.Names("Thank you", "Děkujeme", "Dziękujemy", "감사합니다", "Спасибо"),
        ["thanks"] = Languages.Names("We have your message and will answer soon.", "Vaši zprávu máme a brzy odpovíme.", "Mamy Twoją wiadomość i wkrótce odpowiemy.", "메시지를 잘 받았습니다. 곧 답변드리겠습니다.", "Мы получили ваше сообщение и скоро ответим."),
        ["another"] = Languages.Names("Write another message", "Napsat další zprávu", "Napisz kolejną wiadomość", "다른 메시지 쓰기", "Написать ещё одно сообщение"),
        ["optional"] = Languages.Names("optional", "nepovinné", "opcjonalne", "선택", "необязательно"),
        ["choose"] = Languages.Names("Choose…", "Vyberte…", "Wybierz…", "선택하세요…", "Выберите…"),
        ["read-more"] = Languages.Names("Read it in full", "Celé znění", "Pełna treść", "전문 보기", "Полный текст"),
        ["files-hint"] = Languages.Names("{0} MB each at most", "Každý nejvýše {0} MB", "Każdy najwyżej {0} MB", "파일당 최대 {0}MB", "Не более {0} МБ каждый"),
        ["leave-empty"] = Languages.Names("Leave this empty", "Toto nechte prázdné", "Zostaw to puste", "비워 두세요", "Оставьте это поле пустым"),
        ["sum"] = Languages.Names("To keep robots away: how much is {0}?", "Kvůli robotům: kolik je {0}?", "Dla ochrony przed robotami: ile to jest {0}?", "자동 입력 방지: {0}은(는) 얼마입니까?", "Защита от роботов: сколько будет {0}?"),

        ["label-name"] = Languages.Names("Name", "Jméno", "Imię i nazwisko", "이름", "Имя"),
        ["label-email"] = Languages.Names("E-mail", "E-mail", "E-mail", "이메일", "E-mail"),
        ["label-subject"] = Languages.Names("Subject", "Předmět", "Temat", "제목", "Тема"),
        ["label-orderNumber"] = Languages.Names("Order number", "Číslo objednávky", "Numer zamówienia", "주문 번호", "Номер заказа"),
        ["label-longText"] = Languages.Names("Message", "Zpráva", "Wiadomość", "내용", "Сообщение"),
        ["label-store"] = Languages.Names("Store", "Obchod", "Sklep", "매장", "Магазин"),
        ["label-phone"] = Languages.Names("Phone", "Telefon", "Telefon", "전화번호", "Телефон"),
        ["label-date"] = Languages.Names("Date", "Datum", "Data", "날짜", "Дата"),
        ["label-file"] = Languages.Names("Files", "Soubory", "Pliki", "파일", "Файлы"),
        ["label-consent"] = Languages.Names("I agree to the processing of what I send.", "Souhlasím se zpracováním toho, co posílám.", "Zgadzam się na przetwarzanie przesłanych danych.", "보내는 내용의 처리에 동의합니다.", "Я согласен на обработку отправляемых данных."),

        ["faults"] = Languages.Names("Please look at these answers. Nothing has been sent yet; what you wrote is kept.", "Podívejte se prosím na tyto odpovědi. Zatím se nic neodeslalo a co jste napsali, zůstává.", "Sprawdź te odpowiedzi. Jeszcze nic nie wysłano; to, co napisano, zostało zachowane.", "다음 항목을 확인해 주세요. 아직 전송되지 않았으며 작성한 내용은 그대로 있습니다.", "Проверьте эти ответы. Пока ничего не отправлено, всё написанное сохранено."),
        ["files-again"] = Languages.Names("Please attach your files again: browsers do not keep them.", "Soubory prosím přiložte znovu: prohlížeč je neuchová.", "Dołącz pliki ponownie: przeglądarka ich nie zachowuje.", "파일은 브라우저에 보관되지 않으니 다시 첨부해 주세요.", "Приложите файлы ещё раз: браузер их не сохраняет."),
        ["required"] = Languages.Names("Please fill this in.", "Vyplňte to prosím.", "Wypełnij to pole.", "이 항목을 입력해 주세요.", "Заполните это поле."),
        ["not-agreed"] = Languages.Names("This cannot be sent without your agreement.", "Bez vašeho souhlasu to nelze odeslat.", "Bez Twojej zgody nie można tego wysłać.", "동의하지 않으면 보낼 수 없습니다.", "Без вашего согласия отправить нельзя."),
        ["not-email"] = Languages.Names("This does not look like an e-mail address.", "Toto nevypadá jako e-mailová adresa.", "To nie wygląda na adres e-mail.", "올바른 이메일 주소가 아닌 것 같습니다.", "Это не похоже на адрес e-mail."),
        ["not-phone"] = Languages.Names("This does not look like a phone number.", "Toto nevypadá jako telefonní číslo.", "To nie wygląda na numer telefonu.", "올바른 전화번호가 아닌 것 같습니다.", "Это не похоже на номер телефона."),
        ["not-date"] = Languages.Names("Give a date as year-month-day, such as 2026-01-31.", "Zadejte datum jako rok-měsíc-den, například 2026-01-31.", "Podaj datę jako rok-miesiąc-dzień, na przykład 2026-01-31.", "날짜를 2026-01-31처럼 연-월-일로 입력해 주세요.", "Укажите дату как год-месяц-день, например 2026-01-31."),
        ["not-offered"] = Languages.Names("Please choose one of what is offered.", "Vyberte prosím z nabídky.", "Wybierz z podanych możliwości.", "제시된 항목 중에서 선택해 주세요.", "Выберите из предложенного."),
        ["too-long"] = Languages.Names("This is too long: at most {0} characters.", "To je příliš dlouhé: nejvýše {0} znaků.", "To za długie: najwyżej {0} znaków.", "너무 깁니다. 최대 {0}자까지 가능합니다.", "Слишком длинно: не более {0} символов."),
        ["no-file"] = Languages.Names("Please attach a file.", "Přiložte prosím soubor.", "Dołącz plik.", "파일을 첨부해 주세요.", "Приложите файл."),
        ["too-many-files"] = Languages.Names("That is too many files: at most {0}.", "Příliš mnoho souborů: nejvýše {0}.", "Za dużo plików: najwyżej {0}.", "파일이 너무 많습니다. 최대 {0}개까지 가능합니다.", "Слишком много файлов: не более {0}."),
        ["file-too-large"] = Languages.Names("A file is too large: at most {0} MB each.", "Soubor je příliš velký: každý nejvýše {0} MB.", "Plik jest za duży: każdy najwyżej {0} MB.", "파일이 너무 큽니다. 파일당 최대 {0}MB까지 가능합니다.", "Файл слишком большой: не более {0} МБ каждый."),
        ["file-forbidden"] = Languages.Names("“{0}” is a program or a script, and such files are not taken here.", "„{0}“ je program nebo skript a takové soubory zde nepřijímáme.", "„{0}” to program lub skrypt, a takich plików tu nie przyjmujemy.", "‘{0}’은(는) 프로그램이나 스크립트 파일이라 받을 수 없습니다.", "«{0}» — программа или скрипт, такие файлы здесь не принимаются."),
        ["file-kind"] = Languages.Names("Only these kinds of file are taken: {0}.", "Přijímáme jen tyto druhy souborů: {0}.", "Przyjmujemy tylko takie pliki: {0}.", "다음 형식의 파일만 받을 수 있습니다: {0}.", "Принимаются только такие файлы: {0}."),
        ["sum-wrong"] = Languages.Names("That is not the sum. Please try once more.", "To není správný součet. Zkuste to prosím ještě jednou.", "To nie jest poprawna suma. Spróbuj jeszcze raz.", "합계가 맞지 않습니다. 다시 시도해 주세요.", "Сумма неверна. Попробуйте ещё раз."),
        ["too-fast"] = Languages.Names("That was very quick. Please look it over and send it once more; what you wrote is kept.", "To bylo velmi rychlé. Zkontrolujte to prosím a odešlete znovu; co jste napsali, zůstává.", "To było bardzo szybko. Sprawdź i wyślij jeszcze raz; to, co napisano, zostało zachowane.", "너무 빨리 전송되었습니다. 내용을 확인하고 다시 보내 주세요. 작성한 내용은 그대로 있습니다.", "Это было очень быстро. Проверьте и отправьте ещё раз, всё написанное сохранено."),
        ["too-old"] = Languages.Names("This page had been open for long. Please send it once more; what you wrote is kept.", "Stránka byla dlouho otevřená. Odešlete to prosím znovu; co jste napsali, zůstává.", "Strona była długo otwarta. Wyślij jeszcze raz; to, co napisano, zostało zachowane.", "페이지가 오래 열려 있었습니다. 다시 보내 주세요. 작성한 내용은 그대로 있습니다.", "Страница была долго открыта. Отправьте ещё раз, всё написанное сохранено."),
        ["too-many"] = Languages.Names("There are too many messages from your address just now. Please wait {0} seconds and send again; what you wrote is kept.", "Z vaší adresy teď přichází příliš mnoho zpráv. Počkejte prosím {0} s a odešlete znovu; co jste napsali, zůstává.", "Z Twojego adresu przychodzi teraz za dużo wiadomości. Poczekaj {0} s i wyślij ponownie; to, co napisano, zostało zachowane.", "지금 같은 주소에서 메시지가 너무 많이 오고 있습니다. {0}초 후 다시 보내 주세요. 작성한 내용은 그대로 있습니다.", "С вашего адреса сейчас слишком много сообщений. Подождите {0} с и отправьте ещё раз, всё написанное сохранено."),
        ["too-large"] = Languages.Names("All together this is too large: at most {0} MB. Nothing was sent; go back, and send smaller files.", "Dohromady je to příliš velké: nejvýše {0} MB. Nic se neodeslalo; vraťte se a pošlete menší soubory.", "Razem to za dużo: najwyżej {0} MB. Nic nie wysłano; wróć i wyślij mniejsze pliki.", "전체 크기가 너무 큽니다. 최대 {0}MB까지 가능합니다. 전송되지 않았으니 뒤로 돌아가 더 작은 파일을 보내 주세요.", "Всё вместе слишком велико: не более {0} МБ. Ничего не отправлено; вернитесь и отправьте файлы поменьше."),
        ["unreadable"] = Languages.Names("What was sent could not be read, and nothing was stored. Go back and send it again.", "Odeslané se nepodařilo přečíst a nic se neuložilo. Vraťte se a odešlete to znovu.", "Nie udało się odczytać tego, co wysłano, i nic nie zapisano. Wróć i wyślij ponownie.", "보낸 내용을 읽을 수 없어 저장되지 않았습니다. 뒤로 돌아가 다시 보내 주세요.", "Отправленное не удалось прочитать, ничего не сохранено. Вернитесь и отправьте ещё раз."),
        ["wrong-origin"] = Languages.Names("This form is not taken from that page. Open it at its own address and send it there.", "Z té stránky se tento formulář nepřijímá. Otevřete jej na jeho vlastní adrese a odešlete tam.", "Z tamtej strony ten formularz nie jest przyjmowany. Otwórz go pod jego własnym adresem i tam wyślij.", "해당 페이지에서는 이 양식을 받을 수 없습니다. 양식의 원래 주소에서 열어 보내 주세요.", "С той страницы эта форма не принимается. Откройте её по собственному адресу и отправьте там."),
        ["no-form"] = Languages.Names("There is no form at this address.", "Na této adrese žádný formulář není.", "Pod tym adresem nie ma formularza.", "이 주소에는 양식이 없습니다.", "По этому адресу формы нет."),
        ["failed"] = Languages.Names("It could not be sent. What you wrote is kept; please try again.", "Nepodařilo se to odeslat. Co jste napsali, zůstává; zkuste to prosím znovu.", "Nie udało się wysłać. To, co napisano, zostało zachowane; spróbuj ponownie.", "보내지 못했습니다. 작성한 내용은 그대로 있으니 다시 시도해 주세요.", "Не удалось отправить. Всё написанное сохранено, попробуйте ещё раз."),
    };

    /// <summary>What a page's script says by itself.</summary>
    public static IReadOnlyList<string> OfScript { get; } = ["required", "not-agreed", "not-email", "not-phone", "no-file", "too-many-files", "file-too-large", "file-kind", "faults", "failed", "sending"];

    /// <summary>The sentence of this key.</summary>
    public static string Say(string key, string language, string with = "") => Template(key, language).Replace("{0}", with, StringComparison.Ordinal);

    /// <summary>The sentence of this key with its gap.</summary>
    public static string Template(string key, string language) => Words[key].GetValueOrDefault(language) ?? Words[key]["en"];

    /// <summary>What a field is called where nobody named it: by its kind, else by its key.</summary>
    public static string Label(FormField field, string language, string? store = null)
    {
        var kind = $"label-{char.ToLower($"{field.Kind}"[0], CultureInfo.InvariantCulture)}{$"{field.Kind}"[1..]}";
        return field.Label.In(language, store) ?? (Words.ContainsKey(kind) ? Say(kind, language) : field.Key);
    }
}
