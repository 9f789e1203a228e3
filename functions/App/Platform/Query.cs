namespace HelpdeskMx.Platform;

/// <summary>What to look for: one type of item, conditions that must all hold, an order, a page.</summary>
/// <param name="Container">Where to look.</param>
/// <param name="Type">The one type of item to look for.</param>
/// <param name="Partition">Null looks in every partition; then at least one condition or order must stand on a declared index.</param>
public sealed record Query(Container Container, string Type, string? Partition = null)
{
    /// <summary>All must hold.</summary>
    public IReadOnlyList<Condition> Where { get; init; } = [];

    /// <summary>At most two fields; items that are equal in both follow by their place in the store. Empty: no promised order, but every item once.</summary>
    public IReadOnlyList<Order> OrderBy { get; init; } = [];

    /// <summary>Words that must all begin some word of the item's text, whatever their case and accents; null, or a text without any word, matches everything. See <see cref="SearchText"/>.</summary>
    /// <remarks>
    /// Without <see cref="OrderBy"/> the newest item, by its creation, comes first. With it, where more than 2,000 items meet the other conditions, the 1,000 newest
    /// finds are put in that order and older ones left out. A page of a search may end early, even empty, with a continuation: there is more to look through.
    /// </remarks>
    public string? Text { get; init; }

    /// <summary>1 to 1,000 items.</summary>
    public int PageSize { get; init; } = 50;

    /// <summary>Where the last page ended.</summary>
    public string? Continuation { get; init; }
}

/// <summary>A field to order by; null and missing values come first when ascending.</summary>
public readonly record struct Order(string Field, bool Descending = false);

/// <summary>A condition on a declared field. Values are <see cref="string"/>, <see cref="long"/> or <see cref="bool"/>; times are compared as ISO-8601 UTC text.</summary>
public abstract record Condition(string Field)
{
    /// <summary>The field has this value; null asks for items without one.</summary>
    public sealed record Is(string Field, object? Value) : Condition(Field);

    /// <summary>The field has one of these values; none given matches nothing.</summary>
    public sealed record OneOf(string Field, IReadOnlyList<object> Values) : Condition(Field);

    /// <summary>The field is a list that holds this value.</summary>
    public sealed record Has(string Field, string Value) : Condition(Field);

    /// <summary>The field is a list that does not hold this value, or is missing.</summary>
    public sealed record HasNot(string Field, string Value) : Condition(Field);

    /// <summary>The field lies in a span: from the first value on, up to but without the second; null leaves that side open.</summary>
    public sealed record Between(string Field, object? From, object? Before) : Condition(Field);
}
