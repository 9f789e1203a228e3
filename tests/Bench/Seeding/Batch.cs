using HelpdeskMx.Intake;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Bench.Seeding;

/// <summary>Tickets that follow each other, made by themselves so that several batches can be made at once.</summary>
/// <param name="First">Index of the first ticket.</param>
/// <param name="Customers">The customer of each ticket, and whether they come for the first time.</param>
public sealed record Batch(int First, IReadOnlyList<(int Number, bool IsNew)> Customers)
{
    /// <summary>Everything the tickets consist of, as the product's own classes write it.</summary>
    public async Task<Capture> MakeAsync(Archive archive, CancellationToken ct)
    {
        var (kept, dropped) = (new Capture(), new Capture());
        var (lookups, tickets) = (new Lookups(kept), new Tickets.Tickets(kept));
        var (newcomers, regulars) = (new Customers.Customers(kept, lookups), new Customers.Customers(dropped, new Lookups(dropped)));
        for (var i = 0; i < Customers.Count; i++)
        {
            var (index, (who, isNew)) = (First + i, Customers[i]);
            var dice = new Dice(archive.Seed, (ulong)index);
            var person = archive.Population.Person(who);
            var begins = archive.Hours.At((index + dice.Share()) / archive.Tickets);
            var customer = await (isNew ? newcomers : regulars).ForAsync(person.Identity, person.Name, begins, ct);
            var plan = Plan.Throw(dice, archive.Tickets - 1 - index, archive.Tickets);
            var (change, keys) = await Conversation.PlayAsync(archive.Desk, dice, person, customer, archive.FirstNumber + index, begins, plan, ct);
            await tickets.CommitAsync(change, ct);
            await PointAsync(lookups, change, keys, ct);
        }
        return kept;
    }

    /// <summary>The pointers by which answers find the ticket.</summary>
    private static async Task PointAsync(Lookups lookups, Change change, IReadOnlyList<string> keys, CancellationToken ct)
    {
        await lookups.AddAsync(Lookups.Number(change.Ticket.Number), new Target(change.Ticket.Id), ct);
        foreach (var (message, key) in change.NewMessages.Zip(keys))
        {
            if (message.Direction != Direction.Note) await lookups.AddAsync(Lookups.Reference(message.MessageId ?? key), new Target(change.Ticket.Id, key), ct);
        }
    }
}

/// <summary>What every batch of one seeding shares.</summary>
/// <param name="Seed">Where all chance comes from.</param>
/// <param name="Tickets">How many there will be.</param>
/// <param name="FirstNumber">Number of the first.</param>
/// <param name="Desk">Who and what they are made with.</param>
/// <param name="Hours">When they come.</param>
/// <param name="Population">Who writes.</param>
public sealed record Archive(ulong Seed, int Tickets, long FirstNumber, SeedDesk Desk, BusyHours Hours, Population Population);
