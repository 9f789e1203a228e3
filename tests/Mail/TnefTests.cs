using System.Text;
using HelpdeskMx.Mail;
using MimeKit.Tnef;

namespace HelpdeskMx.Tests.Mail;

/// <summary>winmail.dat is unpacked into the files its sender attached.</summary>
public sealed class TnefTests
{
    private static readonly byte[] s_file = Wrapped("PLAN~1.PDF", "plán a rozpočet.pdf", "%PDF"u8.ToArray());

    [Fact]
    public void The_files_inside_come_out_under_their_long_names()
    {
        var file = Assert.Single(Parse(s_file).Attachments);
        Assert.Equal(("plán a rozpočet.pdf", "application/pdf", "%PDF"), (file.Name, file.ContentType, Encoding.ASCII.GetString(file.Content.Span)));
    }

    // MimeKit reads names in code pages, which .NET has only when asked for.
    static TnefTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Fact]
    public void Another_reader_finds_the_same()
    {
        using var part = new TnefPart { Content = new MimeKit.MimeContent(new MemoryStream(s_file)) };
        Assert.Equal("plán a rozpočet.pdf", Assert.Single(part.ExtractAttachments().OfType<MimeKit.MimePart>()).FileName);
    }

    [Fact]
    public void What_is_no_such_file_stays_as_it_is() => Assert.Equal("winmail.dat", Assert.Single(Parse("nothing of the kind"u8.ToArray()).Attachments).Name);

    [Fact]
    public void A_file_cut_anywhere_is_read_as_far_as_it_goes()
    {
        for (var length = 0; length < s_file.Length; length++) Assert.Single(Parse(s_file[..length]).Attachments);
    }

    private static ParsedMail Parse(byte[] tnef) => MailParser.Parse(
        Encoding.ASCII.GetBytes("Subject: x\nContent-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\n" + Convert.ToBase64String(tnef)));

    private static byte[] Wrapped(string shortName, string longName, byte[] content)
    {
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        writer.Write(0x223E9F78u);
        writer.Write((ushort)1);
        Attribute(writer, 1, 0x00089006, BitConverter.GetBytes(0x00010000));
        Attribute(writer, 2, 0x00069002, new byte[14]);
        Attribute(writer, 2, 0x00018010, Encoding.ASCII.GetBytes(shortName + "\0"));
        Attribute(writer, 2, 0x0006800F, content);
        Attribute(writer, 2, 0x00069005, Properties(longName));
        return file.ToArray();
    }

    private static byte[] Properties(string longName)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(4u);
        writer.Write(0x370B0003u);
        writer.Write(-1);
        writer.Write(0x8001001Fu); // a named property before those of interest
        writer.Write(new byte[16]);
        writer.Write(1u);
        Counted(writer, Encoding.Unicode.GetBytes("odd\0"));
        writer.Write(1u);
        Counted(writer, Encoding.Unicode.GetBytes("x\0"));
        writer.Write(0x3707001Fu);
        writer.Write(1u);
        Counted(writer, Encoding.Unicode.GetBytes(longName + "\0"));
        writer.Write(0x370E001Eu);
        writer.Write(1u);
        Counted(writer, "application/pdf\0"u8.ToArray());
        return bytes.ToArray();
    }

    private static void Counted(BinaryWriter writer, byte[] value)
    {
        writer.Write((uint)value.Length);
        writer.Write(value);
        writer.Write(new byte[-value.Length & 3]);
    }

    private static void Attribute(BinaryWriter writer, byte level, uint tag, byte[] value)
    {
        writer.Write(level);
        writer.Write(tag);
        writer.Write((uint)value.Length);
        writer.Write(value);
        writer.Write((ushort)value.Sum(b => b));
    }
}
