using System.Text;

namespace HelpdeskMx.Mail.Imap;

/// <summary>Writes folder names as IMAP wants them (RFC 3501 §5.1.3).</summary>
internal static class ModifiedUtf7
{
    public static string Encode(string name)
    {
        var written = new StringBuilder(name.Length);
        for (var at = 0; at < name.Length;)
        {
            var end = at;
            while (end < name.Length && !IsPlain(name[end])) end++;
            if (end > at) written.Append('&').Append(Shifted(name[at..end])).Append('-');
            else written.Append(name[end] == '&' ? "&-" : name[end].ToString());
            at = Math.Max(end, at + 1);
        }
        return written.ToString();
    }

    private static bool IsPlain(char c) => c is >= ' ' and <= '~';

    private static string Shifted(string run) => Convert.ToBase64String(Encoding.BigEndianUnicode.GetBytes(run)).TrimEnd('=').Replace('/', ',');
}
