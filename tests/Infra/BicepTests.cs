using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Tests.Infra;

/// <summary>What <c>azd provision</c> would make.</summary>
public sealed partial class BicepTests
{
    private static readonly Dictionary<string, string> PublishedRoles = new()
    {
        ["Storage Blob Data Owner"] = "b7e6dc6d-f1e8-4753-8033-0f276bb0955b",
        ["Storage Queue Data Contributor"] = "974c5e8b-45b9-4653-ba55-5f855dd0fb88",
        ["Storage Table Data Contributor"] = "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3",
        ["Key Vault Secrets User"] = "4633458b-17de-408a-b874-0445c86b69e6",
        ["Communication and Email Service Owner"] = "09976791-48a7-449e-bb21-39d1a415f350",
        ["SignalR Service Owner"] = "7e4f1700-ea5a-4f59-8f37-079cfe29dce3",
        ["Monitoring Metrics Publisher"] = "3913510d-42f4-4e42-8a64-420c390055eb",
    };

    private static readonly string[] OfTheHost =
    [
        "APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "APPLICATIONINSIGHTS_CONNECTION_STRING",
        "AzureWebJobsStorage__accountName", "AzureWebJobsStorage__clientId", "AzureWebJobsStorage__credential",
    ];

    // For a desk on a developer's machine, or one that keeps passwords beside Entra ID.
    private static readonly string[] NotOnAzure = ["HELPDESKMX_DEMO", "HELPDESKMX_PASSWORDS"];

    [BicepFact]
    public void The_compiler_takes_the_desk_without_a_warning() => AssertClean(Bicep.Main);

    [BicepFact]
    public void The_compiler_takes_the_events_of_mail_without_a_warning() => AssertClean(Bicep.Compile("events.bicep"));

    [BicepFact]
    public void Every_given_parameter_is_asked_for_and_fits_and_every_required_one_is_given()
    {
        var asked = Bicep.Main.Template["parameters"]!.AsObject();
        var given = Json("infra/main.parameters.json")["parameters"]!.AsObject();
        Assert.All(given, p => Assert.True(asked.ContainsKey(p.Key), $"main.bicep asks for no {p.Key}."));
        Assert.All(asked.Where(p => p.Value!["defaultValue"] is null), p => Assert.True(given.ContainsKey(p.Key), $"{p.Key} is required and not given."));
        Assert.All(given, p => AssertFits(p.Key, EnvironmentText.Of((string)p.Value!["value"]!), asked[p.Key]!.AsObject()));
    }

    [BicepFact]
    public void The_identity_holds_published_roles_and_each_of_them()
    {
        var table = Bicep.Main.Module("access")["variables"]!.AsObject().Select(v => v.Value).OfType<JsonObject>()
            .Single(v => v.ContainsKey("Key Vault Secrets User")).ToDictionary(r => r.Key, r => (string)r.Value!);
        Assert.Equal(PublishedRoles.OrderBy(r => r.Key), table.OrderBy(r => r.Key));
        var assignments = Bicep.Main.Of("Microsoft.Authorization/roleAssignments");
        var used = string.Concat(assignments.Select(a => a.ToJsonString())) + Bicep.Main.Module("access")["variables"]!["onStorage"]!.ToJsonString();
        Assert.All(table.Keys, role => Assert.Contains(role, used, StringComparison.Ordinal));
        Assert.All(assignments, a => Assert.NotNull(a["scope"]));
    }

