using System.Globalization;
using HelpdeskMx.Automation;
using HelpdeskMx.Forms;
using HelpdeskMx.Intake;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Portal;

/// <summary>Keeps how a customer rates what was done for them; who changes their mind replaces it.</summary>
public sealed class RateTicket(Tickets.Tickets tickets, FindTicket findTicket, FormStamps stamps, RunRules runRules, Dispatch dispatch, Live live, TimeProvider clock)
{
    /// <summary>The names of what is asked.</summary>
    public const string Stars = "stars", Comment = "comment";

    private const int MostTries = 20;

    /// <summary>The stars in what was sent; null for anything but 1 to 5.</summary>
    public static int? Read(string? stars) => stars is [>= '1' and <= '5'] ? stars[0] - '0' : null;

    /// <summary>Null once it is kept; else the key of a sentence. The same page sent twice rates once, and undoes nothing that was said since.</summary>
    public async Task<string?> RunAsync(Request request, IReadOnlyDictionary<string, string> sent, CancellationToken ct)
    {
        var stamp = await stamps.ReadAsync(TakeAnswer.StampOf(request), sent.GetValueOrDefault(FormPost.Stamp), ct);
        if (stamp is null || clock.GetUtcNow() - stamp.At > TakeForm.Latest) return "rating-old";
        if (Read(sent.GetValueOrDefault(Stars)) is not { } stars) return "rating-missing";
        var comment = sent.GetValueOrDefault(Comment, "").ReplaceLineEndings("\n").Trim();
        if (comment.Length > Rating.LongestComment) return "rating-long";
        var eventId = Ids.Derive("rated", stamp.Id, stars.ToString(CultureInfo.InvariantCulture), comment);
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await findTicket.FollowAsync(request.Ticket.Id, ct) is not { } found) return "gone";
            if (await tickets.EventAsync(found.Value.Id, eventId, ct) is not null) return null;
            var before = found.Value;
            var after = before with { Rating = new(stars, comment, clock.GetUtcNow()), Version = before.Version + 1 };
            var told = new TicketEvent(eventId, after.Id, "rated", new Actor(ActorKind.Customer, null, request.Me.Name ?? request.Me.Value), after.Rating.At, after.Version, Said(before.Rating), Said(after.Rating));
            var change = new Change(after, found.ETag) { Events = [told] };
            if (after.Spam is null) change = await runRules.OnAsync(change, before, RuleWhen.Rated, null, ct);
            if (await tickets.CommitAsync(change, ct) != CommitOutcome.Committed) continue;
            await dispatch.RunAsync(change.Outbox, ct);
            await live.TicketAsync(change.Ticket, ct, before);
            return null;
        }
        throw new InvalidOperationException($"Ticket {request.Ticket.Id} changed {MostTries} times while a rating waited.");
    }

    private static Dictionary<string, string?> Said(Rating? rating) => rating is null
        ? []
        : new() { ["rating"] = rating.Stars.ToString(CultureInfo.InvariantCulture), ["comment"] = rating.Comment.Length == 0 ? null : rating.Comment };
}
