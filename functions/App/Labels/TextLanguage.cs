using HelpdeskMx.Agents;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Labels;

/// <summary>Tells in which language a text is written, as far as learning from it needs that.</summary>
public static class TextLanguage
{
    private static readonly HashSet<string>
        English = ["the", "and", "is", "my", "to", "of", "for", "you", "it", "not", "have", "please", "was", "with", "this", "in", "your", "can", "are", "but", "on", "when", "has", "would"],
        Czech = ["je", "se", "jsem", "prosim", "neni", "uz", "pro", "mi", "ale", "kdy", "objednavka", "objednavky", "objednavku", "dekuji", "den", "jsme", "byl", "bych", "chci", "mate", "nebo", "pri", "jsou", "ktery"],
        Polish = ["nie", "sie", "jest", "prosze", "dzien", "czy", "zamowienie", "zamowienia", "dla", "juz", "dziekuje", "do", "kiedy", "od", "oraz", "moje", "jestem", "chce", "przez", "byl", "jeszcze", "moge", "ktory", "w"];

    /// <summary>The language of the text: by its letters, else by whose little words it has most; English where nothing tells.</summary>
    public static string Of(string text) => Languages.Guess(text) ?? ByWords(SearchText.Fold(text));

    private static string ByWords(string folded)
    {
        var (english, czech, polish) = (0, 0, 0);
        foreach (var range in folded.AsSpan().Split(' '))
        {
            var word = folded.AsSpan(range);
            if (English.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word)) english++;
            if (Czech.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word)) czech++;
            if (Polish.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word)) polish++;
        }
        if (czech > english && czech >= polish) return "cs";
        return polish > english ? "pl" : "en";
    }
}
