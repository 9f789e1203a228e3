using HelpdeskMx.Mail;

namespace HelpdeskMx.Tests.Mail;

/// <summary>The same answer, written in every mail program that customers use: only the person's words are left.</summary>
public sealed class ReplyClientTests
{
    [Theory]
    [InlineData("gmail")]
    [InlineData("outlook-desktop")]
    [InlineData("outlook-web")]
    [InlineData("outlook-mobile")]
    [InlineData("outlook-new-mobile")]
    [InlineData("apple-mail-cs")]
    [InlineData("apple-iphone")]
    [InlineData("yahoo")]
    [InlineData("thunderbird")]
    [InlineData("mail-ru")]
    [InlineData("mail-ru-new")]
    [InlineData("yandex")]
    [InlineData("seznam")]
    [InlineData("naver")]
    [InlineData("daum")]
    [InlineData("proton")]
    [InlineData("gmx")]
    [InlineData("qq")]
    [InlineData("netease-163")]
    [InlineData("zimbra")]
    [InlineData("zoho")]
    public void Only_what_the_person_wrote_is_left(string program)
    {
        var mail = MailParser.Parse(Samples.Read($"replies/{program}.eml"));
        Assert.Equal("Thank you, it fits.\n\nAnna", ReplyText.OfHtml(mail.Html!));
        if (mail.Text is { } text) Assert.Equal("Thank you, it fits.\n\nAnna", ReplyText.Of(text));
    }
}
