using System.Net;
using System.Text.Json;
using HelpdeskMx.Tests.Hosts;
using HelpdeskMx.Tests.Mail;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HelpdeskMx.Browser;

/// <summary>What agents do most, on a phone: tapped, with the keyboard for words alone.</summary>
[Collection(InAnotherChromium.Name)]
public sealed class ByTouchTests(Chromium chromium) : IAsyncLifetime
{
    private readonly LoopbackSmtpServer smtp = new();
    private RunningDesk desk = null!;
    private IPage page = null!;
    private Finger finger = null!;

    private ILocator Reply => page.GetByRole(AriaRole.Textbox, new() { Name = "Your reply" });
    private ILocator Panel => page.GetByRole(AriaRole.Complementary, new() { Name = "Customer" });

    public async Task InitializeAsync()
    {
        desk = await RunningDesk.StartAsync(smtp: $"smtp://127.0.0.1:{smtp.Port}?tls=none");
        page = await chromium.OpenAsync(desk.Anybody.BaseAddress!, Finger.Width, Finger.Height, touch: true);
        finger = new Finger(page);
    }

    public async Task DisposeAsync()
    {
        await page.Context.CloseAsync();
        await desk.DisposeAsync();
        await smtp.DisposeAsync();
    }

    [Fact]
    public async Task Answers_are_written_sent_closed_with_filled_in_and_put_off()
    {
        await desk.PostAsync(HttpStatusCode.Created, "/api/replies", new { name = "On its way", shared = true, texts = new { en = "It is on its way." } });
        var cup = await ReceiveAsync("A cup");
        var pot = await ReceiveAsync("A pot");
        await finger.SignInAsync();

        await finger.OpenAsync("A pot");
        await finger.WriteAsync(Reply, "We look into it.");
        await finger.TapAsync(AriaRole.Button, "Send");
        await Expect(page.Locator("article", new() { HasText = "We look into it." }).GetByText("Sent", new() { Exact = true })).ToBeVisibleAsync();

        await finger.TapAsync(AriaRole.Tab, "Note");
        await page.Keyboard.TypeAsync("Ask @adm");
        await finger.TapAsync(page.GetByRole(AriaRole.Option, new() { NameRegex = new("Demo Admin") }));
        await finger.TapAsync(AriaRole.Button, "Add note");
        var said = await RunningDesk.UntilAsync(() => desk.MessagesAsync(pot), all => all.Length == 3);
        Assert.Equal("admin", Assert.Single(said[2].GetProperty("mentions").EnumerateArray()).GetString());

        await finger.TapAsync(Reply);
        await finger.PickAsync(page.GetByRole(AriaRole.Button, new() { Name = "Saved replies" }), "On its way");
        await Expect(Reply).ToHaveTextAsync("It is on its way.");
        await finger.ChooseAsync("More ways to send", "Send and close");
        await StandsAsync(pot, "state", "closed");
        await RunningDesk.UntilAsync(() => Task.FromResult(smtp.Messages.Count), count => count == 2);

        await finger.TapAsync(AriaRole.Button, "Back to the list");
        await finger.OpenAsync("A cup");
        await finger.WriteAsync(Reply, "Good morning.");
        await finger.ChooseAsync("More ways to send", "Tomorrow");
        await RunningDesk.UntilAsync(() => desk.GetAsync($"/api/tickets/{cup}"), t => t.GetProperty("later").GetArrayLength() == 1);
        await finger.TapAsync(AriaRole.Button, "Back into the box");
        await Expect(Reply).ToHaveTextAsync("Good morning.");
    }

