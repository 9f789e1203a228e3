using HelpdeskMx.Bench.Mails;

namespace HelpdeskMx.Tests.Mail;

/// <summary>The project's own messages, which lie beside the tests.</summary>
internal static class Samples
{
    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(SeedMails.Root, "tests/Mail/samples", name));
}
