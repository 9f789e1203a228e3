using System.Globalization;
using HelpdeskMx.Mail.Headers;

namespace HelpdeskMx.Mail;

/// <summary>One mailbox as a message names it: the display name, if any, and the address as written.</summary>
/// <param name="Name">Decoded display name; null where there is none.</param>
/// <param name="Address">The addr-spec without comments, folding or an obsolete route (RFC 5322 §3.4.1, §4.4).</param>
public sealed record MailAddress(string? Name, string Address)
{
    /// <summary>The form to compare and look up by: lower case, with an international domain in its ASCII form.</summary>
    public string Canonical => ToCanonical(Address);

    /// <summary>What follows the last @, lower case, in ASCII; empty where there is none.</summary>
    public string Domain => Address.LastIndexOf('@') is var at and >= 0 ? AsciiDomain(Address[(at + 1)..]).ToLowerInvariant() : "";

    /// <summary>Reads a list such as a person types into a To line; groups are flattened.</summary>
    public static IReadOnlyList<MailAddress> ParseList(string text) => AddressList.Parse(System.Text.Encoding.UTF8.GetBytes(text));

    public override string ToString() => string.IsNullOrEmpty(Name) ? Address : $"{Name} <{Address}>";

    private static string ToCanonical(string address)
    {
        var at = address.LastIndexOf('@');
        if (at < 0 || System.Text.Ascii.IsValid(address.AsSpan(at))) return address.ToLowerInvariant();
        return string.Concat(address.AsSpan(0, at + 1), AsciiDomain(address[(at + 1)..])).ToLowerInvariant();
    }

    /// <summary>The domain in ASCII (RFC 5891), or as it was where it is no valid international name.</summary>
    internal static string AsciiDomain(string domain)
    {
        try
        {
            return new IdnMapping { AllowUnassigned = true }.GetAscii(domain);
        }
        catch (ArgumentException)
        {
            return domain; // not a name that IDNA can carry: the address stays comparable as written
        }
    }
}
