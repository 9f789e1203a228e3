using System.Net.Http.Headers;
using System.Text.Json;
using HelpdeskMx.Channels;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Sending.Meta;

/// <summary>An answer as what Meta is sent, one after another: the text in as many parts as it needs, then each file.</summary>
public sealed class MetaParts(MetaGraph graph, IBlobs blobs)
{
    /// <summary>How many there are.</summary>
    public static int Count(Message answer) => answer.Template is not null ? 1 : Texts(answer).Count + answer.Attachments.Count;

    /// <summary>What is posted for one of them; a file is handed over first, of which the customer sees nothing.</summary>
    public async Task<object> BodyAsync(MetaAccount account, Message answer, int part, CancellationToken ct)
    {
        if (answer.Template is { } template) return Whatsapp(answer, "template", Body(template));
        var texts = Texts(answer);
        var isWhatsapp = answer.ChannelKind == ChannelKind.Whatsapp;
        if (part < texts.Count) return isWhatsapp ? Whatsapp(answer, "text", new { body = texts[part], preview_url = true }) : ToPerson(answer, new { text = texts[part] });
        var file = answer.Attachments[part - texts.Count];
        var type = LineFiles.As(answer.ChannelKind, file.ContentType)!;
        var id = await UploadAsync(account, answer.ChannelKind, file, type, ct);
        if (isWhatsapp) return Whatsapp(answer, type, type == "document" ? new { id, filename = file.Name } : new { id });
        return ToPerson(answer, answer.ChannelKind == ChannelKind.Instagram
            ? new { attachment = new { type = "MEDIA_SHARE", payload = new { id } } }
            : new { attachment = new { type, payload = new { attachment_id = id } } });
    }

    private static IReadOnlyList<string> Texts(Message answer) => LineText.Parts(answer.ChannelKind, answer.Text);

    private static Dictionary<string, object> Whatsapp(Message answer, string type, object content) => new()
    {
        ["messaging_product"] = "whatsapp",
        ["recipient_type"] = "individual",
        // Whoever goes by a user name has no number here, but an id of their own for this business.
        [answer.To[0].Value.All(char.IsAsciiDigit) ? "to" : "recipient"] = answer.To[0].Value,
        ["type"] = type,
        [type] = content,
    };

    private static Dictionary<string, object> ToPerson(Message answer, object message)
    {
        Dictionary<string, object> body = new() { ["recipient"] = new { id = answer.To[0].Value }, ["messaging_type"] = answer.HumanAgent ? "MESSAGE_TAG" : "RESPONSE", ["message"] = message };
        if (answer.HumanAgent) body["tag"] = "HUMAN_AGENT";
        return body;
    }

    private static object Body(FilledTemplate template) => new
    {
        name = template.Name,
        language = new { code = template.Language },
        components = template.Parameters.GroupBy(p => (p.Place, p.Button)).OrderBy(g => g.Key).Select(g =>
        {
            Dictionary<string, object> component = new()
            {
                ["type"] = g.Key.Place.ToString().ToLowerInvariant(),
                ["parameters"] = g.Select(p => p.Name is { } name ? new { type = "text", parameter_name = name, text = p.Text } : (object)new { type = "text", text = p.Text }).ToArray(),
            };
            if (g.Key.Place == TemplatePlace.Button) (component["sub_type"], component["index"]) = ("url", g.Key.Button.ToString(System.Globalization.CultureInfo.InvariantCulture));
            return component;
        }).ToArray(),
    };

    private async Task<string> UploadAsync(MetaAccount account, ChannelKind kind, Attachment file, string type, CancellationToken ct)
    {
        var bytes = await blobs.ReadAsync(file.Sha256, ct) ?? throw new InvalidOperationException($"The bytes of '{file.Name}' ({file.Sha256}) are gone.");
        using var content = new ReadOnlyMemoryContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue(LineFiles.Bare(file.ContentType)) } };
        using var form = new MultipartFormDataContent();
        if (kind == ChannelKind.Whatsapp)
        {
            form.Add(new StringContent("whatsapp"), "messaging_product");
            form.Add(new StringContent(LineFiles.Bare(file.ContentType)), "type");
            form.Add(content, "file", file.Name);
        }
        else
        {
            if (kind == ChannelKind.Instagram) form.Add(new StringContent("instagram"), "platform");
            form.Add(new StringContent(JsonSerializer.Serialize(new { attachment = new { type, payload = new { is_reusable = true } } })), "message");
            form.Add(content, "filedata", file.Name);
        }
        var answer = await graph.UploadAsync(account, kind == ChannelKind.Whatsapp ? $"{account.Id}/media" : "me/message_attachments", form, ct);
        return answer.Text(kind == ChannelKind.Whatsapp ? "id" : "attachment_id") ?? throw new MetaException(MetaTrouble.NotDone, "Meta's answer to a file cannot be read; it is tried again.");
    }
}
