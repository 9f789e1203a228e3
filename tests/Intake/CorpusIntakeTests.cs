using System.Text.Json;
using HelpdeskMx.Tests.Hosts;
using HelpdeskMx.Tests.Mail;

namespace HelpdeskMx.Tests.Intake;

public sealed class CorpusIntakeTests
{
    private const int Connections = 16;

    [CorpusFact]
    public async Task Every_mail_of_the_corpora_ends_as_one_message_in_one_ticket_and_a_second_run_adds_nothing()
    {
        await using var desk = await RunningDesk.StartAsync();
        var mails = new[] { "sisimai", "stalwart", "phpmime", "talon" }
            .SelectMany(f => Directory.EnumerateFiles(Corpus.PathOf(f), "*", SearchOption.AllDirectories))
            .Where(f => Path.GetExtension(f) is ".eml" or ".txt" or ".msg" or "" && Path.GetFileName(f) != "LICENSE")
            .Select(File.ReadAllBytes).ToArray();
        Assert.True(mails.Length > 300, $"only {mails.Length} files");

        var first = await PostAllAsync(desk, mails);
        var (tickets, messages) = await CountAsync(desk);
        var second = await PostAllAsync(desk, mails);

        Assert.Equal(first, second);
        Assert.Equal((tickets, messages), await CountAsync(desk));
        Assert.InRange(messages, first.Distinct().Count(), mails.Length);
        Assert.Empty((await desk.GetAsync("/api/poison")).GetProperty("items").EnumerateArray());
    }

    private static async Task<string[]> PostAllAsync(RunningDesk desk, byte[][] mails)
    {
        var tickets = new string[mails.Length];
        await Parallel.ForAsync(0, mails.Length, new ParallelOptions { MaxDegreeOfParallelism = Connections }, async (i, _) =>
        {
            var id = await desk.PostAsync(mails[i]);
            var report = await RunningDesk.UntilAsync(() => desk.GetAsync($"/api/ingest/{id}"), r => r.GetProperty("state").GetString() is "done" or "review");
            tickets[i] = Assert.Single(report.GetProperty("tickets").EnumerateArray()).GetProperty("id").GetString()!;
        });
        return tickets;
    }

    private static async Task<(int Tickets, int Messages)> CountAsync(RunningDesk desk)
    {
        int tickets = 0, messages = 0;
        string? next = "";
        while (next is not null)
        {
            var page = await desk.GetAsync($"/api/tickets?limit=200&after={Uri.EscapeDataString(next)}");
            foreach (var ticket in page.GetProperty("items").EnumerateArray())
            {
                tickets++;
                var said = (await desk.MessagesAsync(ticket.GetProperty("id").GetString()!)).Length;
                Assert.Equal(ticket.GetProperty("counts").GetProperty("messages").GetInt32(), said);
                messages += said;
            }
            next = page.GetProperty("next") is { ValueKind: JsonValueKind.String } more ? more.GetString() : null;
        }
        return (tickets, messages);
    }
}
