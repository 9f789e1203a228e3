using HelpdeskMx.Agents;
using HelpdeskMx.Customers;
using HelpdeskMx.Platform;
using HelpdeskMx.Tests.Cosmos.StandIn;
using HelpdeskMx.Tests.Labels;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Tests.Cosmos;

/// <summary>Every list the API can be asked for is a walk along a composite index, whatever is filtered and whoever asks.</summary>
/// <remarks>The account in memory refuses an order that no composite index serves; these tests see to it that the index is used, and not evaded by sorting.</remarks>
public sealed class ProductQueriesTests
{
    private static readonly TicketFilter[] filters =
    [
        new(), new() { State = "open" }, new() { Category = "active" }, new() { Category = "closed" }, new() { Assignee = "me" }, new() { Assignee = "nobody" },
        new() { Department = "d1" }, new() { Store = "s" }, new() { Channel = "c" }, new() { Label = "vip" }, new() { Customer = "anna" },
        new() { Follower = "me" }, new() { Unread = true }, new() { Unread = false }, new() { Review = true },
        new() { Category = "active", Assignee = "me" }, new() { Category = "active", Unread = true }, new() { Category = "active", Department = "d1", Label = "vip" },
        new() { State = "open", Store = "s", Channel = "c", Customer = "anna", Review = false, Unread = true },
    ];

    private static readonly Agent[] agents =
    [
        new() { Id = "boss", Name = "Boss", Email = "boss@desk.test", Role = Role.AdminId },
        new() { Id = "one", Name = "One", Email = "one@desk.test", Departments = ["d1", "d2"] },
        new() { Id = "two", Name = "Two", Email = "two@desk.test", Departments = ["d1", "d2"], Role = "front", May = new("front", "Front") { States = ["new", "open"] } },
    ];

    public static TheoryData<int, string, int> Lists
    {
        get
        {
            var all = new TheoryData<int, string, int>();
            for (var filter = 0; filter < filters.Length; filter++)
            {
                foreach (var sort in ListTickets.Sorts)
                {
                    for (var agent = 0; agent < agents.Length; agent++) all.Add(filter, sort, agent);
                }
            }
            return all;
        }
    }

    private readonly CosmosStandIn account = new();

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_list_of_tickets_walks_a_composite_index(int filter, string sort, int agent)
    {
        var store = CosmosHonoursTheContract.Over(account);

        await new ListTickets(new HelpdeskMx.Tickets.Tickets(store), new Drafts(store), new Settings(store, TimeProvider.System)).RunAsync(new TicketList(filters[filter], sort, 50, null), agents[agent], default);

        // Whoever sees no state of the category is answered without a question.
        if (agents[agent].May.States.Count == 0) Assert.NotEmpty(account["tickets"].Statements);
        Assert.All(account["tickets"].Statements, s => Assert.Contains(" ORDER BY c.type ", s, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_customers_notes_are_looked_for_only_in_tickets_that_may_have_some()
    {
        var tickets = new HelpdeskMx.Tickets.Tickets(CosmosHonoursTheContract.Over(account));
        var mail = new LabelledMail("Hello", []);
        var note = new Message { Id = "n", TicketId = "noted", Direction = Direction.Note, Channel = "support", ChannelKind = ChannelKind.Email, From = new(null, "x"), Text = "Careful", ReplyText = "Careful", At = DateTimeOffset.UnixEpoch };
        foreach (var id in new[] { "plain", "noted", "old" })
        {
            var change = Labelled.Ticket(id, mail);
            var told = change.Ticket.With(change.NewMessages[0]);
            Assert.Equal(0, told.Notes);
            change = id switch { "plain" => change with { Ticket = told }, "noted" => change with { Ticket = told.With(note), NewMessages = [.. change.NewMessages, note] }, _ => change with { Ticket = told with { Notes = null } } };
            Assert.Equal(CommitOutcome.Committed, await tickets.CommitAsync(change, default));
        }
        account.Requests.Clear();

        Assert.Equal(["Careful"], (await new CustomerNotes(tickets).RunAsync("anna", agents[0], default)).Select(n => n.Text));
        Assert.Equal(["query across partitions", "query", "query"], account.Requests.Select(r => r.Split(':')[0]));
    }

    [Fact]
    public async Task A_tickets_messages_and_trail_are_walked_in_their_partition()
    {
        var tickets = new HelpdeskMx.Tickets.Tickets(CosmosHonoursTheContract.Over(account));

        await tickets.MessagesAsync("t1", q => q with { OrderBy = [new Order("at", true)] }, default);
        await tickets.EventsAsync("t1", q => q with { OrderBy = [new Order("at")] }, default);
        await tickets.DueAsync(DateTimeOffset.UtcNow, null, default);
        await tickets.DueSplitsAsync(DateTimeOffset.UtcNow, null, default);

        Assert.Equal(["query", "query", "query across partitions", "query across partitions"], account.Requests.Select(r => r.Split(':')[0]));
        Assert.All(account["tickets"].Statements, s => Assert.Contains(" ORDER BY c.type ", s, StringComparison.Ordinal));
    }
}
