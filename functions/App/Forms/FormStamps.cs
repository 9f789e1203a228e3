using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Forms;

/// <summary>What a form's page carries and sends back, signed: which showing of the form it is, and when that was.</summary>
/// <param name="Id">Never the same twice.</param>
/// <param name="At">When the page was made, to the millisecond.</param>
/// <param name="Text">As the page carries it.</param>
public sealed record FormStamp(string Id, DateTimeOffset At, string Text)
{
    /// <summary>So many leading bits of the proof's digest must be zero: about 65,000 tries, well under a second.</summary>
    public const int Bits = 16;

    /// <summary>True for a number that makes SHA-256 of <c>id:number</c> begin with <see cref="Bits"/> zero bits.</summary>
    public bool IsSolvedBy(string? proof)
    {
        if (!ulong.TryParse(proof, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;
        var digest = SHA256.HashData(Encoding.ASCII.GetBytes($"{Id}:{number}"));
        return BitOperations.LeadingZeroCount(BinaryPrimitives.ReadUInt32BigEndian(digest)) >= Bits;
    }
}

/// <summary>Makes stamps and knows them again.</summary>
public sealed class FormStamps(Secrets secrets, TimeProvider clock)
{
    private const int IdBytes = 16, Head = IdBytes + sizeof(long), Whole = Head + 32;

    /// <summary>A new one for this form.</summary>
    public async Task<FormStamp> NewAsync(string formId, CancellationToken ct)
    {
        var bytes = new byte[Whole];
        RandomNumberGenerator.Fill(bytes.AsSpan(0, IdBytes));
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(IdBytes), clock.GetUtcNow().ToUnixTimeMilliseconds());
        Sign(bytes, formId, await SecretAsync(ct)).CopyTo(bytes.AsSpan(Head));
        return Of(bytes);
    }

    /// <summary>The stamp a page sent back; null where it is missing, of another form, or not ours.</summary>
    public async Task<FormStamp?> ReadAsync(string formId, string? text, CancellationToken ct)
    {
        var bytes = new byte[Whole];
        if (text is null || text.Length != Base64Url.GetEncodedLength(Whole) || !Base64Url.TryDecodeFromChars(text, bytes, out var length) || length != Whole) return null;
        return CryptographicOperations.FixedTimeEquals(Sign(bytes, formId, await SecretAsync(ct)), bytes.AsSpan(Head)) ? Of(bytes) : null;
    }

    /// <summary>Two small numbers that only this stamp adds up.</summary>
    public async Task<(int One, int Other)> SumAsync(FormStamp stamp, CancellationToken ct)
    {
        var digest = HMACSHA256.HashData(await SecretAsync(ct), Encoding.UTF8.GetBytes($"sum:{stamp.Id}"));
        return (2 + (digest[0] % 8), 2 + (digest[1] % 8));
    }

    private static FormStamp Of(byte[] bytes) => new(
        Convert.ToHexStringLower(bytes.AsSpan(0, IdBytes)), DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(IdBytes))), Base64Url.EncodeToString(bytes));

    private static byte[] Sign(byte[] bytes, string formId, byte[] secret) => HMACSHA256.HashData(secret, (byte[])[.. bytes.AsSpan(0, Head), .. Encoding.UTF8.GetBytes(formId)]);

    private Task<byte[]> SecretAsync(CancellationToken ct) => secrets.ForAsync("form-stamps", ct);
}