    [Fact]
    public async Task A_ticket_is_given_to_people_and_marked()
    {
        await desk.PostAsync(HttpStatusCode.Created, "/api/departments", new { name = "Returns" });
        await Sample.GiveBackAsync(desk);
        var id = await ReceiveAsync("A cup");
        await finger.SignInAsync();
        await finger.OpenAsync("A cup");

        await finger.PickAsync(page.GetByRole(AriaRole.Button, new() { Name = "Assign" }), "Me");
        await StandsAsync(id, "assignee", "agent");
        await finger.PickAsync(page.GetByRole(AriaRole.Button, new() { Name = "Assign: Demo Agent" }), "Demo Admin");
        await StandsAsync(id, "assignee", "admin");

        await finger.TapAsync(AriaRole.Button, "Show customer");
        await finger.TapAsync(AriaRole.Button, "Labels", Panel);
        await finger.WriteAsync(page.GetByRole(AriaRole.Combobox), "broken");
        await finger.TapAsync(AriaRole.Option, "Make “broken”");
        await RunningDesk.UntilAsync(() => desk.GetAsync($"/api/tickets/{id}"), t => t.GetProperty("labels").GetArrayLength() == 1);
        await finger.TapAsync(AriaRole.Button, "Take off label: broken", Panel);
        await RunningDesk.UntilAsync(() => desk.GetAsync($"/api/tickets/{id}"), t => t.GetProperty("labels").GetArrayLength() == 0);
        await finger.PickAsync(Panel.GetByRole(AriaRole.Button, new() { Name = "Normal" }), "Urgent");
        await StandsAsync(id, "priority", "urgent");
        await finger.PickAsync(Panel.GetByRole(AriaRole.Button, new() { Name = "Support" }), "Returns");
        await StandsAsync(id, "department", "returns");
        await finger.TapAsync(AriaRole.Button, "Watch", Panel);
        await RunningDesk.UntilAsync(() => desk.GetAsync($"/api/tickets/{id}"), t => t.GetProperty("followers").EnumerateArray().Any(f => f.GetString() == "agent"));
        await finger.ChooseAsync("Snooze", "Tomorrow", Panel);
        await RunningDesk.UntilAsync(() => desk.GetAsync($"/api/tickets/{id}"), t => t.GetProperty("snoozedUntil").ValueKind == JsonValueKind.String);
        await finger.TapAsync(AriaRole.Button, "Hide customer", Panel);
        await Expect(Panel).ToBeHiddenAsync();

        await finger.ChooseAsync("More actions", "Give back");
        await finger.WriteAsync(page.GetByLabel("Reason"), "Chipped");
        await finger.TapAsync(AriaRole.Button, "Give back", page.GetByRole(AriaRole.Dialog));
        await StandsAsync(id, "state", "waiting");
    }

    [Fact]
    public async Task A_ticket_is_closed_opened_marked_split_merged_and_printed()
    {
        var one = await ReceiveAsync("A cup", "<cup@x.cz>");
        await desk.ReceiveAsync(Sample.Mail("Re: A cup", "Also a pot, please", answers: "<cup@x.cz>"));
        var other = await ReceiveAsync("Another cup");
        var number = (await desk.GetAsync($"/api/tickets/{other}")).GetProperty("number").GetInt64();
        await finger.SignInAsync();
        await page.EvaluateAsync("() => { window.print = () => (window.printed = (window.printed ?? 0) + 1); }");
        await finger.OpenAsync("A cup");

        await finger.ChooseAsync("More actions", "Print the conversation");
        await RunningDesk.UntilAsync(() => page.EvaluateAsync<int>("window.printed ?? 0"), printed => printed == 1);
        await RunningDesk.UntilAsync(() => desk.GetAsync($"/api/tickets/{one}", desk.Agent), t => !t.GetProperty("unread").GetBoolean());
        await finger.ChooseAsync("More actions", "Mark as unread");
        await RunningDesk.UntilAsync(() => desk.GetAsync($"/api/tickets/{one}", desk.Agent), t => t.GetProperty("unread").GetBoolean());
        await finger.TapAsync(AriaRole.Button, "Close");
        await StandsAsync(one, "state", "closed");
        await finger.TapAsync(AriaRole.Button, "Undo");
        await StandsAsync(one, "state", "open");

        await finger.TapAsync(AriaRole.Button, "Back to the list");
        await finger.OpenAsync("A cup");
        await finger.ChooseAsync("More on this message", "Split from here", page.Locator("article", new() { HasText = "Also a pot" }));
        await finger.TapAsync(AriaRole.Button, "Split", page.GetByRole(AriaRole.Dialog));
        await Expect(page.GetByText("Split from #")).ToBeVisibleAsync();
        await finger.TapAsync(AriaRole.Button, "Show customer");
        await finger.TapAsync(AriaRole.Button, "Merge…", Panel);
        await finger.WriteAsync(page.GetByLabel("Number of the other ticket"), $"{number}");
        await finger.TapAsync(AriaRole.Button, "Merge…", page.GetByRole(AriaRole.Dialog));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Another cup", Level = 1 })).ToBeVisibleAsync();
        await RunningDesk.UntilAsync(() => desk.GetAsync($"/api/tickets/{other}"), t => t.GetProperty("merged").GetArrayLength() == 1);
    }

