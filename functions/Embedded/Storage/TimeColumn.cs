using System.Globalization;
using System.Text;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Embedded.Storage;

/// <summary>Items lie in blocks; of a block is known what it may hold, so that most are passed over.</summary>
internal static class ColumnBlocks
{
    public const int Size = 1_024;

    public static int At(int slot) => slot / Size;

    public static int Of(int slots) => (slots + Size - 1) / Size;
}

/// <summary>A time of every item, as lists are ordered by it; <see cref="Nothing"/> where it has none.</summary>
internal sealed class TimeColumn
{
    public const long Nothing = long.MinValue;
    private long[] times;
    private long[] earliest;
    private long[] latest;

    public TimeColumn(int capacity)
    {
        times = new long[capacity];
        Array.Fill(times, Nothing);
        earliest = new long[ColumnBlocks.Of(capacity)];
        latest = new long[earliest.Length];
        Array.Fill(earliest, long.MaxValue);
        Array.Fill(latest, Nothing);
    }

    public long this[int slot]
    {
        get => times[slot];
        set
        {
            times[slot] = value;
            var block = ColumnBlocks.At(slot);
            earliest[block] = Math.Min(earliest[block], value);
            latest[block] = Math.Max(latest[block], value);
        }
    }

    /// <summary>No item of the block is earlier.</summary>
    public long Earliest(int block) => earliest[block];

    /// <summary>No item of the block is later.</summary>
    public long Latest(int block) => latest[block];

    public void Grow(int capacity)
    {
        var (slots, blocks) = (times.Length, earliest.Length);
        Array.Resize(ref times, capacity);
        Array.Fill(times, Nothing, slots, capacity - slots);
        Array.Resize(ref earliest, ColumnBlocks.Of(capacity));
        Array.Resize(ref latest, earliest.Length);
        Array.Fill(earliest, long.MaxValue, blocks, earliest.Length - blocks);
        Array.Fill(latest, Nothing, blocks, latest.Length - blocks);
    }

    /// <summary>Reads a time as <see cref="UtcTime"/> writes it, whose order is the order of its text; false for any other text.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out long time)
    {
        time = Nothing;
        Span<char> chars = stackalloc char[UtcTime.Length];
        if (text.Length != chars.Length || Encoding.ASCII.GetChars(text, chars) != chars.Length) return false;
        return TryRead(chars, out time);
    }

    /// <inheritdoc cref="TryRead(ReadOnlySpan{byte}, out long)"/>
    public static bool TryRead(ReadOnlySpan<char> text, out long time)
    {
        var isTime = UtcTime.TryParse(text, out var read);
        time = isTime ? read.Ticks : Nothing;
        return isTime;
    }
}
