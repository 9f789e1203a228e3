using System.Globalization;
using System.Text;

namespace HelpdeskMx.Browser;

/// <summary>Mails with files in them, made as a mail program makes them.</summary>
internal static class Sample
{
    private const string Dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    /// <summary>A mail with two pictures.</summary>
    public static string WithPictures(string subject) => With(subject, "Look at these", ("one.png", "image/png", Dot), ("two.png", "image/png", Dot));

    /// <summary>A mail with files, their bytes in Base64.</summary>
    public static string With(string subject, string words, params (string Name, string Type, string Base64)[] files)
    {
        var mail = new StringBuilder();
        mail.Append(CultureInfo.InvariantCulture, $"From: Anna <anna@x.cz>\nTo: support@demo.test\nSubject: {subject}\nMessage-ID: <{Guid.NewGuid()}@x.cz>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n{words}\n");
        foreach (var (name, type, base64) in files) mail.Append(CultureInfo.InvariantCulture, $"--b\nContent-Type: {type}; name=\"{name}\"\nContent-Disposition: attachment; filename=\"{name}\"\nContent-Transfer-Encoding: base64\n\n{string.Join('\n', base64.Chunk(76).Select(line => new string(line)))}\n");
        return mail.Append("--b--\n").ToString();
    }
}
