using HelpdeskMx.Agents;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Customers;

/// <summary>Finds customers by the beginnings of words: of their name, their addresses and accounts, or by a phone number however it is spaced.</summary>
public sealed class FindCustomers(Customers customers, ShowCustomer show)
{
    /// <summary>The most characters that are searched for.</summary>
    public const int Longest = 200;

    // So many times customers are read for one page, and so many in all where the agent sees few of them; a continuation leads on.
    private const int MostPages = 12, MostLookedAt = 100;

    /// <summary>A page of the customers that the agent may see, those who came last first.</summary>
    public async Task<Outcome<Listing<CustomerFound>>> RunAsync(string? asked, int limit, string? after, Agent by, CancellationToken ct)
    {
        if (asked is null or { Length: > Longest } || SearchText.Words(asked).Count == 0) return Problems.BadParameter("q", $"some letters or digits of a name, an address or a number, at most {Longest} characters");
        var words = IsNumber(asked) ? SearchText.Digits(asked) : asked;
        List<CustomerFound> found = [];
        var next = after;
        for (var (pages, lookedAt) = (0, 0); pages < MostPages && found.Count < limit && lookedAt < MostLookedAt; pages++)
        {
            var page = await customers.SearchAsync(words, limit - found.Count, next, ct);
            var seen = await Task.WhenAll(page.Items.Select(c => show.MaySeeAsync(c.Value.Id, by, ct)));
            found.AddRange(page.Items.Where((_, i) => seen[i]).Select(c => new CustomerFound(c.Value.Id, c.Value.Name, c.Value.Identities)));
            lookedAt += page.Items.Count;
            next = page.Next;
            if (next is null) break;
        }
        return new Listing<CustomerFound>(found, next);
    }

    private static bool IsNumber(string asked) => asked.All(c => char.IsAsciiDigit(c) || char.IsWhiteSpace(c) || c is '+' or '-' or '(' or ')' or '.' or '/');
}
