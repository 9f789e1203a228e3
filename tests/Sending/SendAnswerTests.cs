using System.Text.Json;
using HelpdeskMx.Mail;
using HelpdeskMx.Platform;
using HelpdeskMx.Sending;
using HelpdeskMx.Tests.Hosts;
using HelpdeskMx.Tickets;
using HelpdeskMx.Workflow;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace HelpdeskMx.Tests.Sending;

public sealed class SendAnswerTests
{
    private const string Question = "From: Anna <anna@x.cz>\nTo: support@demo.test\nSubject: Hello\nMessage-ID: <s1@x.cz>\n\nHello\n";

    [Fact]
    public async Task A_refused_answer_fails_with_the_servers_words_and_can_be_sent_again()
    {
        var mailer = new ScriptedMailer { Next = _ => new SendResult.Refused("550 no such user") };
        await using var desk = await StartAsync(mailer);
        var (id, message) = await AnswerAsync(desk, "failed");
        Assert.Equal("550 no such user", message.GetProperty("delivery").GetProperty("error").GetString());

        mailer.Next = _ => new SendResult.Sent();
        var retried = await desk.Agent.PostAsync($"/api/tickets/{id}/messages/{message.GetProperty("id").GetString()}/retry", null);
        Assert.Equal(System.Net.HttpStatusCode.OK, retried.StatusCode);
        await StateAsync(desk, id, "sent");
        Assert.Equal(System.Net.HttpStatusCode.Conflict, (await desk.Agent.PostAsync($"/api/tickets/{id}/messages/{message.GetProperty("id").GetString()}/retry", null)).StatusCode);
        Assert.Single(mailer.Mails.Select(m => m.MessageId).Distinct());
    }

    [Fact]
    public async Task An_unknown_outcome_is_never_repeated_by_itself()
    {
        var mailer = new ScriptedMailer { Next = _ => new SendResult.Unknown("connection lost") };
        await using var desk = await StartAsync(mailer);
        var (id, message) = await AnswerAsync(desk, "failed");
        Assert.Contains("may have arrived", message.GetProperty("delivery").GetProperty("error").GetString(), StringComparison.Ordinal);

        await desk.Services.GetRequiredService<SweepOutbox>().RunAsync(CancellationToken.None);
        await AnswerAsync(desk, "failed", id);
        Assert.Equal(2, mailer.Mails.Count);
    }

    [Fact]
    public async Task A_server_that_puts_us_off_is_asked_again_when_its_time_has_come()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var mailer = new ScriptedMailer { Next = n => n == 1 ? new SendResult.TryLater("451 greylisted") : new SendResult.Sent() };
        await using var desk = await StartAsync(mailer, clock);
        var (id, _) = await AnswerAsync(desk, "queued", error: "451 greylisted");
        var sweep = desk.Services.GetRequiredService<SweepOutbox>();

