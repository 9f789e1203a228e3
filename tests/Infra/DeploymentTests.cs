using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Serialization;

namespace HelpdeskMx.Tests.Infra;

/// <summary>What azd and the Functions host read: azure.yaml, host.json, the hooks' variables.</summary>
public sealed partial class DeploymentTests
{
    private static readonly string[] Hosts = ["function", "staticwebapp"];
    private static readonly string[] Languages = ["dotnet", "js"];
    private static readonly string[] Hooks = ["preprovision", "postprovision", "predeploy", "postdeploy"];

    [Fact]
    public void Azure_yaml_says_what_its_schema_knows()
    {
        var yaml = Yaml();
        Assert.Equal(["hooks", "infra", "name", "services"], yaml.Keys.Select(k => (string)k).Order());
        Assert.Matches("^[a-z0-9][a-z0-9-]*[a-z0-9]$", (string)yaml["name"]);
        var infra = Map(yaml["infra"]);
        Assert.Equal("bicep", infra["provider"]);
        Assert.True(File.Exists(Path.Combine(Project.Root, (string)infra["path"], infra["module"] + ".bicep")));
        AssertHooks(Map(yaml["hooks"]), Project.Root);
        Assert.All(Map(yaml["services"]), s =>
        {
            var service = Map(s.Value);
            Assert.All(service.Keys, k => Assert.Contains((string)k, new[] { "project", "dist", "language", "host", "hooks" }));
            Assert.Contains((string)service["host"], Hosts);
            Assert.Contains((string)service["language"], Languages);
            if (service.TryGetValue("hooks", out var hooks)) AssertHooks(Map(hooks), Path.Combine(Project.Root, (string)service["project"]));
        });
    }

    [BicepFact]
    public void Every_service_of_azure_yaml_has_the_one_resource_that_carries_its_tag()
    {
        var template = Bicep.Main.Template.ToJsonString();
        Assert.All(Map(Yaml()["services"]).Keys, s => Assert.Single(Regex.Matches(template, $@"azd-service-name\\u0027, \\u0027{s}\\u0027")));
    }

    [Fact]
    public void Host_json_says_what_the_Functions_host_knows()
    {
        var host = JsonNode.Parse(File.ReadAllText(Path.Combine(Project.Root, "host.json")))!.AsObject();
        Assert.Equal("2.0", (string?)host["version"]);
        Assert.All(host, k => Assert.Contains(k.Key, new[] { "version", "extensions", "logging", "telemetryMode", "functionTimeout", "concurrency" }));
        var queues = host["extensions"]!["queues"]!.AsObject();
        Assert.Equal("none", (string?)queues["messageEncoding"]);
        Assert.InRange(queues["batchSize"]!.GetValue<int>(), 1, 32);
        Assert.InRange(queues["newBatchThreshold"]!.GetValue<int>(), 0, 1000);
        Assert.InRange(queues["maxDequeueCount"]!.GetValue<int>(), 1, 100);
        Assert.True(TimeSpan.TryParse((string)queues["maxPollingInterval"]!, out var polling) && polling >= TimeSpan.FromMilliseconds(100));
        Assert.True(TimeSpan.TryParse((string)queues["visibilityTimeout"]!, out _));
        Assert.Equal(["batchSize", "maxDequeueCount", "maxPollingInterval", "messageEncoding", "newBatchThreshold", "visibilityTimeout"], queues.Select(q => q.Key).Order());
        Assert.Equal("api", (string?)host["extensions"]!["http"]!["routePrefix"]);
    }

    [BicepFact]
    public void Hooks_ask_only_for_what_azd_a_parameter_or_an_earlier_hook_has_set()
    {
        string[] hooks = [.. Directory.GetFiles(Path.Combine(Project.Root, "infra", "hooks"), "*.sh").Select(File.ReadAllText)];
        var asked = hooks.SelectMany(h => Variable().Matches(h)).Select(m => m.Value).Where(v => !hooks.Any(h => h.Contains("keep " + v + " ", StringComparison.Ordinal))).Distinct();
        var parameters = JsonNode.Parse(File.ReadAllText(Path.Combine(Project.Root, "infra", "main.parameters.json")))!["parameters"]!.AsObject();
        HashSet<string?> known = ["AZURE_ENV_NAME", .. Bicep.Main.Template["outputs"]!.AsObject().Select(o => o.Key), .. parameters.Select(p => EnvironmentText.NameOf((string)p.Value!["value"]!))];
        Assert.All(asked, v => Assert.Contains(v, known));
    }

    [BicepFact]
    public void Every_alert_is_explained_to_those_it_wakes()
    {
        var alerts = Bicep.Main.Module("alerts")["variables"]!["measured"]!.AsArray().Select(a => (string)a!["name"]!)
            .Concat(Bicep.Main.Of("Microsoft.Insights/metricAlerts").Select(a => (string)a["name"]!));
        var explained = Heading().Matches(File.ReadAllText(Path.Combine(Project.Root, "docs", "guides", "operations.md"))).Select(m => m.Groups[1].Value);
        Assert.Equal(alerts.Order(), explained.Order());
    }

    private static void AssertHooks(Dictionary<object, object> hooks, string folder) => Assert.All(hooks, h =>
    {
        var hook = Map(h.Value);
        Assert.Contains((string)h.Key, Hooks);
        Assert.Equal(["run", "shell"], hook.Keys.Select(k => (string)k).Order());
        Assert.Equal("sh", hook["shell"]);
        Assert.True(File.Exists(Path.Combine(folder, (string)hook["run"])), $"{hook["run"]} is not there.");
    });

    private static Dictionary<object, object> Yaml() => Map(new DeserializerBuilder().Build().Deserialize(File.ReadAllText(Path.Combine(Project.Root, "azure.yaml")))!);

    private static Dictionary<object, object> Map(object node) => Assert.IsType<Dictionary<object, object>>(node);

    [GeneratedRegex(@"\b(HELPDESKMX|AZURE)_[A-Z_]+\b")]
    private static partial Regex Variable();

    [GeneratedRegex(@"^## `(helpdesk-[a-z-]+)`", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
