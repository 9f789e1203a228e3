using System.Text.RegularExpressions;

namespace HelpdeskMx.Tests.Infra;

/// <summary>A value of main.parameters.json, as azd fills it from the environment.</summary>
public static partial class EnvironmentText
{
    /// <summary>What stands there where the environment says nothing; null where it must say something.</summary>
    public static string? Of(string text) => Variable().Match(text) is { Success: true } variable ? variable.Groups[2].Success ? variable.Groups[2].Value : null : text;

    /// <summary>The variable that is asked; null where none is.</summary>
    public static string? NameOf(string text) => Variable().Match(text) is { Success: true } variable ? variable.Groups[1].Value : null;

    [GeneratedRegex(@"^\$\{(\w+)(?:=(.*))?\}$")]
    private static partial Regex Variable();
}
