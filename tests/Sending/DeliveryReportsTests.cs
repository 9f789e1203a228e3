using System.Net;
using System.Text.Json;
using HelpdeskMx.Platform;
using HelpdeskMx.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;

namespace HelpdeskMx.Tests.Sending;

public sealed class DeliveryReportsTests : IAsyncLifetime
{
    private const string Question = "From: Anna <anna@x.cz>\nTo: support@demo.test\nSubject: Hello\nMessage-ID: <r1@x.cz>\n\nHello\n";
    private RunningDesk desk = null!;
    private string id = "", messageId = "";

    public async Task InitializeAsync()
    {
        desk = await RunningDesk.StartAsync(s => s.AddSingleton(new DeskOptions(null, Passwords: true, null, EventsKey: "grid")));
        id = (await desk.ReceiveAsync(Question)).GetProperty("id").GetString()!;
        await desk.ActAsync(id, "reply", new { text = "Hi" });
        messageId = (await RunningDesk.UntilAsync(AnswerAsync, a => State(a) == "sent")).GetProperty("messageId").GetString()!;
    }

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task Event_grid_is_told_that_its_events_are_wanted()
    {
        var answer = await SendAsync([new { eventType = "Microsoft.EventGrid.SubscriptionValidationEvent", data = new { validationCode = "512d38b6", validationUrl = "https://x.test" } }]);

        Assert.Equal("512d38b6", (await RunningDesk.JsonAsync(answer)).GetProperty("validationResponse").GetString());
    }

    [Fact]
    public async Task A_delivered_answer_says_so()
    {
        Assert.Equal(HttpStatusCode.OK, (await SendAsync([Report("Delivered")])).StatusCode);
        Assert.Equal("delivered", State(await AnswerAsync()));
    }

    [Fact]
    public async Task An_answer_that_came_back_is_marked_and_opens_its_ticket_once()
    {
        await desk.ActAsync(id, "close");
        for (var tries = 0; tries < 2; tries++) Assert.Equal(HttpStatusCode.OK, (await SendAsync([Report("Bounced", "550 5.1.1 no such user")])).StatusCode);

        Assert.Equal("bounced", State(await AnswerAsync()));
        Assert.Equal("open", (await desk.GetAsync($"/api/tickets/{id}")).GetProperty("state").GetString());
        var report = Assert.Single(await desk.MessagesAsync(id), m => m.GetProperty("bounce").ValueKind == JsonValueKind.Object);
        Assert.Equal("anna@x.cz", report.GetProperty("bounce").GetProperty("recipient").GetString());
        Assert.Contains("no such user", report.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync([Report("Delivered")])).StatusCode);
        Assert.Equal("bounced", State(await AnswerAsync()));
    }

    [Fact]
    public async Task Reports_of_other_mail_and_other_events_change_nothing()
    {
        Assert.Equal(HttpStatusCode.OK, (await SendAsync([Report("Bounced", messageId: "other@elsewhere.test"), new { eventType = "Other", data = new { } }])).StatusCode);
        Assert.Equal("sent", State(await AnswerAsync()));
    }

    [Theory]
    [InlineData("wrong")]
    [InlineData(null)]
    public async Task Without_the_key_nothing_is_taken(string? key)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync([Report("Bounced")], key)).StatusCode);
        Assert.Equal("sent", State(await AnswerAsync()));
    }

    [Theory]
    [InlineData("[{\"eventType\":3}")]
    [InlineData("[{\"eventType\":\"Microsoft.Communication.EmailDeliveryReportReceived\",\"data\":[1]}]")]
    public async Task What_is_no_event_is_refused_with_a_sentence(string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/events/mail") { Content = new StringContent(body) };
        request.Headers.Add("X-Helpdesk-Key", "grid");
        Assert.Equal(HttpStatusCode.BadRequest, (await desk.Anybody.SendAsync(request)).StatusCode);
    }

    private async Task<JsonElement> AnswerAsync() => (await desk.MessagesAsync(id)).Single(m => m.GetProperty("direction").GetString() == "out");

    private static string? State(JsonElement answer) => answer.GetProperty("delivery").GetProperty("state").GetString();

    private object Report(string status, string said = "", string? messageId = null) => new
    {
        id = "e1",
        eventType = "Microsoft.Communication.EmailDeliveryReportReceived",
        eventTime = "2026-03-13T07:00:00Z",
        data = new
        {
            sender = "support@demo.test",
            recipient = "anna@x.cz",
            internetMessageId = $"<{messageId ?? this.messageId}>",
            messageId = "fb9e3380-428f-4e59-95a1-fc82e99a5219",
            status,
            deliveryStatusDetails = new { statusMessage = said },
            deliveryAttemptTimestamp = "2026-03-13T07:00:00.1234567+00:00",
        },
    };

    private async Task<HttpResponseMessage> SendAsync(object[] events, string? key = "grid")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/events/mail") { Content = System.Net.Http.Json.JsonContent.Create(events) };
        if (key is not null) request.Headers.Add("X-Helpdesk-Key", key);
        return await desk.Anybody.SendAsync(request);
    }
}
