using HelpdeskMx.Channels;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Portal;

/// <summary>The addresses of customers' pages.</summary>
public sealed class PortalLinks(PortalTokens tokens)
{
    /// <summary>The page of a ticket for somebody who takes part in it; null where the store does not say at which address the desk is.</summary>
    public async Task<string?> UrlAsync(Ticket ticket, Store? store, Address to, string language, CancellationToken ct) =>
        store?.At is { Length: > 0 } origin ? $"{origin.TrimEnd('/')}/api/portal/{await tokens.NewAsync(ticket, to.Value, ct)}?lang={language}" : null;

    /// <summary>What templates can say of the page of a ticket and of its rating; nothing where there is no page.</summary>
    public async Task<IReadOnlyDictionary<string, string>> VariablesAsync(Ticket ticket, Store? store, string language, CancellationToken ct)
    {
        Dictionary<string, string> all = [];
        if (ticket.Rating is { } rating) (all["rating.stars"], all["rating.comment"]) = ($"{rating.Stars}", rating.Comment);
        var to = ticket.AnswerTo.Count > 0 ? ticket.AnswerTo[0] : ticket.Lines.Count > 0 ? ticket.Lines[^1].Address : ticket.From;
        if (await UrlAsync(ticket, store, to, language, ct) is not { } url) return all;
        all["ticket.link"] = url;
        all["rating.link"] = $"{url}&rate=1#rating";
        all["rating.links"] = string.Join('\n', Enumerable.Range(1, Rating.Most).Reverse().Select(stars => $"{Stars(stars)} {url}&stars={stars}#rating"));
        return all;
    }

    /// <summary>Stars as text, those that are missing hollow.</summary>
    public static string Stars(int stars) => new string('★', stars) + new string('☆', Rating.Most - stars);
}
