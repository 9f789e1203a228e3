using System.Text.Json;
using HelpdeskMx.Embedded.Storage;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Bench.Crashes;

/// <summary>Every mail a data folder holds.</summary>
public static class Found
{
    private const int PageSize = 1_000;

    /// <summary>How often each Message-ID stands in tickets that are there; nobody else may work on the folder.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> InAsync(string folder, CancellationToken ct)
    {
        await using var services = new ServiceCollection().AddLogging().AddStorage(folder).BuildServiceProvider();
        var store = services.GetRequiredService<IDocumentStore>();
        Dictionary<string, int> found = [];
        HashSet<string> tickets = [];
        List<Message> messages = [];
        for (var page = await store.ChangesAsync(Containers.Tickets, null, PageSize, ct); page.Items.Count > 0; page = await store.ChangesAsync(Containers.Tickets, page.Continuation, PageSize, ct))
        {
            foreach (var item in page.Items)
            {
                if (item.Type == "ticket") tickets.Add(item.Partition);
                if (item.Type == "message") messages.Add(JsonSerializer.Deserialize(item.Body.Span, AppJson.Of<Message>())!);
            }
        }
        foreach (var message in messages.Where(m => m.MessageId is not null && tickets.Contains(m.TicketId)))
            found[message.MessageId!] = found.GetValueOrDefault(message.MessageId!) + 1;
        return found;
    }
}
