using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using HelpdeskMx.Channels;
using HelpdeskMx.Customers;
using HelpdeskMx.Intake;
using HelpdeskMx.Platform;
using HelpdeskMx.Sending;
using HelpdeskMx.Tests.Hosts;
using HelpdeskMx.Tickets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace HelpdeskMx.Tests.Intake;

/// <summary>What comes and goes by channels that hold one conversation per person.</summary>
public sealed class LineTests : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new(DateTimeOffset.Parse("2026-03-02T09:00:00Z", CultureInfo.InvariantCulture));
    private readonly Pigeon pigeon = new();
    private RunningDesk desk = null!;
    private int said;

    public async Task InitializeAsync()
    {
        desk = await RunningDesk.StartAsync(s => s.AddSingleton<TimeProvider>(clock).RemoveAll<ICarrier>().AddSingleton<ICarrier, MailCarrier>().AddSingleton<ICarrier>(pigeon));
        await SaveAsync("whatsapp", ChannelKind.Whatsapp);
    }

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task Twenty_messages_at_once_of_somebody_new_are_one_ticket()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => HearAsync($"part {n}")));

        var id = Assert.Single(ids.Distinct());
        Assert.Equal(20, (await desk.MessagesAsync(id)).Length);
        Assert.Single((await desk.GetAsync("/api/tickets")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Each_person_has_a_ticket_of_their_own()
    {
        Assert.NotEqual(await HearAsync("Hello"), await HearAsync("Hello", from: "420777000222"));
    }

    [Fact]
    public async Task What_is_said_soon_after_the_end_opens_the_ticket_again_and_much_later_a_new_one()
    {
        var first = await HearAsync("Where is it?");
        await desk.ActAsync(first, "close", new { });
        await ForwardAsync(TimeSpan.FromDays(2));
        Assert.Equal(first, await HearAsync("Still nothing"));

        await desk.ActAsync(first, "close", new { });
        await ForwardAsync(TimeSpan.FromDays(40));
        var later = await Task.WhenAll(HearAsync("Something else"), HearAsync("And this"));
        var second = Assert.Single(later.Distinct());
        Assert.NotEqual(first, second);
        Assert.Equal(first, (await desk.GetAsync($"/api/tickets/{second}")).GetProperty("followUpOf").GetProperty("id").GetString());
        Assert.Equal(second, await HearAsync("Hello?"));
    }

    [Fact]
    public async Task An_answer_leaves_by_the_line_the_customer_wrote_by()
    {
        var id = await HearAsync("Where is it?");
        await desk.ActAsync(id, "reply", new { text = "On its way" });

        var answer = Assert.Single(await RunningDesk.UntilAsync(() => Task.FromResult(pigeon.Carried.ToArray()), c => c.Length > 0));
        Assert.Equal(("On its way", "420777000111"), (answer.Text, answer.To[0].Value));
        var shown = await RunningDesk.UntilAsync(() => desk.MessagesAsync(id), m => m[1].GetProperty("delivery").GetProperty("state").GetString() == "sent");
        Assert.Equal("whatsapp", shown[1].GetProperty("channelKind").GetString());
    }

    [Fact]
    public async Task A_closed_window_takes_no_answer_and_says_so()
    {
        var id = await HearAsync("Where is it?");
        Assert.Equal("2026-03-03T09:00:00.000Z", (await desk.GetAsync($"/api/tickets/{id}")).GetProperty("lines")[0].GetProperty("windowEndsAt").GetString());
        await ForwardAsync(Line.Window);

        var refused = await desk.Agent.PostAsJsonAsync($"/api/tickets/{id}/actions/reply", new { text = "Too late" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal("window-closed", (await RunningDesk.JsonAsync(refused)).GetProperty("code").GetString());
        Assert.Empty(pigeon.Carried);
    }

    [Fact]
    public async Task A_customer_is_answered_by_a_line_of_another_ticket_and_goes_on_here()
    {
        var talk = await HearAsync("Where is it?");
        var mail = (await desk.ReceiveAsync("From: anna@x.cz\nTo: support@demo.test\nSubject: Invoice\nMessage-ID: <one@x.cz>\n\nWhere is the invoice?")).GetProperty("id").GetString()!;
        var anna = (await desk.GetAsync($"/api/tickets/{talk}")).GetProperty("customer").GetProperty("id").GetString();
        await desk.Agent.PutAsJsonAsync($"/api/tickets/{mail}/customer", new { customer = anna });

        Assert.Equal("whatsapp", (await desk.GetAsync($"/api/tickets/{mail}")).GetProperty("lines")[0].GetProperty("channel").GetString());
        await desk.ActAsync(mail, "reply", new { text = "Here it is", channel = "whatsapp" });
        await RunningDesk.UntilAsync(() => Task.FromResult(pigeon.Carried.Count), n => n == 1);
        Assert.Equal(mail, await HearAsync("Thank you"));
        Assert.Equal(["mail", "whatsapp", "whatsapp"], (await desk.MessagesAsync(mail)).Select(m => m.GetProperty("channelKind").GetString() == "email" ? "mail" : "whatsapp"));
    }

    [Fact]
    public async Task A_window_counts_from_what_was_heard_last_in_whatever_ticket()
    {
        var talk = await HearAsync("Where is it?");
        var mail = (await desk.ReceiveAsync("From: anna@x.cz\nTo: support@demo.test\nSubject: Invoice\nMessage-ID: <three@x.cz>\n\nWhere is the invoice?")).GetProperty("id").GetString()!;
        var anna = (await desk.GetAsync($"/api/tickets/{talk}")).GetProperty("customer").GetProperty("id").GetString();
        await desk.Agent.PutAsJsonAsync($"/api/tickets/{mail}/customer", new { customer = anna });
        await desk.ActAsync(mail, "reply", new { text = "Here it is", channel = "whatsapp" });
        await RunningDesk.UntilAsync(() => Task.FromResult(pigeon.Carried.Count), n => n == 1);
        await ForwardAsync(TimeSpan.FromHours(20));
        Assert.Equal(mail, await HearAsync("Thank you"));
        await ForwardAsync(TimeSpan.FromHours(10));

        var line = (await desk.GetAsync($"/api/tickets/{talk}")).GetProperty("lines").EnumerateArray().Single();
        Assert.Equal("2026-03-04T05:00:00.000Z", line.GetProperty("windowEndsAt").GetString());
        (await desk.ActAsync(talk, "reply", new { text = "And here is your parcel" })).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task An_address_given_without_proof_is_offered_and_changes_nothing_by_itself()
    {
        var known = await desk.ReceiveAsync("From: Anna <anna@x.cz>\nTo: support@demo.test\nSubject: Invoice\nMessage-ID: <two@x.cz>\n\nHello");
        var id = await HearAsync("It is Anna", mail: "Anna@x.cz");
        var anna = known.GetProperty("customer").GetProperty("id").GetString();

        var shown = await desk.GetAsync($"/api/tickets/{id}");
        Assert.Equal(anna, shown.GetProperty("mayBe").GetProperty("id").GetString());
        Assert.NotEqual(anna, shown.GetProperty("customer").GetProperty("id").GetString());

        var put = await RunningDesk.JsonAsync(await desk.Agent.PutAsJsonAsync($"/api/tickets/{id}/customer", new { customer = anna }));
        Assert.Equal(anna, put.GetProperty("customer").GetProperty("id").GetString());
        Assert.False(put.TryGetProperty("mayBe", out var none) && none.ValueKind != System.Text.Json.JsonValueKind.Null);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.Agent.PutAsJsonAsync($"/api/tickets/{id}/customer", new { customer = "nobody" })).StatusCode);
    }

    [Fact]
    public async Task A_channel_that_reaches_nobody_here_is_refused()
    {
        var id = await HearAsync("Where is it?");
        var refused = await desk.Agent.PostAsJsonAsync($"/api/tickets/{id}/actions/reply", new { text = "Hello", channel = "nowhere" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.True((await RunningDesk.JsonAsync(refused)).GetProperty("errors").TryGetProperty("channel", out _));
    }

    private Task SaveAsync(string id, ChannelKind kind) => desk.Services.GetRequiredService<Settings>()
        .SaveAsync(Kinds.Channels, id, new Channel { Id = id, Kind = kind, Name = id, Store = "demo", Department = "support", Key = "demo" }, default);

    private async Task<string> HearAsync(string text, string from = "420777000111", string? mail = null)
    {
        var services = desk.Services;
        var channel = (await services.GetRequiredService<Settings>().ChannelAsync("whatsapp", default))!;
        var id = $"wamid.{Interlocked.Increment(ref said)}";
        var message = new InboundMessage
        {
            Key = Ids.Derive("whatsapp", id),
            MessageId = id,
            Sender = new Identity("whatsapp", from, Proven: true),
            From = new Address(null, from),
            ReplyTo = mail is null ? null : new Address(null, mail),
            Text = text,
            ReplyText = text,
        };
        return await services.GetRequiredService<TakeIn>().RunAsync(message, channel, new Pointer(channel.Id, "", clock.GetUtcNow()), default);
    }

    private async Task ForwardAsync(TimeSpan by)
    {
        clock.Advance(by);
        await desk.SignInAsync();
    }

    /// <summary>Carries whatever it is given.</summary>
    private sealed class Pigeon : ICarrier
    {
        public ConcurrentQueue<Message> Carried { get; } = new();

        public bool Carries(ChannelKind kind) => kind.IsLine();

        public async Task<SendResult> SendAsync(Message answer, Channel? channel, Func<CancellationToken, Task<bool>> beforeHandOver, CancellationToken ct)
        {
            if (!await beforeHandOver(ct)) return new SendResult.TakenBack();
            Carried.Enqueue(answer);
            return new SendResult.Sent(Reference: $"wamid.out.{answer.Id}");
        }
    }
}
