using System.Diagnostics;
using System.Reflection;
using System.Text.Json.Nodes;

namespace HelpdeskMx.Tests.Infra;

/// <summary>The Bicep compiler, as its package brings it.</summary>
public static class Bicep
{
    private static readonly Lazy<Compiled> main = new(() => Compile("main.bicep"));

    private static readonly string? program =
        typeof(Bicep).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(a => a.Key == "Bicep")?.Value is { } path && File.Exists(path) ? path : null;

    /// <summary>What to say where the compiler is not there; null where it is.</summary>
    public static string? Missing => program is null ? "The Bicep compiler's package is for Linux on x64 only." : null;

    /// <summary>The whole desk, compiled once.</summary>
    public static Compiled Main => main.Value;

    /// <summary>Compiles a file of <c>infra</c>.</summary>
    public static Compiled Compile(string file)
    {
        var start = new ProcessStartInfo(program!, ["build", Path.Combine(Project.Root, "infra", file), "--stdout"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var said = process.StandardError.ReadToEndAsync();
        var template = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, said.Result, template.Length > 0 ? JsonNode.Parse(template)!.AsObject() : []);
    }
}

/// <summary>What the compiler made of a file, and what it said about it.</summary>
public sealed record Compiled(int ExitCode, string Said, JsonObject Template)
{
    /// <summary>Every resource that is made, those of modules included; not those that are only looked up.</summary>
    public IReadOnlyList<JsonObject> Resources { get; } = [.. Within(Template).Where(r => r["existing"]?.GetValue<bool>() != true)];

    /// <summary>Those of one type.</summary>
    public IReadOnlyList<JsonObject> Of(string type) => [.. Resources.Where(r => (string)r["type"]! == type)];

    /// <summary>The template of one module, by its name in main.bicep.</summary>
    public JsonObject Module(string name) => Template["resources"]![name]!["properties"]!["template"]!.AsObject();

    private static IEnumerable<JsonObject> Within(JsonObject template) =>
        All(template["resources"]!).SelectMany(r => (string?)r["type"] == "Microsoft.Resources/deployments" ? Within(r["properties"]!["template"]!.AsObject()) : [r]);

    // The compiler names resources where a file looks some up, and lists them where it does not.
    private static IEnumerable<JsonObject> All(JsonNode resources) =>
        (resources is JsonObject named ? named.Select(r => r.Value) : resources.AsArray()).Select(r => r!.AsObject());
}

/// <summary>A test that needs the Bicep compiler.</summary>
public sealed class BicepFactAttribute : FactAttribute
{
    /// <summary>Skips where there is none.</summary>
    public BicepFactAttribute() => Skip = Bicep.Missing;
}
