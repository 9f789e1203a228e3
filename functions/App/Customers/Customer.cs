using HelpdeskMx.Platform;

namespace HelpdeskMx.Customers;

/// <summary>One of the names a customer has on a channel.</summary>
/// <param name="Kind"><c>email</c>, <c>phone</c>, <c>whatsapp</c>, <c>messenger</c>, <c>instagram</c>, <c>visitor</c> or <c>shopify</c>.</param>
/// <param name="Value">In the form it is compared by; addresses in lower case.</param>
/// <param name="Proven">The channel itself vouches for it.</param>
public sealed record Identity(string Kind, string Value, bool Proven)
{
    /// <summary>The partition of its pointer in <c>lookup</c>.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Key => $"{Kind}:{Value}";

    /// <summary>Set once a mail to it came back for good.</summary>
    public CameBack? CameBack { get; init; }

    /// <summary>What people may know it by: a phone number as digits, with its country code and without, which is one to three of them, then also behind a zero; of somebody in a chat the shop's own name for them.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IEnumerable<string> Spoken => Kind switch
    {
        "phone" or "whatsapp" when SearchText.Digits(Value) is { Length: > LongestCode } digits => Enumerable.Range(0, LongestCode + 1).Select(code => digits[code..]).SelectMany(number => new[] { number, "0" + number }).Append("00" + digits),
        "visitor" => Value[(Value.IndexOf(':', StringComparison.Ordinal) + 1)..] is { Length: not Ids.Length } account ? [account] : [], // else it is a conversation's id
        _ => [Value],
    };

    private const int LongestCode = 3;
}

/// <summary>That mail to an address came back: when, and why as far as its report says.</summary>
public sealed record CameBack(DateTimeOffset At, string? Reason);

/// <summary>A person the shop talks with, whichever way they come.</summary>
public sealed record Customer
{
    /// <summary>Derived from the identity they first came with.</summary>
    public required string Id { get; init; }

    /// <summary>As they call themselves; their address where they do not.</summary>
    public required string Name { get; init; }

    /// <summary>How they are known.</summary>
    public required IReadOnlyList<Identity> Identities { get; init; }

    /// <summary>Their language, null while unknown.</summary>
    public string? Language { get; init; }

    /// <summary>When they first came.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The folded words they are found by: their name and what their identities are known by.</summary>
    public string Search => SearchText.Fold(string.Join(' ', Identities.SelectMany(i => i.Spoken).Prepend(Identities.Any(i => i.Value == Name) ? "" : Name)));
}

/// <summary>A customer as a search finds them.</summary>
public sealed record CustomerFound(string Id, string Name, IReadOnlyList<Identity> Identities);
