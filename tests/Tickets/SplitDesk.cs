using System.Net.Http.Json;
using System.Text.Json;
using HelpdeskMx.Platform;
using HelpdeskMx.Tests.Hosts;
using HelpdeskMx.Tickets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace HelpdeskMx.Tests.Tickets;

/// <summary>A desk whose tickets are split, over whatever store: mails in one thread, numbered as they come.</summary>
public abstract class SplitDesk : IAsyncLifetime
{
    protected FakeTimeProvider Clock { get; } = new(DateTimeOffset.UtcNow);

    private protected WaitingMailer Mailer { get; } = new();

    protected StoppingStore Store { get; private set; } = null!;

    protected RunningDesk Desk { get; private set; } = null!;

    /// <summary>How many mails there were; the last one's number.</summary>
    protected int Mails { get; private set; }

    protected abstract IDocumentStore Open();

    public async Task InitializeAsync()
    {
        Store = new StoppingStore(Open());
        Desk = await RunningDesk.StartAsync(s => s.AddSingleton<IDocumentStore>(Store).AddSingleton<IMailer>(Mailer).AddSingleton<TimeProvider>(Clock));
    }

    public virtual async Task DisposeAsync() => await Desk.DisposeAsync();

    protected async Task<string> ConverseAsync(string subject, params string[] later)
    {
        var id = Text(await Desk.ReceiveAsync(Mail(subject)), "id");
        var first = Mails;
        foreach (var next in later) Assert.Equal(id, Text(await ReplyAsync(next, first), "id"));
        return id;
    }

    protected Task<JsonElement> ReplyAsync(string subject, int to, string from = "Anna <anna@x.cz>") => Desk.ReceiveAsync(Mail(subject, Reference(to), from));

    protected async Task<JsonElement> AnswerAsync(string ticket, string text, string state = "sent")
    {
        (await Desk.ActAsync(ticket, "reply", new { text })).EnsureSuccessStatusCode();
        return (await RunningDesk.UntilAsync(() => Desk.MessagesAsync(ticket), m => Text(m[^1].GetProperty("delivery"), "state") == state))[^1];
    }

    protected async Task<JsonElement> SplitAsync(string ticket, int message, bool andLater = false)
    {
        var answer = await AskAsync(ticket, Text((await Desk.MessagesAsync(ticket))[message], "id"), andLater);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await RunningDesk.JsonAsync(answer);
    }

    protected Task<HttpResponseMessage> AskAsync(string ticket, string messageId, bool andLater) =>
        Desk.Agent.PostAsJsonAsync($"/api/tickets/{ticket}/split", new { messageId, andLater });

    protected Task<JsonElement> TicketAsync(string id) => Desk.GetAsync($"/api/tickets/{id}");

    protected async Task<string[]> WordsAsync(string ticket) =>
        [.. (await Desk.MessagesAsync(ticket)).Where(m => m.GetProperty("movedTo").ValueKind == JsonValueKind.Null).Select(m => Text(m, "replyText"))];

    protected async Task<JsonElement[]> EventsAsync(string ticket) => [.. (await Desk.GetAsync($"/api/tickets/{ticket}/events")).GetProperty("items").EnumerateArray()];

    protected static async Task<string> CodeAsync(HttpResponseMessage refused) => Text(await RunningDesk.JsonAsync(refused), "code");

    protected static string Text(JsonElement thing, string name) => thing.GetProperty(name).ToString();

    protected string Mail(string subject, string? answers = null, string from = "Anna <anna@x.cz>") => $"""
        From: {from}
        To: support@demo.test
        Subject: {subject}
        Message-ID: <{Reference(++Mails)}>
        Date: Mon, 2 Nov 2026 10:00:00 +0100
        {(answers is null ? "X-Mark: none" : $"In-Reply-To: <{answers}>")}

        words {Mails}
        """;

    protected static string Reference(int mail) => $"m{mail}@x.cz";
}
