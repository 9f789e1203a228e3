using FsCheck;
using FsCheck.Fluent;
using HelpdeskMx.Mail;

namespace HelpdeskMx.Tests.Mail;

/// <summary>Messages to write, plain and generated.</summary>
internal static class WrittenMail
{
    public static OutgoingMail Plain { get; } = new(
        "m1@shop.test", new("Shop", "desk@shop.test"), null, [new("Anna", "anna@example.test")], [], "Hello", new DateTimeOffset(2024, 5, 6, 7, 8, 9, TimeSpan.FromHours(2)),
        "Hello", null, [], null, [], new Dictionary<string, string>());

    private static readonly string[] s_words = ["Anna", "žluťoučký", "кот", "안녕하세요", "こんにちは", "🙂🚀", "a,b", "\"q\"", "=?utf-8?Q?x?=", "x=3D", "(c)", "l\\r", "a:b;", "zażółć", "very-long-word-" + new string('x', 90), "…", "é"];

    /// <summary>One to eight words between single spaces: everything a header can hold.</summary>
    public static Gen<string> Line { get; } = Gen.Elements(s_words).NonEmptyListOf().Select(words => string.Join(' ', words.Take(8)));

    public static Gen<string> Paragraphs { get; } = Line.Or(Gen.Elements("", ".", "..", "From here", "> quoted ", "trailing space ", "tab\there", new string('y', 1200), new string('ž', 400)))
        .ListOf().Select(lines => string.Join('\n', lines));

    public static Gen<MailAddress> Address { get; } = Gen.Zip(Line, Gen.Elements("anna@example.test", "o'neil+tag@sub.example.test", "x@xn--bcher-kva.test", "\"john doe\"@example.test")).Select(pair => new MailAddress(pair.Item1, pair.Item2));

    public static Gen<MailAttachment> Attachment { get; } =
        from name in Gen.Elements("plán.pdf", "report final.docx", "사진.jpg", "a;b=\"c\".txt", "photo.png", new string('n', 120) + ".zip", "=?utf-8?Q?x?=.txt")
        from bytes in Gen.Choose(0, 255).Select(b => (byte)b).ArrayOf()
        from inline in Gen.Elements(true, false)
        select new MailAttachment(name, "application/octet-stream", inline ? "cid1@shop.test" : null, inline, bytes);

    public static Gen<OutgoingMail> Any { get; } =
        from subject in Line
        from text in Paragraphs
        from html in Gen.Elements(null, "<p>Dobrý den</p>", "<p>x</p><img src=\"cid:cid1@shop.test\">")
        from to in Address.NonEmptyListOf()
        from cc in Address.ListOf()
        from files in Attachment.ListOf()
        from references in Gen.Elements("a1@x.test", "b2.c3@y.test", new string('r', 60) + "@z.test").ListOf()
        select Plain with { Subject = subject, Text = text, Html = html, To = [.. to.Take(30)], Cc = [.. cc.Take(5)], Attachments = [.. files.Take(3)], References = [.. references], InReplyTo = references.LastOrDefault() };
}