    [BicepFact]
    public void Cosmos_DB_lets_the_identity_at_data_only()
    {
        var assignment = Assert.Single(Bicep.Main.Of("Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments"));
        Assert.Contains("cosmosDataContributor", (string)assignment["properties"]!["roleDefinitionId"]!, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("00000000-0000-0000-0000-000000000002", Bicep.Main.Module("cosmos")["variables"]!.ToJsonString(), StringComparison.Ordinal);
    }

    /// <summary>The settings the Worker and what it is made of read, by their source.</summary>
    private static IEnumerable<string> ReadByTheWorker() => ((string[])["Worker", "Azure", "App/Platform"])
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Project.Root, "functions", folder), "*.cs", SearchOption.AllDirectories))
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
        .SelectMany(file => ReadSetting().Matches(File.ReadAllText(file))).Select(m => $"HELPDESKMX_{m.Groups[1].Value}").Distinct();

    [GeneratedRegex("configuration\\[\"([A-Z]+(?:_[A-Z]+)*)\"\\]")]
    private static partial Regex ReadSetting();

    [BicepFact]
    public void Queues_are_those_of_the_product_each_with_its_twin()
    {
        string[] constants = [.. typeof(Queues).GetFields().Select(f => (string)f.GetRawConstantValue()!).Where(q => q != Queues.Poison).Order()];
        var variables = Bicep.Main.Module("storage")["variables"]!;
        var poison = (string)variables["poison"]!;
        var made = variables["queues"]!.AsArray().Select(q => (string)q!).SelectMany(q => new[] { q, q + poison }).Order();
        Assert.Equal(constants, made);
        var names = Bicep.Main.Of("Microsoft.Storage/storageAccounts/queueServices/queues").Select(q => (string)q["name"]!).ToArray();
        Assert.Equal(2, names.Length);
        Assert.Single(names, n => n.Contains("variables('poison')", StringComparison.Ordinal));
    }

    [BicepFact]
    public void Containers_are_those_of_the_product()
    {
        var expected = Containers.All.Select(c => c.Name).Order().ToArray();
        Assert.Equal(expected, Json("infra/containers.json").AsArray().Select(c => (string)c!["name"]!).Order());
        Assert.Equal(expected, Bicep.Main.Template["parameters"]!["cosmosThroughput"]!["defaultValue"]!.AsObject().Select(c => c.Key).Order());
        Assert.Contains(Containers.Tickets.Name, Bicep.Main.Module("cosmos")["variables"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [BicepFact]
    public void The_worker_is_told_all_it_asks_for_and_nothing_else() =>
        Assert.Equal(OfTheHost.Concat(ReadByTheWorker()).Except(NotOnAzure).Order(StringComparer.Ordinal), Bicep.Main.Template["resources"]!["api"]!["properties"]!["parameters"]!["settings"]!["value"]!.AsObject().Select(s => s.Key).Order(StringComparer.Ordinal));

    [BicepFact]
    public void Keys_and_passwords_open_nothing()
    {
        void Says(string type, string property, bool value) =>
            Assert.All(Bicep.Main.Of(type), r => Assert.Equal(value, r["properties"]![property]?.GetValue<bool>()));
        Says("Microsoft.Storage/storageAccounts", "allowSharedKeyAccess", false);
        Says("Microsoft.Storage/storageAccounts", "allowBlobPublicAccess", false);
        Says("Microsoft.DocumentDB/databaseAccounts", "disableLocalAuth", true);
        Says("Microsoft.Communication/communicationServices", "disableLocalAuth", true);
        Says("Microsoft.SignalRService/signalR", "disableLocalAuth", true);
        Says("Microsoft.Insights/components", "DisableLocalAuth", true);
        Says("Microsoft.KeyVault/vaults", "enableRbacAuthorization", true);
        Says("Microsoft.Web/sites/basicPublishingCredentialsPolicies", "allow", false);
        Assert.Equal(2, Bicep.Main.Of("Microsoft.Web/sites/basicPublishingCredentialsPolicies").Count);
        Assert.DoesNotContain("listKeys", Bicep.Main.Template.ToJsonString(), StringComparison.OrdinalIgnoreCase);
    }

    [BicepFact]
    public void Any_page_may_ask_the_API_but_never_with_cookies_and_the_desk_knows_its_own_pages()
    {
        var app = (string)Assert.Single(Bicep.Main.Of("Microsoft.Web/sites"))["properties"]!;
        Assert.Contains("'cors', createObject('allowedOrigins', createArray('*'), 'supportCredentials', false())", app, StringComparison.Ordinal);
        var own = (string)Bicep.Main.Template["resources"]!["api"]!["properties"]!["parameters"]!["settings"]!["value"]!["HELPDESKMX_ORIGINS"]!;
        Assert.Contains("reference('web').outputs.origin.value", own, StringComparison.Ordinal);
    }

    [BicepFact]
    public void Every_module_that_is_named_is_there()
    {
        var resources = Bicep.Main.Template["resources"]!.AsObject();
        Assert.All(resources, r => Assert.All(r.Value!["dependsOn"]?.AsArray() ?? [], d => Assert.True(resources.ContainsKey((string)d!), $"{r.Key} waits for {d}.")));
    }

    private static void AssertClean(Compiled compiled)
    {
        Assert.Equal("", compiled.Said.Trim());
        Assert.Equal(0, compiled.ExitCode);
    }

    private static void AssertFits(string name, string? value, JsonObject asked)
    {
        if (value is null) Assert.Equal("string", ((string)asked["type"]!).Replace("securestring", "string", StringComparison.Ordinal));
        else if ((string)asked["type"]! == "int") Assert.True(int.TryParse(value, out _), $"{name} is no number: {value}");
        else if ((string)asked["type"]! == "bool") Assert.True(bool.TryParse(value, out _), $"{name} is neither true nor false: {value}");
        if (value is not null && asked["allowedValues"] is JsonArray allowed) Assert.Contains(value, allowed.Select(a => a!.ToString()));
        if (value is not null && asked["defaultValue"] is JsonValue usual) Assert.Equal(usual.ToString(), value, ignoreCase: true);
    }

    private static JsonNode Json(string path) => JsonNode.Parse(File.ReadAllText(Path.Combine(Project.Root, path)))!;
}
