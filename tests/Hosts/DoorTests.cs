using System.Reflection;
using System.Text.RegularExpressions;
using HelpdeskMx.Embedded.Doors;
using HelpdeskMx.Http;
using HelpdeskMx.Platform;
using Microsoft.AspNetCore.Http;

namespace HelpdeskMx.Tests.Hosts;

/// <summary>What every door must be, so that Azure's isolated worker and our own host can both open it.</summary>
public sealed partial class DoorTests
{
    private static readonly Type[] RouteValues = [typeof(string), typeof(Guid), typeof(int)];

    public static TheoryData<string> Doors => [.. DoorList.All.Select(d => d.Name)];

    [Theory]
    [MemberData(nameof(Doors))]
    public void A_door_takes_and_returns_only_what_both_hosts_know(string name)
    {
        var door = Door(name);
        var isHttp = door.Trigger is HttpTriggerAttribute;
        Assert.Equal(isHttp ? typeof(Task<IResult>) : typeof(Task), door.Method.ReturnType);

        var route = door.Trigger is HttpTriggerAttribute http ? Named().Matches(http.Route!).Select(m => m.Groups[1].Value).ToArray() : [];
        foreach (var parameter in door.Method.GetParameters())
        {
            Assert.False(parameter.HasDefaultValue, parameter.Name);
            if (parameter.ParameterType == typeof(CancellationToken)) continue;
            switch (parameter.GetCustomAttributes().SingleOrDefault(a => a is HttpTriggerAttribute or QueueTriggerAttribute or TimerTriggerAttribute))
            {
                case HttpTriggerAttribute: Assert.Equal(typeof(HttpRequest), parameter.ParameterType); break;
                case QueueTriggerAttribute: Assert.Equal(typeof(string), parameter.ParameterType); break;
                case TimerTriggerAttribute: Assert.Equal(typeof(TimerInfo), parameter.ParameterType); break;
                default:
                    Assert.Contains(parameter.ParameterType, RouteValues);
                    Assert.Contains(parameter.Name, route);
                    break;
            }
        }
    }

    [Fact]
    public void Function_names_are_unique() => Assert.Equal(DoorList.All.Count, DoorList.All.Select(d => d.Name).Distinct().Count());

    [Fact]
    public void No_two_doors_share_a_method_and_a_route()
    {
        var openings = DoorList.Of<HttpTriggerAttribute>().SelectMany(d => d.Trigger.Methods.Select(m => $"{m} {Named().Replace(d.Trigger.Route!, "{}")}")).ToArray();
        Assert.Equal(openings.Length, openings.Distinct().Count());
    }

    [Fact]
    public void No_route_is_one_the_platform_keeps_for_itself() => // Azure's host refuses routes that begin so, whatever their prefix
        Assert.DoesNotContain(DoorList.Of<HttpTriggerAttribute>(), d => d.Trigger.Route!.StartsWith("admin", StringComparison.OrdinalIgnoreCase) || d.Trigger.Route!.StartsWith("runtime", StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void Routes_queues_and_schedules_are_the_constants_of_the_product()
    {
        string[] Constants(Type type) => [.. type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!)];
        Assert.All(DoorList.Of<HttpTriggerAttribute>(), d => Assert.Contains(d.Trigger.Route, Constants(typeof(Routes))));
        Assert.All(DoorList.Of<QueueTriggerAttribute>(), d => Assert.Contains(d.Trigger.QueueName, Constants(typeof(Queues))));
        Assert.All(DoorList.Of<TimerTriggerAttribute>(), d => Assert.Contains(d.Trigger.Schedule, Constants(typeof(Schedules))));
    }

    [Fact]
    public void Every_http_door_says_what_it_is_for_and_opens_only_to_anonymous_callers_of_the_platform() =>
        Assert.All(DoorList.Of<HttpTriggerAttribute>(), d =>
        {
            Assert.NotEmpty(d.Door.Method.GetCustomAttribute<SaysAttribute>()?.Summary ?? "");
            Assert.Equal(AuthorizationLevel.Anonymous, d.Trigger.AuthLevel);
        });

    [Fact]
    public void The_shared_source_names_no_host()
    {
        var folder = Path.Combine(Project.Root, "functions", "Triggers");
        Assert.All(Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories), file =>
        {
            var source = File.ReadAllText(file);
            Assert.DoesNotContain("Microsoft.Azure", source, StringComparison.Ordinal);
            Assert.DoesNotContain("HelpdeskMx.Embedded", source, StringComparison.Ordinal);
            Assert.DoesNotContain("FunctionContext", source, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_doors_the_source_publishes_to_azure_are_those_our_own_host_opens()
    {
        string Constant(string name) => (string)typeof(Routes).Assembly.GetTypes().Single(t => t.IsPublic && t.Name == name.Split('.')[0])
            .GetField(name.Split('.')[1])!.GetRawConstantValue()!;
        var published = Directory.EnumerateFiles(Path.Combine(Project.Root, "functions", "Triggers"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Published().Matches(File.ReadAllText(file)))
            .Select(m => $"{m.Groups["name"].Value} {string.Join(',', Quoted().Matches(m.Groups["methods"].Value).Select(q => q.Groups[1].Value))} {Constant(m.Groups["constant"].Value)}");
        var opened = DoorList.All.Select(d => d.Trigger switch
        {
            HttpTriggerAttribute http => $"{d.Name} {string.Join(',', http.Methods)} {http.Route}",
            QueueTriggerAttribute queue => $"{d.Name}  {queue.QueueName}",
            TimerTriggerAttribute timer => $"{d.Name}  {timer.Schedule}",
            _ => d.Name,
        });

        Assert.Equal(published.Order(), opened.Order());
    }

    [Fact]
    public async Task The_embedded_host_opens_every_http_door()
    {
        await using var desk = await RunningDesk.StartAsync();
        foreach (var (door, trigger) in DoorList.Of<HttpTriggerAttribute>())
        {
            using var request = new HttpRequestMessage(new HttpMethod(trigger.Methods[0]), "/api/" + Named().Replace(trigger.Route!, "none"));
            var answer = await desk.Anybody.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True((int)answer.StatusCode < 500, $"{door.Name}: {text}");
            Assert.DoesNotContain("no-such-address", text, StringComparison.Ordinal);
            if (!door.Method.GetCustomAttribute<SaysAttribute>()!.Public) Assert.Equal(System.Net.HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }

    private static FoundDoor Door(string name) => DoorList.All.Single(d => d.Name == name);

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Named();

    [GeneratedRegex("""\[Function\("(?<name>[^"]+)"\)\].*?\[(?:Http|Queue|Timer)Trigger\((?:AuthorizationLevel\.Anonymous, (?<methods>.*?), Route = )?(?<constant>\w+\.\w+)\)\]""", RegexOptions.Singleline)]
    private static partial Regex Published();

    [GeneratedRegex("\"([^\"]+)\"")]
    private static partial Regex Quoted();
}
