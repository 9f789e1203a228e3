using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HelpdeskMx.Agents;
using HelpdeskMx.Platform;
using HelpdeskMx.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;

namespace HelpdeskMx.Tests.Tickets;

/// <summary>What the door says where a ticket cannot be split.</summary>
public sealed class SplitDoorTests : IAsyncLifetime
{
    private readonly WaitingMailer mailer = new();
    private RunningDesk desk = null!;
    private string id = "", first = "", second = "";

    public async Task InitializeAsync()
    {
        desk = await RunningDesk.StartAsync(s => s.AddSingleton<IMailer>(mailer));
        id = (await desk.ReceiveAsync(Mail("<p1@x.cz>", "Broken cup"))).GetProperty("id").GetString()!;
        await desk.ReceiveAsync(Mail("<p2@x.cz>", "Wrong invoice", "<p1@x.cz>"));
        (first, second) = (await MessageAsync(0), await MessageAsync(1));
    }

    public async Task DisposeAsync()
    {
        mailer.Gate?.TrySetResult();
        await desk.DisposeAsync();
    }

    [Fact]
    public async Task Who_is_signed_out_or_may_not_see_the_ticket_splits_nothing()
    {
        await RefusedAsync(HttpStatusCode.Unauthorized, "signed-out", second, by: desk.Anybody);
        var settings = desk.Services.GetRequiredService<Settings>();
        var agent = (await settings.AgentsAsync(CancellationToken.None)).Single(a => a.Email == "agent@demo.test");
        await settings.SaveAsync(Kinds.Agents, agent.Id, agent with { Departments = ["elsewhere"] }, CancellationToken.None);
        await RefusedAsync(HttpStatusCode.NotFound, "no-such-ticket", second);
    }

    [Fact]
    public async Task What_is_not_there_cannot_be_split()
    {
        await RefusedAsync(HttpStatusCode.NotFound, "no-such-ticket", second, ticket: "nothing");
        await RefusedAsync(HttpStatusCode.NotFound, "no-such-message", "nothing");
        await RefusedAsync(HttpStatusCode.NotFound, "no-such-message", "../x");
        await RefusedAsync(HttpStatusCode.UnprocessableEntity, "field-invalid", null);
        Assert.Equal(HttpStatusCode.BadRequest, (await desk.Agent.PostAsync($"/api/tickets/{id}/split", new StringContent("{"))).StatusCode);
    }

    [Fact]
    public async Task Something_a_person_said_has_to_stay()
    {
        await RefusedAsync(HttpStatusCode.UnprocessableEntity, "field-invalid", first, andLater: true);
        var only = (await desk.ReceiveAsync(Mail("<p3@x.cz>", "Alone"))).GetProperty("id").GetString()!;
        await desk.ActAsync(only, "note", new { text = "Hm" });
        await RefusedAsync(HttpStatusCode.UnprocessableEntity, "field-invalid", (await desk.MessagesAsync(only))[0].GetProperty("id").GetString(), ticket: only);
    }

    [Fact]
    public async Task A_ticket_does_not_begin_with_what_the_shop_wrote()
    {
        await desk.ActAsync(id, "note", new { text = "Hm" });
        await RefusedAsync(HttpStatusCode.UnprocessableEntity, "field-invalid", await MessageAsync(2));
    }

    [Fact]
    public async Task An_answer_on_its_way_is_let_go_first()
    {
        mailer.Gate = new TaskCompletionSource();
        await desk.ActAsync(id, "reply", new { text = "Hi" });
        await RefusedAsync(HttpStatusCode.Conflict, "still-sending", second, andLater: true);

        mailer.Gate.SetResult();
        await RunningDesk.UntilAsync(() => desk.MessagesAsync(id), m => m[2].GetProperty("delivery").GetProperty("state").GetString() == "sent");
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(second, andLater: true)).StatusCode);
    }

    [Fact]
    public async Task What_has_moved_says_where_it_is()
    {
        var third = await desk.ReceiveAsync(Mail("<p4@x.cz>", "Re: Wrong invoice", "<p2@x.cz>"));
        Assert.Equal(id, third.GetProperty("id").GetString());
        var moved = await MessageAsync(2);
        var number = (await RunningDesk.JsonAsync(await AskAsync(second, andLater: true))).GetProperty("number").GetInt64();

        Assert.Contains($"#{number}", (await RefusedAsync(HttpStatusCode.Conflict, "moved-already", moved)).GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Agent.GetAsync($"/api/messages/{id}/{moved}/raw")).StatusCode);
    }

    [Fact]
    public async Task A_link_to_a_file_still_opens_after_its_message_moved()
    {
        await desk.ReceiveAsync("""
            From: Anna <anna@x.cz>
            To: support@demo.test
            Subject: Wrong invoice
            Message-ID: <p5@x.cz>
            In-Reply-To: <p1@x.cz>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain

            See the file
            --b
            Content-Type: application/pdf; name=invoice.pdf
            Content-Disposition: attachment; filename=invoice.pdf

            the bytes
            --b--
            """);
        var message = (await desk.MessagesAsync(id))[2];
        var link = message.GetProperty("attachments")[0].GetProperty("url").GetString();
        Assert.Equal(1, (await desk.GetAsync($"/api/tickets/{id}")).GetProperty("counts").GetProperty("attachments").GetInt32());
        (await AskAsync(message.GetProperty("id").GetString(), andLater: false)).EnsureSuccessStatusCode();

        Assert.StartsWith("the bytes", await desk.Anybody.GetStringAsync(link), StringComparison.Ordinal);
        Assert.Equal(0, (await desk.GetAsync($"/api/tickets/{id}")).GetProperty("counts").GetProperty("attachments").GetInt32());
    }

    private async Task<string> MessageAsync(int at) => (await desk.MessagesAsync(id))[at].GetProperty("id").GetString()!;

    private Task<HttpResponseMessage> AskAsync(string? messageId, bool andLater, string? ticket = null, HttpClient? by = null) =>
        (by ?? desk.Agent).PostAsJsonAsync($"/api/tickets/{ticket ?? id}/split", new { messageId, andLater });

    private async Task<JsonElement> RefusedAsync(HttpStatusCode status, string code, string? messageId, bool andLater = false, string? ticket = null, HttpClient? by = null)
    {
        var answer = await AskAsync(messageId, andLater, ticket, by);
        var problem = await RunningDesk.JsonAsync(answer);
        Assert.Equal((status, code), (answer.StatusCode, problem.GetProperty("code").GetString()));
        return problem;
    }

    private static string Mail(string messageId, string subject, string? answers = null) =>
        $"From: Anna <anna@x.cz>\nTo: support@demo.test\nSubject: {subject}\nMessage-ID: {messageId}\n{(answers is null ? "" : $"In-Reply-To: {answers}\n")}\nHello from {messageId}\n";
}
