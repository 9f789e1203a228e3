using System.Diagnostics;
using System.Globalization;
using System.Text;
using HelpdeskMx.Mail;

namespace HelpdeskMx.Tests.Mail;

/// <summary>No bytes make the parser throw or take long. HELPDESK_MUTATIONS sets how many broken messages are tried.</summary>
public sealed class HostileMailTests
{
    private static readonly int s_mutations = int.TryParse(Environment.GetEnvironmentVariable("HELPDESK_MUTATIONS"), CultureInfo.InvariantCulture, out var set) ? set : 5000;

    private static readonly byte[] s_marks = "\r\n\t\"<>()=?;,:\\-\0\u001b"u8.ToArray();

    [Fact]
    public void Broken_messages_are_read_without_a_throw_and_in_time()
    {
        var seeds = Seeds().ToArray();
        var random = new Random(20240506);
        var slowest = TimeSpan.Zero;
        for (var i = 0; i < s_mutations; i++)
        {
            var bytes = Mutate(seeds[random.Next(seeds.Length)], seeds, random);
            var clock = Stopwatch.StartNew();
            ReadWhole(bytes);
            if (clock.Elapsed > slowest) slowest = clock.Elapsed;
        }
        Assert.True(slowest < TimeSpan.FromSeconds(3), $"the slowest took {slowest}");
    }

    [Theory]
    [InlineData("(", 500_000)]
    [InlineData("\"", 500_000)]
    [InlineData("<", 500_000)]
    [InlineData("a@b,", 200_000)]
    [InlineData("=?utf-8?Q?a?= ", 20_000)]
    [InlineData("=?utf-8?B?", 40_000)]
    [InlineData("=?", 200_000)]
    [InlineData("a b ", 100_000)]
    [InlineData("<a", 200_000)]
    [InlineData(";x*1*=%41", 40_000)]
    [InlineData("; ( ", 100_000)]
    [InlineData("x=\"", 100_000)]
    public void A_hostile_value_costs_little_in_any_header(string piece, int times)
    {
        var value = string.Concat(Enumerable.Repeat(piece, times));
        var clock = Stopwatch.StartNew();
        foreach (var name in (string[])["From", "Subject", "References", "Date", "Content-Type", "Content-Disposition", "Content-ID"])
            ReadWhole(Encoding.UTF8.GetBytes($"{name}: text/plain; {value}\r\n\r\nbody"));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"took {clock.Elapsed}");
    }

    [Fact]
    public void Multiparts_nested_without_end_stop_at_the_limit()
    {
        var mail = new StringBuilder();
        for (var i = 0; i < 20_000; i++) mail.Append(CultureInfo.InvariantCulture, $"Content-Type: multipart/mixed; boundary=b{i}\r\n\r\n--b{i}\r\n");
        var clock = Stopwatch.StartNew();
        var read = MailParser.Parse(Encoding.ASCII.GetBytes(mail.ToString()));
        Assert.Contains("multiparts nested too deep", read.Defects);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(2), $"took {clock.Elapsed}");
    }

    [Fact]
    public void Parts_without_number_stop_at_the_limit()
    {
        var mail = "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + string.Concat(Enumerable.Repeat("--b\r\nContent-Type: image/png\r\n\r\nx\r\n", 50_000));
        Assert.True(MailParser.Parse(Encoding.ASCII.GetBytes(mail)).Attachments.Count <= MailLimits.Default.Parts);
    }

    [Fact]
    public void A_header_without_end_stops_at_the_limit()
    {
        var mail = "Subject: x\r\n" + string.Concat(Enumerable.Repeat("X-Pad: yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\r\n", 20_000)) + "\r\nbody";
        var read = MailParser.Parse(Encoding.ASCII.GetBytes(mail));
        Assert.True(read.Headers.Count <= MailLimits.Default.HeaderFields);
        Assert.Equal("body", read.Text);
    }

    private static void ReadWhole(byte[] bytes)
    {
        var mail = MailParser.Parse(bytes);
        _ = mail.Fingerprint();
        foreach (var (name, value) in mail.Headers) Assert.False(name.Contains('\n') || value.Contains('\n'));
        if (bytes.Length > 100_000) return;
        _ = ReplyText.Of(mail.ReadableText);
        if (mail.Html is { } html) _ = HtmlCleaner.Clean(html, _ => null);
    }

    private static IEnumerable<byte[]> Seeds()
    {
        foreach (var sample in Samples.All) yield return sample;
        yield return MailWriter.Write(WrittenMail.Plain);
        if (Corpus.Folder is null) yield break;
        foreach (var source in (string[])["stalwart", "phpmime", "sisimai"])
            foreach (var @case in Corpus.Cases(source))
                if (Corpus.Bytes(@case) is { Length: < 60_000 } bytes) yield return bytes;
    }

    private static byte[] Mutate(byte[] seed, byte[][] seeds, Random random)
    {
        var bytes = new List<byte>(seed);
        for (var changes = random.Next(1, 6); changes > 0 && bytes.Count > 0; changes--)
        {
            var at = random.Next(bytes.Count);
            var other = seeds[random.Next(seeds.Length)];
            switch (random.Next(6))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.RemoveRange(at, random.Next(Math.Min(200, bytes.Count - at))); break;
                case 2: bytes.InsertRange(at, other.AsSpan(random.Next(other.Length / 2), other.Length / 2).ToArray()); break;
                case 3: bytes.RemoveRange(at, bytes.Count - at); break;
                case 4: bytes.Insert(at, s_marks[random.Next(s_marks.Length)]); break;
                case 5: bytes = [.. "Content-Type: message/rfc822\r\n\r\n"u8, .. bytes]; break;
            }
        }
        return [.. bytes];
    }
}
