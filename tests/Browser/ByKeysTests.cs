using System.Net;
using System.Text.Json;
using HelpdeskMx.Mail;
using HelpdeskMx.Tests.Hosts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HelpdeskMx.Browser;

/// <summary>What agents do most, by the keyboard alone: no test here points at anything.</summary>
[Collection(InAnotherChromium.Name)]
public sealed class ByKeysTests(Chromium chromium) : MailedScreen(chromium)
{
    private Keys keys = null!;

    private ILocator Tickets => Page.GetByRole(AriaRole.List, new() { Name = "Tickets" });
    private ILocator Selection => Page.GetByRole(AriaRole.Region, new() { Name = "Work on the selection" });
    private ILocator Note => Page.GetByRole(AriaRole.Textbox, new() { Name = "Your note" });
    private ILocator Subject => Page.GetByRole(AriaRole.Region, new() { Name = "Conversation" }).GetByRole(AriaRole.Heading, new() { Level = 1 });

    [Fact]
    public async Task Answers_are_written_sent_closed_with_filled_in_and_put_off()
    {
        await Desk.PostAsync(HttpStatusCode.Created, "/api/replies", new { name = "On its way", shared = true, texts = new { en = "It is on its way." } });
        var cup = await ReceiveAsync("A cup");
        var pot = await ReceiveAsync("A pot");
        await SignInAsync();
        await Expect(Tickets.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(2);

        await keys.PressAsync("j");
        await Expect(Subject).ToHaveTextAsync("A pot");
        await keys.PressAsync("j");
        await Expect(Subject).ToHaveTextAsync("A cup");
        await keys.PressAsync("k");
        await Expect(Subject).ToHaveTextAsync("A pot");
        await Expect(Page.Locator("article", new() { HasText = "About A pot" })).ToBeVisibleAsync();
        await keys.PressAsync("Enter");
        await Expect(Page.GetByRole(AriaRole.Log, new() { Name = "Messages" })).ToBeFocusedAsync();

        await WriteAsync("r", Reply, "We look into it.");
        await keys.PressAsync("Control+Enter");
        await RunningDesk.UntilAsync(() => Desk.MessagesAsync(pot), all => all.Length == 2);
        Assert.Contains("We look into it.", (await SentAsync(1)).Text!, StringComparison.Ordinal);
        await keys.PressAsync("Escape");
        await WriteAsync("r", Reply, "");
        await Expect(Reply).ToHaveTextAsync("");
        await Expect(Reply).Not.ToHaveAttributeAsync("aria-readonly", "true");
        await keys.PressAsync("/");
        await Expect(Page.GetByRole(AriaRole.Option, new() { Name = "On its way" })).ToBeVisibleAsync();
        await keys.PressAsync("Enter");
        await Expect(Reply).ToHaveTextAsync("It is on its way.");
        await keys.PushAsync(MoreWays);
        await keys.ChooseAsync("Send and close");
        await StandsAsync(pot, "state", "closed");
        Assert.Contains("It is on its way.", (await SentAsync(2)).Text!, StringComparison.Ordinal);

        await keys.PressAsync("Escape", "u");
        await keys.OpenAsync("A cup", "About A cup");
        await WriteAsync("r", Reply, "Good morning.");
        await keys.PushAsync(MoreWays);
        await keys.ChooseAsync("Tomorrow");
        await RunningDesk.UntilAsync(() => Desk.GetAsync($"/api/tickets/{cup}"), t => t.GetProperty("later").GetArrayLength() == 1);
        await Expect(Page.GetByText("unless the customer writes before")).ToContainTextAsync("Demo Agent’s answer leaves");
        Assert.Equal(2, Mails.Length);
    }

    [Fact]
    public async Task A_ticket_is_noted_given_to_people_and_marked()
    {
        await Desk.PostAsync(HttpStatusCode.Created, "/api/departments", new { name = "Returns" });
        await Sample.GiveBackAsync(Desk);
        var id = await ReceiveAsync("A cup");
        await SignInAsync();
        await keys.OpenAsync("A cup", "About A cup");

        await WriteAsync("n", Note, "Ask @adm");
        await Expect(Page.GetByRole(AriaRole.Option, new() { Name = "Demo Admin" })).ToBeVisibleAsync();
        await keys.PressAsync("Enter");
        await keys.PressAsync("Control+Enter");
        var said = await RunningDesk.UntilAsync(() => Desk.MessagesAsync(id), all => all.Length == 2);
        Assert.Equal("admin", Assert.Single(said[1].GetProperty("mentions").EnumerateArray()).GetString());
        await keys.PressAsync("Escape");

        await keys.PressAsync("a");
        await keys.PickAsync("me", "Me");
        await StandsAsync(id, "assignee", "agent");
        await keys.PressAsync("a");
        await keys.PickAsync("admin", "Demo Admin");
        await StandsAsync(id, "assignee", "admin");
        await keys.PressAsync("d");
        await keys.PickAsync("ret", "Returns");
        await StandsAsync(id, "department", "returns");
        await keys.PressAsync("l");
        await keys.PickAsync("broken", "Make “broken”");
        await RunningDesk.UntilAsync(() => Desk.GetAsync($"/api/tickets/{id}"), t => t.GetProperty("labels").GetArrayLength() == 1);
        await keys.DoAsync("priority urgent", "Priority: Urgent");
        await StandsAsync(id, "priority", "urgent");
        await keys.PressAsync("s");
        await keys.PickAsync("tomor", "Tomorrow");
        await RunningDesk.UntilAsync(() => Desk.GetAsync($"/api/tickets/{id}"), t => t.GetProperty("snoozedUntil").ValueKind == JsonValueKind.String);
        await keys.PressAsync("z");
        await RunningDesk.UntilAsync(() => Desk.GetAsync($"/api/tickets/{id}"), t => t.GetProperty("snoozedUntil").ValueKind == JsonValueKind.Null);
        await keys.DoAsync("watch", "Watch");
        await RunningDesk.UntilAsync(() => Desk.GetAsync($"/api/tickets/{id}"), t => t.GetProperty("followers").EnumerateArray().Any(f => f.GetString() == "agent"));

        await keys.DoAsync("give back", "Give back");
        await Expect(Page.GetByLabel("Reason")).ToBeFocusedAsync();
        await keys.TypeAsync("Chipped");
        await keys.PressAsync("Enter");
        await StandsAsync(id, "state", "waiting");
    }

    [Fact]
    public async Task A_ticket_is_closed_opened_marked_split_and_merged()
    {
        var one = await ReceiveAsync("A cup", "<cup@x.cz>");
        await Desk.ReceiveAsync(Sample.Mail("Re: A cup", "Also a pot, please", answers: "<cup@x.cz>"));
        var other = await ReceiveAsync("Another cup");
        var number = (await Desk.GetAsync($"/api/tickets/{other}")).GetProperty("number").GetInt64();
        await SignInAsync();
        await keys.OpenAsync("A cup", "Also a pot");

        await keys.PressAsync("e");
        await StandsAsync(one, "state", "closed");
        await keys.PressAsync("z");
        await StandsAsync(one, "state", "open");
        await keys.PressAsync("u");
        await keys.OpenAsync("A cup", "Also a pot");
        await RunningDesk.UntilAsync(() => Desk.GetAsync($"/api/tickets/{one}", Desk.Agent), t => !t.GetProperty("unread").GetBoolean());
        await keys.PressAsync("Shift+U");
        await RunningDesk.UntilAsync(() => Desk.GetAsync($"/api/tickets/{one}", Desk.Agent), t => t.GetProperty("unread").GetBoolean());

        await keys.PressAsync(",");
        var last = Page.Locator("article", new() { HasText = "Also a pot" });
        await Expect(last).ToBeFocusedAsync();
        await keys.PushAsync(last.GetByRole(AriaRole.Button, new() { Name = "More on this message" }));
        await keys.ChooseAsync("Split from here");
        await Expect(Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await keys.PressAsync("Enter");
        await Expect(Page.GetByText("Split from #")).ToBeVisibleAsync();
        await RunningDesk.UntilAsync(() => Desk.MessagesAsync(one), all => all.Count(m => m.GetProperty("movedTo").ValueKind == JsonValueKind.Object) == 1);

        await keys.DoAsync("merge", "Merge…");
        await Expect(Page.GetByLabel("Number of the other ticket")).ToBeFocusedAsync();
        await keys.TypeAsync($"{number}");
        await keys.PressAsync("Enter");
        await Expect(Subject).ToHaveTextAsync("Another cup");
        await RunningDesk.UntilAsync(() => Desk.GetAsync($"/api/tickets/{other}"), t => t.GetProperty("merged").GetArrayLength() == 1);
    }

    [Fact]
    public async Task Tickets_are_found_looked_through_and_worked_on_together()
    {
        var ids = new List<string>();
        for (var i = 0; i < 4; i++) ids.Add(await ReceiveAsync($"Parcel {i}"));
        await SignInAsync();
        await Expect(Tickets.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(4);

        await keys.PressAsync("x", "j", "Shift+X");
        await Expect(Selection.GetByText("2 selected")).ToBeVisibleAsync();
        await keys.PressAsync("l");
        await keys.PickAsync("lost", "Make “lost”");
        await RunningDesk.UntilAsync(() => Desk.GetAsync("/api/tickets?label=lost"), all => all.GetProperty("items").GetArrayLength() == 2);
        await keys.PressAsync("Escape", "x");
        await Expect(Selection.GetByText("1 selected")).ToBeVisibleAsync();
        await keys.DoAsync("archive", "Archive");
        await RunningDesk.UntilAsync(() => Desk.GetAsync("/api/tickets?state=archived"), all => all.GetProperty("items").GetArrayLength() == 1);

        await keys.PressAsync("/");
        await Expect(Page.GetByRole(AriaRole.Textbox, new() { Name = "Search tickets" })).ToBeFocusedAsync();
        await keys.TypeAsync("Parcel 0");
        await keys.PressAsync("Enter");
        await Expect(Tickets.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(1);
        await keys.PressAsync("g", "m");
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Mine" })).ToBeVisibleAsync();
        await keys.PressAsync("g", "i");
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "All open" })).ToBeVisibleAsync();
        await keys.PressAsync("v");
        await Expect(Page.GetByRole(AriaRole.Table, new() { Name = "Tickets" })).ToBeVisibleAsync();
        await keys.PressAsync("v", "v");
        await Expect(Tickets.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(3);

        await keys.PressAsync("?");
        await Expect(Page.GetByRole(AriaRole.Dialog, new() { Name = "Keyboard shortcuts" })).ToBeVisibleAsync();
        await keys.PressAsync("Escape");
        await Expect(Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await keys.DoAsync("parcel 2", "Parcel 2");
        await Expect(Subject).ToHaveTextAsync("Parcel 2");
    }

    [Fact]
    public async Task A_customer_is_completed_in_To_by_the_arrows_and_never_in_place_of_what_is_typed()
    {
        await Desk.ReceiveAsync("From: Žofie Dvořáková <zofie@x.cz>\nSubject: One\nMessage-ID: <one@x.cz>\n\nHello\n");
        await SignInAsync();
        var to = Page.GetByRole(AriaRole.Combobox, new() { Name = "To", Exact = true });
        var offered = Page.GetByRole(AriaRole.Listbox, new() { Name = "People that fit" }).GetByRole(AriaRole.Option);

        await keys.PressAsync("c");
        await Expect(to).ToBeFocusedAsync();
        await keys.TypeAsync("zof dvor");
        await Expect(offered).ToHaveCountAsync(1);
        await keys.PressAsync("Escape");
        await Expect(offered).ToHaveCountAsync(0);
        await Expect(to).ToHaveValueAsync("zof dvor");
        await keys.TypeAsync("a");
        await Expect(offered).ToHaveCountAsync(1);
        await keys.PressAsync("ArrowDown");
        await Expect(offered).ToHaveAttributeAsync("aria-selected", "true");
        await keys.PressAsync("Enter");
        await Expect(to).ToHaveCountAsync(0); // there is one, and no more than one may be

        await keys.GoToAsync(Page.GetByRole(AriaRole.Combobox, new() { Name = "Cc", Exact = true }));
        await keys.TypeAsync("zofie@x.c");
        await keys.TypeAsync("om");
        var mail = await SendOrderAsync();
        Assert.Equal(("Žofie Dvořáková", "zofie@x.cz"), (mail.To[0].Name, mail.To[0].Address));
        Assert.Equal("zofie@x.com", Assert.Single(mail.Cc).Address);
    }

    [Fact]
    public async Task A_conversation_is_begun_its_files_are_looked_at_and_it_is_printed()
    {
        await Desk.ReceiveAsync(Sample.WithPictures("Two pictures"));
        await SignInAsync();
        await Page.EvaluateAsync("() => { window.print = () => (window.printed = (window.printed ?? 0) + 1); }");

        await keys.PressAsync("c");
        await Expect(Page.GetByLabel("To", new() { Exact = true })).ToBeFocusedAsync();
        await keys.TypeAsync("jana@x.cz");
        var mail = await SendOrderAsync();
        Assert.Equal("jana@x.cz", Assert.Single(mail.To).Address);
        Assert.StartsWith("Your order", mail.Subject, StringComparison.Ordinal);

        await keys.PressAsync("u");
        await keys.OpenAsync("Two pictures", "Look at these");
        await keys.PressAsync(",");
        await keys.PushAsync(Page.GetByRole(AriaRole.Button, new() { Name = "one.png" }));
        var preview = Page.GetByRole(AriaRole.Dialog);
        await Expect(preview.GetByRole(AriaRole.Img, new() { Name = "one.png" })).ToBeVisibleAsync();
        await keys.PressAsync("ArrowRight");
        await Expect(preview.GetByRole(AriaRole.Img, new() { Name = "two.png" })).ToBeVisibleAsync();
        await keys.PressAsync("Escape");
        await Expect(preview).ToHaveCountAsync(0);
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "one.png" })).ToBeFocusedAsync();

        var customer = Page.GetByRole(AriaRole.Complementary, new() { Name = "Customer" });
        var shown = await customer.IsVisibleAsync();
        await keys.PressAsync("i");
        await Expect(customer).ToBeVisibleAsync(new() { Visible = !shown });
        await keys.PressAsync("p");
        await RunningDesk.UntilAsync(() => Page.EvaluateAsync<int>("window.printed ?? 0"), printed => printed == 1);
    }

    /// <summary>Goes on from whom a new conversation is with, and sends it.</summary>
    private async Task<ParsedMail> SendOrderAsync()
    {
        await keys.PressAsync("Tab");
        await keys.GoToAsync(Page.GetByLabel("Subject"));
        await keys.TypeAsync("Your order");
        await keys.GoToAsync(Page.GetByRole(AriaRole.Textbox, new() { Name = "Message", Exact = true }));
        await keys.TypeAsync("It is ready.");
        await keys.PressAsync("Control+Enter");
        await Expect(Subject).ToHaveTextAsync("Your order");
        return await SentAsync(1);
    }

    private ILocator MoreWays => Page.GetByRole(AriaRole.Button, new() { Name = "More ways to send" });

    private async Task SignInAsync()
    {
        keys = new Keys(Page);
        await keys.SignInAsync();
    }

    /// <summary>Writes into the box a key leads to.</summary>
    private async Task WriteAsync(string key, ILocator box, string words)
    {
        await keys.PressAsync(key);
        await keys.TypeAsync(words);
        await Expect(box.And(Page.Locator("[contenteditable=true]"))).ToBeFocusedAsync();
    }
}
