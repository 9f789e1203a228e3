using HelpdeskMx.Bench.Mails;
using HelpdeskMx.Mail;

namespace HelpdeskMx.Tests.Mail;

/// <summary>What a message's HTML may and may not bring into the inbox.</summary>
public sealed class HtmlCleanerTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>ok", "ok")]
    [InlineData("<p onclick=\"x()\">ok</p>", "<p>ok</p>")]
    [InlineData("<a href=\"java\nscript:alert(1)\">x</a>", "<a rel=\"noopener noreferrer nofollow\" target=\"_blank\">x</a>")]
    [InlineData("<a href=\" JAVASCRIPT:alert(1)\">x</a>", "<a rel=\"noopener noreferrer nofollow\" target=\"_blank\">x</a>")]
    [InlineData("<a href=\"https://shop.test/?a=1&amp;b=2\">x</a>", "<a href=\"https://shop.test/?a=1&amp;b=2\" rel=\"noopener noreferrer nofollow\" target=\"_blank\">x</a>")]
    [InlineData("<form action=\"https://evil.test\"><input name=p>text</form>", "text")]
    [InlineData("<iframe src=\"https://evil.test\"></iframe>x", "x")]
    [InlineData("<object data=x>y</object><embed src=x>x", "x")]
    [InlineData("<base href=\"https://evil.test\"><meta http-equiv=refresh content=\"0;url=x\">x", "x")]
    [InlineData("<svg><script>x</script><p>y</p></svg>x", "<p>y</p>x")]
    [InlineData("<math><mi><style><img src=x onerror=y></style></mi></math>x", "x")]
    [InlineData("<style>p{background:url(https://evil.test)}</style>x", "x")]
    [InlineData("<b>bold <i>both</b> it</i>", "<b>bold <i>both</i></b><i> it</i>")]
    [InlineData("1 &lt; 2 &amp; 3", "1 &lt; 2 &amp; 3")]
    public void Only_the_harmless_comes_through(string html, string clean) => Assert.Equal(clean, Clean(html));

    [Theory]
    [InlineData("color:red;position:fixed", "color:red")]
    [InlineData("background:url(https://evil.test/x.png);color:#fff", "color:#fff")]
    [InlineData("width:expression(alert(1))", "")]
    [InlineData("color:r\\65 d", "")]
    [InlineData("background-color: rgb(1, 2, 3) ; font-family: 'Arial', sans-serif", "background-color:rgb(1, 2, 3);font-family:'Arial', sans-serif")]
    [InlineData("-moz-binding:url(x);behavior:url(x);margin:1px", "margin:1px")]
    [InlineData("color:red/**/;width:calc(100% - 1px);height:attr(x)", "width:calc(100% - 1px)")]
    public void Styles_keep_what_only_looks(string style, string clean) =>
        Assert.Equal(clean.Length == 0 ? "<p>x</p>" : $"<p style=\"{clean}\">x</p>", Clean($"<p style=\"{style}\">x</p>"));

    [Theory]
    [InlineData("<body style=\"margin:0;background:#111;color:#eee\"><h1 style=\"color:white\">x</h1></body>", "<div style=\"background:#111;color:#eee\"><h1 style=\"color:white\">x</h1></div>")]
    [InlineData("<body bgcolor=\"#111111\" text=white>x</body>", "<div style=\"background-color:#111111;color:white\">x</div>")]
    [InlineData("<body style=\"margin:0;background:url(https://evil.test)\">x</body>", "x")]
    public void Words_keep_the_ground_their_colours_were_chosen_for(string html, string clean) => Assert.Equal(clean, Clean(html));

    [Fact]
    public void Remote_pictures_wait_for_a_click() => Assert.Equal("<img data-remote-src=\"https://shop.test/a.png\">", Clean("<img src=\"//shop.test/a.png\" srcset=\"https://evil.test/b.png 2x\">"));

    [Fact]
    public void Pictures_of_the_message_are_resolved_by_their_id() => Assert.Equal("<img alt=\"Logo\" src=\"/api/attachments/logo@shop.test\"><img>", Clean("<img alt=Logo src=\"cid:logo%40shop.test\"><img src=\"cid:gone\">"));

    [Theory]
    [InlineData("data:image/png;base64,AAAA", true)]
    [InlineData("data:image/svg+xml;base64,AAAA", false)]
    [InlineData("data:text/html;base64,AAAA", false)]
    public void Small_pictures_in_the_address_are_shown_if_they_cannot_hold_markup(string source, bool shown) => Assert.Equal(shown, Clean($"<img src=\"{source}\">").Contains("data:"));

    [Theory]
    [InlineData("<div>", 200_000)]
    [InlineData("<b><p>", 100_000)]
    [InlineData("<table><tr><td>", 50_000)]
    [InlineData("<font size=1><a href=x>", 50_000)]
    [InlineData("<blockquote>", 100_000)]
    [InlineData("<", 2_000_000)]
    [InlineData("<p><i x=1><b y=2>", 30_000)]
    [InlineData("<svg><foreignObject>", 50_000)]
    public void Hostile_nesting_costs_little(string open, int times)
    {
        var html = string.Concat(Enumerable.Repeat(open, times)) + "end";
        var before = ThreadClock.Milliseconds;
        Clean(html);
        HtmlText.From(html);
        ReplyText.OfHtml(html);
        Assert.InRange(ThreadClock.Milliseconds - before, 0, 8_000);
    }

    [Fact]
    public void A_hostile_charset_costs_little()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Clean("<meta http-equiv=content-type content=\"text/html; cha" + string.Concat(Enumerable.Repeat("=?utf-8?B?", 20_000)) + "\">end");
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 20_000_000);
    }

    [Theory]
    [InlineData("x<br>", 40_000)]
    [InlineData("<p>x</p>", 30_000)]
    [InlineData("<td>x</td>", 30_000)]
    public void Many_lines_side_by_side_cost_no_more_than_their_number(string line, int times)
    {
        var html = string.Concat(Enumerable.Repeat(line, times));
        var before = ThreadClock.Milliseconds;
        Clean(html);
        HtmlText.From(html);
        ReplyText.OfHtml(html);
        Assert.InRange(ThreadClock.Milliseconds - before, 0, 1_000);
    }

    private static string Clean(string html) => HtmlCleaner.Clean(html, id => id == "gone" ? null : $"/api/attachments/{id}");
}
