using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using HelpdeskMx.Mail.Headers;

namespace HelpdeskMx.Tests.Mail;

/// <summary>Holds the header readers to the header lines of the corpus.</summary>
public sealed class HeaderCorpusTests
{
    [CorpusFact]
    public void Addresses_are_read_as_the_corpus_states()
    {
        var tally = new Tally();
        foreach (var (header, expected) in Lines("address"))
        {
            if (HonestDifferences.InReading(header)) continue;
            var stated = expected!["List"] is JsonArray list ? list : new JsonArray([.. expected["Group"]!.AsArray().SelectMany(group => group!["addresses"]!.AsArray()).Select(a => a!.DeepClone())]);
            tally.Check(header, Show(stated.Select(a => ((string?)a!["name"], (string?)a["address"]))), Show(AddressList.Parse(FieldOf(header)).Select(a => (a.Name, (string?)a.Address))));
        }
        tally.AssertAtLeast(98);
    }

    [CorpusFact]
    public void Unstructured_values_are_read_as_the_corpus_states()
    {
        var tally = new Tally();
        foreach (var (header, expected) in Lines("unstructured"))
            if (!HonestDifferences.InReading(header)) tally.Check(header, (string?)expected, HeaderText.Decode(FieldOf(header)));
        foreach (var (header, expected) in Lines("list"))
            tally.Check(header, string.Join('|', expected!.AsArray()), string.Join('|', HeaderText.Decode(FieldOf(header)).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)));
        tally.AssertAtLeast(98);
    }

    [CorpusFact]
    public void Dates_are_read_as_the_corpus_states()
    {
        var tally = new Tally();
        foreach (var (header, expected) in Lines("date"))
            if (!HonestDifferences.InReading(header)) tally.Check(header, Show(expected), Show(MailDate.Parse(FieldOf(header))));
        foreach (var (header, expected) in Lines("received"))
            if (IsPossible(expected?["date"]) && !HonestDifferences.InReading(header)) tally.Check(header, Show(expected?["date"]), Show(MailDate.Parse(FieldOf(header))));
        tally.AssertAtLeast(98);
    }

    [CorpusFact]
    public void Ids_are_read_as_the_corpus_states()
    {
        var tally = new Tally();
        foreach (var (header, expected) in Lines("id"))
            tally.Check(header, string.Join('|', expected?.AsArray() ?? []), string.Join('|', MessageIds.Parse(FieldOf(header))));
        tally.AssertAtLeast(98);
    }

    [CorpusFact]
    public void Content_types_are_read_as_the_corpus_states()
    {
        var tally = new Tally();
        foreach (var (header, expected) in Lines("content_type"))
        {
            if (HonestDifferences.InReading(header)) continue;
            var field = ContentField.Parse(FieldOf(header));
            tally.Check(header, ShowType(expected), field is null ? "" : $"{field.Value}; {Show(field.Parameters.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => ((string?)p.Key, (string?)p.Value)))}");
        }
        tally.AssertAtLeast(98);
    }

    private static IEnumerable<(string Header, JsonNode? Expected)> Lines(string kind) =>
        JsonNode.Parse(File.ReadAllText(Corpus.PathOf($"stalwart/headers/{kind}.json")))!.AsArray().Select(line => ((string)line!["header"]!, line["expected"]));

    /// <summary>The raw value alone: a line end that is not followed by white space closes the field.</summary>
    private static byte[] FieldOf(string header)
    {
        var end = -1;
        do end = header.IndexOf('\n', end + 1);
        while (end >= 0 && end + 1 < header.Length && header[end + 1] is ' ' or '\t');
        return Encoding.UTF8.GetBytes(end < 0 ? header : header[..end]);
    }

    private static string Show(IEnumerable<(string? Name, string? Value)> pairs) => string.Join(" | ", pairs.Select(pair => $"{pair.Name}={pair.Value}"));

    private static string ShowType(JsonNode? expected)
    {
        if (expected is null) return "";
        var value = (string?)expected["c_subtype"] is { } subtype ? $"{expected["c_type"]}/{subtype}" : $"{expected["c_type"]}";
        var parameters = (expected["attributes"] as JsonArray ?? []).Select(a => ((string?)a![0], (string?)a[1]));
        return $"{value}; {Show(parameters.Where(p => !p.Item1!.EndsWith("-language")).OrderBy(p => p.Item1, StringComparer.Ordinal))}";
    }

    private static string Show(JsonNode? date)
    {
        if (date is null) return "";
        var offset = new TimeSpan((int)date["tz_hour"]!, (int)date["tz_minute"]!, 0);
        return Show(new DateTimeOffset((int)date["year"]!, (int)date["month"]!, (int)date["day"]!, (int)date["hour"]!, (int)date["minute"]!, (int)date["second"]!, (bool)date["tz_before_gmt"]! ? -offset : offset));
    }

    /// <summary>Where a trace header ends in an asctime date ("Sun Nov 13 14:50:12 2005") the corpus states hour 50 or second 213: no date at all.</summary>
    private static bool IsPossible(JsonNode? date) => date is null || ((int)date["second"]! < 60 && (int)date["minute"]! < 60 && (int)date["hour"]! < 24);

    private static string Show(DateTimeOffset? date) => date?.ToString("O", CultureInfo.InvariantCulture) ?? "";
}
