using System.Net;
using System.Text.Json;
using HelpdeskMx.Customers;
using HelpdeskMx.Platform;
using HelpdeskMx.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;

namespace HelpdeskMx.Tests.Customers;

public sealed class FindCustomersTests : IAsyncLifetime
{
    private RunningDesk desk = null!;

    public async Task InitializeAsync() => desk = await RunningDesk.StartAsync();

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Theory]
    [InlineData("luk", "email", "kowalski@poczta.pl", "Łukasz Kowalski")]
    [InlineData("KOWAL lu", "email", "x@poczta.pl", "Łukasz Kowalski")]
    [InlineData("dvorakova", "email", "x@x.cz", "Žofie Dvořáková")]
    [InlineData("김", "email", "x@naver.kr", "김민수")]
    [InlineData("田太", "email", "x@x.jp", "山田太郎")]
    [InlineData("иван", "email", "x@x.ru", "Петров Иван")]
    [InlineData("anna.nov", "email", "anna.novak@posta.cz", null)]
    [InlineData("Anna.Novak@Posta.cz", "email", "anna.novak@posta.cz", null)]
    [InlineData("posta.cz", "email", "anna.novak@posta.cz", "Anna")]
    [InlineData("+420 777 123", "whatsapp", "420777123456", "Petra")]
    [InlineData("00420777123456", "whatsapp", "420777123456", "Petra")]
    [InlineData("777 123 456", "whatsapp", "420777123456", "Petra")]
    [InlineData("(777) 123-456", "phone", "+420777123456", null)]
    [InlineData("010-1234-5678", "phone", "+821012345678", "Minsu")]
    [InlineData("4711", "visitor", "chat:4711", "Shopper")]
    [InlineData("glass", "instagram", "17841400000", "glassworks.shop")]
    public async Task A_customer_is_found_by_beginnings_of_names_addresses_and_numbers(string asked, string kind, string value, string? name)
    {
        await KnowAsync(kind, value, name);
        await KnowAsync("email", "somebody@else.example", "Quentin Blake");

        var found = Assert.Single(await FindAsync(asked));
        Assert.Equal((name ?? value, value), (found.Text("name"), found.GetProperty("identities")[0].Text("value")));
    }

    [Theory]
    [InlineData("nna")]
    [InlineData("anna blake")]
    [InlineData("123 456")]
    public async Task Nobody_is_found_by_middles_of_words_or_by_half_of_what_was_asked(string asked)
    {
        await KnowAsync("whatsapp", "420777123456", "Anna");
        Assert.Empty(await FindAsync(asked));
    }

    [Fact]
    public async Task Somebody_in_a_chat_who_gave_no_name_is_not_found_by_their_conversations_id()
    {
        var conversation = Ids.Random();
        await KnowAsync("visitor", $"chat:{conversation}", null);
        Assert.Empty(await FindAsync(conversation[..2]));
        Assert.Empty(await FindAsync("chat"));
    }

    [Fact]
    public async Task Pages_hold_every_customer_once_those_who_came_last_first()
    {
        for (var i = 0; i < 5; i++) await KnowAsync("email", $"anna{i}@x.cz", "Anna");
        var first = await desk.GetAsync("/api/customers?q=anna&limit=3");
        var second = await desk.GetAsync($"/api/customers?q=anna&limit=3&after={Uri.EscapeDataString(first.Text("next")!)}");

        Assert.Equal(["anna4@x.cz", "anna3@x.cz", "anna2@x.cz", "anna1@x.cz", "anna0@x.cz"], new[] { first, second }.SelectMany(Items).Select(c => c.GetProperty("identities")[0].Text("value")));
        Assert.Null(second.Text("next"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?q=")]
    [InlineData("?q=%20%20")]
    [InlineData("?q=%25")]
    [InlineData("?q=*")]
    [InlineData("?q=an&limit=0")]
    [InlineData("?q=an&limit=201")]
    [InlineData("?q=an&limit=many")]
    [InlineData("?q=an&after=made-up")]
    public async Task What_cannot_be_searched_for_is_answered_with_what_can(string query)
    {
        await KnowAsync("email", "anna@x.cz", "Anna");
        var answer = await desk.Agent.GetAsync("/api/customers" + query);
        Assert.Equal((HttpStatusCode.BadRequest, "bad-parameter"), (answer.StatusCode, (await RunningDesk.JsonAsync(answer)).Text("code")));
    }

    [Fact]
    public async Task Very_long_words_are_refused_and_signs_are_no_wildcards()
    {
        await KnowAsync("email", "anna@x.cz", "Anna");
        Assert.Equal(HttpStatusCode.BadRequest, (await desk.Agent.GetAsync($"/api/customers?q={new string('a', 201)}")).StatusCode);
        Assert.Equal(HttpStatusCode.RequestUriTooLong, (await desk.Agent.GetAsync($"/api/customers?q={new string('a', 10_000)}")).StatusCode);
        Assert.Empty(await FindAsync("a%z"));
        Assert.Empty(await FindAsync("a_na"));
        Assert.Single(await FindAsync("\"ann*"));
    }

    [Fact]
    public async Task An_agent_of_some_departments_or_states_finds_only_whom_their_tickets_are_of_and_knows_of_nobody_else()
    {
        await desk.PostAsync(HttpStatusCode.Created, "/api/departments", new { name = "Returns" });
        var returns = await desk.HireAsync("Rita", "agent", "returns");
        var closed = await desk.HireAsync("Chloe", (await desk.PostAsync(HttpStatusCode.Created, "/api/roles", new { name = "Closed", states = new[] { "closed" } })).Id());
        var ticket = await desk.ReceiveAsync("From: Vera Cold <vera@x.cz>\nSubject: One\nMessage-ID: <1@x.cz>\n\nHello\n");
        var customer = ticket.GetProperty("customer").Id();

        foreach (var outsider in new[] { returns, closed })
        {
            Assert.Empty(await FindAsync("vera", outsider));
            Assert.Equal(HttpStatusCode.NotFound, (await outsider.GetAsync($"/api/customers/{customer}")).StatusCode);
        }
        (await desk.ActAsync(ticket.Id(), "forward", new { department = "returns" }, desk.Admin)).EnsureSuccessStatusCode();
        (await desk.ActAsync(ticket.Id(), "close", null, desk.Admin)).EnsureSuccessStatusCode();
        foreach (var insider in new[] { returns, closed, desk.Agent })
        {
            Assert.Equal(customer, Assert.Single(await FindAsync("vera", insider)).Id());
            Assert.Equal(1, (await desk.GetAsync($"/api/customers/{customer}", insider)).GetProperty("ticketCount").GetInt32());
        }
    }

    private Task<string> KnowAsync(string kind, string value, string? name) =>
        desk.Services.GetRequiredService<HelpdeskMx.Customers.Customers>().ForAsync(new Identity(kind, value, Proven: true), name, DateTimeOffset.UtcNow, default);

    private async Task<JsonElement[]> FindAsync(string asked, HttpClient? by = null) => Items(await desk.GetAsync($"/api/customers?q={Uri.EscapeDataString(asked)}", by));

    private static JsonElement[] Items(JsonElement page) => [.. page.GetProperty("items").EnumerateArray()];
}
