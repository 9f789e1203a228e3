namespace HelpdeskMx.Deliverability;

/// <summary>A record of <c>tag=value</c> pairs with semicolons between them, as DKIM and DMARC write theirs (RFC 6376 §3.2).</summary>
public sealed class TagList
{
    private const int Longest = 8192;
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    private TagList() { }

    /// <summary>The first tag, by which a record says what it is.</summary>
    public string First { get; private set; } = "";

    /// <summary>What cannot be read; null where everything can.</summary>
    public string? Fault { get; private set; }

    /// <summary>A tag's value without surrounding spaces, null where it is missing.</summary>
    public string? this[string tag] => values.GetValueOrDefault(tag);

    /// <summary>Reads one; what cannot be read is named by <see cref="Fault"/>.</summary>
    public static TagList Read(string record)
    {
        var list = new TagList();
        if (record.Length > Longest) list.Fault = record;
        else foreach (var pair in record.Split(';', StringSplitOptions.TrimEntries)) list.Add(pair);
        return list;
    }

    private void Add(string pair)
    {
        if (pair.Length == 0) return;
        var split = pair.IndexOf('=');
        var tag = split < 0 ? "" : pair[..split].TrimEnd().ToLowerInvariant();
        if (tag.Length == 0 || !char.IsAsciiLetter(tag[0]) || !tag.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') || !values.TryAdd(tag, pair[(split + 1)..].TrimStart())) Fault ??= pair;
        else if (values.Count == 1) First = tag;
    }
}
