namespace HelpdeskMx.Mail.Replies;

/// <summary>Reads a mailbox as mail programs print it for people: "Anna &lt;a@b&gt;", "Anna [mailto:a@b]", "*Anna* &lt;a@b&lt;mailto:a@b&gt;&gt;".</summary>
internal static class WrittenAddress
{
    private const int Longest = 1000;
    private static readonly char[] s_ends = ['<', '>', '[', ']', '(', ')', '"', '\'', '*', ',', ';', ':', ' ', '\t', '\u00A0'];

    /// <summary>The first address with the name before it; null where there is none.</summary>
    public static MailAddress? Find(string text)
    {
        if (text.Length > Longest || text.IndexOf('@') is not (> 0 and var at)) return null;
        var start = text.LastIndexOfAny(s_ends, at) + 1;
        var end = text.IndexOfAny(s_ends, at);
        var address = end < 0 ? text[start..] : text[start..end];
        if (address.IndexOf('@') <= 0 || address.EndsWith('@')) return null;
        var name = text[..start].Replace("mailto:", "", StringComparison.OrdinalIgnoreCase).Trim(s_ends);
        return new(name.Length == 0 ? null : name, address);
    }
}
