using System.Text.RegularExpressions;

namespace HelpdeskMx.Tests.Infra;

/// <summary>Names that Azure takes, whatever the token: uniqueString gives 13 small letters and digits.</summary>
public sealed partial class NameTests
{
    private const string Token = "a2b3c4d5e6f7g";
    private const string LongestEnvironment = "abcdefghijklmnopqrstuvwxyz-abcdefghijklmnopqrstuvwxyz-0123456789";

    // Azure's naming rules, as resource-name-rules of Azure Resource Manager gives them.
    private static readonly Dictionary<string, string> Rules = new()
    {
        ["groupName"] = @"^[\w.()-]{1,89}[\w()-]$",
        ["identityName"] = @"^[a-zA-Z0-9][\w-]{2,127}$",
        ["logsName"] = @"^[a-zA-Z0-9][a-zA-Z0-9-]{2,61}[a-zA-Z0-9]$",
        ["insightsName"] = @"^[\w.()-]{1,259}[\w()-]$",
        ["storageName"] = @"^[a-z0-9]{3,24}$",
        ["cosmosName"] = @"^[a-z0-9][a-z0-9-]{1,42}[a-z0-9]$",
        ["vaultName"] = @"^[a-zA-Z](?!.*--)[a-zA-Z0-9-]{1,22}[a-zA-Z0-9]$",
        ["emailName"] = @"^[a-zA-Z0-9][a-zA-Z0-9-]{0,61}[a-zA-Z0-9]$",
        ["mailName"] = @"^[a-zA-Z0-9][a-zA-Z0-9-]{0,61}[a-zA-Z0-9]$",
        ["realtimeName"] = @"^[a-zA-Z][a-zA-Z0-9-]{1,61}[a-zA-Z0-9]$",
        ["webName"] = @"^[a-zA-Z0-9][a-zA-Z0-9-]{0,38}[a-zA-Z0-9]$",
        ["planName"] = @"^[a-zA-Z0-9-]{1,60}$",
        ["apiName"] = @"^[a-zA-Z0-9][a-zA-Z0-9-]{0,58}[a-zA-Z0-9]$",
        ["networkName"] = @"^[a-zA-Z0-9][\w.-]{0,62}\w$",
        ["eventsName"] = @"^[a-zA-Z0-9-]{3,50}$",
        ["budgetName"] = @"^[\w-]{1,63}$",
    };

    [Fact]
    public void Every_name_keeps_the_rules_of_its_resource()
    {
        var source = File.ReadAllText(Path.Combine(Project.Root, "infra", "app", "names.bicep"));
        var names = Naming().Matches(source).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value
            .Replace("${token}", Token, StringComparison.Ordinal).Replace("${environment}", LongestEnvironment, StringComparison.Ordinal));
        Assert.Equal(Rules.Keys.Order(), names.Keys.Order());
        Assert.All(names, n => Assert.Matches(Rules[n.Key], n.Value));
    }

    [GeneratedRegex(@"func (\w+)\(\w+ string\) string => '([^']*)'")]
    private static partial Regex Naming();
}
