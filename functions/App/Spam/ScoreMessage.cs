using HelpdeskMx.Intake;
using HelpdeskMx.Mail;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Spam;

/// <summary>What earlier tickets say of who wrote.</summary>
public enum SenderHistory
{
    /// <summary>There are none, or nobody looked.</summary>
    Unknown,

    /// <summary>One of them is no spam.</summary>
    Customer,

    /// <summary>There are some, and agents said that they are spam.</summary>
    Spammer,

    /// <summary>They were asked to confirm that they wrote, and have not.</summary>
    Asked,
}

/// <summary>What is known beside the message.</summary>
/// <param name="History">What earlier tickets say.</param>
/// <param name="FromSender">How many new messages came from the address within the hour.</param>
/// <param name="FromDomain">How many came from its domain; 0 for domains that everybody uses.</param>
/// <param name="Words">What the words learned say, in points; below nought for what they speak against.</param>
public sealed record SpamFacts(SenderHistory History = SenderHistory.Unknown, int FromSender = 0, int FromDomain = 0, int Words = 0);

/// <summary>How much a message looks like spam, and why.</summary>
/// <param name="Points">0 to 100.</param>
/// <param name="Reasons">The weightiest first.</param>
public sealed record SpamScore(int Points, IReadOnlyList<SpamReason> Reasons);

/// <summary>Scores a message by its header, its content, who wrote it and how often. Pure.</summary>
public static class ScoreMessage
{
    /// <summary>What a sender whose earlier tickets were all spam is given.</summary>
    public const int ForSpammer = 35;

    private const int ForCustomer = -60, FewLetters = 30, MostText = 20_000;

    private static readonly HashSet<string> Programs = new(StringComparer.OrdinalIgnoreCase)
    {
        "exe", "scr", "com", "pif", "bat", "cmd", "vbs", "vbe", "js", "jse", "wsf", "wsh", "hta", "lnk", "msi", "jar", "ps1", "reg", "cpl", "iso", "img", "vhd", "apk",
    };

    private static readonly HashSet<string> Documents = new(StringComparer.OrdinalIgnoreCase) { "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "jpg", "jpeg", "png", "gif", "txt", "csv", "htm", "html", "mp3", "mp4", "zip" };

    /// <summary>The score.</summary>
    public static SpamScore Of(InboundMessage message, SpamFacts facts)
    {
        SpamReason[] reasons =
        [
            .. (IEnumerable<SpamReason>)[.. OfHeader(message), .. OfLinks(message), .. OfFiles(message), .. OfText(message), .. OfRate(facts), .. OfHistory(message, facts), new("words", facts.Words)],
        ];
        reasons = [.. reasons.Where(r => r.Points != 0).OrderByDescending(r => Math.Abs(r.Points))];
        return new(Math.Clamp(reasons.Sum(r => r.Points), 0, 100), reasons);
    }

    private static IEnumerable<SpamReason> OfHeader(InboundMessage message)
    {
        if (message.Review == "spam") yield return new("trap", 40); // a form's hidden field was filled in
        if (message.Signs is not { } signs) yield break;
        if (signs.DmarcFails) yield return new("dmarc", 30);
        if (signs.SpfFails) yield return new("spf", 20);
        else if (signs.SpfDoubts) yield return new("spf", 5);
        if (signs.DkimFails) yield return new("dkim", 15);
        if (signs.FilterSays) yield return new("filter", 45);
        if (signs.NoMessageId) yield return new("no-message-id", 10);
        if (signs.NoDate) yield return new("no-date", 10);
        if (message.ReplyTo is { } reply && Domain(reply.Value) is { } back && Domain(message.From.Value) is { } from && MailLink.Site(back) != MailLink.Site(from)) yield return new("reply-to", 15);
        if (message.From.Name is { } name && name.Split(' ', '<', '"', '(').FirstOrDefault(w => w.Contains('@')) is { } named && Domain(named.TrimEnd('>', '"', ')')) is { } claimed
            && claimed.Contains('.') && Domain(message.From.Value) is { } really && MailLink.Site(claimed) != MailLink.Site(really)) yield return new("name", 20);
    }

    private static IEnumerable<SpamReason> OfLinks(InboundMessage message)
    {
        if (message.ForwardedBy is not null) yield break; // an agent sends on what is to be looked at
        var links = message.Signs is { Links: { Count: > 0 } inHtml } ? inHtml : MailLink.InText(message.Text);
        if (links.Count >= 3 && message.ReplyText.Length < links.Count * 60) yield return new("links", 15);
        if (links.Any(l => l.Deceives)) yield return new("link-text", 25);
        if (links.Any(l => l.Shortened)) yield return new("short-link", 15);
    }

    private static IEnumerable<SpamReason> OfFiles(InboundMessage message)
    {
        if (message.ForwardedBy is not null) yield break;
        var dangerous = message.Attachments.Select(f => f.Name.TrimEnd(' ', '.').Split('.')).Where(n => n.Length > 1 && Programs.Contains(n[^1])).ToArray();
        if (dangerous.Any(n => n.Length > 2 && Documents.Contains(n[^2].Trim()))) yield return new("disguised-file", 60);
        else if (dangerous.Length > 0) yield return new("program-file", 40);
    }

    private static IEnumerable<SpamReason> OfText(InboundMessage message)
    {
        if (Shouts(message.ReplyText) || Shouts(message.Subject)) yield return new("capitals", 10);
    }

    private static IEnumerable<SpamReason> OfRate(SpamFacts facts)
    {
        if (facts.FromSender >= SpamRate.ManyOfSender) yield return new("rate-sender", 25);
        if (facts.FromDomain >= SpamRate.ManyOfDomain) yield return new("rate-domain", 15);
    }

    private static IEnumerable<SpamReason> OfHistory(InboundMessage message, SpamFacts facts)
    {
        if (facts.History == SenderHistory.Customer) yield return new("customer", message.Signs is { DmarcFails: true } ? ForCustomer / 2 : ForCustomer); // who is not them can use their name
        if (facts.History == SenderHistory.Spammer) yield return new("spammer", ForSpammer);
    }

    /// <summary>True if most letters that have a case are capitals, and there are enough of them to say so.</summary>
    private static bool Shouts(string text)
    {
        int upper = 0, lower = 0;
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, MostText)))
        {
            if (char.IsUpper(c)) upper++;
            else if (char.IsLower(c)) lower++;
        }
        return upper + lower >= FewLetters && upper > (upper + lower) * 0.7;
    }

    private static string? Domain(string address) => address.LastIndexOf('@') is var at and >= 0 && at + 1 < address.Length ? address[(at + 1)..].ToLowerInvariant() : null;
}
