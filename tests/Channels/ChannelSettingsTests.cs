using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HelpdeskMx.Channels;
using HelpdeskMx.Intake;
using HelpdeskMx.Platform;
using HelpdeskMx.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;

namespace HelpdeskMx.Tests.Channels;

/// <summary>Channels of every kind, as admins add, move and switch them off through the API.</summary>
public sealed class ChannelSettingsTests : IAsyncLifetime
{
    private RunningDesk desk = null!;

    public async Task InitializeAsync() => desk = await RunningDesk.StartAsync();

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Theory]
    [InlineData("email", "/api/ingest/email/sales")]
    [InlineData("form", "/api/ingest/form/tea-shop")]
    [InlineData("chat", "/api/chat/tea-shop")]
    [InlineData("messenger", "/api/ingest/meta/tea-shop")]
    [InlineData("instagram", "/api/ingest/meta/tea-shop")]
    [InlineData("whatsapp", "/api/ingest/meta/tea-shop")]
    public async Task A_channel_of_each_kind_has_its_door(string kind, string url)
    {
        var channel = await AddedAsync(kind, kind == "email" ? "Sales@Shop.Test " : null);

        Assert.Equal((url, "Tea shop", true), (Text(channel, "url"), Text(channel, "name"), channel.GetProperty("active").GetBoolean()));
        Assert.Matches("^[0-9a-z]{26}$", Text(channel, "key"));
        Assert.Equal(kind == "email" ? "sales@shop.test" : null, Text(channel, "address"));
        Assert.Equal(JsonValueKind.Null, channel.GetProperty("lastMessageAt").ValueKind);
    }

    [Fact]
    public async Task A_channel_that_was_just_added_takes_messages_into_its_store_and_department()
    {
        var channel = await AddedAsync("email", "sales@shop.test");

        var answer = await desk.Anybody.PostAsync($"{Text(channel, "url")}?key={Text(channel, "key")}", new StringContent("From: a@x.cz\r\nSubject: Hi\r\n\r\nHello\r\n"));

        var ticket = await desk.TicketOfAsync(Text(await RunningDesk.JsonAsync(answer), "id")!);
        Assert.Equal(("demo", "sales"), (Text(ticket, "store"), Text(ticket, "channel")));
    }

    [Theory]
    [InlineData("""{"name":"x","store":"demo","department":"support"}""", "kind")]
    [InlineData("""{"kind":"chat","store":"demo","department":"support"}""", "name")]
    [InlineData("""{"kind":"chat","name":"x","department":"support"}""", "store")]
    [InlineData("""{"kind":"chat","name":"x","store":"none","department":"support"}""", "store")]
    [InlineData("""{"kind":"chat","name":"x","store":"demo","department":"none"}""", "department")]
    [InlineData("""{"kind":"email","name":"x","store":"demo","department":"support"}""", "address")]
    [InlineData("""{"kind":"email","name":"x","store":"demo","department":"support","address":"nobody"}""", "address")]
    [InlineData("""{"kind":"email","name":"x","store":"demo","department":"support","address":"Support@DEMO.test"}""", "address")]
    [InlineData("""{"kind":"chat","name":"x","store":"demo","department":"support","address":"a@x.cz"}""", "address")]
    [InlineData("""{"kind":"form","name":"contact FORM","store":"demo","department":"support"}""", "name")]
    public async Task A_channel_that_cannot_be_is_refused_under_its_field(string body, string field) =>
        await RefusedAsync(await desk.Admin.PostAsync("/api/channels", new StringContent(body)), field);

    [Fact]
    public async Task An_unknown_kind_is_refused()
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await desk.Admin.PostAsync("/api/channels", new StringContent("""{"kind":"fax","name":"x"}"""))).StatusCode);
    }

    [Fact]
    public async Task Ten_admins_who_add_the_same_address_at_once_make_one_channel()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(n =>
            desk.Admin.PostAsJsonAsync("/api/channels", new { kind = "email", name = $"Sales {n}", store = "demo", department = "support", address = "sales@shop.test" })));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Created);
        Assert.Single((await desk.GetAsync("/api/channels")).GetProperty("items").EnumerateArray(), c => Text(c, "address") == "sales@shop.test");
    }

    [Fact]
    public async Task A_channel_is_renamed_moved_and_given_another_address_and_keeps_its_id()
    {
        await desk.Admin.PostAsJsonAsync("/api/stores", new { name = "Tea" });
        await desk.Admin.PostAsJsonAsync("/api/departments", new { name = "Sales" });
        var changed = await ChangedAsync("support", new { name = "Help", store = "tea", department = "sales", address = "Help@Tea.test", plusAddressing = false, quietAfterHours = 5 });

        Assert.Equal(("support", "Help", "tea", "sales", "help@tea.test"), (Text(changed, "id"), Text(changed, "name"), Text(changed, "store"), Text(changed, "department"), Text(changed, "address")));
        Assert.False(changed.GetProperty("plusAddressing").GetBoolean());
        var ticket = await desk.ReceiveAsync("From: anna@x.cz\nTo: support@demo.test\nSubject: Hi\n\nHello\n");
        Assert.Equal(("tea", "sales"), (Text(ticket, "store"), Text(ticket, "department")));
    }

    [Fact]
    public async Task An_address_a_channel_once_had_is_still_our_own_and_never_written_to()
    {
        await ChangedAsync("support", new { address = "help@demo.test" });

        var ticket = await desk.ReceiveAsync("From: anna@x.cz\nTo: support@demo.test\nCc: help@demo.test, ben@x.cz\nSubject: Hi\n\nHello\n");

        var recipients = ticket.GetProperty("recipients");
        Assert.Equal(["anna@x.cz", "ben@x.cz"], recipients.GetProperty("to").EnumerateArray().Concat(recipients.GetProperty("cc").EnumerateArray()).Select(a => Text(a, "address")!).Order());
    }

    [Fact]
    public async Task Of_the_addresses_a_channel_had_the_newest_twenty_are_known()
    {
        for (var n = 0; n < 25; n++) await ChangedAsync("support", new { address = $"a{n}@demo.test" });

        var channel = (await desk.Services.GetRequiredService<Settings>().ChannelAsync("support", CancellationToken.None))!;
        Assert.Equal(Enumerable.Range(4, Channel.MostFormerAddresses).Select(n => $"a{n}@demo.test"), channel.FormerAddresses);
    }

    [Theory]
    [InlineData("contact", """{"address":"a@x.cz"}""", "address")]
    [InlineData("contact", """{"plusAddressing":true}""", "plusAddressing")]
    [InlineData("support", """{"store":"none"}""", "store")]
    [InlineData("support", """{"name":""}""", "name")]
    public async Task A_change_that_cannot_be_is_refused_and_changes_nothing(string channel, string body, string field)
    {
        var before = (await desk.GetAsync("/api/channels")).GetRawText();
        await RefusedAsync(await desk.Admin.PutAsync($"/api/channels/{channel}", new StringContent(body)), field);
        Assert.Equal(before, (await desk.GetAsync("/api/channels")).GetRawText());
    }

    [Fact]
    public async Task Nothing_comes_in_by_a_channel_that_is_off_and_its_tickets_are_still_answered()
    {
        var ticket = await desk.ReceiveAsync("From: anna@x.cz\nTo: support@demo.test\nSubject: Hi\n\nHello\n");
        await ChangedAsync("support", new { active = false });
        await ChangedAsync("contact", new { active = false });

        await OffAsync("/api/ingest/email/support?key=demo");
        await OffAsync("/api/ingest/email/support/sendgrid?key=demo");
        await OffAsync("/api/ingest/email/support/mailgun");
        await OffAsync("/api/ingest/email/support/postmark?key=demo");
        await OffAsync("/api/ingest/email/support/ses?key=demo");
        await OffAsync("/api/ingest/email/support/hmac");
        await OffAsync("/api/ingest/form/contact?key=demo");
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.Anybody.GetAsync("/api/forms/contact")).StatusCode);
        var answered = await RunningDesk.JsonAsync(await desk.ActAsync(Text(ticket, "id")!, "reply", new { text = "Here we are" }));
        Assert.Equal("out", Text(answered, "lastDirection"));
        await RunningDesk.UntilAsync(() => desk.MessagesAsync(Text(ticket, "id")!), m => m.Any(x => Text(x, "direction") == "out" && Text(x.GetProperty("delivery"), "state") == "sent"));

        await ChangedAsync("support", new { active = true });
        await desk.ReceiveAsync("From: anna@x.cz\nTo: support@demo.test\nSubject: Again\n\nHello\n");
    }

    [Fact]
    public async Task What_was_taken_before_a_channel_was_switched_off_still_becomes_a_ticket()
    {
        var channel = (await desk.Services.GetRequiredService<Settings>().ChannelAsync("support", CancellationToken.None))!;
        await ChangedAsync("support", new { active = false });

        var taken = await desk.Services.GetRequiredService<Accept>().EmailAsync(channel, "From: a@x.cz\r\nSubject: Hi\r\n\r\nHello\r\n"u8.ToArray(), CancellationToken.None);

        Assert.Equal("support", Text(await desk.TicketOfAsync(taken.Value.Id), "channel"));
    }

    [Fact]
    public async Task A_new_conversation_and_the_answer_to_a_form_leave_by_a_channel_that_is_on()
    {
        await AddedAsync("email", "zeta@shop.test");
        await ChangedAsync("support", new { active = false });

        var started = await RunningDesk.JsonAsync(await desk.Agent.PostAsJsonAsync("/api/tickets", new { to = new { address = "anna@x.cz" }, subject = "Hi", text = "Hello" }));
        Assert.Equal("zeta", Text(started, "channel"));
        var form = await desk.Anybody.PostAsJsonAsync("/api/ingest/form/contact?key=demo", new { email = "ben@x.cz", message = "Hello" });
        var ticket = await desk.TicketOfAsync(Text(await RunningDesk.JsonAsync(form), "id")!);
        Assert.Equal("zeta@shop.test", Text(ticket.GetProperty("recipients").GetProperty("from"), "address"));
    }

    [Fact]
    public async Task A_form_that_leads_to_a_department_keeps_it_on()
    {
        await desk.Admin.PostAsJsonAsync("/api/departments", new { name = "Sales" });
        var settings = desk.Services.GetRequiredService<Settings>();
        await settings.ChangeAsync(Kinds.Channels, "contact", c => c with { Form = c.Form with { Routes = [new("subject", ["x"], "sales", null)] } }, CancellationToken.None);

        var answer = await desk.Admin.PutAsJsonAsync("/api/departments/sales", new { active = false });

        Assert.Equal("Contact form", Assert.Single((await RunningDesk.JsonAsync(answer)).GetProperty("channels").EnumerateArray()).GetString());
    }

    [Fact]
    public void A_channel_from_before_these_settings_is_on_and_opened_by_its_key_alone()
    {
        var old = JsonSerializer.Deserialize("""{"id":"c","kind":"email","name":"n","store":"s","department":"d","key":"k"}""", AppJson.Of<Channel>())!;

        Assert.True(old.Active);
        Assert.Empty(old.FormerAddresses);
        Assert.True(old.IsOpenedBy("k", DateTimeOffset.UnixEpoch));
        Assert.False(old.IsOpenedBy("", DateTimeOffset.UnixEpoch));
        Assert.True(JsonSerializer.Deserialize("""{"id":"s","name":"n","color":"#fff","language":"en"}""", AppJson.Of<Store>())!.Active);
        Assert.True(JsonSerializer.Deserialize("""{"id":"d","name":"n"}""", AppJson.Of<Department>())!.Active);
    }

    private async Task OffAsync(string door)
    {
        var answer = await desk.Anybody.PostAsync(door, new StringContent("From: a@x.cz\r\n\r\nHello"));
        Assert.Equal((HttpStatusCode.Forbidden, "channel-off"), (answer.StatusCode, Text(await RunningDesk.JsonAsync(answer), "code")));
    }

    private async Task<JsonElement> AddedAsync(string kind, string? address)
    {
        var answer = await desk.Admin.PostAsJsonAsync("/api/channels", new { kind, name = "Tea shop", store = "demo", department = "support", address });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return await RunningDesk.JsonAsync(answer);
    }

    private async Task<JsonElement> ChangedAsync(string channel, object change)
    {
        var answer = await desk.Admin.PutAsJsonAsync($"/api/channels/{channel}", change);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await RunningDesk.JsonAsync(answer);
    }

    private static async Task RefusedAsync(HttpResponseMessage answer, string field)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.True((await RunningDesk.JsonAsync(answer)).GetProperty("errors").TryGetProperty(field, out _), field);
    }

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();
}
