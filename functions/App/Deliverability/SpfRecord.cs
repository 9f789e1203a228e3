using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace HelpdeskMx.Deliverability;

/// <summary>One term of an SPF record.</summary>
/// <param name="Qualifier"><c>+</c>, <c>-</c>, <c>~</c> or <c>?</c>; <c>=</c> for a modifier.</param>
/// <param name="Name">In lower case.</param>
/// <param name="Value">Domain or network as written, without a prefix length of a or mx; null where there is none.</param>
/// <param name="Text">The whole term as written.</param>
public sealed record SpfTerm(char Qualifier, string Name, string? Value, string Text)
{
    /// <summary>Prefix lengths of a and mx.</summary>
    public (int V4, int V6) Prefix { get; init; } = (32, 128);

    /// <summary>True if mail that matches it may be sent.</summary>
    public bool Passes => Qualifier == '+';
}

/// <summary>An SPF record as RFC 7208 §4.6 and §12 write it.</summary>
public sealed record SpfRecord(string Text, IReadOnlyList<SpfTerm> Terms, string? Fault)
{
    private const string Version = "v=spf1";

    /// <summary>Longer ones are not read (RFC 7208 §3.4 wants them far shorter).</summary>
    public const int Longest = 4096;

    /// <summary>True for a text that says it is one.</summary>
    public static bool Is(string text) => text.StartsWith(Version, StringComparison.OrdinalIgnoreCase) && (text.Length == Version.Length || text[Version.Length] == ' ');

    /// <summary>The mechanism that matches everything, null where there is none.</summary>
    public SpfTerm? All => Terms.FirstOrDefault(t => t.Name == "all");

    /// <summary>The record that takes over where nothing matches, null where there is none.</summary>
    public SpfTerm? Redirect => Terms.FirstOrDefault(t => t is { Qualifier: '=', Name: "redirect" });

    /// <summary>Reads one; <see cref="Fault"/> is the first term that cannot be read.</summary>
    public static SpfRecord Read(string text)
    {
        List<SpfTerm> terms = [];
        string? fault = null;
        foreach (var word in text[Version.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var term = Term(word);
            if (term is null || (term is { Qualifier: '=', Name: "redirect" or "exp" } && terms.Any(t => t.Qualifier == '=' && t.Name == term.Name))) fault ??= word;
            else terms.Add(term);
        }
        return new(text, terms, fault);
    }

    /// <summary>The network of these first bits, null where there is no such network.</summary>
    public static IPNetwork? Network(string address, string? prefix)
    {
        if (!IPAddress.TryParse(address, out var ip)) return null;
        var bytes = ip.GetAddressBytes();
        if (Length(prefix, bytes.Length * 8) is not { } length) return null;
        for (var i = 0; i < bytes.Length; i++) bytes[i] &= (byte)(0xFF00 >> Math.Clamp(length - i * 8, 0, 8));
        return new IPNetwork(new IPAddress(bytes), length);
    }

    private static SpfTerm? Term(string word)
    {
        var end = word.IndexOfAny([':', '=', '/']);
        if (end > 0 && word[end] == '=') return Modifier(word, word[..end].ToLowerInvariant(), word[(end + 1)..]);
        var signed = word[0] is '+' or '-' or '~' or '?';
        var body = signed ? word[1..] : word;
        end = body.IndexOfAny([':', '/']);
        var name = (end < 0 ? body : body[..end]).ToLowerInvariant();
        var rest = end < 0 ? "" : body[end..];
        var value = rest.StartsWith(':') ? rest[1..] : null;
        var term = new SpfTerm(signed ? word[0] : '+', name, value, word);
        return name switch
        {
            "all" => rest.Length == 0 ? term : null,
            "include" or "exists" => value is not null && IsDomain(value) ? term : null,
            "ptr" => rest.Length == 0 || (value is not null && IsDomain(value)) ? term : null,
            "a" or "mx" => WithPrefix(term, rest),
            "ip4" => Address(value, AddressFamily.InterNetwork) ? term : null,
            "ip6" => Address(value, AddressFamily.InterNetworkV6) ? term : null,
            _ => null,
        };
    }

    private static SpfTerm? Modifier(string word, string name, string value) => name switch
    {
        _ when !char.IsAsciiLetter(name[0]) || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') => null,
        "redirect" or "exp" when !IsDomain(value) => null,
        _ => new SpfTerm('=', name, value, word),
    };

    private static SpfTerm? WithPrefix(SpfTerm term, string rest)
    {
        var slash = rest.IndexOf('/');
        var (domain, prefix) = slash < 0 ? (rest, "") : (rest[..slash], rest[slash..]);
        if (domain.Length > 0 && !IsDomain(domain[1..])) return null;
        var parts = prefix.Split("//");
        if (parts.Length > 2 || (parts[0].Length > 0 && parts[0][0] != '/')) return null;
        var v4 = parts[0].Length == 0 ? 32 : Length(parts[0][1..], 32);
        var v6 = parts.Length == 1 ? 128 : Length(parts[1], 128);
        return v4 is null || v6 is null ? null : term with { Value = domain.Length == 0 ? null : domain[1..], Prefix = (v4.Value, v6.Value) };
    }

    private static bool Address(string? value, AddressFamily family)
    {
        if (value is null || value.Count(c => c == '/') > 1) return false;
        var (address, prefix) = Halves(value);
        return IPAddress.TryParse(address, out var ip) && ip.AddressFamily == family
            && (family == AddressFamily.InterNetworkV6 || address.Count(c => c == '.') == 3) && Network(address, prefix) is not null;
    }

    /// <summary>An address and what stands behind its slash.</summary>
    public static (string Address, string? Prefix) Halves(string value) => value.IndexOf('/') is var slash and >= 0 ? (value[..slash], value[(slash + 1)..]) : (value, null);

    private static int? Length(string? prefix, int most) =>
        prefix is null ? most : int.TryParse(prefix, NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length <= most ? length : null;

    /// <summary>True for a name, or one with macros (RFC 7208 §7), which only a receiver can fill in.</summary>
    private static bool IsDomain(string value) => HasMacro(value) ? value.All(c => c is > ' ' and < (char)127) : DnsName.IsName(DnsName.Plain(value)) && value.Contains('.', StringComparison.Ordinal);

    /// <summary>True if only a receiver can say which name is meant.</summary>
    public static bool HasMacro(string value) => value.Contains('%', StringComparison.Ordinal);
}
