using HelpdeskMx.Calendars;
using HelpdeskMx.Sla;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Tests.Sla;

public sealed class DeadlinesTests
{
    // A Friday at ten; the shop is open from nine to five, Monday to Friday, UTC.
    private static readonly DateTimeOffset Friday = new(2026, 1, 9, 10, 0, 0, TimeSpan.Zero);
    private static readonly Span[] Day = [new("09:00", "17:00")];
    private static readonly WorkingTime Weekdays = new(new Calendar("c", "c", "Etc/UTC", new Week { Monday = Day, Tuesday = Day, Wednesday = Day, Thursday = Day, Friday = Day }, []));
    private static readonly SlaPolicy Policy = new("p", 1, new SlaDraft("P") { FirstReply = 60, NextReply = 120, Resolution = 8 * 60, WarnMinutes = 15 });

    [Fact]
    public void A_new_ticket_owes_its_first_answer_and_its_end_in_business_hours()
    {
        var ticket = Of(New(Friday.AddHours(6.5)), Friday.AddHours(6.5), In(Friday.AddHours(6.5)));
        Assert.Equal([(SlaKind.FirstReply, Friday.AddDays(3).AddHours(-0.5)), (SlaKind.Resolution, Friday.AddDays(3).AddHours(6.5))], Targets(ticket));
        Assert.Equal(Friday.AddDays(3).AddHours(-0.5), ticket.DueAt);
    }

    [Fact]
    public void Where_nobody_keeps_hours_all_time_counts() =>
        Assert.Equal(Friday.AddHours(7.5), Deadlines.Of(New(Friday.AddHours(6.5)), [], [Policy], null, Friday).DueAt);

    [Fact]
    public void An_answer_keeps_the_promise_the_clock_stands_while_the_customer_is_waited_for_and_goes_on_when_they_write()
    {
        var ticket = Of(New(Friday), Friday, In(Friday));
        ticket = Of(ticket with { State = "waiting", Category = Category.Waiting }, Friday.AddHours(1), Out(Friday.AddHours(1)));
        Assert.Empty(Targets(ticket));
        Assert.Null(ticket.DueAt);
        // Two working hours later the customer writes again: the end moves by two hours, and the next answer is owed in two.
        ticket = Of(ticket with { State = "open", Category = Category.Open }, Friday.AddHours(3), In(Friday.AddHours(3)));
        Assert.Equal([(SlaKind.NextReply, Friday.AddHours(5)), (SlaKind.Resolution, Friday.AddDays(3).AddHours(2))], Targets(ticket));
    }

    [Fact]
    public void A_second_word_of_the_customer_moves_nothing_and_a_machines_word_neither()
    {
        var ticket = Of(New(Friday), Friday, In(Friday));
        ticket = Of(ticket with { Category = Category.Waiting }, Friday.AddMinutes(5), Out(Friday.AddMinutes(5)));
        ticket = Of(ticket with { Category = Category.Open }, Friday.AddMinutes(10), In(Friday.AddMinutes(10)));
        var again = Of(ticket, Friday.AddMinutes(90), In(Friday.AddMinutes(90)));
        Assert.Equal(Targets(ticket), Targets(again));
        var machine = Of(ticket, Friday.AddMinutes(90), Out(Friday.AddMinutes(90)) with { Auto = true });
        Assert.Equal(Targets(ticket), Targets(machine));
    }

    [Fact]
    public void What_is_closed_owes_nothing_and_reopened_it_goes_on_where_it_stood()
    {
        var ticket = Of(New(Friday), Friday, In(Friday));
        ticket = Of(ticket with { Category = Category.Closed }, Friday.AddHours(1), Out(Friday.AddHours(1)));
        Assert.Empty(Targets(ticket));
        ticket = Of(ticket with { Category = Category.Open }, Friday.AddDays(28), In(Friday.AddDays(28)));
        Assert.Equal((SlaKind.NextReply, Friday.AddDays(28).AddHours(2)), Targets(ticket)[0]);
        Assert.Equal(Friday.AddDays(28).AddHours(7), Targets(ticket)[1].Due); // an hour of the eight was used; seven are left
    }

    [Fact]
    public void Another_priority_brings_another_policy_and_none_that_fits_promises_nothing()
    {
        var urgent = new SlaPolicy("u", 0, new SlaDraft("U") { Priorities = [Priority.Urgent], FirstReply = 10 });
        var ticket = Of(New(Friday), Friday, In(Friday));
        var pressed = Deadlines.Of(ticket with { Priority = Priority.Urgent }, [], [urgent, Policy], Weekdays, Friday);
        Assert.Equal(("u", Friday.AddMinutes(10)), (pressed.Sla!.Policy, pressed.DueAt));
        var left = Deadlines.Of(pressed with { Priority = Priority.Low }, [], [urgent], Weekdays, Friday);
        Assert.True(left is { Sla: null, DueAt: null });
    }

    [Fact]
    public void Told_twice_it_says_the_same()
    {
        var random = new Random(7);
        for (var run = 0; run < 200; run++)
        {
            var (ticket, now) = (New(Friday), Friday);
            for (var step = 0; step < 12; step++)
            {
                now = now.AddMinutes(random.Next(1, 2_000));
                Message[] said = random.Next(3) switch { 0 => [In(now)], 1 => [Out(now)], _ => [] };
                var category = (Category)random.Next(5);
                var once = Deadlines.Of(ticket with { Category = category }, said, [Policy], Weekdays, now);
                var twice = Deadlines.Of(once, said, [Policy], Weekdays, now);
                Assert.Equal(Targets(once), Targets(twice));
                Assert.Equal((once.DueAt, once.Sla!.Waited, once.Sla.LookAt), (twice.DueAt, twice.Sla!.Waited, twice.Sla.LookAt));
                Assert.True(category is Category.New or Category.Open || once.DueAt is null);
                Assert.All(once.Sla.Targets, t => Assert.True(t.DueAt > t.Since && Weekdays.Between(t.Since, t.DueAt) >= TimeSpan.FromHours(1)));
                ticket = once;
            }
        }
    }

    private static (SlaKind Kind, DateTimeOffset Due)[] Targets(Ticket ticket) => [.. ticket.Sla!.Targets.Select(t => (t.Kind, t.DueAt))];

    private static Ticket Of(Ticket ticket, DateTimeOffset now, params Message[] said) => Deadlines.Of(ticket, said, [Policy], Weekdays, now);

    private static Message In(DateTimeOffset at) => new() { Id = "m", TicketId = "t", Direction = Direction.In, Channel = "c", ChannelKind = ChannelKind.Email, From = new(null, "a@x.cz"), Text = "", ReplyText = "", At = at };

    private static Message Out(DateTimeOffset at) => In(at) with { Direction = Direction.Out };

    private static Ticket New(DateTimeOffset at) => new()
    {
        Id = "t",
        Number = 1,
        Subject = "",
        State = "new",
        Category = Category.New,
        Store = "s",
        Channel = "c",
        ChannelKind = ChannelKind.Email,
        Department = "d",
        Customer = "k",
        From = new(null, "a@x.cz"),
        LastMessageAt = at,
        LastDirection = Direction.In,
        CreatedAt = at,
    };
}
