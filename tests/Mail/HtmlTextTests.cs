using HelpdeskMx.Mail;

namespace HelpdeskMx.Tests.Mail;

/// <summary>HTML as a reader of plain text sees it.</summary>
public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("<p>one</p><p>two</p>", "one\n\ntwo")]
    [InlineData("<div>one</div><div>two</div>", "one\ntwo")]
    [InlineData("<div>one</div><div><br></div><div>two</div>", "one\n\ntwo")]
    [InlineData("one<br>two<br><br>three", "one\ntwo\n\nthree")]
    [InlineData("a\n  b\t<b> c</b>", "a b c")]
    [InlineData("a&nbsp;b &amp; &lt;c&gt;", "a b & <c>")]
    [InlineData("<ul><li>one</li><li>two</li></ul>", "- one\n- two")]
    [InlineData("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc")]
    [InlineData("x<script>bad()</script><style>p{}</style>y", "xy")]
    [InlineData("<span style=\"display: none\">hidden</span>shown", "shown")]
    [InlineData("<p>a</p><blockquote>b<br>c</blockquote><p>d</p>", "a\n\n> b\n> c\n\nd")]
    [InlineData("<pre>a\n  b</pre>", "a\n  b")]
    [InlineData("<img alt=\"🙂\"><img alt=\"Company logo\">hi", "🙂hi")]
    [InlineData("", "")]
    public void It_reads_as_it_looks(string html, string text) => Assert.Equal(text, HtmlText.From(html));
}
