using System.Net.Http.Json;
using System.Text.Json;
using HelpdeskMx.Tests.Hosts;

namespace HelpdeskMx.Tests.Intake;

public sealed class FormTests : IAsyncLifetime
{
    private RunningDesk desk = null!;

    public async Task InitializeAsync() => desk = await RunningDesk.StartAsync();

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task A_form_becomes_a_ticket_with_its_fields_and_loses_no_answer()
    {
        var ticket = await SubmitAsync(JsonContent.Create(new { name = "Jana", email = "Jana@x.cz", order = "1234", message = "Kde je balík?", colour = "modrá" }));

        Assert.Equal("form", ticket.GetProperty("channelKind").GetString());
        Assert.Equal("1234", ticket.GetProperty("fields").GetProperty("order").GetString());
        var text = (await desk.MessagesAsync(ticket.GetProperty("id").GetString()!)).Single().GetProperty("text").GetString();
        Assert.Contains("Kde je balík?", text, StringComparison.Ordinal);
        Assert.Contains("colour: modrá", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browsers_form_post_with_a_file_is_taken()
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("demo"), "key" }, { new StringContent("a@x.cz"), "email" }, { new StringContent("Look"), "message" },
            { new ByteArrayContent([1, 2, 3]), "photo", "../cup.png" },
        };
        var ticket = await SubmitAsync(form, key: "");

        var message = (await desk.MessagesAsync(ticket.GetProperty("id").GetString()!)).Single();
        Assert.Equal("..cup.png".TrimStart('.'), message.GetProperty("attachments")[0].GetProperty("name").GetString());
        Assert.DoesNotContain("demo", message.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_customer_by_mail_and_by_form_is_one_record()
    {
        var mail = await desk.ReceiveAsync("From: Anna <anna@x.cz>\nSubject: Hi\n\nHello\n");
        var form = await SubmitAsync(JsonContent.Create(new { email = "ANNA@x.cz", message = "Hello again" }));

        Assert.NotEqual(mail.GetProperty("id").GetString(), form.GetProperty("id").GetString());
        Assert.Equal(mail.GetProperty("customer").GetProperty("id").GetString(), form.GetProperty("customer").GetProperty("id").GetString());
    }

    [Fact]
    public async Task Two_equal_submissions_are_two_tickets_unless_they_carry_one_idempotency_key()
    {
        var body = new { email = "a@x.cz", message = "Same words" };
        Assert.NotEqual(Id(await SubmitAsync(JsonContent.Create(body))), Id(await SubmitAsync(JsonContent.Create(body))));
        Assert.Equal(Id(await SubmitAsync(JsonContent.Create(body), idempotency: "k1")), Id(await SubmitAsync(JsonContent.Create(body), idempotency: "k1")));
    }

    private async Task<JsonElement> SubmitAsync(HttpContent form, string key = "?key=demo", string? idempotency = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/ingest/form/contact{key}") { Content = form };
        if (idempotency is not null) request.Headers.Add("Idempotency-Key", idempotency);
        var answer = await desk.Anybody.SendAsync(request);
        Assert.Equal(System.Net.HttpStatusCode.Accepted, answer.StatusCode);
        return await desk.TicketOfAsync((await RunningDesk.JsonAsync(answer)).GetProperty("id").GetString()!);
    }

    private static string Id(JsonElement ticket) => ticket.GetProperty("id").GetString()!;
}
