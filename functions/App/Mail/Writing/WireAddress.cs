using System.Buffers;

namespace HelpdeskMx.Mail.Writing;

/// <summary>The form of addresses and ids on the wire.</summary>
internal static class WireAddress
{
    /// <summary>Characters that a display name may not hold outside quotes (RFC 5322 §3.2.3).</summary>
    public static readonly SearchValues<char> Specials = SearchValues.Create("()<>[]:;@\\,.\"");

    /// <summary>Without white space, control characters and delimiters; an international domain in ASCII (RFC 5891).</summary>
    public static string Of(string address)
    {
        var bare = Bare(address);
        var at = bare.LastIndexOf('@');
        if (at < 0) return bare;
        var (local, domain) = (bare[..at], bare[(at + 1)..]);
        return $"{Local(local)}@{(System.Text.Ascii.IsValid(domain) ? domain : MailAddress.AsciiDomain(domain))}";
    }

    /// <summary>An id or address without brackets, white space and control characters, so that it cannot end its field or its place in the list.</summary>
    public static string Bare(string value) => string.Concat(value.Where(c => c > ' ' && !char.IsControl(c) && c is not ('<' or '>')));

    /// <summary>Quotes a local part that is no dot-atom (RFC 5321 §4.1.2).</summary>
    private static string Local(string local)
    {
        if (local.StartsWith('"') && local.EndsWith('"') && local.Length > 1) return local;
        return local.AsSpan().ContainsAny(s_quoted) ? $"\"{local.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"" : local;
    }

    private static readonly SearchValues<char> s_quoted = SearchValues.Create("()[]:;@\\,\"");
}
