using System.Globalization;
using System.Text;
using HelpdeskMx.Bench.Seeding;
using HelpdeskMx.Bench.Seeding.Wording;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Bench.Load;

/// <summary>As many distinct mails of about 4 KB as anybody wants, at the cost of a copy: a few real letters whose numbers are written over.</summary>
public sealed class MailStock
{
    private const int Letters = 60;
    private const int Size = 4096;
    private const string MessageMark = "@@@@@@@@@@";
    private const string SenderMark = "########";
    private readonly (byte[] Bytes, int[] MessageAt, int[] SenderAt)[] letters;

    /// <summary>Mails whose Message-IDs begin with this name.</summary>
    public MailStock(string name)
    {
        Name = name;
        letters = [.. Enumerable.Range(0, Letters).Select(i => Letter(new Dice(7, (ulong)i), i % 2 == 0))];
    }

    /// <summary>What the Message-IDs begin with.</summary>
    public string Name { get; }

    /// <summary>The Message-ID of a mail, without brackets.</summary>
    public string MessageId(long number) => string.Create(CultureInfo.InvariantCulture, $"{Name}.{number:D10}@mail.example");

    /// <summary>A mail; every other sender writes a second time.</summary>
    public byte[] Mail(long number)
    {
        var (bytes, messageAt, senderAt) = letters[number % Letters];
        var mail = bytes.ToArray();
        foreach (var at in messageAt) Write(mail.AsSpan(at, MessageMark.Length), number);
        foreach (var at in senderAt) Write(mail.AsSpan(at, SenderMark.Length), number * 2 / 3);
        return mail;
    }

    /// <summary>A mail that answers an earlier one.</summary>
    public byte[] Answer(long number, long to) => [.. Encoding.ASCII.GetBytes($"In-Reply-To: <{MessageId(to)}>\r\n"), .. Mail(number)];

    private static void Write(Span<byte> digits, long number)
    {
        for (var i = digits.Length - 1; i >= 0; i--, number /= 10) digits[i] = (byte)('0' + number % 10);
    }

    private (byte[], int[], int[]) Letter(Dice dice, bool plain)
    {
        var person = new Person(Tongues.Throw(dice), dice, 0);
        var letters = new Letters(person, dice, DateTimeOffset.UnixEpoch.AddYears(56));
        var head = $"""
            Received: from out.mail.example (out.mail.example [192.0.2.17]) by in.demo.test with ESMTPS id {MessageMark};
                Mon, 05 Jan 2026 08:14:03 +0100
            DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=mail.example; s=s1; h=from:to:subject:date:message-id;
                bh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=; b={new string('k', 172)}
            From: {Encoded(person.Name)} <c{SenderMark}@{person.Mailbox[(person.Mailbox.IndexOf('@') + 1)..]}>
            To: "Demo Shop" <support@demo.test>
            Subject: {Encoded(letters.Subject)}
            Date: Mon, 05 Jan 2026 08:14:01 +0100
            Message-ID: <{Name}.{MessageMark}@mail.example>
            MIME-Version: 1.0

            """;
        var text = letters.First();
        while (Encoding.UTF8.GetByteCount(head) + (plain ? 1.0 : 3.2) * Encoding.UTF8.GetByteCount(text) < Size - 300) text += "\n\n" + letters.Next();
        var mail = Encoding.UTF8.GetBytes((head + (plain ? Plain(text) : Alternative(text))).ReplaceLineEndings("\r\n"));
        return (mail, All(mail, MessageMark), All(mail, SenderMark));
    }

    private static string Plain(string text) => $"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{text}\n";

    private static string Alternative(string text) => $"""
        Content-Type: multipart/alternative; boundary="=_two"

        --=_two
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: base64

        {Base64(text)}
        --=_two
        Content-Type: text/html; charset=utf-8
        Content-Transfer-Encoding: base64

        {Base64($"<html><head><style>p {{ margin: 0 }}</style></head><body><div>{Written.FromText(text)}</div><img src=\"https://mail.example/seen.gif\"></body></html>")}
        --=_two--

        """;

    private static string Encoded(string words) => $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(words))}?=";

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text), Base64FormattingOptions.InsertLineBreaks);

    private static int[] All(byte[] mail, string mark)
    {
        List<int> found = [];
        var wanted = Encoding.ASCII.GetBytes(mark);
        for (var at = 0; mail.AsSpan(at).IndexOf(wanted) is var next and >= 0; at += next + wanted.Length) found.Add(at + next);
        return [.. found];
    }
}
