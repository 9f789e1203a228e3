using System.Buffers.Binary;
using System.Text;
using HelpdeskMx.Mail.Charsets;

namespace HelpdeskMx.Mail.Tnef;

/// <summary>The few MAPI properties of an attachment that tell its name and kind (MS-OXTNEF §2.1.3.4, MS-OXPROPS).</summary>
internal sealed record MapiProperties(string? LongFileName, string? MimeType, string? ContentId)
{
    private const int LongFileNameId = 0x3707;
    private const int MimeTypeId = 0x370E;
    private const int ContentIdId = 0x3712;
    private const int FirstNamedId = 0x8000;
    private const int UnicodeType = 0x1F;

    /// <summary>Reads as far as the bytes make sense.</summary>
    public static MapiProperties Read(ReadOnlySpan<byte> bytes)
    {
        var found = new MapiProperties(null, null, null);
        if (!Take(ref bytes, 4, out var head)) return found;
        for (var count = BinaryPrimitives.ReadUInt32LittleEndian(head); count > 0; count--)
        {
            if (!Take(ref bytes, 4, out var tag)) return found;
            var type = BinaryPrimitives.ReadUInt16LittleEndian(tag);
            var id = BinaryPrimitives.ReadUInt16LittleEndian(tag[2..]);
            if (id >= FirstNamedId && !SkipName(ref bytes)) return found;
            if (!TakeValue(ref bytes, type, out var value)) return found;
            found = id switch
            {
                LongFileNameId => found with { LongFileName = Text(value, type) },
                MimeTypeId => found with { MimeType = Text(value, type) },
                ContentIdId => found with { ContentId = Text(value, type) },
                _ => found,
            };
        }
        return found;
    }

    private static bool SkipName(ref ReadOnlySpan<byte> bytes)
    {
        if (!Take(ref bytes, 20, out var head)) return false;
        var isNumber = BinaryPrimitives.ReadUInt32LittleEndian(head[16..]) == 0;
        if (!Take(ref bytes, 4, out var number)) return false;
        return isNumber || Take(ref bytes, Padded(BinaryPrimitives.ReadUInt32LittleEndian(number)), out _);
    }

    /// <summary>Takes one value; of those with many parts, the first that has one.</summary>
    private static bool TakeValue(ref ReadOnlySpan<byte> bytes, int type, out ReadOnlySpan<byte> value)
    {
        value = default;
        var size = FixedSize(type & 0xFFF);
        var isMany = (type & 0x1000) != 0;
        if (size > 0 && !isMany) return Take(ref bytes, size, out value);
        if (!Take(ref bytes, 4, out var counted)) return false;
        for (var count = BinaryPrimitives.ReadUInt32LittleEndian(counted); count > 0; count--)
        {
            if (size > 0)
            {
                if (!Take(ref bytes, size, out _)) return false;
                continue;
            }
            if (!Take(ref bytes, 4, out var lengthBytes)) return false;
            var length = BinaryPrimitives.ReadUInt32LittleEndian(lengthBytes);
            if (!Take(ref bytes, Padded(length), out var padded)) return false;
            if (value.IsEmpty) value = padded[..(int)length];
        }
        return true;
    }

    /// <summary>Bytes of a value of fixed size, padded to four; 0 for strings, bytes and objects.</summary>
    private static int FixedSize(int type) => type switch
    {
        0x02 or 0x03 or 0x04 or 0x0A or 0x0B => 4,
        0x05 or 0x06 or 0x07 or 0x14 or 0x40 => 8,
        0x48 => 16,
        _ => 0,
    };

    private static long Padded(uint length) => (length + 3L) & ~3L;

    private static bool Take(ref ReadOnlySpan<byte> bytes, long length, out ReadOnlySpan<byte> taken)
    {
        taken = default;
        if (length > bytes.Length) return false;
        taken = bytes[..(int)length];
        bytes = bytes[(int)length..];
        return true;
    }

    private static string? Text(ReadOnlySpan<byte> value, int type)
    {
        var text = ((type & 0xFFF) == UnicodeType ? Encoding.Unicode.GetString(value) : Charset.DecodeRaw(value, null)).TrimEnd('\0');
        return text.Length == 0 ? null : text;
    }
}
