using HelpdeskMx.Bench.Seeding;
using HelpdeskMx.Mail;

namespace HelpdeskMx.Bench.Mails;

/// <summary>Mails as customers send them with photos and scans: a short text, its HTML, one to three files of up to a megabyte.</summary>
public static class HeavyMails
{
    private const int Count = 12;

    /// <summary>The same ones at every run.</summary>
    public static IReadOnlyList<byte[]> All { get; } = [.. Enumerable.Range(0, Count).Select(number => Mail(new Dice(117, (ulong)number)))];

    private static byte[] Mail(Dice dice)
    {
        var text = string.Concat(Enumerable.Repeat("Dobrý den, zboží přišlo poškozené. Posílám fotografie a účtenku.\n", dice.Between(3, 20)));
        var files = Enumerable.Range(1, dice.Between(1, 4)).Select(i => new MailAttachment($"fotka {i}.jpg", "image/jpeg", null, false, Bytes(dice.Between(30_000, 1_000_000), dice)));
        return MailWriter.Write(new(
            "heavy@mail.example", new("Jana Malá", "jana@mail.example"), null, [new(null, "support@demo.test")], [], "Poškozené zboží", DateTimeOffset.UnixEpoch.AddYears(56), text, $"<div>{text.Replace("\n", "<br>", StringComparison.Ordinal)}</div>", [], null, [.. files],
            new Dictionary<string, string>()));
    }

    private static byte[] Bytes(int length, Dice dice)
    {
        var bytes = new byte[length];
        for (var i = 0; i < length; i++) bytes[i] = (byte)dice.Below(256);
        return bytes;
    }
}
