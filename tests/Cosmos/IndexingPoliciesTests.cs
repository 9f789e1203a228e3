using System.Text.Json.Nodes;
using HelpdeskMx.Cosmos;
using HelpdeskMx.Platform;
using Microsoft.Azure.Cosmos;

namespace HelpdeskMx.Tests.Cosmos;

/// <summary>What Cosmos DB is told to index, and that the infrastructure is told the same.</summary>
public sealed class IndexingPoliciesTests
{
    public static TheoryData<string> Names => [.. Containers.All.Select(c => c.Name)];

    [Fact]
    public void The_file_that_Bicep_reads_is_what_the_table_of_containers_says()
    {
        var file = Path.Combine(Project.Root, "infra", "containers.json");
        if (Environment.GetEnvironmentVariable("HELPDESKMX_WRITE") == "1") File.WriteAllText(file, IndexingPolicies.Describe());

        Assert.True(File.ReadAllText(file) == IndexingPolicies.Describe(), "infra/containers.json is not what Containers says. Run ./dev containers, which writes it.");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Only_what_is_declared_is_indexed(string name)
    {
        var (container, policy) = Of(name);
        var paths = policy["includedPaths"]!.AsArray().Select(p => p!["path"]!.GetValue<string>()).ToList();

        Assert.Equal("/*", policy["excludedPaths"]![0]!["path"]!.GetValue<string>());
        Assert.Equal(container.Fields.Count + 3 + (container.TextField is null ? 0 : 1), paths.Count);
        Assert.All(container.Fields, f => Assert.Contains(paths, p => p.StartsWith($"/fields/{f.Name}/", StringComparison.Ordinal)));
        Assert.DoesNotContain(paths, p => p.StartsWith("/body", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_declared_index_is_a_composite_between_type_and_stamp(string name)
    {
        var (container, policy) = Of(name);
        var composites = (policy["compositeIndexes"]?.AsArray() ?? []).Select(c => string.Join(' ', c!.AsArray().Select(p => p!["path"]!.GetValue<string>()))).ToList();

        foreach (var index in container.Indexes) Assert.Contains($"/type {string.Join(' ', index.Fields.Select(f => "/fields/" + f))} /made", composites);
        Assert.Equal(composites.Count, composites.Distinct().Count());
        Assert.All(composites, c => Assert.InRange(c.Split(' ').Length, 2, 8));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_SDK_reads_the_policy_as_it_was_meant(string name)
    {
        var policy = Of(name).Policy;

        var read = Newtonsoft.Json.JsonConvert.DeserializeObject<IndexingPolicy>(policy.ToJsonString())!;

        Assert.Equal(IndexingMode.Consistent, read.IndexingMode);
        Assert.Equal(policy["includedPaths"]!.AsArray().Count, read.IncludedPaths.Count);
        Assert.Equal(policy["compositeIndexes"]?.AsArray().Count ?? 0, read.CompositeIndexes.Count);
    }

    private static (HelpdeskMx.Platform.Container Container, JsonObject Policy) Of(string name)
    {
        var container = Containers.All.Single(c => c.Name == name);
        return (container, IndexingPolicies.Of(container));
    }
}
