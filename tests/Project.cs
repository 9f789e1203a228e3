namespace HelpdeskMx.Tests;

/// <summary>The project on disk.</summary>
public static class Project
{
    /// <summary>The folder with the solution.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "HelpdeskMx.sln"))) folder = folder.Parent ?? throw new DirectoryNotFoundException("HelpdeskMx.sln is in no folder above.");
        return folder.FullName;
    }
}
