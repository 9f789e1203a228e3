using System.Net;
using System.Net.Http.Json;
using System.Reflection;
using System.Text;
using System.Text.Json;
using HelpdeskMx.Agents;
using HelpdeskMx.Embedded.Doors;
using HelpdeskMx.Http;
using HelpdeskMx.Tests.Hosts;
using HelpdeskMx.Tickets;
using Xunit.Abstractions;

namespace HelpdeskMx.Tests.Tickets;

/// <summary>Every door of the API, and everybody who may stand before it: what opens, what does not, and what nobody learns who may not.</summary>
public sealed class RightsMatrixTests(ITestOutputHelper output)
{
    private const string Secret = "velvet";

    [Fact]
    public async Task Every_door_opens_for_whom_it_says_and_for_nobody_else()
    {
        await using var desk = await RunningDesk.StartAsync();
        var (ticket, attachment) = await TicketAsync(desk);
        await desk.PostAsync(HttpStatusCode.Created, "/api/departments", new { name = "Sales" });
        var nothing = (await desk.PostAsync(HttpStatusCode.Created, "/api/roles", new { name = "Looks on", grants = Array.Empty<object>() })).Id();
        var outsider = await desk.HireAsync("Out", "agent", "sales");
        var onlooker = await desk.HireAsync("Onlooker", nothing);
        var message = (await desk.MessagesAsync(ticket))[0].Id();
        (string Who, HttpClient Client)[] everybody = [("anybody", desk.Anybody), ("outsider", outsider), ("onlooker", onlooker), ("agent", desk.Agent)];

        List<string> wrong = [];
        foreach (var (door, trigger) in DoorList.Of<HttpTriggerAttribute>().Where(d => d.Door.Name != "logout")) // which would end everybody's part in this
        {
            var says = door.Method.GetCustomAttribute<SaysAttribute>()!;
            foreach (var method in trigger.Methods)
            {
                var path = "/api/" + trigger.Route!.Replace("{ticketId}", ticket, StringComparison.Ordinal).Replace("{messageId}", message, StringComparison.Ordinal).Replace("{number}", "1", StringComparison.Ordinal)
                    .Replace("{action}", "note", StringComparison.Ordinal).Replace("{id}", trigger.Route.StartsWith("tickets/", StringComparison.Ordinal) ? ticket : "nothing", StringComparison.Ordinal);
                path = System.Text.RegularExpressions.Regex.Replace(path, @"\{\w+\}", "nothing");
                foreach (var (who, client) in everybody)
                {
                    using var request = new HttpRequestMessage(new HttpMethod(method), path);
                    if (method is "post" or "put") request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
                    var status = (int)(await client.SendAsync(request)).StatusCode;
                    var ofTicket = trigger.Route.StartsWith("tickets/", StringComparison.Ordinal) || trigger.Route.StartsWith("messages/", StringComparison.Ordinal);
                    var admins = says.Summary.Contains("for admins", StringComparison.Ordinal);
                    var fault = says.Public ? status == 401 && door.Name != "join" && !IsIngest(trigger.Route) && door.Name != "login"
                        : who == "anybody" ? status != 401
                        : admins ? status != 403
                        : ofTicket && who == "outsider" ? status is not (404 or 422) || (status == 422 && method == "get")
                        : status is 401 || (status == 403 && who != "onlooker");
                    if (fault) wrong.Add($"{method} {path} ({door.Name}): {who} got {status}");
                }
            }
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.NotEmpty(attachment);
    }

    [Fact]
    public async Task What_an_outsider_asks_for_never_holds_a_word_of_the_ticket()
    {
        await using var desk = await RunningDesk.StartAsync();
        var (ticket, _) = await TicketAsync(desk);
        await desk.PostAsync(HttpStatusCode.Created, "/api/departments", new { name = "Sales" });
        var outsider = await desk.HireAsync("Out", "agent", "sales");
        var front = (await desk.PostAsync(HttpStatusCode.Created, "/api/roles", new { name = "Front", states = new[] { "closed" } })).Id();
        var stateless = await desk.HireAsync("Stateless", front);
        var customer = (await desk.GetAsync($"/api/tickets/{ticket}")).GetProperty("customer").Id();

        foreach (var client in new[] { outsider, stateless })
        {
            string[] asked = ["/api/tickets", $"/api/tickets?q={Secret}", "/api/tickets?q=%231", "/api/tickets?view=all", "/api/tickets?category=active", "/api/tickets?department=support", "/api/tickets?state=new",
                $"/api/tickets?customer={customer}", $"/api/customers/{customer}", $"/api/customers?q={Secret}", $"/api/tickets/{ticket}", $"/api/tickets/{ticket}/messages", $"/api/tickets/{ticket}/events"];
            foreach (var path in asked) Assert.DoesNotContain(Secret, await (await client.GetAsync(path)).Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
            Assert.All((await desk.GetAsync("/api/views", client)).GetProperty("items").EnumerateArray(), v => Assert.True(v.GetProperty("count").ValueKind == JsonValueKind.Null || v.GetProperty("count").GetInt32() == 0));
        }
        Assert.Contains(Secret, await (await desk.Agent.GetAsync($"/api/tickets?q={Secret}")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_action_in_each_state_and_department_is_offered_and_opens_for_those_who_may()
    {
        await using var desk = await RunningDesk.StartAsync();
        await desk.PostAsync(HttpStatusCode.Created, "/api/departments", new { name = "Sales" });
        var workflow = await desk.GetAsync("/api/workflow");
        string[] states = [.. workflow.GetProperty("states").EnumerateArray().Select(s => s.Text("key")!)];
        Grant[] grants =
        [
            new("close") { States = ["open"], Departments = ["support"] }, new("note"), new("label") { Departments = ["sales"] }, new("archive") { States = ["closed"] },
            new("assign") { States = ["new", "waiting"], Departments = ["sales", "support"] },
        ];
        var role = (await desk.PostAsync(HttpStatusCode.Created, "/api/roles", new { name = "Some", grants })).Id();
        var some = await desk.HireAsync("Some", role);
        var rule = new Role(role, "Some") { Grants = grants };
        Dictionary<string, object> asked = new()
        {
            ["note"] = new { text = "x" },
            ["reply"] = new { text = "x" },
            ["assign"] = new { assignee = "me" },
            ["label"] = new { labels = new { add = new[] { "x" } } },
            ["priority"] = new { priority = "high" },
            ["follow"] = new { followers = new { add = new[] { "me" } } },
            ["spam"] = new { spam = true },
            ["snooze"] = new { until = DateTimeOffset.UtcNow.AddDays(1) },
            ["forward"] = new { department = "sales" },
        };

        foreach (var department in new[] { "support", "sales" })
        {
            foreach (var state in states)
            {
                foreach (var action in workflow.GetProperty("actions").EnumerateArray())
                {
                    var key = action.Text("key")!;
                    var offered = action.GetProperty("from").EnumerateArray().Any(f => f.GetString() == state);
                    var expected = offered && rule.Allows(key, state, department);
                    var ticket = await InAsync(desk, state, department);
                    var shown = (await desk.GetAsync($"/api/tickets/{ticket}", some)).GetProperty("actions").EnumerateArray().Any(a => a.GetString() == key);
                    var answer = await desk.ActAsync(ticket, key, asked.GetValueOrDefault(key), some);
                    output.WriteLine($"{department} {state} {key}: {(int)answer.StatusCode}");
                    Assert.Equal((expected, expected ? HttpStatusCode.OK : HttpStatusCode.Forbidden, $"{department} {state} {key}"), (shown, answer.StatusCode, $"{department} {state} {key}"));
                    if (!expected) Assert.Contains(state, (await RunningDesk.JsonAsync(answer)).Text("title")!, StringComparison.OrdinalIgnoreCase);
                }
            }
        }
    }

    [Fact]
    public void Pushes_reach_exactly_those_who_may_see()
    {
        string[] states = ["new", "closed"], departments = ["a", "b"];
        foreach (var agent in from d in new[] { [], new[] { "a" }, ["a", "b"] } from s in new[] { [], new[] { "closed" } } select new Agent { Id = "x", Name = "X", Email = "x@x.test", Departments = d, Role = "r", May = new("r", "R") { States = s } })
        {
            foreach (var ticket in from d in departments from s in states select A(d, s))
                Assert.Equal(Rights.MaySee(agent, ticket), Rights.Audiences(agent).Intersect(Rights.Hearing(ticket)).Any());
        }
    }

    private static Ticket A(string department, string state) => new()
    {
        Id = "t",
        Number = 1,
        Subject = "",
        State = state,
        Category = Category.New,
        Store = "s",
        Channel = "c",
        ChannelKind = ChannelKind.Email,
        Department = department,
        Customer = "c",
        From = new(null, "a@x.cz"),
        LastMessageAt = default,
        LastDirection = Direction.In,
        CreatedAt = default,
    };

    private static bool IsIngest(string route) => route.StartsWith("ingest/", StringComparison.Ordinal) || route.StartsWith("chat/", StringComparison.Ordinal) || route.StartsWith("events/", StringComparison.Ordinal);

    private static int mails;

    private static async Task<(string Ticket, string Attachment)> TicketAsync(RunningDesk desk)
    {
        var ticket = (await desk.ReceiveAsync($"From: Vera {Secret} <vera@{Secret}.cz>\nSubject: {Secret}\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n{Secret}\n--b\nContent-Type: text/plain; name={Secret}.txt\nContent-Disposition: attachment; filename={Secret}.txt\n\nx\n--b--\n")).Id();
        return (ticket, (await desk.MessagesAsync(ticket))[0].GetProperty("attachments")[0].Text("url")!);
    }

    /// <summary>A ticket in this state and department, as the admin puts it there.</summary>
    private static async Task<string> InAsync(RunningDesk desk, string state, string department)
    {
        var id = (await desk.ReceiveAsync($"From: a@x.cz\nSubject: Number {Interlocked.Increment(ref mails)}\nMessage-ID: <r{mails}-{state}@x.cz>\n\nHi\n")).Id();
        if (department != "support") (await desk.ActAsync(id, "forward", new { department }, desk.Admin)).EnsureSuccessStatusCode();
        string[] way = state switch { "open" => ["close", "reopen"], "waiting" => ["reply"], "closed" => ["close"], "archived" => ["archive"], _ => [] };
        foreach (var step in way) (await desk.ActAsync(id, step, new { text = "x" }, desk.Admin)).EnsureSuccessStatusCode();
        return id;
    }
}
