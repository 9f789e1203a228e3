namespace HelpdeskMx.Bench.Mails;

/// <summary>Real messages to measure and to break: the project's own samples, and those of the corpora beside the project where they are present.</summary>
public static class SeedMails
{
    private static readonly string[] sources = ["stalwart", "phpmime", "sisimai"];

    /// <summary>The project's folder, which holds its solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The folder of the mail corpora; null where it is absent.</summary>
    public static string? Corpora { get; } = Path.GetFullPath(Path.Combine(Root, "../shared/corpora/mail")) is var folder && Directory.Exists(folder) ? folder : null;

    /// <summary>The project's own messages.</summary>
    public static IEnumerable<byte[]> Own => Directory.EnumerateFiles(Path.Combine(Root, "tests/Mail/samples"), "*.eml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllBytes);

    /// <summary>The whole messages of the corpora.</summary>
    public static IEnumerable<byte[]> Others => Corpora is null ? [] : sources
        .SelectMany(source => Directory.EnumerateFiles(Path.Combine(Corpora, source, "files"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)).Select(File.ReadAllBytes);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "HelpdeskMx.sln"))) folder = folder.Parent;
        return folder.FullName;
    }
}
