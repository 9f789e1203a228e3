namespace HelpdeskMx.Bench.Seeding.Wording;

/// <summary>Polish as customers of a shop write it.</summary>
public static class Polish
{
    /// <summary>The words.</summary>
    public static Tongue Tongue { get; } = new()
    {
        Code = "pl",
        Given = ["Zofia", "Łukasz", "Michał", "Małgorzata", "Paweł", "Agnieszka", "Jerzy", "Katarzyna", "Wojciech", "Joanna", "Sławomir", "Bożena", "Grzegorz", "Elżbieta", "Tadeusz", "Danuta"],
        Family = ["Wójcik", "Mazur", "Krawczyk", "Dudek", "Wieczorek", "Pawlak", "Sikora", "Baran", "Szewczyk", "Pietrzak", "Włodarczyk", "Zając", "Król", "Wróbel", "Stępień", "Górka", "Sroka", "Cieślak", "Kołodziej", "Łuczak", "Żak", "Gołąb", "Bąk", "Ożóg"],
        Domains = ["skrzynka.example", "poczta.example", "listy.example"],
        Products = ["kurtka przeciwdeszczowa", "wełniany sweter", "buty trekkingowe", "płócienny plecak", "lniana koszula", "buty do biegania", "skórzany pasek", "zimowe rękawiczki", "koc piknikowy", "termos", "lampka rowerowa", "poduszka podróżna"],
        Cities = ["Wrocław", "Łódź", "Gdańsk", "Poznań", "Białystok", "Rzeszów", "Szczecin", "Częstochowa", "Toruń", "Kielce"],
        Greetings = ["Dzień dobry,", "Witam,", "Szanowni Państwo,", "Cześć,", "Dobry wieczór,"],
        Closings = ["Pozdrawiam", "Z poważaniem", "Dziękuję z góry", "Miłego dnia", "Serdecznie pozdrawiam"],
        Quoting = "Dnia {date} sklep napisał:",
        Concerns =
        [
            new("dostawa",
                ["Gdzie jest zamówienie {order}?", "Paczka nie dotarła", "Opóźniona dostawa {order}", "Śledzenie nic nie pokazuje"],
                ["Dnia {date} zamówiłem towar ({product}), a paczka do miasta {city} nie doszła.", "Kurier twierdzi, że doręczył, ale nikogo nie było i nie ma awiza.", "Przesyłka {order} od {count} dni stoi w miejscu.", "Czy mogą Państwo zapytać w sortowni, gdzie jest?"],
                ["Zapytaliśmy przewoźnika o {order}. Jest w sortowni ({city}) i jutro wyjedzie.", "Paczkę zeskanowano dziś rano, będzie w ciągu {count} dni.", "Wygląda na zagubioną, dziś wysyłamy nową."]),
            new("zwrot pieniędzy",
                ["Zwrot pieniędzy za {order}", "Kiedy dostanę zwrot?", "Towar odesłany, pieniędzy brak", "Odstąpienie od umowy"],
                ["{count} dni temu odesłałem towar ({product}) i nie mam na koncie {amount}.", "Numer etykiety zwrotnej to {invoice}.", "Na stronie piszą Państwo o tygodniu, trwa to dłużej.", "Proszę napisać, kiedy przyjdą pieniądze za {order}."],
                ["Zwrot dotarł. Kwotę {amount} wysłaliśmy {date}, bank potrzebuje do pięciu dni.", "Jeszcze nie widzimy zwrotu. Proszę o potwierdzenie nadania.", "Pieniądze za {order} wróciły na kartę."]),
            new("rozmiar",
                ["Wymiana rozmiaru: {product}", "Zły rozmiar", "Proszę o mniejszy numer", "Wymiary: {product}"],
                ["Rozmiar {size} jest za ciasny w ramionach.", "Czy można wymienić na większy?", "Ile ma długości od kołnierza?", "Zwykle noszę {size}, ale ten jest mniejszy."],
                ["Oczywiście. Proszę odesłać z etykietą z paczki, a my wyślemy {size}.", "W {size} ma od kołnierza 71 cm.", "Rozmiar {size} odłożyliśmy do {date}."]),
            new("faktura",
                ["Faktura do zamówienia {order}", "Błędne dane na fakturze {invoice}", "Brak NIP", "Potrzebny paragon"],
                ["Księgowość potrzebuje faktury do {order} na {amount}.", "Na fakturze {invoice} jest zły adres, przeprowadziliśmy się ({city}).", "Proszę dopisać nasz NIP i wysłać ponownie.", "Nigdy nie dostałem paragonu mailem."],
                ["W załączniku faktura {invoice} z nowym adresem.", "Poprawiliśmy dokument do {order}, stary jest nieważny.", "Wszystkie faktury są też na Państwa koncie."]),
            new("reklamacja",
                ["Reklamacja: {product}", "Uszkodzony towar", "Rozpruty szew", "Zepsuty zamek"],
                ["Towar z zamówienia {order} ma rozdarty szew.", "Karton był zgnieciony, a wieczko się nie zamyka.", "Załączam zdjęcie uszkodzenia.", "Po {count} dniach zamek zaciął się na dobre."],
                ["Bardzo nam przykro. Woli Pan nowy egzemplarz czy zwrot {amount}?", "Dziękujemy za zdjęcie, zamiennik dziś wychodzi.", "Proszę zachować karton, aż obejrzy go przewoźnik."]),
            new("pytanie",
                ["Czy {product} wróci do sprzedaży?", "Pytanie o towar", "Godziny otwarcia {city}", "Czy wysyłacie za granicę?"],
                ["Czy {product} w rozmiarze {size} będzie do {date}?", "Czy mogę odebrać w sklepie ({city})?", "Czy można prać w czterdziestu stopniach?", "Ile kosztuje wysyłka {count} sztuk?"],
                ["Nowej dostawy spodziewamy się około {date}.", "Tak, odbiór ({city}) jest bezpłatny i trwa dzień.", "Proszę prać w trzydziestu stopniach i suszyć na płasko."]),
            new("anulowanie",
                ["Anulowanie zamówienia {order}", "Zamówione dwa razy przez pomyłkę", "Zmiana adresu {order}"],
                ["Kliknąłem dwa razy, proszę anulować {order}.", "Towar nie jest mi już potrzebny.", "Czy można wysłać do biura ({city})?", "Jeśli spakowane, odeślę."],
                ["Zamówienie {order} anulowane, {amount} wraca na konto.", "Wyjechało godzinę temu; proszę odmówić przyjęcia, oddamy pieniądze.", "Adres zmieniony ({city})."]),
        ],
        Asides = ["Kupuję u Państwa od lat i zawsze byłem zadowolony.", "To miał być prezent urodzinowy, więc się spieszę.", "Po południu można do mnie zadzwonić.", "Na czacie nikt nie odpowiada.", "Znajomy {person} miał w zeszłym miesiącu to samo.", "Przejrzałem częste pytania i nic nie znalazłem.", "Zażółć gęślą jaźń, ile można czekać.", "Płaciłem bonem podarunkowym numer {voucher}."],
        FollowUps = ["Dziękuję, to pomogło.", "Nadal nic nie doszło, minęło {count} dni.", "Świetnie, sprawa załatwiona.", "Przepraszam, nie rozumiem, co mam teraz zrobić.", "Oto numer, o który Państwo pytali: {invoice}.", "Tak, proszę wysłać {size}.", "Wolę zwrot pieniędzy."],
        Notes = ["Dzwoniłem do przewoźnika, szukają do {date}.", "Klient ma rację, patrz {order}.", "Czekamy na magazyn ({city}).", "Rekompensata do {amount} w porządku."],
    };
}
