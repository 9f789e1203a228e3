using System.Text.Json;
using HelpdeskMx.Tests.Hosts;

namespace HelpdeskMx.Tests.Intake;

/// <summary>Which files a message shows, and as what.</summary>
public sealed class AttachmentTests
{
    [Fact]
    public async Task A_file_is_part_of_the_text_only_where_the_text_shows_it_and_says_what_it_is()
    {
        await using var desk = await RunningDesk.StartAsync();
        var ticket = await desk.ReceiveAsync("""
            From: Anna <anna@x.cz>
            To: support@demo.test
            Subject: Files
            Message-ID: <files@x.cz>
            MIME-Version: 1.0
            Content-Type: multipart/related; boundary=b

            --b
            Content-Type: text/html

            <p>Look: <img src="cid:shown@x.cz"></p>
            --b
            Content-Type: image/png; name=shown.png
            Content-ID: <shown@x.cz>
            Content-Transfer-Encoding: base64

            iVBORw0KGgo=
            --b
            Content-Type: application/pdf; name=invoice.pdf
            Content-ID: <unshown@x.cz>
            Content-Disposition: inline; filename=invoice.pdf

            bytes
            --b
            Content-Type: text/calendar; name=meeting.ics

            BEGIN:VCALENDAR
            END:VCALENDAR
            --b--

            """);
        var files = (await desk.MessagesAsync(ticket.GetProperty("id").GetString()!)).Single().GetProperty("attachments").EnumerateArray()
            .ToDictionary(f => f.GetProperty("name").GetString()!, f => (f.GetProperty("inline").GetBoolean(), f.GetProperty("kind").GetString()));

        Assert.Equal((true, "file"), files["shown.png"]);
        Assert.Equal((false, "file"), files["invoice.pdf"]);
        Assert.Equal((false, "invitation"), files["meeting.ics"]);
    }
}
