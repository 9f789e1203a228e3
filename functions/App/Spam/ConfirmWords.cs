using HelpdeskMx.Agents;

namespace HelpdeskMx.Spam;

/// <summary>What somebody nobody knows is told, by mail and on the page its link leads to.</summary>
public static class ConfirmWords
{
    private static readonly IReadOnlyDictionary<string, string> MailText = Languages.Names(
        "Hello,\n\nwe have your message. This is the first time you have written to us, so please confirm that it is from you:\n\n{link}\n\nThen somebody will read it. If you did not write to us, do nothing.\n\n{store}",
        "Dobrý den,\n\nvaši zprávu jsme dostali. Píšete nám poprvé, a tak prosím potvrďte, že je od vás:\n\n{link}\n\nPak si ji někdo přečte. Pokud jste nám nepsali, nedělejte nic.\n\n{store}",
        "Dzień dobry,\n\notrzymaliśmy Państwa wiadomość. To pierwsza wiadomość z tego adresu, dlatego prosimy o potwierdzenie, że pochodzi od Państwa:\n\n{link}\n\nPotem ktoś ją przeczyta. Jeśli to nie Państwo do nas pisali, nie trzeba nic robić.\n\n{store}",
        "안녕하세요.\n\n보내 주신 메시지를 받았습니다. 처음 연락하신 주소이므로, 직접 보내신 것이 맞는지 아래 링크에서 확인해 주세요.\n\n{link}\n\n확인하시면 담당자가 메시지를 읽습니다. 저희에게 연락하신 적이 없다면 아무것도 하지 않으셔도 됩니다.\n\n{store}",
        "Здравствуйте!\n\nМы получили ваше сообщение. Вы пишете нам впервые, поэтому, пожалуйста, подтвердите, что оно от вас:\n\n{link}\n\nПосле этого его прочитают. Если вы нам не писали, ничего делать не нужно.\n\n{store}");

    private static readonly Dictionary<string, IReadOnlyDictionary<string, string>> Words = new()
    {
        ["title"] = Languages.Names("Is this message from you?", "Je tato zpráva od vás?", "Czy to Państwa wiadomość?", "직접 보내신 메시지인가요?", "Это сообщение от вас?"),
        ["lead"] = Languages.Names("Confirm that you wrote to us, and somebody will read your message.", "Potvrďte, že jste nám psali, a někdo si vaši zprávu přečte.", "Prosimy potwierdzić, że to Państwo do nas pisali, a ktoś przeczyta tę wiadomość.", "저희에게 메시지를 보내셨음을 확인해 주시면 담당자가 읽습니다.", "Подтвердите, что вы нам писали, и ваше сообщение прочитают."),
        ["button"] = Languages.Names("Yes, I wrote it", "Ano, psal(a) jsem ji", "Tak, to moja wiadomość", "네, 제가 보냈습니다", "Да, это я писал(а)"),
        ["done-title"] = Languages.Names("Thank you", "Děkujeme", "Dziękujemy", "감사합니다", "Спасибо"),
        ["done"] = Languages.Names("Your message has been confirmed. We will answer by mail.", "Vaše zpráva je potvrzená. Odpovíme e-mailem.", "Wiadomość została potwierdzona. Odpowiemy e-mailem.", "메시지가 확인되었습니다. 메일로 답변드리겠습니다.", "Ваше сообщение подтверждено. Мы ответим по почте."),
        ["gone"] = Languages.Names("This link is not valid, or no longer. Write to us again.", "Tento odkaz neplatí, nebo už neplatí. Napište nám znovu.", "Ten link jest nieprawidłowy lub wygasł. Prosimy napisać do nas ponownie.", "유효하지 않거나 만료된 링크입니다. 다시 메시지를 보내 주세요.", "Эта ссылка недействительна или устарела. Напишите нам ещё раз."),
    };

    /// <summary>The mail.</summary>
    public static string Mail(string language, string link, string store) =>
        MailText[language].Replace("{link}", link, StringComparison.Ordinal).Replace("{store}", store, StringComparison.Ordinal).TrimEnd();

    /// <summary>A sentence of the page.</summary>
    public static string Say(string key, string language) => Words[key][language];
}
