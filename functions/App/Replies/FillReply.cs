using HelpdeskMx.Agents;
using HelpdeskMx.Platform;
using HelpdeskMx.Portal;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Replies;

/// <summary>Words as they would stand in an answer.</summary>
/// <param name="Language">The language they are in.</param>
public sealed record FilledReply(string Language, string Text);

/// <summary>Texts to look at before they are saved.</summary>
public sealed record ReplyPreview
{
    /// <summary>The words by language.</summary>
    public required IReadOnlyDictionary<string, string> Texts { get; init; }

    /// <summary>Number of the ticket they are filled in for; null for the newest open one this agent sees.</summary>
    public long? Ticket { get; init; }
}

/// <summary>Texts filled in for a real ticket.</summary>
/// <param name="Ticket">Its number.</param>
/// <param name="Texts">The filled words by language.</param>
public sealed record PreviewedReply(long Ticket, IReadOnlyDictionary<string, string> Texts);

/// <summary>Fills the gaps of templates for a ticket.</summary>
public sealed class FillReply(Tickets.Tickets tickets, Settings settings, SaveReply saved, PortalLinks links)
{
    private static readonly Problem NoTicketYet = new("no-ticket-yet", "There is no open ticket to fill it in for: the first one that comes will do.", 404);

    /// <summary>A saved reply in the language the ticket's customer writes, as far as it is there.</summary>
    public async Task<Outcome<FilledReply>> RunAsync(string ticketId, string replyId, Agent by, CancellationToken ct)
    {
        if (await tickets.FindAsync(ticketId, by, ct) is not { Value: var ticket }) return Problems.NoSuchTicket;
        if ((await settings.SavedRepliesAsync(ct)).FirstOrDefault(r => r.Id == replyId && r.IsFor(by)) is not { } reply) return new Problem("no-such-reply", "There is no such saved reply, or it is somebody else's.", 404);
        return await FillAsync(reply.Texts, ticket, by, ct);
    }

    /// <summary>Texts that may not be saved yet, in every language they are in; with every fault in place of holes.</summary>
    public async Task<Outcome<PreviewedReply>> PreviewAsync(ReplyPreview preview, Agent by, CancellationToken ct)
    {
        if (SaveReply.Faults(preview.Texts, await saved.KnownAsync(ct)) is { Count: > 0 } faults) return Problems.Fields(faults);
        Condition[] which = preview.Ticket is { } number ? [new Condition.Is("number", number)] : [new Condition.Is("active", true)];
        var page = await tickets.ListAsync(q => q with { Where = [.. Rights.Visible(by), .. which], OrderBy = [new Order(preview.Ticket is null ? "lastMessageAt" : "number", true)], PageSize = 1 }, ct);
        if (page.Items is not [{ Value: var ticket }]) return preview.Ticket is null ? NoTicketYet : Problems.NoSuchTicket;
        Dictionary<string, string> filled = [];
        foreach (var (language, text) in preview.Texts) filled[language] = TemplateText.Fill(text, await ValuesAsync(ticket, by, language, ct));
        return new PreviewedReply(ticket.Number, filled);
    }

    /// <summary>The words in a language, the one the ticket's customer writes unless another is named; else the store's, else the first there is.</summary>
    public async Task<FilledReply> FillAsync(IReadOnlyDictionary<string, string> texts, Ticket ticket, Agent by, CancellationToken ct, string? language = null)
    {
        var store = (await settings.StoresAsync(ct)).FirstOrDefault(s => s.Id == ticket.Store);
        string?[] wanted = [language ?? Languages.Guess(ticket.LastDirection == Direction.In ? ticket.Preview : ticket.Subject), store?.Language, "en"];
        var there = wanted.OfType<string>().FirstOrDefault(texts.ContainsKey) ?? texts.Keys.First();
        return new FilledReply(there, TemplateText.Fill(texts[there], await ValuesAsync(ticket, by, there, ct)));
    }

    private async Task<IReadOnlyDictionary<string, string>> ValuesAsync(Ticket ticket, Agent by, string language, CancellationToken ct)
    {
        var store = (await settings.StoresAsync(ct)).FirstOrDefault(s => s.Id == ticket.Store);
        var known = Variables.Of(ticket, by, store, (await settings.DepartmentsAsync(ct)).FirstOrDefault(d => d.Id == ticket.Department), await settings.WorkflowAsync(ct), language);
        return known.Concat(await links.VariablesAsync(ticket, store, language, ct)).ToDictionary();
    }
}
