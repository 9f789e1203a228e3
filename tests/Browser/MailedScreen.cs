using System.Text;
using System.Text.Json;
using HelpdeskMx.Mail;
using HelpdeskMx.Tests.Hosts;
using HelpdeskMx.Tests.Mail;
using Microsoft.Playwright;

namespace HelpdeskMx.Browser;

/// <summary>A screen of a desk whose answers leave to a mail server that the test looks into; a phone where it is <paramref name="touch"/>ed.</summary>
public abstract class MailedScreen(Chromium chromium, bool touch = false) : IAsyncLifetime
{
    private readonly LoopbackSmtpServer smtp = new();

    private protected RunningDesk Desk { get; private set; } = null!;

    /// <summary>Stands at the sign-in.</summary>
    private protected IPage Page { get; private set; } = null!;

    /// <summary>The mails that have left, as they were sent.</summary>
    private protected string[] Mails => [.. smtp.Messages];

    private protected ILocator Reply => Page.GetByRole(AriaRole.Textbox, new() { Name = "Your reply" });

    public virtual async Task InitializeAsync()
    {
        Desk = await RunningDesk.StartAsync(smtp: $"smtp://127.0.0.1:{smtp.Port}?tls=none");
        Page = touch ? await chromium.OpenAsync(Desk.Anybody.BaseAddress!, Finger.Width, Finger.Height, touch: true) : await chromium.OpenAsync(Desk.Anybody.BaseAddress!);
    }

    public async Task DisposeAsync()
    {
        await Page.Context.CloseAsync();
        await Desk.DisposeAsync();
        await smtp.DisposeAsync();
    }

    /// <summary>The last of so many mails, once they have left.</summary>
    private protected async Task<ParsedMail> SentAsync(int count = 1)
    {
        var sent = await RunningDesk.UntilAsync(() => Task.FromResult(Mails), all => all.Length == count);
        return MailParser.Parse(Encoding.Latin1.GetBytes(sent[^1]));
    }

    /// <summary>Waits until something of a ticket is so.</summary>
    private protected Task<JsonElement> StandsAsync(string id, string what, string how) => RunningDesk.UntilAsync(() => Desk.GetAsync($"/api/tickets/{id}"), t => t.Text(what) == how);

    /// <summary>Takes a mail in that says what it is about, and returns the id of its ticket.</summary>
    private protected async Task<string> ReceiveAsync(string subject, string? id = null) => (await Desk.ReceiveAsync(Sample.Mail(subject, $"About {subject}", id))).Id();
}
