using HelpdeskMx.Platform;

namespace HelpdeskMx.Tests.Ports;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData("Žluťoučký KŮŇ", "zlutoucky kun")]
    [InlineData("Łódź, Ærø", "lodz aero")]
    [InlineData("배송 문의", "배송 문의")]
    [InlineData("Заказ №5", "заказ no5")]
    [InlineData("東京都", "東京 京都 都")]
    [InlineData("anna@x.cz", "anna x cz")]
    [InlineData("  --  ", "")]
    [InlineData(null, "")]
    public void Text_is_folded_into_words(string? text, string folded) => Assert.Equal(folded, SearchText.Fold(text));

    [Fact]
    public void Half_a_character_is_no_trouble() => Assert.Equal("a b", SearchText.Fold("a \ud800 b").Replace("\ufffd", "").Replace("  ", " "));

    [Fact]
    public void A_very_long_text_is_read_to_its_limit() => Assert.True(SearchText.Fold(new string('x', 1_000_000)).Length <= SearchText.Limit);
}
