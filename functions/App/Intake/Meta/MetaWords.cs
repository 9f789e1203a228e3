using HelpdeskMx.Channels;
using HelpdeskMx.Customers;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Intake.Meta;

/// <summary>What a message of Meta's says, gathered part by part.</summary>
internal sealed record MetaWords
{
    /// <summary>The most files, cards or lines of an order that are looked at.</summary>
    public const int MostFiles = 30;

    /// <summary>Its text, a line for each part.</summary>
    public string Text { get; init; } = "";

    /// <summary>What it goes back to.</summary>
    public MessageContext? Context { get; init; }

    /// <summary>Some of it is of a kind that cannot be shown here.</summary>
    public bool Unsupported { get; init; }

    private List<MetaFile> Files { get; init; } = [];

    /// <summary>With one line more.</summary>
    public MetaWords And(string? line) => string.IsNullOrWhiteSpace(line) ? this : this with { Text = Text.Length == 0 ? line : $"{Text}\n{line}" };

    /// <summary>With one file more.</summary>
    public MetaWords And(MetaFile file) => this with { Files = [.. Files, file] };

    /// <summary>The message they make.</summary>
    public MetaTold.Said Said(MetaItem item, Channel channel, string person, string? name, string id, DateTimeOffset? at, string? answers, bool byShop)
    {
        var empty = Text.Length == 0 && Files.Count == 0 && Context is null;
        var message = new InboundMessage
        {
            Key = Ids.Derive("meta", channel.Id, id),
            Sender = new Identity(item.Kind.ToString().ToLowerInvariant(), person, Proven: true),
            From = new Address(name is null ? null : Excerpt.Of(name, 200), person),
            Text = Text,
            ReplyText = Text,
            MessageId = id,
            InReplyTo = answers,
            SentAt = at,
            Context = Context,
            Review = item.Stray ? "other-account" : Unsupported || empty ? "unsupported" : null,
        };
        return new MetaTold.Said(message, Files, byShop);
    }

    /// <summary>A place as a link to a map; null for none.</summary>
    public static string? Map(string? latitude, string? longitude) => latitude is null || longitude is null ? null
        : $"https://www.openstreetmap.org/?mlat={Uri.EscapeDataString(latitude)}&mlon={Uri.EscapeDataString(longitude)}";

    /// <summary>An address that may be shown as a link; null for any other.</summary>
    public static string? Link(string? url) => url is { Length: <= 2000 } && Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" ? url : null;
}
