using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HelpdeskMx.Bench.Seeding.Wording;
using HelpdeskMx.Labels;
using HelpdeskMx.Platform;
using HelpdeskMx.Tests.Hosts;
using HelpdeskMx.Tickets;
using Microsoft.Extensions.DependencyInjection;

namespace HelpdeskMx.Tests.Labels;

public sealed class LearningTests : IAsyncLifetime
{
    private const string Refund = "From: Eva <eva@x.cz>\nTo: support@demo.test\nSubject: Money back please\n\nI sent the boots back and have not seen the money in my account. Please tell me when the refund will arrive.\n";
    private RunningDesk desk = null!;

    public async Task InitializeAsync() => desk = await RunningDesk.StartAsync();

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task What_agents_labelled_is_suggested_on_new_tickets_and_put_on_them_once_that_is_on()
    {
        await FillAsync(300);
        Assert.Empty((await desk.ReceiveAsync(Refund)).GetProperty("suggested").EnumerateArray());

        var learned = await TrainAsync();
        Assert.Equal((false, false, 0), (learned.GetProperty("on").GetBoolean(), learned.GetProperty("running").GetBoolean(), learned.GetProperty("missing").GetInt32()));
        var english = learned.GetProperty("languages")[0];
        Assert.Equal("en", english.GetProperty("language").GetString());
        Assert.InRange(english.GetProperty("precision").GetDouble(), 0.9, 1);
        Assert.All(english.GetProperty("labels").EnumerateArray(), l => Assert.InRange(l.GetProperty("examples").GetDouble(), 1, 300));

        var suggested = await desk.ReceiveAsync(Refund.Replace("Eva", "Ida", StringComparison.Ordinal).Replace("eva@", "ida@", StringComparison.Ordinal));
        var first = Assert.Single(suggested.GetProperty("suggested").EnumerateArray());
        Assert.Equal("refund", first.GetProperty("label").GetString());
        Assert.InRange(first.GetProperty("confidence").GetDouble(), 0.75, 1);
        Assert.Empty(suggested.GetProperty("labels").EnumerateArray());

        Assert.True((await RunningDesk.JsonAsync(await desk.Admin.PutAsJsonAsync("/api/labels/learning", new { on = true }))).GetProperty("on").GetBoolean());
        var labelled = await desk.ReceiveAsync(Refund.Replace("eva@", "ola@", StringComparison.Ordinal));
        Assert.Equal("refund", Assert.Single(labelled.GetProperty("labels").EnumerateArray()).GetString());
        Assert.Empty(labelled.GetProperty("suggested").EnumerateArray());
        var events = (await desk.GetAsync($"/api/tickets/{labelled.GetProperty("id").GetString()}/events")).GetProperty("items").EnumerateArray().ToList();
        var put = Assert.Single(events, e => e.GetProperty("kind").GetString() == "labelled");
        Assert.Equal(("system", "refund"), (put.GetProperty("actor").GetProperty("kind").GetString(), put.GetProperty("after").GetProperty("labels").GetString()));
        Assert.Contains((await desk.GetAsync("/api/tickets?label=refund&limit=1")).GetProperty("items").EnumerateArray(), t => t.GetProperty("id").GetString() == labelled.GetProperty("id").GetString());
    }

    [Fact]
    public async Task Before_there_is_enough_it_says_how_much_is_missing()
    {
        await FillAsync(50);
        var learned = await TrainAsync();
        Assert.Equal(200 - learned.GetProperty("tickets").GetInt32(), learned.GetProperty("missing").GetInt32());
        Assert.All(learned.GetProperty("languages")[0].GetProperty("labels").EnumerateArray(), l => Assert.False(l.GetProperty("suggested").GetBoolean()));
        Assert.Empty((await desk.ReceiveAsync(Refund)).GetProperty("suggested").EnumerateArray());
    }

    [Fact]
    public async Task Only_admins_see_and_change_it_and_what_cannot_be_read_is_refused()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await desk.Anybody.GetAsync("/api/labels/learning")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.Agent.GetAsync("/api/labels/learning")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.Agent.PutAsJsonAsync("/api/labels/learning", new { on = true })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.Agent.PostAsync("/api/labels/learning/train", null)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.Admin.PutAsJsonAsync("/api/labels/learning", new { })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await desk.Admin.PutAsJsonAsync("/api/labels/learning", new { on = "yes" })).StatusCode);
        var shown = await desk.GetAsync("/api/labels/learning");
        Assert.Equal((false, 200, 20, JsonValueKind.Null), (shown.GetProperty("on").GetBoolean(), shown.GetProperty("missing").GetInt32(), shown.GetProperty("fewestOfLabel").GetInt32(), shown.GetProperty("learnedAt").ValueKind));
    }

    [Fact]
    public async Task Runs_that_overlap_or_come_again_change_nothing_and_leave_no_old_model_behind()
    {
        await FillAsync(250);
        var (train, settings, blobs) = (desk.Services.GetRequiredService<TrainLabels>(), desk.Services.GetRequiredService<Settings>(), desk.Services.GetRequiredService<IBlobs>());
        await settings.ChangeLabelLearningAsync(l => l with { On = true }, default);
        await Task.WhenAll(train.RunAsync(default), train.RunAsync(default));
        var once = await settings.LabelLearningAsync(default);
        await train.RunAsync(default);
        var again = await settings.LabelLearningAsync(default);
        Assert.Equal((true, once.Blob, once.BlobBefore), (again.On, again.Blob, again.BlobBefore));

        await FillAsync(50, from: 250);
        await train.RunAsync(default);
        var next = await settings.LabelLearningAsync(default);
        Assert.Equal(once.Blob, next.BlobBefore);
        await FillAsync(50, from: 300);
        await train.RunAsync(default);
        Assert.Null(await blobs.ReadAsync(once.Blob!, default));
        Assert.NotNull(await blobs.ReadAsync((await settings.LabelLearningAsync(default)).Blob!, default));
    }

    [Fact]
    public async Task A_run_that_was_asked_for_is_done_once()
    {
        var (train, settings, clock) = (desk.Services.GetRequiredService<TrainLabels>(), desk.Services.GetRequiredService<Settings>(), desk.Services.GetRequiredService<TimeProvider>());
        await train.RunAsync(default);
        var learned = (await settings.LabelLearningAsync(default)).LearnedAt;
        await train.RunAsync(UtcTime.Text(learned!.Value.AddSeconds(-1)), default);
        Assert.Equal(learned, (await settings.LabelLearningAsync(default)).LearnedAt);
        await train.RunAsync(UtcTime.Text(clock.GetUtcNow().AddSeconds(1)), default);
        Assert.NotEqual(learned, (await settings.LabelLearningAsync(default)).LearnedAt);
    }

    private async Task<JsonElement> TrainAsync()
    {
        Assert.Equal(HttpStatusCode.Accepted, (await desk.Admin.PostAsync("/api/labels/learning/train", null)).StatusCode);
        return await RunningDesk.UntilAsync(() => desk.GetAsync("/api/labels/learning"), l => l.GetProperty("learnedAt").ValueKind == JsonValueKind.String);
    }

    /// <summary>Tickets as agents have labelled them.</summary>
    private async Task FillAsync(int count, int from = 0)
    {
        var tickets = desk.Services.GetRequiredService<HelpdeskMx.Tickets.Tickets>();
        foreach (var (mail, at) in new ShopMails(English.Tongue, 5).Take(from + count).Select((m, at) => (m, at)).Skip(from)) await tickets.CommitAsync(Labelled.Ticket($"t{at}", mail), default);
    }
}
