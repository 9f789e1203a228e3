using System.Text.RegularExpressions;
using HelpdeskMx.Channels;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Intake;

/// <summary>Finds the ticket a message belongs to, by what its sender cannot have guessed.</summary>
public sealed partial class FindTicket(Tickets.Tickets tickets, Secrets secrets)
{
    // The nearest references say most, and the first began the thread; a forged list of thousands costs no more than this.
    private const int MostReferences = 10;

    /// <summary>The pointers that may lead from a message to its ticket, best first.</summary>
    public static IEnumerable<string> Pointers(InboundMessage message, Channel channel) =>
        Nearest(message).Select(Lookups.Reference).Concat(channel.Kind.IsLine() ? [LineOf(message, channel)] : Numbers(message.Subject).Select(Lookups.Number));

    /// <summary>The pointer to the ticket in which its sender is talked with by this channel.</summary>
    public static string LineOf(InboundMessage message, Channel channel) => Lookups.Line(channel.Id, message.From.Value);

    /// <summary>
    /// The ticket, null for a new one: the one it proves to answer, then by references, then by signed reply token, then by number if the sender takes part in it.
    /// On a line the talk that is going on comes first, and one that has ended last.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="channel">The channel it came by.</param>
    /// <param name="known">What <see cref="Pointers"/> point to.</param>
    /// <param name="ct">Stops looking.</param>
    public async Task<Stored<Ticket>?> RunAsync(InboundMessage message, Channel channel, IReadOnlyDictionary<string, Target> known, CancellationToken ct)
    {
        if (message.Ticket is { } answered && await FollowAsync(answered, ct) is { } proven) return proven;
        var talk = channel.Kind.IsLine() && known.TryGetValue(LineOf(message, channel), out var line) ? await FollowAsync(line.Id, ct) : null;
        if (talk is { Value.IsOpen: true }) return talk;
        foreach (var reference in Nearest(message))
        {
            if (known.TryGetValue(Lookups.Reference(reference), out var target) && await FollowAsync(target.Id, ct) is { } referred) return referred;
        }
        if (channel.Kind.IsLine()) return talk;
        var token = ReplyToken.Find(message.DeliveredTo, await secrets.ForAsync("reply-token", ct));
        if (token is not null && await FollowAsync(token, ct) is { } named) return named;

        foreach (var number in Numbers(message.Subject))
        {
            if (known.TryGetValue(Lookups.Number(number), out var target) && await FollowAsync(target.Id, ct) is { } numbered
                && numbered.Value.TakesPart(message.From.Value)) return numbered;
        }
        return null;
    }

    /// <summary>Numbers in a subject written as <c>[#1234]</c>; at most three.</summary>
    public static IEnumerable<long> Numbers(string subject) =>
        Marked().Matches(subject).Take(3).Select(m => long.Parse(m.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Reads a ticket; one that was merged is followed to where it went.</summary>
    public async Task<Stored<Ticket>?> FollowAsync(string id, CancellationToken ct)
    {
        var found = await tickets.ReadAsync(id, ct);
        for (var steps = 0; found?.Value.MergedInto is { } into && steps < 5; steps++) found = await tickets.ReadAsync(into, ct);
        return found;
    }

    private static IEnumerable<string> Nearest(InboundMessage message) =>
        new[] { message.InReplyTo }.OfType<string>().Concat(message.References.Reverse()).Take(MostReferences).Concat(message.References.Take(1)).Distinct();

    [GeneratedRegex(@"\[#(\d{1,15})\]", RegexOptions.CultureInvariant)]
    private static partial Regex Marked();
}
