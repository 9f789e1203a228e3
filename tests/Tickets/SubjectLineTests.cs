using HelpdeskMx.Tickets;

namespace HelpdeskMx.Tests.Tickets;

public sealed class SubjectLineTests
{
    [Theory]
    [InlineData("Broken cup", "Re: Broken cup")]
    [InlineData("Broken cup", "RE: FW: re: broken  CUP")]
    [InlineData("Broken cup", "Re[2]: Broken cup")]
    [InlineData("Broken cup", "Re (3): Broken cup")]
    [InlineData("Broken cup", "Re: Broken cup [#1001]")]
    [InlineData("Broken cup", "[#1001] Broken cup")]
    [InlineData("Broken cup", "[shop-list] Re: [EXTERNAL] Broken cup")]
    [InlineData("Broken cup", "[Fwd: Broken cup]")]
    [InlineData("Rozbitý hrnek", "Odp: Rozbity hrnek")]
    [InlineData("Rozbity hrnek", "Přep: Rozbitý hrnek")]
    [InlineData("Zepsuty kubek", "Odp: PD: Zepsuty kubek")]
    [InlineData("Разбитая чашка", "Отв: Разбитая чашка")]
    [InlineData("Разбитая чашка", "На: Re: разбитая чашка")]
    [InlineData("깨진 컵", "답장: 깨진 컵")]
    [InlineData("깨진 컵", "회신: 전달: 깨진컵")]
    [InlineData("Kaputte Tasse", "AW: WG: Kaputte Tasse")]
    [InlineData("Trasig kopp", "SV: VB: Trasig kopp")]
    [InlineData("Tasse cassée", "RE : Tasse cassée")]
    [InlineData("Tazza rotta", "R: I: Tazza rotta")]
    [InlineData("Taza rota", "RV: Taza rota")]
    [InlineData("杯子坏了", "回复：杯子坏了")]
    [InlineData("Broken cup", "")]
    [InlineData("Broken cup", "Re:")]
    [InlineData("", "Something")]
    public void An_answer_is_about_the_same(string subject, string answer) => Assert.Empty(Changes(subject, answer));

    [Theory]
    [InlineData("Broken cup", "Invoice")]
    [InlineData("Broken cup", "Re: Invoice")]
    [InlineData("Rozbitý hrnek", "Faktura")]
    [InlineData("Разбитая чашка", "Re: Счёт")]
    [InlineData("깨진 컵", "답장: 영수증")]
    [InlineData("Re", "Recall of the cup")]
    [InlineData("Order 17", "Order 18")]
    public void Something_else_is_new(string subject, string later) => Assert.Equal(["m0"], Changes(subject, later));

    [Fact]
    public void A_new_subject_is_new_once() => Assert.Equal(["m1"], Changes("Broken cup", "Re: Broken cup", "Invoice", "Re: Broken cup", "Re: Invoice"));

    [Fact]
    public void What_a_machine_or_the_shop_writes_begins_nothing_new()
    {
        Assert.Empty(SubjectLine.Changes("Broken cup", [Written("m0", "Out of office") with { Auto = true }, Written("m1", "A new offer") with { Direction = Direction.Out }]));
    }

    [Theory]
    [InlineData("Re: Fwd: Invoice wrong [#1001]", "Invoice wrong")]
    [InlineData("[Fwd: Invoice wrong]", "Invoice wrong")]
    [InlineData("[URGENT] Invoice wrong", "[URGENT] Invoice wrong")]
    [InlineData("Odp: Faktura [2026]", "Faktura [2026]")]
    [InlineData("Re:", "")]
    public void A_new_ticket_is_named_without_the_marks_of_answers(string subject, string bare) => Assert.Equal(bare, SubjectLine.Bare(subject));

    private static IEnumerable<string> Changes(string subject, params string[] later) => SubjectLine.Changes(subject, later.Select((s, i) => Written($"m{i}", s)));

    private static Message Written(string id, string subject) => new()
    {
        Id = id,
        TicketId = "t",
        Direction = Direction.In,
        Channel = "c",
        ChannelKind = ChannelKind.Email,
        From = new Address(null, "anna@x.cz"),
        Subject = subject,
        Text = "",
        ReplyText = "",
        At = DateTimeOffset.UnixEpoch,
    };
}
