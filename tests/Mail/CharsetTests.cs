using System.Text;
using HelpdeskMx.Mail.Charsets;

namespace HelpdeskMx.Tests.Mail;

/// <summary>Texts in the charsets of mail, with true labels, false ones and none.</summary>
public sealed class CharsetTests
{
    static CharsetTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("windows-1250", "Příliš žluťoučký kůň")]
    [InlineData("iso-8859-2", "Zażółć gęślą jaźń")]
    [InlineData("koi8-r", "Съешь же ещё этих мягких булок")]
    [InlineData("windows-1251", "Съешь же ещё этих мягких булок")]
    [InlineData("euc-kr", "다람쥐 헌 쳇바퀴에 타고파")]
    [InlineData("ks_c_5601-1987", "한국어 메일입니다")]
    [InlineData("shift_jis", "いろはにほへと")]
    [InlineData("iso-2022-jp", "いろはにほへと")]
    [InlineData("euc-jp", "いろはにほへと")]
    [InlineData("gb2312", "我的订单在哪里")]
    [InlineData("gb18030", "我的订单在哪里")]
    [InlineData("big5", "我的訂單在哪裡")]
    [InlineData("utf-16", "UTF-16 žluť")]
    [InlineData("windows-1253", "Ξεσκεπάζω")]
    [InlineData("iso-8859-15", "dix €")]
    public void A_true_label_is_believed(string label, string text) => Assert.Equal(text, Charset.Decode(Encoding.GetEncoding(label).GetBytes(text), Encoding.ASCII.GetBytes(label)));

    [Theory]
    [InlineData("windows-1250", "Příliš žluťoučký kůň úpěl ďábelské ódy")]
    [InlineData("windows-1251", "Съешь же ещё этих мягких французских булок")]
    [InlineData("koi8-r", "Съешь же ещё этих мягких французских булок")]
    [InlineData("euc-kr", "다람쥐 헌 쳇바퀴에 타고파")]
    [InlineData("shift_jis", "いろはにほへとちりぬるを")]
    [InlineData("iso-2022-jp", "いろはにほへと")]
    [InlineData("gb2312", "我的订单在哪里，请告诉我")]
    [InlineData("big5", "我的訂單在哪裡呢請告訴我")]
    [InlineData("windows-1252", "Où est ma commande? Déjà payé")]
    public void Without_a_label_or_with_a_false_one_the_bytes_decide(string charset, string text)
    {
        var bytes = Encoding.GetEncoding(charset).GetBytes(text);
        Assert.Equal(text, Charset.Decode(bytes, default));
        Assert.Equal(text, Charset.Decode(bytes, "utf-8"u8));
        Assert.Equal(text, Charset.Decode(bytes, "x-no-such-thing"u8));
    }

    [Theory]
    [InlineData("iso-8859-1")]
    [InlineData("us-ascii")]
    [InlineData("windows-1252")]
    [InlineData("windows-1250")]
    public void Utf8_under_a_single_byte_label_is_seen_through(string label) => Assert.Equal("žluťoučký", Charset.Decode("žluťoučký"u8, Encoding.ASCII.GetBytes(label)));

    [Theory]
    [InlineData("windows-1251", "Съешь же ещё этих мягких французских булок, да выпей чаю")]
    [InlineData("koi8-r", "Здравствуйте, где мой заказ?")]
    [InlineData("euc-kr", "주문한 상품이 아직 오지 않았습니다. 확인 부탁드립니다.")]
    [InlineData("shift_jis", "ご注文の商品がまだ届きません。")]
    [InlineData("euc-jp", "ご注文の商品がまだ届きません。")]
    [InlineData("gb2312", "我的订单在哪里，请告诉我，谢谢")]
    [InlineData("big5", "我的訂單在哪裡呢請告訴我謝謝")]
    [InlineData("iso-2022-jp", "ご注文の商品がまだ届きません。")]
    public void A_latin_label_on_another_script_is_seen_through(string charset, string text)
    {
        foreach (var label in (string[])["iso-8859-1", "windows-1252", "us-ascii"]) Assert.Equal(text, Charset.Decode(Encoding.GetEncoding(charset).GetBytes(text), Encoding.ASCII.GetBytes(label)));
    }

    [Theory]
    [InlineData("Où est ma commande? Déjà payée à Besançon, reçue nulle part")]
    [InlineData("Größe: Übergröße, äöü ÄÖÜ ß")]
    [InlineData("¿Dónde está mi pedido? ¡Ñandú, año, señor!")]
    [InlineData("Åse Ærø på Øst, blåbærsyltetøy")]
    [InlineData("ÅÄÖ åäö ÅÄÖ")]
    [InlineData("“Quoted” – and… €5 ™")]
    [InlineData("Þórður Æðisgenginn ýmis öxi")]
    public void A_latin_label_on_latin_text_is_believed(string text) => Assert.Equal(text, Charset.Decode(Encoding.GetEncoding(1252).GetBytes(text), "iso-8859-1"u8));

    [Theory]
    [InlineData("utf-8")]
    [InlineData("iso-8859-1")]
    [InlineData("")]
    public void A_byte_order_mark_says_more_than_a_label(string label) => Assert.Equal("dotaz č. 5", Charset.Decode([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("dotaz č. 5")], Encoding.ASCII.GetBytes(label)));

    [Theory]
    [InlineData("iso-8859-1")]
    [InlineData("iso-8859-2")]
    [InlineData("iso-8859-3")]
    [InlineData("iso-8859-4")]
    [InlineData("iso-8859-5")]
    [InlineData("iso-8859-6")]
    [InlineData("iso-8859-7")]
    [InlineData("iso-8859-8")]
    [InlineData("iso-8859-9")]
    [InlineData("iso-8859-13")]
    [InlineData("iso-8859-15")]
    [InlineData("windows-1250")]
    [InlineData("windows-1251")]
    [InlineData("windows-1252")]
    [InlineData("windows-1253")]
    [InlineData("windows-1254")]
    [InlineData("windows-1255")]
    [InlineData("windows-1256")]
    [InlineData("windows-1257")]
    [InlineData("windows-1258")]
    [InlineData("koi8-r")]
    [InlineData("koi8-u")]
    [InlineData("ibm852")]
    [InlineData("cp866")]
    [InlineData("macintosh")]
    [InlineData("tis-620")]
    public void Every_table_of_one_byte_is_known_by_its_name(string label)
    {
        var table = Encoding.GetEncoding(label);
        var letters = string.Concat(Enumerable.Range(0xA1, 0x5F).Select(b => table.GetString([(byte)b])).Where(letter => char.IsLetter(letter[0]) && letter[0] > 0x7F && letter[0] is < '\uE000' or > '\uF8FF').Take(6));
        Assert.Equal($"a {letters} b", Charset.Decode(table.GetBytes($"a {letters} b"), Encoding.ASCII.GetBytes(label.ToUpperInvariant())));
    }

    [Fact]
    public void A_few_broken_bytes_do_not_make_utf8_something_else() =>
        Assert.Equal("žluťoučký kůň � pěl", Charset.Decode([.. "žluťoučký kůň "u8, 0xFF, .. " pěl"u8], "utf-8"u8));

    [Theory]
    [InlineData("Hi Mom -+Jjo--!", "Hi Mom -☺-!")]
    [InlineData("+ZeVnLIqe-", "日本語")]
    [InlineData("1 +- 1", "1 + 1")]
    [InlineData("A+ImIDkQ.", "A≢Α.")]
    public void Utf7_is_read_as_its_document_shows(string bytes, string text) => Assert.Equal(text, Charset.Decode(Encoding.ASCII.GetBytes(bytes), "utf-7"u8));
}
