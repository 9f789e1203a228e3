using System.Globalization;
using HelpdeskMx.Mail;

namespace HelpdeskMx.Spam;

/// <summary>What a mail's header says of its honesty.</summary>
public sealed record MailSigns
{
    private const int LongestHeader = 8_000;

    /// <summary>The sending server may not send for its domain (RFC 7208); soft where the domain is not sure.</summary>
    public bool SpfFails { get; init; }

    /// <summary>The domain says the server probably may not.</summary>
    public bool SpfDoubts { get; init; }

    /// <summary>A signature is wrong and none is right (RFC 6376).</summary>
    public bool DkimFails { get; init; }

    /// <summary>The domain in From says that such mail is not from it (RFC 7489).</summary>
    public bool DmarcFails { get; init; }

    /// <summary>A filter on the way called it spam.</summary>
    public bool FilterSays { get; init; }

    /// <summary>It has no Message-ID.</summary>
    public bool NoMessageId { get; init; }

    /// <summary>It has no date that can be read.</summary>
    public bool NoDate { get; init; }

    /// <summary>Where its HTML leads, in order; at most <see cref="MailLink.Most"/>.</summary>
    public IReadOnlyList<MailLink> Links { get; init; } = [];

    /// <summary>Reads them.</summary>
    public static MailSigns Of(ParsedMail mail)
    {
        // Only the topmost is our own server's (RFC 8601 §5); whoever sent the mail can have written what is below, and good news earns nothing.
        var results = Results(Short(mail.Headers.First("Authentication-Results")));
        var received = Short(mail.Headers.First("Received-SPF")).TrimStart().Split(' ')[0];
        string[] spf = [.. results.Where(r => r.Method == "spf").Select(r => r.Result), .. results.Any(r => r.Method == "spf") ? [] : new[] { received.ToLowerInvariant() }];
        string[] dkim = [.. results.Where(r => r.Method == "dkim").Select(r => r.Result)];
        return new MailSigns
        {
            SpfFails = spf.Contains("fail"),
            SpfDoubts = spf.Contains("softfail"),
            DkimFails = dkim.Contains("fail") && !dkim.Contains("pass"),
            DmarcFails = results.Any(r => r is { Method: "dmarc", Result: "fail" }),
            FilterSays = Filtered(mail.Headers),
            NoMessageId = mail.MessageId is null,
            NoDate = mail.Date is null,
            Links = mail.Html is { } html ? MailLink.InHtml(html) : [],
        };
    }

    private static bool Filtered(MailHeaders headers)
    {
        if (Short(headers.First("X-Spam-Flag")).Trim().Equals("yes", StringComparison.OrdinalIgnoreCase)) return true;
        if (Short(headers.First("X-Spam-Status")).TrimStart().StartsWith("yes", StringComparison.OrdinalIgnoreCase)) return true;
        if (Number(headers.First("X-Spam-Score")) >= 5) return true; // SpamAssassin's own threshold
        return Number(headers.First("X-MS-Exchange-Organization-SCL")) >= 5; // Exchange: 5 and more is spam
    }

    private static double? Number(string? text) =>
        double.TryParse(Short(text).Trim().Split(' ')[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Methods with their results, comments left out.</summary>
    private static List<(string Method, string Result)> Results(string header)
    {
        var found = new List<(string, string)>();
        foreach (var part in WithoutComments(header).Split(';').Skip(1))
        {
            var equals = part.IndexOf('=');
            if (equals < 0) continue;
            var method = part[..equals].Trim().Split('/')[0].ToLowerInvariant();
            var result = part[(equals + 1)..].TrimStart().Split(' ', '\t')[0].ToLowerInvariant();
            found.Add((method, result));
        }
        return found;
    }

    private static string WithoutComments(string header)
    {
        var depth = 0;
        return string.Concat(header.Where(c =>
        {
            if (c == '(') depth++;
            var outside = depth == 0;
            if (c == ')' && depth > 0) depth--;
            return outside;
        }));
    }

    private static string Short(string? value) => value is null ? "" : value.Length <= LongestHeader ? value : value[..LongestHeader];
}
