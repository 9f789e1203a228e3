using System.Diagnostics;
using System.Text.Json.Nodes;
using HelpdeskMx.Tests.Embedded;

namespace HelpdeskMx.Tests.Infra;

/// <summary>The hooks of <c>azd up</c>, run with an <c>az</c> and an <c>azd</c> that only write down what they were asked.</summary>
public sealed class HookTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_web_learns_where_its_API_is_and_may_talk_to_nothing_else()
    {
        var dist = Dist();
        Assert.Equal(0, Run("web.sh", [dist], new()
        {
            ["HELPDESKMX_API"] = "https://func-x.azurewebsites.net",
            ["HELPDESKMX_SIGNALR"] = "https://sigr-x.service.signalr.net",
            ["HELPDESKMX_ENTRA_TENANT"] = "tenant-1",
            ["HELPDESKMX_ENTRA_CLIENT"] = "client-1",
        }).Code);

        var config = Json(Path.Combine(dist, "config.json"));
        Assert.Equal("https://func-x.azurewebsites.net", (string?)config["api"]);
        Assert.Equal("tenant-1", (string?)config["entra"]!["tenant"]);
        Assert.Equal("client-1", (string?)config["entra"]!["client"]);

        var site = Json(Path.Combine(dist, "staticwebapp.config.json"));
        var headers = site["globalHeaders"]!;
        Assert.Contains("connect-src 'self' https://func-x.azurewebsites.net https://sigr-x.service.signalr.net wss://sigr-x.service.signalr.net https://login.microsoftonline.com;",
            (string)headers["Content-Security-Policy"]!, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", (string)headers["Content-Security-Policy"]!, StringComparison.Ordinal);
        Assert.Equal("nosniff", (string?)headers["X-Content-Type-Options"]);
        Assert.Equal("/index.html", (string?)site["navigationFallback"]!["rewrite"]);
        Assert.All(["Strict-Transport-Security", "Referrer-Policy", "Permissions-Policy"], h => Assert.NotNull(headers[h]));
    }

    [Fact]
    public void Apart_from_whom_it_talks_to_the_web_is_held_as_on_one_machine()
    {
        var embedded = File.ReadAllText(Path.Combine(Project.Root, "functions", "Embedded", "Inbox.cs"));
        var policy = (string)Json(Path.Combine(Project.Root, "infra", "hooks", "staticwebapp.config.json"))["globalHeaders"]!["Content-Security-Policy"]!;
        Assert.All(policy.Split("; ").Where(p => !p.StartsWith("connect-src", StringComparison.Ordinal)), p => Assert.Contains(p, embedded, StringComparison.Ordinal));
    }

    [Fact]
    public void A_web_that_does_not_know_its_API_is_not_deployed()
    {
        var run = Run("web.sh", [Dist()], new() { ["HELPDESKMX_SIGNALR"] = "https://s" });
        Assert.Equal(1, run.Code);
        Assert.Contains("HELPDESKMX_API is not set. Run azd provision first.", run.Said, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_run_registers_with_Entra_and_makes_its_secrets()
    {
        Assert.Equal(0, Run("preprovision.sh", [], new() { ["AZURE_ENV_NAME"] = "desk" }).Code);
        Assert.Contains("az ad app create --display-name Helpdesk MX (desk)", Calls, StringComparison.Ordinal);
        Assert.Contains("azd env set HELPDESKMX_ENTRA_CLIENT client-9", Calls, StringComparison.Ordinal);
        Assert.Contains("azd env set HELPDESKMX_ENTRA_TENANT tenant-9", Calls, StringComparison.Ordinal);
        Assert.Matches("azd env set HELPDESKMX_SETUP_TOKEN [0-9a-f]{64}\n", Calls);
        Assert.Matches("azd env set HELPDESKMX_EVENTS_KEY [0-9a-f]{64}\n", Calls);
        var registration = JsonNode.Parse(File.ReadAllText(Path.Combine(folder.Path, "body")))!;
        Assert.Equal(["api://client-9"], registration["identifierUris"]!.AsArray().Select(u => (string)u!));
        Assert.Equal(["Helpdesk.Admin", "Helpdesk.Agent"], registration["appRoles"]!.AsArray().Select(r => (string)r!["value"]!));
        Assert.Equal("access", (string?)registration["api"]!["oauth2PermissionScopes"]![0]!["value"]);
    }

    [Fact]
    public void A_later_run_changes_none_of_them()
    {
        var run = Run("preprovision.sh", [], new()
        {
            ["AZURE_ENV_NAME"] = "desk",
            ["HELPDESKMX_SETUP_TOKEN"] = "t",
            ["HELPDESKMX_EVENTS_KEY"] = "k",
            ["HELPDESKMX_BUDGET_START"] = "2026-01-01",
            ["HELPDESKMX_ENTRA_TENANT"] = "t",
            ["HELPDESKMX_ENTRA_CLIENT"] = "c",
        });
        Assert.Equal(0, run.Code);
        Assert.Equal("", Calls);
    }

    [Fact]
    public void Entra_sends_people_back_to_the_inbox_and_the_owner_of_a_domain_reads_its_records()
    {
        var run = Run("postprovision.sh", [], new()
        {
            ["HELPDESKMX_ENTRA_OURS"] = "true",
            ["HELPDESKMX_ENTRA_CLIENT"] = "c",
            ["HELPDESKMX_WEB"] = "https://w",
            ["HELPDESKMX_MAIL_DOMAIN"] = "shop.example",
            ["HELPDESKMX_MAIL_RECORDS"] = "records-1",
        });
        Assert.Equal(0, run.Code);
        Assert.Equal("https://w/", (string?)JsonNode.Parse(File.ReadAllText(Path.Combine(folder.Path, "body")))!["spa"]!["redirectUris"]![0]);
        Assert.Contains("records-1", run.Said, StringComparison.Ordinal);
    }

    [Fact]
    public void After_deployment_mail_reports_are_subscribed_without_their_key_on_a_command_line_and_the_link_is_shown()
    {
        var run = Run("postdeploy.sh", [], new()
        {
            ["AZURE_RESOURCE_GROUP"] = "rg-desk",
            ["HELPDESKMX_VAULT"] = "kv",
            ["HELPDESKMX_TOPIC"] = "evgt",
            ["HELPDESKMX_API"] = "https://a",
            ["HELPDESKMX_WEB"] = "https://w",
            ["HELPDESKMX_SETUP_TOKEN"] = "t1",
            ["HELPDESKMX_EVENTS_KEY"] = "k1",
        });
        Assert.Equal(0, run.Code);
        Assert.Contains("https://w/setup?token=t1", run.Said, StringComparison.Ordinal);
        Assert.Contains("vaultName=kv topicName=evgt api=https://a", Calls, StringComparison.Ordinal);
        Assert.DoesNotContain("k1", Calls, StringComparison.Ordinal);
    }

    private string Calls => File.Exists(Path.Combine(folder.Path, "calls")) ? File.ReadAllText(Path.Combine(folder.Path, "calls")) : "";

    private string Dist()
    {
        var dist = Directory.CreateDirectory(Path.Combine(folder.Path, "dist")).FullName;
        File.WriteAllText(Path.Combine(dist, "index.html"), "");
        return dist;
    }

    private (int Code, string Said) Run(string hook, string[] arguments, Dictionary<string, string> environment)
    {
        var bin = Directory.CreateDirectory(Path.Combine(folder.Path, "bin")).FullName;
        Stub(Path.Combine(bin, "azd"), "");
        Stub(Path.Combine(bin, "az"), """
            for a; do case "$a" in @*) cp "${a#@}" "$(dirname "$0")/../body";; esac; done
            case "$*" in "ad app create"*) echo client-9;; "account show"*) echo tenant-9;; esac
            """);
        var start = new ProcessStartInfo("sh", [Path.Combine(Project.Root, "infra", "hooks", hook), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("HELPDESKMX_", StringComparison.Ordinal)).ToArray()) start.Environment.Remove(name);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        start.Environment["PATH"] = $"{bin}:{start.Environment["PATH"]}";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, said + errors.Result);
    }

    private static void Stub(string path, string body)
    {
        File.WriteAllText(path, "#!/bin/sh\necho \"$(basename \"$0\") $*\" >>\"$(dirname \"$0\")/../calls\"\n" + body.ReplaceLineEndings("\n") + "\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static JsonNode Json(string path) => JsonNode.Parse(File.ReadAllText(path))!;
}
