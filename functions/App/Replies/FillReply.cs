using HelpdeskMx.Agents;
using HelpdeskMx.Platform;
using HelpdeskMx.Portal;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Replies;

/// <summary>Words as they would stand in an answer.</summary>
/// <param name="Language">The language they are in.</param>
public sealed record FilledReply(string Language, string Text);

/// <summary>What is known of a conversation that has yet to begin.</summary>
public sealed record NewReply
{
    /// <summary>Id of the channel it will leave by; null for the first mail channel.</summary>
    public string? Channel { get; init; }

    /// <summary>The customer, where the agent has said who.</summary>
    public Address? To { get; init; }

    /// <summary>What it is about, as far as that is written.</summary>
    public string? Subject { get; init; }
}

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
    private static readonly Problem NoSuchReply = new("no-such-reply", "There is no such saved reply, or it is somebody else's.", 404);
    private static readonly Problem NoTicketYet = new("no-ticket-yet", "There is no open ticket to fill it in for: the first one that comes will do.", 404);

    /// <summary>A saved reply in the language the ticket's customer writes, as far as it is there.</summary>
    public async Task<Outcome<FilledReply>> RunAsync(string ticketId, string replyId, Agent by, CancellationToken ct)
    {
        if (await tickets.FindAsync(ticketId, by, ct) is not { Value: var ticket }) return Problems.NoSuchTicket;
        return await SavedAsync(replyId, by, ct) is { } reply ? await FillAsync(reply.Texts, ticket, by, ct) : NoSuchReply;
    }

    /// <summary>A saved reply for a conversation that has yet to begin; refused where it names what is not known before.</summary>
    public async Task<Outcome<FilledReply>> NewAsync(string replyId, NewReply wanted, Agent by, CancellationToken ct)
    {
        if (await SavedAsync(replyId, by, ct) is not { } reply) return NoSuchReply;
        var channels = await settings.ChannelsAsync(ct);
        if ((channels.FirstOrDefault(c => c.Id == wanted.Channel) ?? channels.FirstOrDefault(c => c.Active && c.Address is not null)) is not { } channel) return TicketProblems.NoSender;
        var store = (await settings.StoresAsync(ct)).FirstOrDefault(s => s.Id == channel.Store);
        var language = new[] { store?.Language, "en" }.OfType<string>().FirstOrDefault(reply.Texts.ContainsKey) ?? reply.Texts.Keys.First();
        var values = Variables.OfNew(wanted.To, wanted.Subject ?? "", by, store, (await settings.DepartmentsAsync(ct)).FirstOrDefault(d => d.Id == channel.Department));
        var text = reply.Texts[language];
        var missing = TemplateText.Names(text).FirstOrDefault(name => Variables.IsAlways(name) && values.GetValueOrDefault(name, "").Length == 0);
        return missing is null ? new FilledReply(language, TemplateText.Fill(text, values)) : new Problem("not-known-yet", $"It names {missing}, which is not known before the conversation has begun.", 422);
    }

    private async Task<SavedReply?> SavedAsync(string id, Agent by, CancellationToken ct) => (await settings.SavedRepliesAsync(ct)).FirstOrDefault(r => r.Id == id && r.IsFor(by));

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
