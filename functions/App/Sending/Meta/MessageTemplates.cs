using System.Collections.Concurrent;
using System.Text.Json;
using HelpdeskMx.Channels;
using HelpdeskMx.Intake;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Sending.Meta;

/// <summary>The approved templates of a channel's WhatsApp Business Account that consist of words, as Meta last told within minutes.</summary>
public sealed class MessageTemplates(Settings settings, MetaGraph graph, TimeProvider clock)
{
    private const int MostPages = 5;
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(5);
    private static readonly Problem NoTemplates = new("no-templates", "This channel has no templates. Only WhatsApp has them, once an admin has connected its business account under Channels.", 422);
    private static readonly Problem NoSuchTemplate = Problems.Field("template", "There is no such approved template any more. Choose another.");

    private readonly ConcurrentDictionary<string, (MetaAccount Of, DateTimeOffset At, MessageTemplate[] Templates)> known = new();

    /// <summary>All of them, by name and language.</summary>
    public async Task<Outcome<MessageTemplate[]>> ListAsync(string channelId, CancellationToken ct)
    {
        if (await settings.ChannelAsync(channelId, ct) is not { } channel) return IntakeProblems.NoSuchChannel;
        if (channel is not { Kind: ChannelKind.Whatsapp, Meta: { Business: { } business } account }) return NoTemplates;
        var now = clock.GetUtcNow();
        if (known.TryGetValue(channel.Id, out var last) && last.Of == account && now - last.At < Memory) return last.Templates;
        try
        {
            var templates = await ReadAsync(account, business, ct);
            known[channel.Id] = (account, now, templates);
            return templates;
        }
        catch (MetaException e)
        {
            return new Problem("templates-not-read", $"Meta did not hand out the templates. {e.Message}", 502);
        }
    }

    /// <summary>The template an agent chose, filled in.</summary>
    public async Task<Outcome<RenderedTemplate?>> FillAsync(string channelId, TemplateChoice choice, CancellationToken ct)
    {
        var listed = await ListAsync(channelId, ct);
        if (listed.Problem is { } problem) return problem;
        if (listed.Value.FirstOrDefault(t => t.Name == choice.Name && t.Language == choice.Language) is not { } template) return NoSuchTemplate;
        var filled = template.Fill(choice.Parameters ?? new Dictionary<string, string>());
        return filled.Problem is { } gap ? gap : filled.Value;
    }

    private async Task<MessageTemplate[]> ReadAsync(MetaAccount account, string business, CancellationToken ct)
    {
        List<MessageTemplate> templates = [];
        string? after = null;
        for (var page = 0; page < MostPages; page++)
        {
            var listing = await graph.GetAsync(account, $"{business}/message_templates?status=APPROVED&fields=name,language,category,components&limit=100{(after is null ? "" : $"&after={Uri.EscapeDataString(after)}")}", ct);
            if (listing.ValueKind != JsonValueKind.Object || !listing.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Array) break;
            templates.AddRange(data.EnumerateArray().Select(TemplateReading.Read).OfType<MessageTemplate>());
            after = listing.At("paging", "next") is null ? null : listing.Text("paging", "cursors", "after");
            if (after is null) break;
        }
        return [.. templates.OrderBy(t => t.Name, StringComparer.Ordinal).ThenBy(t => t.Language, StringComparer.Ordinal)];
    }
}
