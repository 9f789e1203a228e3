using HelpdeskMx.Replies;

namespace HelpdeskMx.Tests.Replies;

public sealed class TemplateTextTests
{
    private static readonly Variable[] Known = [new("ticket.number", false, ""), new("customer.firstName", true, ""), new("fields.order-number", true, "")];

    [Theory]
    [InlineData("No gap at all, and a { brace }")]
    [InlineData("Ticket {{ticket.number}} and {{ ticket.number }}")]
    [InlineData("Hello {{or customer.firstName \"there\"}}")]
    [InlineData("{{#if customer.firstName}}Hello {{customer.firstName}}{{else}}Hello{{/if}}")]
    [InlineData("{{#unless customer.firstName}}Hello{{else}}{{customer.firstName}}{{/unless}}")]
    [InlineData("{{#if customer.firstName}}{{#if fields.order-number}}{{fields.order-number}} {{customer.firstName}}{{/if}}{{/if}}")]
    public void A_template_in_which_nothing_can_stay_empty_has_no_faults(string text) => Assert.Empty(TemplateText.Faults(text, Known));

    [Theory]
    [InlineData("a\nb {{ticket.nummer}}", 2, "ticket.nummer")]
    [InlineData("{{customer.firstName}}", 1, "Not every ticket")]
    [InlineData("{{#if customer.firstName}}a{{else}}{{customer.firstName}}{{/if}}", 1, "Not every ticket")]
    [InlineData("{{#if fields.order-number}}{{customer.firstName}}{{/if}}", 1, "Not every ticket")]
    [InlineData("{{#if ticket.number}}never closed", 1, "not closed")]
    [InlineData("{{/if}}", 1, "closes nothing")]
    [InlineData("{{#if ticket.number}}{{/unless}}", 1, "closes nothing")]
    [InlineData("{{else}}", 1, "stands in no")]
    [InlineData("{{#each ticket}}{{/each}}", 1, "not understood")]
    [InlineData("{{> other}}", 1, "not understood")]
    [InlineData("{{{ticket.number}}}", 1, "brace")]
    [InlineData("{{lookup . \"x\"}}", 1, "not understood")]
    [InlineData("{{}}", 1, "not understood")]
    [InlineData("\n\n{{ticket.number}", 3, "brace")]
    [InlineData("ticket.number}}", 1, "brace")]
    [InlineData("{{or customer.firstName \"\"}}", 1, "not understood")]
    [InlineData("{{or customer.nobody \"x\"}}", 1, "customer.nobody")]
    public void A_gap_that_could_stay_empty_is_named_with_its_line(string text, int line, string why) =>
        Assert.Contains(TemplateText.Faults(text, Known), f => f.Line == line && f.Why.Contains(why, StringComparison.Ordinal));

    [Theory]
    [InlineData("Hello {{or customer.firstName \"there\"}}", "Hello there")]
    [InlineData("{{#if customer.firstName}}a{{else}}b{{/if}}{{ticket.number}}", "b#7")]
    [InlineData("{{or fields.order-number \"none, e.g. ticket.number\"}}", "A & <b>")]
    public void Gaps_are_filled_as_they_are_without_escaping(string text, string filled) =>
        Assert.Equal(filled, TemplateText.Fill(text, new Dictionary<string, string> { ["ticket.number"] = "#7", ["customer.firstName"] = "", ["fields.order-number"] = "A & <b>" }));

    [Fact]
    public void What_stands_there_otherwise_is_taken_word_for_word() =>
        Assert.Equal("see ticket.number", TemplateText.Fill("{{or customer.firstName \"see ticket.number\"}}", new Dictionary<string, string> { ["ticket.number"] = "#7", ["customer.firstName"] = "" }));

    [Fact]
    public void What_a_customer_wrote_is_never_read_as_a_template() =>
        Assert.Equal("{{ticket.number}}", TemplateText.Fill("{{or customer.firstName \"x\"}}", new Dictionary<string, string> { ["customer.firstName"] = "{{ticket.number}}" }));
}
