using System.Text.RegularExpressions;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Intake;

/// <summary>Finds the ticket a message belongs to, by what its sender cannot have guessed.</summary>
public sealed partial class FindTicket(Tickets.Tickets tickets, Lookups lookups, Secrets secrets)
{
    // The nearest references say most; a forged list of thousands costs no more than this.
    private const int MostReferences = 10;

    /// <summary>The ticket, null for a new one: by references, then by signed reply token, then by number if the sender takes part in it.</summary>
    public async Task<Stored<Ticket>?> RunAsync(InboundMessage message, CancellationToken ct)
    {
        foreach (var reference in Nearest(message))
        {
            if (await lookups.FindAsync(Lookups.Reference(reference), ct) is { } target && await FollowAsync(target.Id, ct) is { } referred) return referred;
        }
        var token = ReplyToken.Find(message.DeliveredTo, await secrets.ForAsync("reply-token", ct));
        if (token is not null && await FollowAsync(token, ct) is { } named) return named;

        foreach (var number in Numbers(message.Subject))
        {
            if (await lookups.FindAsync(Lookups.Number(number), ct) is { } target && await FollowAsync(target.Id, ct) is { } numbered
                && numbered.Value.TakesPart(message.From.Value)) return numbered;
        }
        return null;
    }

    /// <summary>Numbers in a subject written as <c>[#1234]</c>; at most three.</summary>
    public static IEnumerable<long> Numbers(string subject) =>
        Marked().Matches(subject).Take(3).Select(m => long.Parse(m.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Reads a ticket; one that was merged is followed to where it went.</summary>
    private async Task<Stored<Ticket>?> FollowAsync(string id, CancellationToken ct)
    {
        var found = await tickets.ReadAsync(id, ct);
        for (var steps = 0; found?.Value.MergedInto is { } into && steps < 5; steps++) found = await tickets.ReadAsync(into, ct);
        return found;
    }

    private static IEnumerable<string> Nearest(InboundMessage message) =>
        new[] { message.InReplyTo }.OfType<string>().Concat(message.References.Reverse()).Distinct().Take(MostReferences);

    [GeneratedRegex(@"\[#(\d{1,15})\]", RegexOptions.CultureInvariant)]
    private static partial Regex Marked();
}
