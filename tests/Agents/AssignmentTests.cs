using System.Net;
using System.Text.Json;
using HelpdeskMx.Tests.Hosts;
using HelpdeskMx.Tickets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace HelpdeskMx.Tests.Agents;

public sealed class AssignmentTests : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new(DateTimeOffset.UtcNow);
    private RunningDesk desk = null!;
    private HttpClient ann = null!, bob = null!;
    private int mails;

    public async Task InitializeAsync()
    {
        desk = await RunningDesk.StartAsync(s => s.AddSingleton<TimeProvider>(clock));
        (ann, bob) = (await desk.HireAsync("Ann"), await desk.HireAsync("Bob"));
        foreach (var other in new[] { "admin", "agent" }) await desk.PutAsync(HttpStatusCode.OK, $"/api/agents/{other}", new { capacity = 0 });
    }

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task In_turn_each_gets_as_many_as_the_other_also_when_many_come_at_once()
    {
        await AssignAsync("roundRobin", presentOnly: false);
        var owners = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => OwnerOfNewAsync()));
        await desk.Services.GetRequiredService<AssignBacklog>().RunAsync(default);
        var all = await OwnersAsync();
        Assert.Equal(10, all.Count);
        Assert.InRange(all.Count(o => o == "ann"), 4, 6);
        Assert.DoesNotContain(all, o => o is null);
        Assert.NotEmpty(owners);
    }

    [Fact]
    public async Task The_least_busy_gets_the_next_and_nobody_more_than_their_capacity()
    {
        await desk.PutAsync(HttpStatusCode.OK, "/api/agents/ann", new { capacity = 1 });
        await desk.PutAsync(HttpStatusCode.OK, "/api/agents/bob", new { capacity = 2 });
        await AssignAsync("leastBusy", presentOnly: false);
        List<string?> owners = [];
        for (var i = 0; i < 4; i++) owners.Add(await OwnerOfNewAsync());
        Assert.Equal(["ann", "bob", "bob", null], owners);

        await desk.PutAsync(HttpStatusCode.OK, "/api/agents/ann", new { capacity = 5 });
        await desk.Services.GetRequiredService<AssignBacklog>().RunAsync(default);
        Assert.DoesNotContain(await OwnersAsync(), o => o is null); // what waited is given as soon as somebody can take it
    }

    [Fact]
    public async Task Outside_their_shift_nobody_is_given_anything()
    {
        var never = (await desk.PostAsync(HttpStatusCode.Created, "/api/calendars", new { name = "Never", timeZone = "Etc/UTC", week = new { }, holidays = Array.Empty<object>() })).Id();
        await desk.PutAsync(HttpStatusCode.OK, "/api/agents/ann", new { shift = never });
        Assert.NotNull((await desk.PutAsync(HttpStatusCode.UnprocessableEntity, "/api/agents/bob", new { shift = "nothing" })).GetProperty("errors").Text("shift"));
        await AssignAsync("leastBusy", presentOnly: false);
        Assert.Equal("bob", await OwnerOfNewAsync());
        Assert.Equal("bob", await OwnerOfNewAsync());
        await desk.PutAsync(HttpStatusCode.OK, "/api/agents/ann", new { shift = "" });
        Assert.Equal("ann", await OwnerOfNewAsync());
    }

    [Fact]
    public async Task Only_who_is_there_gets_any_and_who_comes_gets_what_waits()
    {
        await AssignAsync("roundRobin", presentOnly: true);
        Assert.Null(await OwnerOfNewAsync());
        await desk.PutAsync(HttpStatusCode.NoContent, "/api/presence", new { }, bob);
        Assert.Equal(["bob"], await OwnersAsync());
        clock.Advance(TimeSpan.FromMinutes(4)); // nothing is heard of Bob's browser any more
        Assert.Null(await OwnerOfNewAsync());
        Assert.DoesNotContain((await desk.GetAsync("/api/presence")).GetProperty("items").EnumerateArray(), p => p.GetProperty("there").GetBoolean());
    }

    [Fact]
    public async Task Who_goes_away_hands_over_what_is_the_shops_turn_and_keeps_what_waits_for_its_customer()
    {
        await desk.PutAsync(HttpStatusCode.NoContent, "/api/presence", new { }, ann);
        await desk.PutAsync(HttpStatusCode.NoContent, "/api/presence", new { }, bob);
        var (open, waiting) = (await NewAsync(), await NewAsync());
        foreach (var ticket in new[] { open, waiting }) await desk.ActAsync(ticket, "assign", new { assignee = "me" }, ann);
        await desk.ActAsync(waiting, "reply", new { text = "Hello" }, ann);
        await AssignAsync("roundRobin", presentOnly: true);
        await desk.PutAsync(HttpStatusCode.NoContent, "/api/presence", new { away = true }, ann);
        Assert.Equal(("bob", "ann"), (await OwnerAsync(open), await OwnerAsync(waiting)));
    }

    [Fact]
    public async Task Who_has_left_for_good_keeps_nothing_that_waits_or_was_put_off()
    {
        var (waiting, put) = (await NewAsync(), await NewAsync());
        foreach (var ticket in new[] { waiting, put }) await desk.ActAsync(ticket, "assign", new { assignee = "me" }, ann);
        await desk.ActAsync(waiting, "reply", new { text = "Hello" }, ann);
        await desk.ActAsync(put, "snooze", new { until = clock.GetUtcNow().AddDays(1) }, ann);
        await desk.PutAsync(HttpStatusCode.OK, "/api/agents/ann", new { active = false });
        Assert.Equal((null, null), (await OwnerAsync(waiting), await OwnerAsync(put)));
    }

    [Fact]
    public async Task A_new_ticket_is_given_out_as_it_comes_before_the_clock_asks_for_it()
    {
        await AssignAsync("leastBusy", presentOnly: false);
        var ticket = await NewAsync();
        Assert.NotNull(await RunningDesk.UntilAsync(() => OwnerAsync(ticket), owner => owner is not null));
    }

    [Fact]
    public async Task However_many_wait_for_their_customers_a_new_ticket_is_given_out()
    {
        for (var i = 0; i < 51; i++) await desk.ActAsync(await NewAsync(), "reply", new { text = "Hello" });
        await AssignAsync("leastBusy", presentOnly: false);
        Assert.NotNull(await OwnerOfNewAsync());
    }

    [Fact]
    public async Task Who_may_not_see_a_ticket_or_not_answer_it_is_given_none()
    {
        await desk.PostAsync(HttpStatusCode.Created, "/api/departments", new { name = "Sales" });
        await desk.PutAsync(HttpStatusCode.OK, "/api/agents/ann", new { departments = new[] { "sales" } });
        var role = (await desk.PostAsync(HttpStatusCode.Created, "/api/roles", new { name = "Looks on", grants = Array.Empty<object>() })).Id();
        await desk.PutAsync(HttpStatusCode.OK, "/api/agents/bob", new { role });
        await AssignAsync("roundRobin", presentOnly: false);
        Assert.Null(await OwnerOfNewAsync());
    }

    [Fact]
    public async Task A_way_to_assign_that_needs_a_name_is_none_for_a_department() =>
        await desk.PutAsync(HttpStatusCode.UnprocessableEntity, "/api/departments/support", new { assignment = "agent" });

    private async Task AssignAsync(string assignment, bool presentOnly) => await desk.PutAsync(HttpStatusCode.OK, "/api/departments/support", new { assignment, presentOnly });

    private async Task<string> NewAsync()
    {
        var mail = Interlocked.Increment(ref mails);
        return (await desk.ReceiveAsync($"From: a{mail}@x.cz\nSubject: Hello {mail}\nMessage-ID: <{mail}@x.cz>\n\nHi\n")).Id();
    }

    /// <summary>The owner of a new ticket, once the run that comes with it is over: another run waits for that one.</summary>
    private async Task<string?> OwnerOfNewAsync()
    {
        var ticket = await NewAsync();
        await desk.Services.GetRequiredService<AssignBacklog>().RunAsync(default);
        return await OwnerAsync(ticket);
    }

    private async Task<string?> OwnerAsync(string ticket) => (await desk.GetAsync($"/api/tickets/{ticket}")).Text("assignee");

    private async Task<IReadOnlyList<string?>> OwnersAsync() => [.. (await desk.GetAsync("/api/tickets?view=open&sort=oldest")).GetProperty("items").EnumerateArray().Select(t => t.Text("assignee"))];
}
