using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Bench.Seeding;

/// <summary>Files that customers attach: small photos and receipts, really stored, each by many customers.</summary>
public static class SampleFiles
{
    private const int Count = 120;
    private static readonly string[] photos = ["IMG_2041.png", "photo.png", "damage.png", "DSC00317.png", "Screenshot.png"];
    private static readonly string[] receipts = ["receipt.txt", "order-confirmation.txt", "tracking.txt"];

    /// <summary>Stores them and returns how messages name them.</summary>
    public static async Task<IReadOnlyList<Attachment>> StoreAsync(IBlobs blobs, ulong seed, CancellationToken ct)
    {
        var dice = new Dice(seed, ulong.MaxValue);
        return await Task.WhenAll(Enumerable.Range(0, Count).Select(async i =>
        {
            var isPhoto = i % 3 > 0;
            var bytes = isPhoto ? Photo(dice) : Receipt(dice);
            var name = dice.Pick(isPhoto ? photos : receipts);
            return new Attachment("a0", name, isPhoto ? "image/png" : "text/plain", bytes.Length, await blobs.CreateAsync(bytes, ct));
        }));
    }

    private static byte[] Receipt(Dice dice) =>
        Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(1, dice.Between(4, 40)).Select(line => $"{line,3}  {dice.Between(100, 9000) / 100m,8:N2} €\r\n")));

    /// <summary>A picture of one colour running into another, as PNG (RFC 2083).</summary>
    public static byte[] Photo(Dice dice)
    {
        const int side = 96;
        var (red, green, blue) = (dice.Below(256), dice.Below(256), dice.Below(256));
        using var packed = new MemoryStream();
        using (var pack = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var y = 0; y < side; y++)
            {
                pack.WriteByte(0);
                for (var x = 0; x < side; x++) pack.Write([(byte)(red + x), (byte)(green + y), (byte)(blue + x + y + dice.Below(6))]);
            }
        }
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, side);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), side);
        (header[8], header[9]) = (8, 2);
        return [0x89, .. "PNG\r\n\x1a\n"u8, .. Chunk("IHDR"u8, header), .. Chunk("IDAT"u8, packed.ToArray()), .. Chunk("IEND"u8, [])];
    }

    private static byte[] Chunk(ReadOnlySpan<byte> type, byte[] data)
    {
        byte[] named = [.. type, .. data];
        var chunk = new byte[named.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        named.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(chunk.Length - 4), Crc(named));
        return chunk;
    }

    /// <summary>RFC 2083 §15, a bit at a time: there are few bytes.</summary>
    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 0 ? crc >> 1 : 0xEDB88320 ^ (crc >> 1);
        }
        return ~crc;
    }
}
