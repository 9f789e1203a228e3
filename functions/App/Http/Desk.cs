using System.Reflection;
using HelpdeskMx.Agents;

namespace HelpdeskMx.Http;

/// <summary>That the desk answers, and which version does.</summary>
public sealed record Health(string Status, string Version)
{
    /// <summary>This process.</summary>
    public static Health Now { get; } = new("ok", typeof(Health).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0]);
}

/// <summary>Whether the desk still needs its first admin.</summary>
public sealed record SetupNeeded(bool Needed);

/// <summary>The agent who is signed in, and until when.</summary>
public sealed record Me(AgentView Agent, DateTimeOffset ExpiresAt);

/// <summary>Everything of a kind; there are never so many that they need pages.</summary>
public sealed record All<T>(IReadOnlyList<T> Items);

/// <summary>Whether an agent has read a ticket.</summary>
public sealed record ReadMark(bool Read);

/// <summary>The API's description, made by <c>./dev openapi</c> and held to the doors by a test.</summary>
public static class OpenApiDocument
{
    /// <summary>The document as JSON.</summary>
    public static Stream Open() => typeof(OpenApiDocument).Assembly.GetManifestResourceStream("openapi.json")!;
}
