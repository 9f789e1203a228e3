using System.Text.Json;
using HelpdeskMx.Embedded;
using HelpdeskMx.Embedded.Doors;
using HelpdeskMx.Tests.Embedded;

namespace HelpdeskMx.Tests.Hosts;

public sealed class OpenApiTests
{
    [Fact]
    public async Task The_description_is_the_one_the_doors_give_now()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "openapi.json");
        await EmbeddedHost.RunAsync(["--port", "0", "--data", folder.Path, "--describe", file]);

        var committed = await File.ReadAllTextAsync(Path.Combine(Project.Root, "functions", "App", "Http", "openapi.json"));
        Assert.True(committed == await File.ReadAllTextAsync(file), "A door has changed. Run ./dev openapi and commit what it writes.");
    }

    [Fact]
    public async Task The_desk_serves_it_and_it_names_every_door()
    {
        await using var desk = await RunningDesk.StartAsync();
        var document = await desk.GetAsync("/api/openapi.json", desk.Anybody);
        var described = document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject().Where(m => m.Name is "get" or "post" or "put" or "delete" or "options").Select(m => $"{m.Name} {p.Name}"));
        var doors = DoorList.Of<HttpTriggerAttribute>().SelectMany(d => d.Trigger.Methods.Select(m => $"{m} /api/{d.Trigger.Route}"));

        Assert.Equal(doors.Order(), described.Order());
    }

    [Fact]
    public async Task Every_answer_body_is_described_by_a_schema()
    {
        await using var desk = await RunningDesk.StartAsync();
        var document = await desk.GetAsync("/api/openapi.json", desk.Anybody);
        var ticket = document.GetProperty("components").GetProperty("schemas").GetProperty("TicketView").GetProperty("properties");
        Assert.Equal("date-time", ticket.GetProperty("lastMessageAt").GetProperty("format").GetString());
        Assert.Equal(JsonValueKind.Object, ticket.GetProperty("recipients").ValueKind);
    }
}
