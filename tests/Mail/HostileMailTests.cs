using System.Globalization;
using System.Text;
using HelpdeskMx.Bench.Mails;
using HelpdeskMx.Mail;

namespace HelpdeskMx.Tests.Mail;

/// <summary>No bytes make the parser throw, take long or hold much. <c>./dev bench --only fuzz</c> tries more of the broken messages.</summary>
public sealed class HostileMailTests
{
    [Fact]
    public void Broken_messages_are_read_without_a_throw_in_time_and_within_bounds()
    {
        var read = Fuzz.Run(first: 0, count: 4_000);
        Assert.Empty(read.Thrown);
        Assert.True(read.Slowest.Cost.Milliseconds < 50, $"the slowest took {read.Slowest}");
        Assert.True(read.Hungriest.Cost.Allocated < Fuzz.MostAllocated, $"the hungriest took {read.Hungriest}");
    }

    [Fact]
    public void A_broken_message_is_the_same_for_the_same_number()
    {
        var mails = new BrokenMails([.. SeedMails.Own]);
        Assert.Equal(mails.Mail(7), mails.Mail(7));
        Assert.NotEqual(mails.Mail(7), mails.Mail(8));
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
    [InlineData("x= ", 100_000)]
    [InlineData("\t", 200_000)]
    [InlineData("x=a\t\t\t\t", 100_000)]
    public void A_hostile_value_costs_little_in_any_header(string piece, int times)
    {
        var value = string.Concat(Enumerable.Repeat(piece, times));
        var before = ThreadClock.Milliseconds;
        foreach (var name in (string[])["From", "Subject", "References", "Date", "Content-Type", "Content-Disposition", "Content-ID"])
            ReadWhole(Encoding.UTF8.GetBytes($"{name}: text/plain; boundary={value}\r\n\r\nbody"));
        Assert.InRange(ThreadClock.Milliseconds - before, 0, 5_000);
    }

    [Fact]
    public void Multiparts_nested_without_end_stop_at_the_limit()
    {
        var mail = new StringBuilder();
        for (var i = 0; i < 20_000; i++) mail.Append(CultureInfo.InvariantCulture, $"Content-Type: multipart/mixed; boundary=b{i}\r\n\r\n--b{i}\r\n");
        var before = ThreadClock.Milliseconds;
        var read = MailParser.Parse(Encoding.ASCII.GetBytes(mail.ToString()));
        Assert.Contains("multiparts nested too deep", read.Defects);
        Assert.InRange(ThreadClock.Milliseconds - before, 0, 2_000);
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
}
