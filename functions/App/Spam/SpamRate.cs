using HelpdeskMx.Customers;

namespace HelpdeskMx.Spam;

/// <summary>Counts how many new messages each address and domain sent within the hour.</summary>
/// <remarks>Each instance of the desk counts for itself, so that a message costs nothing for it; it is one reason among many.</remarks>
public sealed class SpamRate(TimeProvider clock)
{
    /// <summary>From so many on an address or a domain sends many.</summary>
    public const int ManyOfSender = 10, ManyOfDomain = 40;

    private const int MostSenders = 10_000, MostRemembered = 100;

    // Domains in which everybody has a mailbox say nothing about each other.
    private static readonly HashSet<string> Everybodys = new(StringComparer.OrdinalIgnoreCase)
    {
        "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "msn.com", "yahoo.com", "icloud.com", "me.com", "aol.com", "gmx.de", "gmx.net", "web.de", "proton.me", "protonmail.com",
        "seznam.cz", "email.cz", "post.cz", "centrum.cz", "atlas.cz", "volny.cz", "azet.sk", "zoznam.sk", "wp.pl", "o2.pl", "onet.pl", "interia.pl", "gazeta.pl", "op.pl",
        "naver.com", "daum.net", "hanmail.net", "kakao.com", "nate.com", "mail.ru", "bk.ru", "list.ru", "inbox.ru", "yandex.ru", "ya.ru", "rambler.ru",
    };

    private readonly Dictionary<string, List<(string Key, DateTimeOffset At)>> seen = [];
    private readonly Lock counting = new();

    /// <summary>Counts this message, once however often it is said, and says how many there were with it.</summary>
    public (int Sender, int Domain) Note(Identity sender, string key)
    {
        var domain = sender.Value[(sender.Value.LastIndexOf('@') + 1)..];
        lock (counting)
        {
            if (seen.Count > MostSenders) seen.Clear();
            return (Count(sender.Key, key), sender.Kind != "email" || Everybodys.Contains(domain) ? 0 : Count($"@{domain}", key));
        }
    }

    private int Count(string who, string key)
    {
        var now = clock.GetUtcNow();
        if (!seen.TryGetValue(who, out var known)) seen[who] = known = [];
        known.RemoveAll(k => now - k.At > TimeSpan.FromHours(1));
        if (known.Count < MostRemembered && known.All(k => k.Key != key)) known.Add((key, now));
        return known.Count;
    }
}
