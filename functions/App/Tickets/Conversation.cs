using HelpdeskMx.Agents;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Tickets;

/// <summary>What has been said in a ticket, and what has been done to it.</summary>
public sealed class Conversation(Tickets tickets, SaidTogether together, AttachmentLinks links, IBlobs blobs)
{
    /// <summary>A page of messages.</summary>
    public async Task<Outcome<Listing<MessageView>>> MessagesAsync(string id, bool newestFirst, int limit, string? after, Agent by, CancellationToken ct)
    {
        if (await tickets.FindAsync(id, by, ct) is not { Value: var ticket }) return Problems.NoSuchTicket;
        var page = ticket.Merged.Count == 0
            ? await tickets.MessagesAsync(id, q => q with { OrderBy = [new Order("at", newestFirst)], PageSize = limit, Continuation = after }, ct)
            : await together.PageAsync(ticket, newestFirst, limit, after, ct);
        var secret = await links.SecretAsync(ct);
        Message[] messages = [.. page.Items.Select(m => m.Value)];
        var changing = SubjectLine.Changes(ticket.Subject, newestFirst ? messages.Reverse() : messages);
        return new Listing<MessageView>([.. messages.Select(m => new MessageView(m, links, secret) { NewSubject = changing.Contains(m.Id) })], page.Next);
    }

    /// <summary>A page of the audit trail, oldest first.</summary>
    public async Task<Outcome<Listing<TicketEvent>>> EventsAsync(string id, int limit, string? after, Agent by, CancellationToken ct)
    {
        if (await tickets.FindAsync(id, by, ct) is null) return Problems.NoSuchTicket;
        var page = await tickets.EventsAsync(id, q => q with { OrderBy = [new Order("at")], PageSize = limit, Continuation = after }, ct);
        return new Listing<TicketEvent>([.. page.Items.Select(e => e.Value)], page.Next);
    }

    /// <summary>A message as it came.</summary>
    public async Task<Outcome<OpenFile>> OriginalAsync(string ticketId, string messageId, Agent by, CancellationToken ct)
    {
        if (await tickets.FindAsync(ticketId, by, ct) is null) return Problems.NoSuchTicket;
        if (await tickets.MessageAsync(ticketId, messageId, ct) is not { Value: { Raw: { } raw, UnsentAt: null } message }) return TicketProblems.NoSuchMessage;
        if (await blobs.OpenAsync(raw, ct) is not { } bytes) return TicketProblems.NoSuchMessage;
        return message.ChannelKind == ChannelKind.Email
            ? new OpenFile(bytes, $"{messageId}.eml", "message/rfc822")
            : new OpenFile(bytes, $"{messageId}.json", "application/json");
    }

    /// <summary>The file a signed link names; nothing for a link that is not ours or has run out.</summary>
    public async Task<OpenFile?> FileAsync(string token, CancellationToken ct)
    {
        if (links.Read(token, await links.SecretAsync(ct)) is not { } link) return null;
        var message = await tickets.FollowAsync(link.TicketId, link.MessageId, ct);
        var file = message?.Value.Attachments.FirstOrDefault(a => a.Id == link.AttachmentId);
        return file is not null && await blobs.OpenAsync(file.Sha256, ct) is { } bytes ? new OpenFile(bytes, file.Name, file.ContentType) : null;
    }
}

/// <summary>Bytes on their way to a browser.</summary>
public sealed record OpenFile(Stream Bytes, string Name, string ContentType);
