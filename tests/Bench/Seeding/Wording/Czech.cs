namespace HelpdeskMx.Bench.Seeding.Wording;

/// <summary>Czech as customers of a shop write it.</summary>
public static class Czech
{
    /// <summary>The words.</summary>
    public static Tongue Tongue { get; } = new()
    {
        Code = "cs",
        Given = ["Jan", "Tomáš", "Jiří", "Ondřej", "Vojtěch", "Lukáš", "Štěpán", "Matěj", "Filip", "Radek", "Zdeněk", "Luboš", "Květoslav", "Bořek", "Čeněk", "Řehoř"],
        Family = ["Nováček", "Dvořáček", "Svobodník", "Procházka", "Kučera", "Hrubý", "Říha", "Štěpánek", "Žáček", "Pokorný", "Beneš", "Marek", "Vlček", "Kadlec", "Holub", "Jelínek", "Zeman", "Šimek", "Kříž", "Čermák", "Tůma", "Havelka", "Bureš", "Doležal"],
        Domains = ["schranka.example", "posta.example", "dopisy.example"],
        Products = ["nepromokavá bunda", "vlněný svetr", "trekové boty", "plátěný batoh", "lněná košile", "běžecké boty", "kožený pásek", "zimní rukavice", "pikniková deka", "termoska", "světlo na kolo", "cestovní polštářek"],
        Cities = ["Brno", "Olomouc", "Plzeň", "Ostrava", "Liberec", "Zlín", "České Budějovice", "Hradec Králové", "Jihlava", "Ústí nad Labem"],
        Greetings = ["Dobrý den,", "Zdravím,", "Vážený obchode,", "Ahoj,", "Dobré ráno,"],
        Closings = ["S pozdravem", "Děkuji a přeji hezký den", "Předem díky", "Mějte se hezky", "S přáním pěkného dne"],
        Quoting = "Dne {date} napsal obchod:",
        Concerns =
        [
            new("doprava",
                ["Kde je objednávka {order}?", "Balík stále nedorazil", "Zpožděné doručení {order}", "Sledování zásilky nic neukazuje"],
                ["Dne {date} jsem objednal zboží ({product}) a balík do města {city} nepřišel.", "Dopravce tvrdí, že doručil, ale doma nikdo nebyl a lístek ve schránce není.", "Zásilka {order} se {count} dní nehnula.", "Můžete se prosím zeptat na depu, kde vězí?"],
                ["Ptali jsme se dopravce na {order}. Leží na depu ({city}) a zítra vyjede.", "Balík byl ráno načten, do {count} dnů bude u vás.", "Zásilka se zřejmě ztratila, dnes posíláme novou."]),
            new("vrácení peněz",
                ["Vrácení peněz za {order}", "Kdy dostanu peníze zpět?", "Vrácené zboží, peníze nikde", "Odstoupení od smlouvy"],
                ["Před {count} dny jsem vrátil zboží ({product}) a částka {amount} na účtu není.", "Číslo vratkového štítku bylo {invoice}.", "Na stránkách píšete týden, trvá to déle.", "Napište mi prosím, kdy peníze za {order} přijdou."],
                ["Vratka dorazila. Částku {amount} jsme odeslali {date}, bance to trvá až pět dní.", "Vratku zatím nevidíme. Pošlete nám prosím podací lístek.", "Peníze za {order} jsme vrátili na kartu, kterou jste platil."]),
            new("velikost",
                ["Výměna velikosti: {product}", "Špatná velikost", "Menší číslo, prosím", "Rozměry: {product}"],
                ["Velikost {size} je mi těsná v ramenou.", "Šlo by to vyměnit za větší?", "Jak dlouhé je to od límce dolů?", "Běžně nosím {size}, ale tohle je menší."],
                ["Samozřejmě. Pošlete to se štítkem z balíku a my odešleme {size}.", "V {size} měří od límce dolů 71 cm.", "Velikost {size} vám podržíme do {date}."]),
            new("faktura",
                ["Faktura k objednávce {order}", "Oprava údajů na faktuře {invoice}", "Chybí DIČ", "Potřebuji doklad"],
                ["Účetní potřebuje fakturu k objednávce {order} na {amount}.", "Na faktuře {invoice} je špatná adresa, přestěhovali jsme se ({city}).", "Doplňte prosím naše DIČ a pošlete ji znovu.", "Doklad mi e-mailem nikdy nepřišel."],
                ["V příloze je faktura {invoice} s novou adresou.", "Doklad k {order} jsme opravili, původní neplatí.", "Všechny faktury najdete také ve svém účtu."]),
            new("reklamace",
                ["Reklamace: {product}", "Poškozené zboží", "Povolený šev", "Rozbitý zip"],
                ["Zboží z objednávky {order} má natržený šev.", "Krabice byla pomačkaná a víko nejde zavřít.", "Přikládám fotku poškození.", "Po {count} dnech se zip zasekl nadobro."],
                ["To nás mrzí. Chcete nový kus, nebo vrátit {amount}?", "Děkujeme za fotku, náhrada dnes odchází.", "Krabici si prosím nechte, než ji dopravce prohlédne."]),
            new("dotaz",
                ["Bude ještě skladem {product}?", "Dotaz na zboží", "Otevírací doba {city}", "Posíláte i na Slovensko?"],
                ["Bude {product} ve velikosti {size} do {date} zase skladem?", "Mohu si zboží vyzvednout v prodejně ({city})?", "Dá se to prát na čtyřicet stupňů?", "Kolik stojí poštovné za {count} kusy?"],
                ["Nové zboží čekáme kolem {date}.", "Ano, vyzvednutí ({city}) je zdarma a trvá den.", "Perte na třicet stupňů a sušte naležato."]),
            new("storno",
                ["Storno objednávky {order}", "Objednáno dvakrát omylem", "Změna adresy u {order}"],
                ["Zmáčkl jsem tlačítko dvakrát, zrušte prosím {order}.", "Zboží už nepotřebuji.", "Šlo by to poslat do práce ({city})?", "Pokud je zabaleno, pošlu to zpět."],
                ["Objednávka {order} je zrušena, {amount} posíláme zpět.", "Před hodinou odjela; balík odmítněte a peníze vrátíme.", "Adresu jsme změnili ({city})."]),
        ],
        Asides = ["Nakupuji u vás léta a vždy k spokojenosti.", "Měl to být dárek k narozeninám, takže to spěchá.", "Odpoledne mi můžete i zavolat.", "Na chatu nikdo neodpovídá.", "Kolega {person} měl minulý měsíc stejnou potíž.", "Prošel jsem časté dotazy a nic nenašel.", "Žluťoučký kůň by to už stihl pěšky.", "Platil jsem dárkovým poukazem číslo {voucher}."],
        FollowUps = ["Děkuji, to pomohlo.", "Ani po {count} dnech nic nedorazilo.", "Výborně, tím je to vyřešené.", "Promiňte, ale nevím, co mám teď udělat.", "Tady je číslo, které jste chtěli: {invoice}.", "Ano, pošlete {size}.", "Raději bych chtěl vrátit peníze."],
        Notes = ["Volal jsem dopravci, hledají do {date}.", "Zákazník má pravdu, viz {order}.", "Čekáme na sklad ({city}).", "Vstřícnost do {amount} je v pořádku."],
    };
}
