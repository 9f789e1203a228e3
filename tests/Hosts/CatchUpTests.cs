using System.Net;
using System.Text.Json;
using HelpdeskMx.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace HelpdeskMx.Tests.Hosts;

/// <summary>What a browser that missed pushes is told when it asks.</summary>
public sealed class CatchUpTests
{
    [Fact]
    public async Task What_changed_since_is_told_once_with_the_version_it_came_to()
    {
        await using var desk = await RunningDesk.StartAsync();
        var before = await desk.ReceiveAsync("From: a@x.cz\nSubject: Before\n\nHello\n");
        var since = await NextAsync(desk);
        var ticket = await desk.ReceiveAsync("From: a@x.cz\nSubject: Missed\n\nHello\n");
        var id = ticket.GetProperty("id").GetString()!;
        await desk.ActAsync(id, "close");

        var told = await desk.GetAsync($"/api/changes?since={since}");

        var item = Assert.Single(told.GetProperty("items").EnumerateArray());
        Assert.Equal(id, item.GetProperty("ticketId").GetString());
        Assert.NotEqual(id, before.GetProperty("id").GetString());
        Assert.Equal((await desk.GetAsync($"/api/tickets/{id}")).GetProperty("version").GetInt64(), item.GetProperty("version").GetInt64());
        Assert.False(told.GetProperty("everything").GetBoolean());
        Assert.Empty((await desk.GetAsync($"/api/changes?since={told.GetProperty("next").GetString()}")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task That_somebody_has_read_a_ticket_is_told_as_no_version_anybody_should_have_heard_of()
    {
        await using var desk = await RunningDesk.StartAsync();
        var id = (await desk.ReceiveAsync("From: a@x.cz\nSubject: Read\n\nHello\n")).GetProperty("id").GetString()!;
        var since = await NextAsync(desk);
        await desk.PutAsync(HttpStatusCode.NoContent, $"/api/tickets/{id}/read", new { read = true });

        Assert.Equal(0, Assert.Single((await desk.GetAsync($"/api/changes?since={since}")).GetProperty("items").EnumerateArray()).GetProperty("version").GetInt64());
    }

    [Fact]
    public async Task Of_tickets_an_agent_may_not_see_only_that_there_are_some_is_told()
    {
        await using var desk = await RunningDesk.StartAsync();
        var settings = desk.Services.GetRequiredService<Settings>();
        var agent = (await settings.AgentsAsync(default)).Single(a => a.Id == "agent");
        await settings.SaveAsync(Kinds.Agents, "agent", agent with { Departments = ["elsewhere"] }, default);
        var since = await NextAsync(desk);
        await desk.ReceiveAsync("From: a@x.cz\nSubject: Hidden\n\nHello\n");

        var told = await desk.GetAsync($"/api/changes?since={since}", desk.Agent);
        Assert.Empty(told.GetProperty("items").EnumerateArray());
        Assert.True(told.GetProperty("elsewhere").GetBoolean());
    }

    [Theory]
    [InlineData("")]
    [InlineData("?since=yesterday")]
    [InlineData("?since=99999999")]
    public async Task A_place_the_desk_does_not_know_means_looking_at_everything_and_a_new_place(string asked)
    {
        await using var desk = await RunningDesk.StartAsync();
        var told = await desk.GetAsync($"/api/changes{asked}");
        Assert.True(told.GetProperty("everything").GetBoolean());
        Assert.False((await desk.GetAsync($"/api/changes?since={told.GetProperty("next").GetString()}")).GetProperty("everything").GetBoolean());
    }

    [Fact]
    public async Task Too_much_to_tell_apart_means_looking_at_everything()
    {
        await using var desk = await RunningDesk.StartAsync();
        var since = await NextAsync(desk);
        await Task.WhenAll(Enumerable.Range(0, 160).Select(n => desk.PostAsync($"From: a{n}@x.cz\nSubject: Many {n}\n\nHello\n")));
        await RunningDesk.UntilAsync(() => desk.GetAsync($"/api/changes?since={since}"), told => told.GetProperty("everything").GetBoolean());
    }

    private static async Task<string> NextAsync(RunningDesk desk) => (await desk.GetAsync("/api/changes")).GetProperty("next").GetString()!;
}
