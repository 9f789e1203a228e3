using System.Text.RegularExpressions;
using HelpdeskMx.Mail.Replies;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Tickets;

/// <summary>What a subject is about, whatever mail programs, lists and the desk put around it.</summary>
public static partial class SubjectLine
{
    /// <summary>What subjects of answers begin with in the languages of mail programs; what forwards begin with stands with them.</summary>
    private static readonly string[] answers =
    [
        "re", "aw", "antw", "antwort", "sv", "odp", "ref", "rif", "r", "res", "resp", "vá", "ynt", "απ", "на", "отв", "ответ", "відп", "回复", "回覆", "答复", "返信", "답장", "회신",
    ];

    // "Re[2]:", "Re (2):", "Re^2:" and "Re :" count too; a forward may stand in brackets whole.
    private static readonly Regex prefix = new(
        $@"^\s*\[?(?:{string.Join('|', answers.Concat(Forward.Prefixes.Select(p => p.Trim('[', ':', '：', ' '))).Distinct().Select(Regex.Escape))})(?:\s?[\[(^]?\d{{1,3}}[\])]?)?\s*[:：]\s*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>The subject without marks of answers and forwards and without the numbers of tickets, as a new ticket shows it.</summary>
    public static string Bare(string subject) => Stripped(Number().Replace(subject, " "), prefix);

    /// <summary>Ids of the messages, given oldest first, in which a person begins to write about something else than the ticket.</summary>
    public static IReadOnlySet<string> Changes(string subject, IEnumerable<Message> messages)
    {
        var known = new HashSet<string> { "", Core(subject) };
        var changing = new HashSet<string>();
        if (known.Count == 1) return changing; // nothing to differ from
        foreach (var message in messages.Where(m => m.MovedTo is null))
        {
            if (known.Add(Core(message.Subject)) && message is { Direction: Direction.In, Auto: false }) changing.Add(message.Id);
        }
        return changing;
    }

    /// <summary>What is left to compare: case, accents, spaces, marks of answers and tags in brackets do not count.</summary>
    private static string Core(string subject)
    {
        var bare = Bare(subject);
        for (var before = ""; before != bare;) (before, bare) = (bare, Stripped(Stripped(bare, Tag()), prefix));
        return SearchText.Fold(bare).Replace(" ", "", StringComparison.Ordinal);
    }

    private static string Stripped(string subject, Regex beginning)
    {
        while (beginning.Match(subject) is { Success: true } match)
        {
            subject = subject[match.Length..];
            if (match.Value.TrimStart().StartsWith('[') && !match.Value.Contains(']') && subject.TrimEnd().EndsWith(']')) subject = subject.TrimEnd()[..^1];
        }
        return subject.Trim();
    }

    [GeneratedRegex(@"\[#\d{1,15}\]", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"^\s*\[[^\]]{1,40}\]", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
