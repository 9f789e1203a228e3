using System.Net;
using System.Text.Json;
using HelpdeskMx.Tests.Hosts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HelpdeskMx.Browser;

/// <summary>What agents do most, on a phone: tapped, with the keyboard for words alone.</summary>
[Collection(InAnotherChromium.Name)]
public sealed class ByTouchTests(Chromium chromium) : MailedScreen(chromium, touch: true)
{
    private Finger finger = null!;

    private ILocator Panel => Page.GetByRole(AriaRole.Complementary, new() { Name = "Customer" });

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        finger = new Finger(Page);
    }

    [Fact]
    public async Task Answers_are_written_sent_closed_with_filled_in_and_put_off()
    {
        await Desk.PostAsync(HttpStatusCode.Created, "/api/replies", new { name = "On its way", shared = true, texts = new { en = "It is on its way." } });
        var cup = await ReceiveAsync("A cup");
        var pot = await ReceiveAsync("A pot");
        await finger.SignInAsync();

        await finger.OpenAsync("A pot");
        await finger.WriteAsync(Reply, "We look into it.");
        await finger.TapAsync(AriaRole.Button, "Send");
        await Expect(Page.Locator("article", new() { HasText = "We look into it." }).GetByText("Sent", new() { Exact = true })).ToBeVisibleAsync();

        await finger.TapAsync(AriaRole.Tab, "Note");
        await Page.Keyboard.TypeAsync("Ask @adm");
        await finger.TapAsync(Page.GetByRole(AriaRole.Option, new() { NameRegex = new("Demo Admin") }));
        await finger.TapAsync(AriaRole.Button, "Add note");
        var said = await RunningDesk.UntilAsync(() => Desk.MessagesAsync(pot), all => all.Length == 3);
        Assert.Equal("admin", Assert.Single(said[2].GetProperty("mentions").EnumerateArray()).GetString());

        await finger.TapAsync(Reply);
        await finger.PickAsync(Page.GetByRole(AriaRole.Button, new() { Name = "Saved replies" }), "On its way");
        await Expect(Reply).ToHaveTextAsync("It is on its way.");
        await finger.ChooseAsync("More ways to send", "Send and close");
        await StandsAsync(pot, "state", "closed");
        await RunningDesk.UntilAsync(() => Task.FromResult(Mails.Length), count => count == 2);

        await finger.TapAsync(AriaRole.Button, "Back to the list");
        await finger.OpenAsync("A cup");
        await finger.WriteAsync(Reply, "Good morning.");
        await finger.ChooseAsync("More ways to send", "Tomorrow");
        await RunningDesk.UntilAsync(() => Desk.GetAsync($"/api/tickets/{cup}"), t => t.GetProperty("later").GetArrayLength() == 1);
        await finger.TapAsync(AriaRole.Button, "Back into the box");
        await Expect(Reply).ToHaveTextAsync("Good morning.");
    }

    [Fact]
    public async Task A_ticket_is_given_to_people_and_marked()
    {
        await Desk.PostAsync(HttpStatusCode.Created, "/api/departments", new { name = "Returns" });
        await Sample.GiveBackAsync(Desk);
        var id = await ReceiveAsync("A cup");
        await finger.SignInAsync();
        await finger.OpenAsync("A cup");

        await finger.PickAsync(Page.GetByRole(AriaRole.Button, new() { Name = "Assign" }), "Me");
        await StandsAsync(id, "assignee", "agent");
        await finger.PickAsync(Page.GetByRole(AriaRole.Button, new() { Name = "Assign: Demo Agent" }), "Demo Admin");
        await StandsAsync(id, "assignee", "admin");

        await finger.TapAsync(AriaRole.Button, "Show customer");
        await finger.TapAsync(AriaRole.Button, "Labels", Panel);
        await finger.WriteAsync(Page.GetByRole(AriaRole.Combobox), "broken");
        await finger.TapAsync(AriaRole.Option, "Make “broken”");
        await RunningDesk.UntilAsync(() => Desk.GetAsync($"/api/tickets/{id}"), t => t.GetProperty("labels").GetArrayLength() == 1);
        await finger.TapAsync(AriaRole.Button, "Take off label: broken", Panel);
        await RunningDesk.UntilAsync(() => Desk.GetAsync($"/api/tickets/{id}"), t => t.GetProperty("labels").GetArrayLength() == 0);
        await finger.PickAsync(Panel.GetByRole(AriaRole.Button, new() { Name = "Normal" }), "Urgent");
        await StandsAsync(id, "priority", "urgent");
        await finger.PickAsync(Panel.GetByRole(AriaRole.Button, new() { Name = "Support" }), "Returns");
        await StandsAsync(id, "department", "returns");
        await finger.TapAsync(AriaRole.Button, "Watch", Panel);
        await RunningDesk.UntilAsync(() => Desk.GetAsync($"/api/tickets/{id}"), t => t.GetProperty("followers").EnumerateArray().Any(f => f.GetString() == "agent"));
        await finger.ChooseAsync("Snooze", "Tomorrow", Panel);
        await RunningDesk.UntilAsync(() => Desk.GetAsync($"/api/tickets/{id}"), t => t.GetProperty("snoozedUntil").ValueKind == JsonValueKind.String);
        await finger.TapAsync(AriaRole.Button, "Hide customer", Panel);
        await Expect(Panel).ToBeHiddenAsync();

        await finger.ChooseAsync("More actions", "Give back");
        await finger.WriteAsync(Page.GetByLabel("Reason"), "Chipped");
        await finger.TapAsync(AriaRole.Button, "Give back", Page.GetByRole(AriaRole.Dialog));
        await StandsAsync(id, "state", "waiting");
    }

    [Fact]
    public async Task A_ticket_is_closed_opened_marked_split_merged_and_printed()
    {
        var one = await ReceiveAsync("A cup", "<cup@x.cz>");
        await Desk.ReceiveAsync(Sample.Mail("Re: A cup", "Also a pot, please", answers: "<cup@x.cz>"));
        var other = await ReceiveAsync("Another cup");
        var number = (await Desk.GetAsync($"/api/tickets/{other}")).GetProperty("number").GetInt64();
        await finger.SignInAsync();
        await Page.EvaluateAsync("() => { window.print = () => (window.printed = (window.printed ?? 0) + 1); }");
        await finger.OpenAsync("A cup");

        await finger.ChooseAsync("More actions", "Print the conversation");
        await RunningDesk.UntilAsync(() => Page.EvaluateAsync<int>("window.printed ?? 0"), printed => printed == 1);
        await RunningDesk.UntilAsync(() => Desk.GetAsync($"/api/tickets/{one}", Desk.Agent), t => !t.GetProperty("unread").GetBoolean());
        await finger.ChooseAsync("More actions", "Mark as unread");
        await RunningDesk.UntilAsync(() => Desk.GetAsync($"/api/tickets/{one}", Desk.Agent), t => t.GetProperty("unread").GetBoolean());
        await finger.TapAsync(AriaRole.Button, "Close");
        await StandsAsync(one, "state", "closed");
        await finger.TapAsync(AriaRole.Button, "Undo");
        await StandsAsync(one, "state", "open");

        await finger.TapAsync(AriaRole.Button, "Back to the list");
        await finger.OpenAsync("A cup");
        await finger.ChooseAsync("More on this message", "Split from here", Page.Locator("article", new() { HasText = "Also a pot" }));
        await finger.TapAsync(AriaRole.Button, "Split", Page.GetByRole(AriaRole.Dialog));
        await Expect(Page.GetByText("Split from #")).ToBeVisibleAsync();
        await finger.TapAsync(AriaRole.Button, "Show customer");
        await finger.TapAsync(AriaRole.Button, "Merge…", Panel);
        await finger.WriteAsync(Page.GetByLabel("Number of the other ticket"), $"{number}");
        await finger.TapAsync(AriaRole.Button, "Merge", Page.GetByRole(AriaRole.Dialog));
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Another cup", Level = 1 })).ToBeVisibleAsync();
        await RunningDesk.UntilAsync(() => Desk.GetAsync($"/api/tickets/{other}"), t => t.GetProperty("merged").GetArrayLength() == 1);
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
        await finger.WriteAsync(Page.GetByRole(AriaRole.Combobox), "lost");
        await finger.TapAsync(AriaRole.Option, "Make “lost”");
        await RunningDesk.UntilAsync(() => Desk.GetAsync("/api/tickets?label=lost"), all => all.GetProperty("items").GetArrayLength() == 2);

        await finger.WriteAsync(Page.GetByRole(AriaRole.Textbox, new() { Name = "Search tickets" }), "Parcel 0");
        await Expect(Rows).ToHaveCountAsync(1);
        await finger.TapAsync(AriaRole.Button, "Clear search");
        await Expect(Rows).ToHaveCountAsync(4);
        await finger.PickAsync(Page.GetByRole(AriaRole.Button, new() { Name = "Filter" }), "lost");
        await Expect(Rows).ToHaveCountAsync(2);
        await finger.TapAsync(AriaRole.Button, "Show views");
        await finger.TapAsync(Page.GetByRole(AriaRole.Navigation, new() { Name = "Views" }).GetByRole(AriaRole.Link, new() { NameRegex = new("^Unread") }));
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Unread" })).ToBeVisibleAsync();
        await finger.ChooseAsync("Look of the list", "One line each");
        await finger.TapAsync(AriaRole.Button, "Look of the list");
        await Expect(Page.GetByRole(AriaRole.Menuitemradio, new() { Name = "One line each" })).ToBeCheckedAsync();
        await finger.TapAsync(AriaRole.Menuitemradio, "List and conversation");

        await finger.TapAsync(AriaRole.Button, "Show views");
        await finger.ChooseAsync("Demo Agent", "Keyboard shortcuts");
        await finger.TapAsync(AriaRole.Button, "Close", Page.GetByRole(AriaRole.Dialog));
        await finger.TapAsync(AriaRole.Button, "Show views");
        await finger.ChooseAsync("Demo Agent", "Do anything");
        await finger.WriteAsync(Page.GetByRole(AriaRole.Combobox), "parcel 2");
        await finger.TapAsync(Page.GetByRole(AriaRole.Option, new() { NameRegex = new("^Parcel 2") }));
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Parcel 2", Level = 1 })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_conversation_is_begun_and_files_are_looked_at()
    {
        await Desk.ReceiveAsync(Sample.WithPictures("Two pictures"));
        await finger.SignInAsync();

        await finger.TapAsync(AriaRole.Button, "New conversation");
        await finger.WriteAsync(Page.GetByLabel("To", new() { Exact = true }), "jana@x.cz");
        await finger.WriteAsync(Page.GetByLabel("Subject"), "Your order");
        await finger.WriteAsync(Page.GetByRole(AriaRole.Textbox, new() { Name = "Message", Exact = true }), "It is ready.");
        await finger.TapAsync(AriaRole.Button, "Send");
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Your order", Level = 1 })).ToBeVisibleAsync();
        await RunningDesk.UntilAsync(() => Task.FromResult(Mails.Length), count => count == 1);

        await finger.TapAsync(AriaRole.Button, "Back to the list");
        await finger.OpenAsync("Two pictures");
        await finger.TapAsync(Page.GetByRole(AriaRole.Button, new() { NameRegex = new("one.png") }));
        var preview = Page.GetByRole(AriaRole.Dialog);
        await finger.TapAsync(AriaRole.Button, "Next", preview);
        await Expect(preview.GetByRole(AriaRole.Img, new() { Name = "two.png" })).ToBeVisibleAsync();
        await finger.TapAsync(AriaRole.Button, "Close", preview);
        await Expect(preview).ToHaveCountAsync(0);
    }

    private ILocator Rows => Page.GetByRole(AriaRole.List, new() { Name = "Tickets" }).GetByRole(AriaRole.Listitem);
}