    [Fact]
    public async Task Tickets_are_found_looked_through_and_worked_on_together()
    {
        for (var i = 0; i < 4; i++) await ReceiveAsync($"Parcel {i}");
        await finger.SignInAsync();
        await Expect(Rows).ToHaveCountAsync(4);

        await finger.ChooseAsync("Look of the list", "Select tickets");
        await finger.TapAsync(Rows.First.Locator("label"));
        await finger.TapAsync(Rows.Nth(1).Locator("label"));
        await finger.TapAsync(AriaRole.Button, "Labels");
        await finger.WriteAsync(page.GetByRole(AriaRole.Combobox), "lost");
        await finger.TapAsync(AriaRole.Option, "Make “lost”");
        await RunningDesk.UntilAsync(() => desk.GetAsync("/api/tickets?label=lost"), all => all.GetProperty("items").GetArrayLength() == 2);

        await finger.WriteAsync(page.GetByRole(AriaRole.Textbox, new() { Name = "Search tickets" }), "Parcel 0");
        await Expect(Rows).ToHaveCountAsync(1);
        await finger.TapAsync(AriaRole.Button, "Clear search");
        await Expect(Rows).ToHaveCountAsync(4);
        await finger.PickAsync(page.GetByRole(AriaRole.Button, new() { Name = "Filter" }), "lost");
        await Expect(Rows).ToHaveCountAsync(2);
        await finger.TapAsync(AriaRole.Button, "Show views");
        await finger.TapAsync(page.GetByRole(AriaRole.Navigation, new() { Name = "Views" }).GetByRole(AriaRole.Link, new() { NameRegex = new("^Unread") }));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Unread" })).ToBeVisibleAsync();
        await finger.ChooseAsync("Look of the list", "One line each");
        await finger.TapAsync(AriaRole.Button, "Look of the list");
        await Expect(page.GetByRole(AriaRole.Menuitemradio, new() { Name = "One line each" })).ToBeCheckedAsync();
        await finger.TapAsync(AriaRole.Menuitemradio, "List and conversation");

        await finger.TapAsync(AriaRole.Button, "Show views");
        await finger.ChooseAsync("Demo Agent", "Keyboard shortcuts");
        await finger.TapAsync(AriaRole.Button, "Close", page.GetByRole(AriaRole.Dialog));
        await finger.TapAsync(AriaRole.Button, "Show views");
        await finger.ChooseAsync("Demo Agent", "Do anything");
        await finger.WriteAsync(page.GetByRole(AriaRole.Combobox), "parcel 2");
        await finger.TapAsync(page.GetByRole(AriaRole.Option, new() { NameRegex = new("^Parcel 2") }));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Parcel 2", Level = 1 })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_conversation_is_begun_and_files_are_looked_at()
    {
        await desk.ReceiveAsync(Sample.WithPictures("Two pictures"));
        await finger.SignInAsync();

        await finger.TapAsync(AriaRole.Button, "New conversation");
        await finger.WriteAsync(page.GetByLabel("To", new() { Exact = true }), "jana@x.cz");
        await finger.WriteAsync(page.GetByLabel("Subject"), "Your order");
        await finger.WriteAsync(page.GetByRole(AriaRole.Textbox, new() { Name = "Message", Exact = true }), "It is ready.");
        await finger.TapAsync(AriaRole.Button, "Send");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Your order", Level = 1 })).ToBeVisibleAsync();
        await RunningDesk.UntilAsync(() => Task.FromResult(smtp.Messages.Count), count => count == 1);

        await finger.TapAsync(AriaRole.Button, "Back to the list");
        await finger.OpenAsync("Two pictures");
        await finger.TapAsync(page.GetByRole(AriaRole.Button, new() { NameRegex = new("one.png") }));
        var preview = page.GetByRole(AriaRole.Dialog);
        await finger.TapAsync(AriaRole.Button, "Next", preview);
        await Expect(preview.GetByRole(AriaRole.Img, new() { Name = "two.png" })).ToBeVisibleAsync();
        await finger.TapAsync(AriaRole.Button, "Close", preview);
        await Expect(preview).ToHaveCountAsync(0);
    }

    private ILocator Rows => page.GetByRole(AriaRole.List, new() { Name = "Tickets" }).GetByRole(AriaRole.Listitem);

    private Task<JsonElement> StandsAsync(string id, string what, string how) => RunningDesk.UntilAsync(() => desk.GetAsync($"/api/tickets/{id}"), t => t.Text(what) == how);

    private async Task<string> ReceiveAsync(string subject, string? id = null) => (await desk.ReceiveAsync(Sample.Mail(subject, $"About {subject}", id))).Id();
}
