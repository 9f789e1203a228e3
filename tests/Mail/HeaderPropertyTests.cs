using System.Text;
using FsCheck;
using FsCheck.Fluent;
using HelpdeskMx.Mail.Headers;

namespace HelpdeskMx.Tests.Mail;

/// <summary>What must hold for every header: where it is folded and how its words are cut does not change what it says.</summary>
public sealed class HeaderPropertyTests
{
    private static readonly Config s_config = Config.QuickThrowOnFailure.WithMaxTest(300);

    private static readonly Gen<string> s_words = Gen.Elements("Order", "117", "a,b", "(x)", "y;", "z:", "Žluť", "안녕", "🙂").NonEmptyListOf().Select(words => string.Join(' ', words));

    [Fact]
    public void A_value_says_the_same_wherever_it_is_folded() => Prop.ForAll(Arb.From(Gen.Zip(s_words, Gen.Elements("\r\n ", "\n\t", "\n   ", " \r\n\t "))), pair =>
        Assert.Equal(pair.Item1, HeaderText.Decode(Encoding.UTF8.GetBytes(pair.Item1.Replace(" ", pair.Item2))))).Check(s_config);

    [Fact]
    public void Encoded_words_may_be_cut_between_any_two_bytes() => Prop.ForAll(Arb.From(from text in s_words from width in Gen.Choose(1, 20) from base64 in Gen.Elements(true, false) select (text, width, base64)), one =>
    {
        var words = Encoding.UTF8.GetBytes(one.text).Chunk(one.width).Select(bytes => one.base64 ? $"=?utf-8?B?{Convert.ToBase64String(bytes)}?=" : $"=?utf-8?q?{string.Concat(bytes.Select(b => $"={b:X2}"))}?=");
        Assert.Equal(one.text, HeaderText.Decode(Encoding.ASCII.GetBytes(string.Join("\r\n ", words))));
    }).Check(s_config);

    [Fact]
    public void No_reader_of_headers_throws_on_any_bytes() => Prop.ForAll<byte[]>(bytes =>
    {
        HeaderText.Decode(bytes);
        AddressList.Parse(bytes);
        MessageIds.Parse(bytes);
        MailDate.Parse(bytes);
        ContentField.Parse(bytes);
    }).Check(s_config);
}
