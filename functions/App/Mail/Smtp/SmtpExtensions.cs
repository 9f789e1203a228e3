using System.Globalization;

namespace HelpdeskMx.Mail.Smtp;

/// <summary>What a server's EHLO reply says it can do (RFC 5321 §4.1.1.1).</summary>
internal sealed class SmtpExtensions(IEnumerable<string> lines)
{
    private readonly Dictionary<string, string> _offered = lines
        .Select(line => line.Replace('=', ' ').Trim().Split(' ', 2))
        .GroupBy(words => words[0].ToUpperInvariant(), StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => string.Join(' ', group.Select(words => words.Length > 1 ? words[1] : "")), StringComparer.Ordinal);

    public static SmtpExtensions None { get; } = new([]);

    public bool Has(string name) => _offered.ContainsKey(name);

    /// <summary>Mechanisms for signing in.</summary>
    public IReadOnlyList<string> Auth => _offered.TryGetValue("AUTH", out var names) ? names.Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];

    /// <summary>The largest message in bytes; 0 where the server sets no limit (RFC 1870).</summary>
    public long Size => _offered.TryGetValue("SIZE", out var size) && long.TryParse(size.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? bytes : 0;
}
