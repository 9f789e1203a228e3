namespace HelpdeskMx.Tests.Mail;

/// <summary>The project's own messages, which lie beside the tests.</summary>
internal static class Samples
{
    private static readonly string s_folder = Find();

    public static IEnumerable<byte[]> All => Directory.EnumerateFiles(s_folder, "*.eml").Order(StringComparer.Ordinal).Select(File.ReadAllBytes);

    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(s_folder, name));

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "HelpdeskMx.sln"))) folder = folder.Parent;
        return Path.Combine(folder.FullName, "tests/Mail/samples");
    }
}
