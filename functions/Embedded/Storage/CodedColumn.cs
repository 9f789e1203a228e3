using HelpdeskMx.Platform;

namespace HelpdeskMx.Embedded.Storage;

/// <summary>One field of every item, each value as a small number: a condition is asked of the numbers there are, and then only looked up.</summary>
/// <remarks>The number 0 stands for an item that is gone and meets no condition.</remarks>
internal abstract class CodedColumn
{
    private readonly List<int> uses = [0];
    private ushort[] low;
    private byte[]? high;
    private ulong[] hints;

    protected CodedColumn(int capacity)
    {
        low = new ushort[capacity];
        hints = new ulong[ColumnBlocks.Of(capacity)];
    }

    /// <summary>True once there are more different values than it pays to number.</summary>
    public bool IsTooVaried { get; protected set; }

    /// <summary>How many numbers are in use.</summary>
    protected int Codes => uses.Count;

    public int this[int slot]
    {
        get => high is null ? low[slot] : low[slot] | (high[slot] << 16);
        set
        {
            uses[this[slot]]--;
            uses[value]++;
            low[slot] = (ushort)value;
            if (value > ushort.MaxValue) high ??= new byte[low.Length];
            if (high is not null) high[slot] = (byte)(value >> 16);
            hints[ColumnBlocks.At(slot)] |= Hint(value);
        }
    }

    public void Grow(int capacity)
    {
        Array.Resize(ref low, capacity);
        if (high is not null) Array.Resize(ref high, capacity);
        Array.Resize(ref hints, ColumnBlocks.Of(capacity));
    }

    /// <summary>What these conditions admit.</summary>
    public Admitted Admitting(IEnumerable<Condition> conditions)
    {
        var codes = new bool[Codes];
        Array.Fill(codes, true, 1, codes.Length - 1);
        foreach (var condition in conditions) Admit(condition, codes);
        var (items, hint) = (0, 0UL);
        for (var code = 0; code < codes.Length; code++)
        {
            if (!codes[code]) continue;
            items += uses[code];
            hint |= Hint(code);
        }
        return new Admitted(this, codes, items, hint);
    }

    /// <summary>False if surely nothing in the block has a value of the hint.</summary>
    public bool MayHold(int block, ulong hint) => (hints[block] & hint) != 0;

    /// <summary>Keeps of these slots, in their order, those of an admitted value and returns how many.</summary>
    public int Keep(Span<int> slots, ReadOnlySpan<bool> admitted)
    {
        var kept = 0;
        if (high is null)
        {
            foreach (var slot in slots)
            {
                slots[kept] = slot;
                if (admitted[low[slot]]) kept++;
            }
            return kept;
        }
        foreach (var slot in slots)
        {
            slots[kept] = slot;
            if (admitted[low[slot] | (high[slot] << 16)]) kept++;
        }
        return kept;
    }

    /// <summary>Takes out the numbers that do not meet the condition.</summary>
    protected abstract void Admit(Condition condition, bool[] codes);

    /// <summary>A number for one more value.</summary>
    protected int Add()
    {
        uses.Add(0);
        return uses.Count - 1;
    }

    private static ulong Hint(int code) => 1UL << (code & 63);
}

/// <summary>The numbers of a column that conditions admit, and how many items have one.</summary>
internal readonly record struct Admitted(CodedColumn Column, bool[] Codes, int Items, ulong Hint);

/// <summary>A field with one value, or none.</summary>
internal sealed class ScalarColumn(int capacity) : CodedColumn(capacity)
{
    private const int Most = 4_096;
    private readonly Dictionary<object, int> codes = [];
    private int nothing;

    /// <summary>The number of a value: a string, a long, or null.</summary>
    public int CodeOf(object? value)
    {
        if (value is null) return nothing == 0 ? nothing = Add() : nothing;
        if (codes.TryGetValue(value, out var code)) return code;
        IsTooVaried |= codes.Count == Most;
        return codes[value] = Add();
    }

    protected override void Admit(Condition condition, bool[] codes)
    {
        var met = new bool[codes.Length];
        foreach (var value in QueryRules.ValuesOf(condition)) met[Known(value)] = true;
        for (var code = 0; code < codes.Length; code++) codes[code] &= met[code];
    }

    private int Known(object? value) => value switch
    {
        null => nothing,
        bool flag => codes.GetValueOrDefault(flag ? 1L : 0L),
        _ => codes.GetValueOrDefault(value),
    };
}

/// <summary>A field with a list of values. Lists share their beginnings: each number is a shorter list and one value more.</summary>
internal sealed class ListColumn : CodedColumn
{
    private const int Most = 500_000;
    private readonly Dictionary<string, int> values = [];
    private readonly Dictionary<(int List, int Value), int> longer = [];
    private readonly List<(int List, int Value)> made = [(0, 0)];

    public ListColumn(int capacity) : base(capacity)
    {
        Empty = Add();
        made.Add((0, 0));
    }

    /// <summary>The number of the list without values.</summary>
    public int Empty { get; }

    /// <summary>The number of a list with one value more; values are added in one order, so that equal lists have one number.</summary>
    public int With(int list, string value)
    {
        if (!values.TryGetValue(value, out var number)) values[value] = number = values.Count + 1;
        if (longer.TryGetValue((list, number), out var code)) return code;
        IsTooVaried |= made.Count == Most;
        made.Add((list, number));
        return longer[(list, number)] = Add();
    }

    protected override void Admit(Condition condition, bool[] codes)
    {
        var value = values.GetValueOrDefault((string)QueryRules.ValuesOf(condition)[0]!, -1);
        var has = new bool[codes.Length];
        for (var code = Empty + 1; code < codes.Length; code++) has[code] = made[code].Value == value || has[made[code].List];
        for (var code = 0; code < codes.Length; code++) codes[code] &= has[code] == (condition is Condition.Has);
    }
}
