namespace HelpdeskMx.Cosmos;

/// <summary>Compares places as Cosmos DB sorts values: nothing, flags, numbers, texts by code point; each value in its own direction.</summary>
internal sealed class PlaceOrder(IReadOnlyList<bool> descending) : IComparer<IReadOnlyList<object?>>
{
    public int Compare(IReadOnlyList<object?>? one, IReadOnlyList<object?>? other)
    {
        for (var i = 0; i < descending.Count; i++)
        {
            var order = Compare(one![i], other![i]);
            if (order != 0) return descending[i] ? -order : order;
        }
        return 0;
    }

    private static int Compare(object? one, object? other) => (one, other) switch
    {
        (string a, string b) => ByCodePoint(a, b),
        (long a, long b) => a.CompareTo(b),
        (bool a, bool b) => a.CompareTo(b),
        _ => Rank(one).CompareTo(Rank(other)),
    };

    private static int Rank(object? value) => value switch { null => 0, bool => 1, long => 2, _ => 3 };

    private static int ByCodePoint(string one, string other)
    {
        var same = one.AsSpan().CommonPrefixLength(other);
        if (same == one.Length || same == other.Length) return one.Length.CompareTo(other.Length);
        return Weight(one[same]).CompareTo(Weight(other[same]));
    }

    /// <summary>UTF-16 puts the halves of the highest characters below some lower ones.</summary>
    private static int Weight(char c) => char.IsSurrogate(c) ? c + 0x10000 : c;
}
