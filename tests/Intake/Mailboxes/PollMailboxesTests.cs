using System.Net.Http.Json;
using System.Text;
using HelpdeskMx.Intake.Mailboxes;
using HelpdeskMx.Mail;
using HelpdeskMx.Tests.Hosts;
using HelpdeskMx.Tests.Mail.Imap;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace HelpdeskMx.Tests.Intake.Mailboxes;

/// <summary>A desk that reads a real mailbox: whatever happens on the way, every mail becomes a ticket, once.</summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class PollMailboxesTests : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new(DateTimeOffset.UtcNow);
    private RunningDesk desk = null!;

    public async Task InitializeAsync() => desk = await RunningDesk.StartAsync(services => services.WithoutTimers().AddSingleton<TimeProvider>(clock));

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [DovecotFact]
    public async Task Five_hundred_mails_become_five_hundred_tickets_and_stay_unread()
    {
        await using var dovecot = await Dovecot.StartAsync();
        for (var n = 0; n < 500; n++) dovecot.Deliver(n, Mail(n));
        await ConnectAsync(dovecot, importDays: 2);

        await Task.WhenAll(PollAsync(), PollAsync()); // two instances at once
        await TicketsAsync(500);
        await PollAsync();
        await TicketsAsync(500);
        Assert.Equal(0, dovecot.Read);
    }

    [DovecotFact]
    public async Task What_was_there_before_the_mailbox_was_connected_stays_out_even_when_uids_lose_their_meaning()
    {
        await using var dovecot = await Dovecot.StartAsync();
        dovecot.Deliver(1, Mail(1), hoursAgo: 5);
        await ConnectAsync(dovecot);
        dovecot.Deliver(2, Mail(2));
        await PollAsync();
        await TicketsAsync(1);

        await dovecot.StopAsync();
        dovecot.Renumber();
        await dovecot.RunAsync();
        dovecot.Deliver(3, Mail(3));
        await PollAsync();
        await TicketsAsync(2);
    }

    [DovecotFact]
    public async Task A_line_that_breaks_again_and_again_and_a_server_that_restarts_lose_and_double_nothing()
    {
        await using var dovecot = await Dovecot.StartAsync();
        await using var line = new BreakingLine(dovecot.Port);
        await ConnectAsync(dovecot, port: line.Port, importDays: 2);
        for (var n = 0; n < 60; n++) dovecot.Deliver(n, Mail(n));
        line.Holds = 2500;
        for (var poll = 0; poll < 4; poll++) await PollAsync();
        await dovecot.StopAsync();
        await PollAsync();
        Assert.Equal(MailServerException.Lost, await FaultAsync());
        dovecot.Renumber();
        await dovecot.RunAsync();
        for (var poll = 0; poll < 30 && await CountAsync() < 60; poll++) await PollAsync();
        line.Holds = null;
        await PollAsync();

        Assert.True(line.Broken > 5, $"The line broke {line.Broken} times.");
        await TicketsAsync(60);
        Assert.Null(await FaultAsync());
    }

    [DovecotFact]
    public async Task A_mail_the_server_cannot_hand_out_stops_no_other_and_becomes_a_ticket_that_says_so()
    {
        await using var dovecot = await Dovecot.StartAsync();
        await ConnectAsync(dovecot);
        for (var n = 0; n < 3; n++) dovecot.Deliver(n, Mail(n));
        dovecot.Spoil(1);
        await PollAsync();
        await TicketsAsync(2);

        for (var tries = 1; tries < ReadMailbox.MostTries; tries++) await PollAsync();
        await TicketsAsync(3);
        Assert.Contains(await SubjectsAsync(), s => s.Length == 0);
        dovecot.Deliver(4, Mail(4));
        await PollAsync();
        await TicketsAsync(4);
    }

    [DovecotFact]
    public async Task A_mail_over_the_limit_becomes_a_ticket_that_names_its_sender_and_subject()
    {
        await using var dovecot = await Dovecot.StartAsync();
        await ConnectAsync(dovecot);
        dovecot.Deliver(1, [.. Encoding.ASCII.GetBytes("From: Big <big@x.cz>\r\nSubject: All my photographs\r\n\r\n"), .. Enumerable.Repeat((byte)'a', 41 * 1024 * 1024)]);
        await PollAsync();
        await TicketsAsync(1);
        Assert.Equal(["All my photographs"], await SubjectsAsync());
    }

    [DovecotFact]
    public async Task Mail_is_moved_where_asked_and_a_folder_that_went_missing_is_a_fault_that_stops_nothing()
    {
        await using var dovecot = await Dovecot.StartAsync();
        await ConnectAsync(dovecot, moveTo: "Done");
        dovecot.Deliver(1, Mail(1));
        await PollAsync();
        Assert.Equal(1, dovecot.Count("Done"));

        dovecot.Remove("Done");
        dovecot.Deliver(2, Mail(2));
        dovecot.Deliver(3, Mail(3));
        await PollAsync();
        await TicketsAsync(3);
        Assert.Equal(MailServerException.NotMoved, await FaultAsync());
    }

    [DovecotFact]
    public async Task A_refused_mailbox_shows_its_fault_rests_and_works_again_once_it_is_mended()
    {
        await using var dovecot = await Dovecot.StartAsync();
        await ConnectAsync(dovecot);
        dovecot.Password = "changed";
        await dovecot.RestartAsync();
        dovecot.Deliver(1, Mail(1));
        await PollAsync();
        Assert.Equal(MailServerException.SignInRefused, await FaultAsync());
        dovecot.Password = Dovecot.FirstPassword;
        await dovecot.RestartAsync();
        await PollAsync();
        await TicketsAsync(0); // it rests, so that no account is locked

        await ConnectAsync(dovecot);
        Assert.Null(await FaultAsync());
        await PollAsync();
        await TicketsAsync(1);
    }

    [DovecotFact]
    public async Task Only_an_admin_connects_a_mailbox_that_lets_the_desk_in_and_no_answer_shows_a_secret()
    {
        await using var dovecot = await Dovecot.StartAsync();
        Assert.Equal(403, (int)(await PutAsync(dovecot, by: desk.Agent)).StatusCode);
        var refused = await PutAsync(dovecot, password: "wrong password");
        Assert.Equal((422, MailServerException.SignInRefused), ((int)refused.StatusCode, (await RunningDesk.JsonAsync(refused)).GetProperty("code").GetString()));
        Assert.True((await RunningDesk.JsonAsync(await PutAsync(dovecot, folder: "Nowhere"))).GetProperty("errors").TryGetProperty("folder", out _));
        Assert.True((await RunningDesk.JsonAsync(await PutAsync(dovecot, moveTo: "Nowhere"))).GetProperty("errors").TryGetProperty("moveTo", out _));

        await ConnectAsync(dovecot);
        await PutAsync(dovecot, password: null); // kept as it was
        var shown = await (await desk.Admin.GetAsync("/api/channels")).Content.ReadAsStringAsync();
        Assert.Contains("\"hasPassword\":true", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("sésame", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("\"user\":", await (await desk.Agent.GetAsync("/api/channels")).Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var elsewhere = await PutAsync(dovecot, password: null, host: "localhost");
        Assert.True((await RunningDesk.JsonAsync(elsewhere)).GetProperty("errors").TryGetProperty("password", out _), "A kept password must not go to another host.");
        Assert.Equal(200, (int)(await desk.Admin.DeleteAsync("/api/channels/support/mailbox")).StatusCode);
        Assert.Null(await FaultAsync());
    }

    private static byte[] Mail(int n) => Encoding.UTF8.GetBytes($"Message-ID: <box{n}@x.cz>\r\nFrom: c{n}@x.cz\r\nTo: support@demo.test\r\nSubject: Mail {n}\r\n\r\nNumber {n}\r\n");

    private async Task ConnectAsync(Dovecot dovecot, int? port = null, int importDays = 0, string? moveTo = null)
    {
        var answer = await PutAsync(dovecot, port, importDays, moveTo: moveTo);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private Task<HttpResponseMessage> PutAsync(
        Dovecot dovecot, int? port = null, int importDays = 0, string? password = Dovecot.FirstPassword, string? folder = null, string? moveTo = null, string host = "127.0.0.1", HttpClient? by = null) =>
        (by ?? desk.Admin).PutAsJsonAsync("/api/channels/support/mailbox", new
        {
            account = new { host, port = port ?? dovecot.Port, security = "none", user = Dovecot.User, password },
            folder,
            moveTo,
            importDays,
        });

    /// <summary>Reads once, after every rest but the longest is over.</summary>
    private async Task PollAsync()
    {
        clock.Advance(TimeSpan.FromMinutes(2));
        await desk.Services.GetRequiredService<PollMailboxes>().RunAsync(CancellationToken.None);
    }

    private Task<string?> FaultAsync() => desk.FaultAsync();

    private Task TicketsAsync(int count) => desk.TicketsAsync(count);

    private Task<int> CountAsync() => desk.CountAsync();

    private Task<List<string>> SubjectsAsync() => desk.SubjectsAsync();
}
