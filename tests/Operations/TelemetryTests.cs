using System.Collections.Concurrent;
using System.Diagnostics;
using HelpdeskMx.Operations;
using HelpdeskMx.Tests.Hosts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace HelpdeskMx.Tests.Operations;

public sealed class TelemetryTests
{
    private const string Question = "From: Anna <anna@x.cz>\nTo: support@demo.test\nSubject: Hello\nMessage-ID: <o1@x.cz>\n\nHello\n";

    [Fact]
    public async Task Taking_in_and_sending_are_traced_with_their_ticket()
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Telemetry.Traces.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var desk = await RunningDesk.StartAsync();
        var id = (await desk.ReceiveAsync(Question)).GetProperty("id").GetString()!;
        await desk.ActAsync(id, "reply", new { text = "Hi" });

        await RunningDesk.UntilAsync(
            () => Task.FromResult(spans.Where(s => (string?)s.GetTagItem("helpdesk.ticket") == id).Select(s => s.OperationName).ToHashSet()), names => names.SetEquals(["intake", "send"]));
    }

    [Fact]
    public async Task Traces_metrics_and_logs_go_to_the_collector_that_is_set()
    {
        var builder = WebApplication.CreateSlimBuilder();
        var got = new ConcurrentDictionary<string, bool>();
        await using var collector = builder.Build();
        collector.Urls.Add("http://127.0.0.1:0");
        collector.Run(context =>
        {
            got[context.Request.Path] = true;
            context.Response.StatusCode = StatusCodes.Status200OK;
            return Task.CompletedTask;
        });
        await collector.StartAsync();

        var desk = await RunningDesk.StartAsync(options: ["--OTEL_EXPORTER_OTLP_ENDPOINT", collector.Urls.Single(), "--OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"]);
        await desk.ReceiveAsync(Question);
        await desk.DisposeAsync(); // sends what is left

        Assert.Equal(["/v1/metrics", "/v1/traces"], got.Keys.Where(k => k != "/v1/logs").Order());
    }
}
