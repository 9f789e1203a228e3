using System.Diagnostics.Metrics;
using System.Net;
using HelpdeskMx.Channels;
using HelpdeskMx.Channels.Connections;
using HelpdeskMx.Operations;
using HelpdeskMx.Platform;
using HelpdeskMx.Tests.Hosts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace HelpdeskMx.Tests.Operations;

public sealed class DeskHealthTests
{
    private const string Question = "From: Anna <anna@x.cz>\nTo: support@demo.test\nSubject: Hello\nMessage-ID: <h1@x.cz>\n\nHello\n";

    [Fact]
    public async Task Admins_see_how_the_desk_stands_and_stood()
    {
        await using var desk = await RunningDesk.StartAsync();
        await desk.ReceiveAsync(Question);
        await desk.Services.GetRequiredService<IQueue>().SendAsync(Queues.Inbound, "{}", TimeSpan.FromHours(1));
        await desk.Services.GetRequiredService<MeasureDesk>().RunAsync(default);

        var health = await desk.GetAsync("/api/health/desk");

        var now = health.GetProperty("now");
        Assert.Equal(1, now.GetProperty("queues").EnumerateArray().Single(q => q.GetProperty("name").GetString() == "inbound").GetProperty("waiting").GetInt32());
        Assert.Equal((0, 0), (now.GetProperty("problems").GetInt32(), now.GetProperty("outbox").GetInt32()));
        Assert.NotNull(now.GetProperty("channels").EnumerateArray().Single(c => c.GetProperty("id").GetString() == "support").GetProperty("lastMessageAt").GetString());
        Assert.Equal(1, Assert.Single(health.GetProperty("hours").EnumerateArray()).GetProperty("values").GetProperty("waiting").GetDouble());
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.Agent.GetAsync("/api/health/desk")).StatusCode);
    }

    [Fact]
    public void Metrics_show_the_newest_measurement()
    {
        var at = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
        var clock = new FakeTimeProvider(at);
        using var measures = new Measures(clock);
        var seen = new Dictionary<string, double>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, l) => { if (instrument.Meter.Name == Measures.Meter) l.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => { lock (seen) seen[string.Join(' ', [instrument.Name, .. tags.ToArray().Select(t => t.Value)])] = value; });
        listener.Start();

        measures.Show(new DeskState(at, [new QueueState("inbound", 7)], 2, 3, at.AddMinutes(-1), [Channel("support", at.AddHours(-5), new ConnectionFault("not-reached", "Nothing answers.", at)), Channel("quiet", null, null)]));
        listener.RecordObservableInstruments();

        Assert.Equal(7, seen["helpdesk.queue.length inbound"]);
        Assert.Equal(2, seen["helpdesk.poison.count"]);
        Assert.Equal(60, seen["helpdesk.outbox.oldest"]);
        Assert.Equal(5, seen["helpdesk.channel.silence support"]);
        Assert.Equal((1, 0), (seen["helpdesk.channel.faults support"], seen["helpdesk.channel.faults quiet"]));
        Assert.DoesNotContain("helpdesk.channel.silence quiet", seen.Keys);

        seen.Clear();
        clock.Advance(Measures.Fresh);
        listener.RecordObservableInstruments();
        Assert.Empty(seen);
    }

    private static ChannelState Channel(string id, DateTimeOffset? last, ConnectionFault? fault) => new(id, id, last, false, [new ConnectionView(ConnectionWay.Imap, null, fault, null, null)]);
}
