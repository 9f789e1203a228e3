using System.Text;
using System.Text.Json.Nodes;
using HelpdeskMx.Bench.Mails;

namespace HelpdeskMx.Tests.Mail;

/// <summary>The collection of real messages beside the project, where it is present.</summary>
internal static class Corpus
{
    /// <summary>The folder of the mail corpora; null where it is absent.</summary>
    public static string? Folder => SeedMails.Corpora;

    public static string PathOf(string file) => Path.Combine(Folder!, file);

    /// <summary>The cases of one source: what is in its cases.jsonl.</summary>
    public static IEnumerable<JsonNode> Cases(string source) =>
        File.ReadLines(PathOf($"{source}/cases.jsonl")).Where(line => line.Length > 0).Select(line => JsonNode.Parse(line)!);

    public static byte[] Bytes(JsonNode @case)
    {
        var bytes = File.ReadAllBytes(PathOf((string)@case["file"]!));
        return (string?)@case["prepare"] switch
        {
            "drop every CR" => [.. bytes.Where(b => b != '\r')],
            "drop every CR, then LF to CRLF" => Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(bytes).Replace("\r", "").Replace("\n", "\r\n")),
            _ => bytes,
        };
    }

    /// <summary>White space at the ends does not count, nor does the kind of line end.</summary>
    public static string Loose(string? text) => (text ?? "").Replace("\r\n", "\n").Replace('\r', '\n').Trim();
}

/// <summary>A fact that needs the corpora, skipped with the reason where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CorpusFactAttribute : FactAttribute
{
    public CorpusFactAttribute()
    {
        if (Corpus.Folder is null) Skip = "../shared/corpora/mail is not here";
    }
}
