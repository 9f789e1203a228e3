using System.Text.Json;
using HelpdeskMx.Agents;
using HelpdeskMx.Bench.Hosting;
using HelpdeskMx.Bench.Load;
using HelpdeskMx.Bench.Seeding;

namespace HelpdeskMx.Bench.Pictures;

/// <summary>What happened on the desk just now: something came in by every channel, and one conversation has something of everything: HTML, files, an answer, a note, and what the customer wrote then.</summary>
public static class Story
{
    private const string Complaint = """
        From: Anna Dvorak <anna.dvorak@mail.example>
        To: support@demo.test
        Subject: One of six cups came broken
        Message-ID: <cups-1@mail.example>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=part

        --part
        Content-Type: text/html; charset=utf-8

        <p>Hello,</p><p>my order <b>DS-4821907</b> came today. One of the <a href="https://shop.example/cups">six cups</a> is <i>broken</i>, see the picture.</p>
        <table border="1" cellpadding="4"><tr><th>Item</th><th>Ordered</th><th>Whole</th></tr><tr><td>Cup, blue</td><td>6</td><td>5</td></tr></table>
        <p>Can you send me another one?</p><p>Anna</p>
        --part
        Content-Type: image/png; name=cup.png
        Content-Disposition: attachment; filename=cup.png
        Content-Transfer-Encoding: base64

        {picture}
        --part
        Content-Type: text/plain; name=order.txt
        Content-Disposition: attachment; filename=order.txt

        DS-4821907  6 cups, blue  54.00
        --part--

        """;

    private const string Thanks = """
        From: Anna Dvorak <anna.dvorak@mail.example>
        To: support@demo.test
        Subject: Re: One of six cups came broken
        Message-ID: <cups-2@mail.example>
        In-Reply-To: <cups-1@mail.example>

        That would be lovely. No need to send the broken one back?

        On Fri, 27 Nov 2026 at 16:20, Demo Shop <support@demo.test> wrote:
        > I am sorry about the broken cup. Shall we send you a new one?

        """;

    /// <summary>Returns the id of its ticket.</summary>
    public static async Task<string> TellAsync(HostProcess host, AgentClient admin, CancellationToken ct)
    {
        await SettleAsync(admin);
        await HearAsync(host, "email/billing", "message/rfc822", "From: Jonas Berg <jonas.berg@mail.example>\r\nTo: billing@demo.test\r\nSubject: Invoice for DS-4821633\r\nMessage-ID: <invoice@mail.example>\r\n\r\nPlease put our VAT number on it.\r\n", ct);
        await HearAsync(host, "email/returns", "message/rfc822", "From: Lucie Mala <lucie.mala@mail.example>\r\nTo: returns@demo.test\r\nSubject: Vracím bundu\r\nMessage-ID: <return@mail.example>\r\n\r\nJe mi malá, kam ji mám poslat?\r\n", ct);
        await HearAsync(host, "form/contact", "application/json", """{ "name": "Tom Field", "email": "tom.field@mail.example", "subject": "Do you deliver to Malta?", "message": "And how long does it take?" }""", ct);
        await HearAsync(host, "form/outlet-contact", "application/json", """{ "name": "Petra Nova", "email": "petra.nova@mail.example", "subject": "Otevírací doba", "message": "Máte otevřeno v sobotu?" }""", ct);
        using var line = await MailLine.OpenAsync(host.Port, ct);
        var photo = Convert.ToBase64String(SampleFiles.Photo(new Dice(1, 2)), Base64FormattingOptions.InsertLineBreaks);
        await line.PostAsync(Bytes(Complaint.Replace("{picture}", photo, StringComparison.Ordinal)), ct);
        var id = (await UntilAsync(admin, ticket => true, ct)).GetProperty("id").GetString()!;
        await admin.PostAsync($"/api/tickets/{id}/actions/reply", new { text = "Hello Anna,\n\nI am sorry about the broken cup. Shall we send you a new one?" });
        await admin.PostAsync($"/api/tickets/{id}/actions/note", new { text = "Third broken cup this week, the parcels need more paper." });
        await admin.PostAsync($"/api/tickets/{id}/actions/label", new { labels = new { add = new[] { "damaged" } } });
        await line.PostAsync(Bytes(Thanks), ct);
        await UntilAsync(admin, ticket => ticket.GetProperty("counts").GetProperty("messages").GetInt32() >= 3 && ticket.GetProperty("lastDirection").GetString() == "in", ct);
        return id;
    }

    /// <summary>What a shop has set up after a while.</summary>
    private static async Task SettleAsync(AgentClient admin)
    {
        await admin.PostAsync("/api/replies", new { name = "On its way", shared = true, texts = new { en = "Dear {{or customer.firstName \"customer\"}},\n\nyour parcel left us today." } });
        await admin.PostAsync("/api/replies", new { name = "Returns", shared = true, texts = new { en = "You can send it back within 30 days; a label is attached." } });
        await admin.PostAsync("/api/rules", new
        {
            name = "Refunds first",
            when = "newTicket",
            @if = new[] { new { field = "words", test = "contains", values = new[] { "refund", "vrácení" } } },
            then = new object[] { new { action = "label", labels = new { add = new[] { "refund" } } }, new { action = "priority", priority = "high" } },
        });
        await admin.PostAsync("/api/sla", new { name = "Within four hours", firstReply = 240, warnMinutes = 30 });
    }

    private static async Task HearAsync(HostProcess host, string door, string type, string body, CancellationToken ct)
    {
        using var http = new HttpClient { BaseAddress = host.Address };
        using var content = new StringContent(body, System.Text.Encoding.UTF8, type);
        using var answer = await http.PostAsync(new Uri($"/api/ingest/{door}?key={Demo.Key}", UriKind.Relative), content, ct);
        answer.EnsureSuccessStatusCode();
    }

    private static byte[] Bytes(string mail) => System.Text.Encoding.UTF8.GetBytes(mail.ReplaceLineEndings("\r\n"));

    private static async Task<JsonElement> UntilAsync(AgentClient admin, Func<JsonElement, bool> told, CancellationToken ct)
    {
        while (true)
        {
            foreach (var ticket in (await admin.GetAsync("/api/tickets?limit=5")).GetProperty("items").EnumerateArray())
                if (ticket.GetProperty("customer").GetProperty("address").GetString() == "anna.dvorak@mail.example" && told(ticket)) return ticket;
            await Task.Delay(20, ct);
        }
    }
}
