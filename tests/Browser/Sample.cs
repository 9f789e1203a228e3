using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using HelpdeskMx.Tests.Hosts;

namespace HelpdeskMx.Browser;

/// <summary>Mails as mail programs make them, and a workflow with something of its own.</summary>
internal static class Sample
{
    private const string Dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    /// <summary>A mail of words alone.</summary>
    public static string Mail(string subject, string words, string? id = null, string? answers = null) =>
        $"From: Anna <anna@x.cz>\nTo: support@demo.test\nSubject: {subject}\nMessage-ID: {id ?? $"<{Guid.NewGuid()}@x.cz>"}\n{(answers is null ? "" : $"In-Reply-To: {answers}\n")}Content-Type: text/plain; charset=utf-8\n\n{words}\n";

    /// <summary>A mail with two pictures.</summary>
    public static string WithPictures(string subject, string? answers = null) => With(subject, "Look at these", answers, ("one.png", "image/png", Dot), ("two.png", "image/png", Dot));

    /// <summary>A mail with files, their bytes in Base64.</summary>
    public static string With(string subject, string words, string? answers = null, params (string Name, string Type, string Base64)[] files)
    {
        var mail = new StringBuilder();
        mail.Append(CultureInfo.InvariantCulture, $"From: Anna <anna@x.cz>\nTo: support@demo.test\nSubject: {subject}\nMessage-ID: <{Guid.NewGuid()}@x.cz>\n{(answers is null ? "" : $"In-Reply-To: {answers}\n")}MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n{words}\n");
        foreach (var (name, type, base64) in files) mail.Append(CultureInfo.InvariantCulture, $"--b\nContent-Type: {type}; name=\"{name}\"\nContent-Disposition: attachment; filename=\"{name}\"\nContent-Transfer-Encoding: base64\n\n{string.Join('\n', base64.Chunk(76).Select(line => new string(line)))}\n");
        return mail.Append("--b--\n").ToString();
    }

    /// <summary>A PDF of one page with these words on it.</summary>
    public static byte[] Pdf(string words)
    {
        var drawn = $"BT /F 36 Tf 40 100 Td ({words}) Tj ET";
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
            $"<< /Length {drawn.Length} >>\nstream\n{drawn}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        var pdf = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        foreach (var (at, said) in objects.Index())
        {
            places.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{at + 1} 0 obj\n{said}\nendobj\n");
        }
        var table = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var place in places) pdf.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        return Encoding.ASCII.GetBytes(pdf.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n").ToString());
    }

    /// <summary>Adds an action of the shop's own to its workflow, which asks for a reason before it is done.</summary>
    public static async Task GiveBackAsync(RunningDesk desk)
    {
        const string Own = "{\"key\":\"give-back\",\"kind\":\"plain\",\"from\":[\"new\",\"open\"],\"to\":\"waiting\",\"names\":{\"en\":\"Give back\"},\"fields\":[{\"key\":\"reason\",\"type\":\"text\",\"required\":true,\"names\":{\"en\":\"Reason\"}}]}";
        var workflow = JsonSerializer.Serialize(await desk.GetAsync("/api/workflow")).Replace("{\"key\":\"close\",", $"{Own},{{\"key\":\"close\",", StringComparison.Ordinal);
        await desk.PutAsync(HttpStatusCode.OK, "/api/workflow", JsonDocument.Parse(workflow).RootElement);
    }
}