        await sweep.RunAsync(CancellationToken.None);
        Assert.Single(mailer.Mails);
        clock.Advance(TimeSpan.FromMinutes(1));
        await sweep.RunAsync(CancellationToken.None);
        await StateAsync(desk, id, "sent");
        Assert.Equal(2, mailer.HandedOver);
    }

    [Fact]
    public async Task A_crash_while_handing_over_ends_in_doubt_not_in_a_second_mail()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var crash = new TaskCompletionSource<SendResult>();
        var mailer = new ScriptedMailer { Pending = crash.Task };
        await using var desk = await StartAsync(mailer, clock);
        var (id, message) = await AnswerAsync(desk, "sending");
        var sender = desk.Services.GetRequiredService<SendAnswer>();
        var queued = JsonSerializer.Serialize(new { ticketId = id, messageId = message.GetProperty("id").GetString() }, JsonSerializerOptions.Web);

        await sender.RunAsync(queued, CancellationToken.None);
        await StateAsync(desk, id, "sending");
        clock.Advance(SendAnswer.LongestHandOver);
        await sender.RunAsync(queued, CancellationToken.None);
        await StateAsync(desk, id, "failed");
        Assert.Single(mailer.Mails);
    }

    [Fact]
    public async Task A_reply_joins_even_if_the_desk_stopped_right_after_the_answer_was_saved()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var desk = await StartAsync(new ScriptedMailer(), clock);
        var ticket = await desk.ReceiveAsync(Question);
        var id = ticket.GetProperty("id").GetString()!;
        var answering = desk.Services.GetRequiredService<Answering>();
        var tickets = desk.Services.GetRequiredService<HelpdeskMx.Tickets.Tickets>();
        var found = (await tickets.ReadAsync(id, CancellationToken.None))!;
        var step = new Step("crash", DefaultWorkflow.Workflow.Action("reply")!, new() { Id = "agent", Name = "A", Email = "a@demo.test" }, clock.GetUtcNow(), DefaultWorkflow.Workflow, new Dictionary<string, string>());
        var change = (await answering.ReplyAsync(found, new() { Text = "Saved" }, [], step, CancellationToken.None)).Value;
        await tickets.CommitAsync(change, CancellationToken.None); // and nothing after it: the process is gone

        clock.Advance(Dispatch.Patience);
        await desk.Services.GetRequiredService<SweepOutbox>().RunAsync(CancellationToken.None);
        await StateAsync(desk, id, "sent");
        var reply = await desk.ReceiveAsync($"From: Anna at work <anna@work.cz>\nTo: support@demo.test\nSubject: Hi\nMessage-ID: <s9@x.cz>\nIn-Reply-To: <{change.NewMessages[0].MessageId}>\n\nThanks\n");
        Assert.Equal(id, reply.GetProperty("id").GetString());
    }

    [Fact]
    public async Task An_answer_that_cannot_be_made_fails_in_the_open_and_is_not_tried_for_ever()
    {
        var mailer = new ScriptedMailer { Next = _ => throw new InvalidOperationException("the picture is gone") };
        await using var desk = await RunningDesk.StartAsync(s => s.AddSingleton<IMailer>(mailer)
            .AddSingleton(HelpdeskMx.Embedded.Doors.HostSettings.Read() with { VisibilityTimeout = TimeSpan.FromMilliseconds(1) }));
        var id = (await desk.ReceiveAsync(Question)).GetProperty("id").GetString()!;
        mailer.ThrowsBeforeHandOver = true;
        await desk.ActAsync(id, "reply", new { text = "Hi" });

        var failed = await StateAsync(desk, id, "failed");
        Assert.Contains("the picture is gone", failed.GetProperty("delivery").GetProperty("error").GetString(), StringComparison.Ordinal);
        var due = await desk.Services.GetRequiredService<HelpdeskMx.Tickets.Tickets>().DueAsync(DateTimeOffset.UtcNow.AddDays(1), null, CancellationToken.None);
        Assert.Empty(due.Items);
    }

    [Fact]
    public async Task A_mail_that_came_back_marks_its_answer_and_opens_the_ticket()
    {
        await using var desk = await StartAsync(new ScriptedMailer());
        var (id, message) = await AnswerAsync(desk, "sent");
        await desk.ActAsync(id, "close");
        await desk.ReceiveAsync(Returned(message));

        Assert.Equal("bounced", await AnswerStateAsync(desk, id));
        Assert.Equal("open", (await desk.GetAsync($"/api/tickets/{id}")).GetProperty("state").GetString());
        Assert.Equal("anna@x.cz", (await desk.MessagesAsync(id))[^1].GetProperty("bounce").GetProperty("recipient").GetString());
    }

    [Fact]
    public async Task A_mail_that_came_back_before_its_server_had_confirmed_it_stays_marked()
    {
        var confirmed = new TaskCompletionSource<SendResult>();
        await using var desk = await StartAsync(new ScriptedMailer { Pending = confirmed.Task });
        var (id, message) = await AnswerAsync(desk, "sending");
        await desk.ReceiveAsync(Returned(message));
        confirmed.SetResult(new SendResult.Sent());

        var tickets = desk.Services.GetRequiredService<HelpdeskMx.Tickets.Tickets>();
        await RunningDesk.UntilAsync(() => tickets.OutboxAsync(id, message.GetProperty("id").GetString()!, CancellationToken.None), row => row is null);
        Assert.Equal("bounced", await AnswerStateAsync(desk, id));
    }

    [Fact]
    public async Task Two_runs_at_once_hand_over_once()
    {
        var mailer = new ScriptedMailer { Gate = new TaskCompletionSource() };
        await using var desk = await StartAsync(mailer);
        var id = (await desk.ReceiveAsync(Question)).GetProperty("id").GetString()!;
        await desk.ActAsync(id, "reply", new { text = "Hi" });
        var message = (await desk.MessagesAsync(id))[^1].GetProperty("id").GetString();
        var queued = JsonSerializer.Serialize(new { ticketId = id, messageId = message }, JsonSerializerOptions.Web);
        var second = desk.Services.GetRequiredService<SendAnswer>().RunAsync(queued, CancellationToken.None);
        await RunningDesk.UntilAsync(() => Task.FromResult(mailer.Mails.Count), n => n == 2);
        mailer.Gate.SetResult();
        await second;

        await StateAsync(desk, id, "sent");
        Assert.Equal(1, mailer.HandedOver);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 5)]
    [InlineData(9, 1440)]
    public void The_wait_grows_with_every_try(int attempts, int minutes)
    {
        var now = DateTimeOffset.UnixEpoch;
        var next = Patience.Next(new() { Id = "m", TicketId = "t", Attempts = attempts, DueAt = now }, now);
        Assert.Equal(now.AddMinutes(minutes), next!.DueAt);
    }

    [Fact]
    public void A_carrier_that_names_a_time_is_not_asked_before_it() =>
        Assert.Equal(DateTimeOffset.UnixEpoch.AddMinutes(40), Patience.Next(new() { Id = "m", TicketId = "t", DueAt = default }, DateTimeOffset.UnixEpoch, TimeSpan.FromMinutes(40))!.DueAt);

    [Fact]
    public void After_about_two_days_the_desk_gives_up() => Assert.Null(Patience.Next(new() { Id = "m", TicketId = "t", Attempts = 10, DueAt = default }, default));

    /// <summary>The report that this answer could not be delivered.</summary>
    internal static string Returned(JsonElement message) => $"""
        From: MAILER-DAEMON@mx.x.cz
        To: support@demo.test
        Subject: Undelivered Mail Returned to Sender
        Message-ID: <dsn1@mx.x.cz>
        Auto-Submitted: auto-replied
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary=b

        --b
        Content-Type: text/plain

        Your message could not be delivered.
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.x.cz

        Final-Recipient: rfc822; anna@x.cz
        Action: failed
        Status: 5.1.1
        Diagnostic-Code: smtp; 550 5.1.1 user unknown
        --b
        Content-Type: message/rfc822

        From: support@demo.test
        Message-ID: <{message.GetProperty("messageId").GetString()}>
        Subject: Re: Hello

        Hi
        --b--
        """;

    private static Task<RunningDesk> StartAsync(IMailer mailer, TimeProvider? clock = null) => RunningDesk.StartAsync(s =>
    {
        s.AddSingleton(mailer);
        if (clock is not null) s.AddSingleton(clock);
    });

    private static async Task<(string Id, JsonElement Message)> AnswerAsync(RunningDesk desk, string state, string? id = null, string? error = null)
    {
        id ??= (await desk.ReceiveAsync(Question)).GetProperty("id").GetString()!;
        await desk.ActAsync(id, "reply", new { text = "Hi" });
        return (id, await StateAsync(desk, id, state, error));
    }

    private static async Task<JsonElement> StateAsync(RunningDesk desk, string id, string state, string? error = null) =>
        (await RunningDesk.UntilAsync(() => desk.MessagesAsync(id), m => m[^1].GetProperty("delivery") is var d
            && d.GetProperty("state").GetString() == state && (error is null || d.GetProperty("error").GetString() == error)))[^1];

    private static async Task<string?> AnswerStateAsync(RunningDesk desk, string id) =>
        (await desk.MessagesAsync(id)).Single(m => m.GetProperty("direction").GetString() == "out").GetProperty("delivery").GetProperty("state").GetString();

    private sealed class ScriptedMailer : IMailer
    {
        private int handedOver;

        public Func<int, SendResult> Next { get; set; } = _ => new SendResult.Sent();

        public Task<SendResult>? Pending { get; init; }

        public TaskCompletionSource? Gate { get; init; }

        public System.Collections.Concurrent.ConcurrentQueue<OutgoingMail> Mails { get; } = [];

        public bool ThrowsBeforeHandOver { get; set; }

        public int HandedOver => handedOver;

        public async Task<SendResult> SendAsync(OutgoingMail mail, Func<CancellationToken, Task<bool>> beforeHandOver, CancellationToken ct)
        {
            Mails.Enqueue(mail);
            if (ThrowsBeforeHandOver) return Next(Mails.Count);
            if (Gate is not null) await Gate.Task;
            if (!await beforeHandOver(ct)) return new SendResult.TakenBack();
            Interlocked.Increment(ref handedOver);
            return Pending is null ? Next(Mails.Count) : await Pending;
        }
    }
}
