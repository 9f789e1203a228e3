using System.Buffers;

namespace HelpdeskMx.Mail.Writing;

/// <summary>The form of addresses and ids on the wire.</summary>
internal static class WireAddress
{
    /// <summary>Characters that a display name may not hold outside quotes (RFC 5322 §3.2.3).</summary>
    public static readonly SearchValues<char> Specials = SearchValues.Create("()<>[]:;@\\,.\"");

    /// <summary>Without what could end its place in the list; an international domain in ASCII (RFC 5891).</summary>
    public static string Of(string address)
    {
        var at = address.LastIndexOf('@');
        if (at < 0) return Bare(address);
        var domain = Bare(address[(at + 1)..]);
        return $"{Local(address[..at])}@{(System.Text.Ascii.IsValid(domain) ? domain : MailAddress.AsciiDomain(domain))}";
    }

    /// <summary>An id or address without brackets, white space and control characters, so that it cannot end its field or its place in the list.</summary>
    public static string Bare(string value) => string.Concat(value.Where(c => c > ' ' && !char.IsControl(c) && c is not ('<' or '>')));

    /// <summary>Quotes a local part that is no dot-atom (RFC 5321 §4.1.2).</summary>
    private static string Local(string local)
    {
        var isQuoted = local.Length > 1 && local.StartsWith('"') && local.EndsWith('"');
        if (!isQuoted && !Bare(local).AsSpan().ContainsAny(s_quoted)) return Bare(local);
        var inside = string.Concat((isQuoted ? local[1..^1] : local).Where(c => !char.IsControl(c) && c != '\\'));
        return $"\"{inside.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
    }

    private static readonly SearchValues<char> s_quoted = SearchValues.Create("()[]:;@\\,\"");
}
