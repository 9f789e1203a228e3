using System.Text.RegularExpressions;
using HelpdeskMx.Agents;
using HelpdeskMx.Channels;
using HelpdeskMx.Forms;
using HelpdeskMx.Intake;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Chat;

/// <summary>A chat as an admin wants it, whole; only the identity secret stays where it is null, and is forgotten where it is empty.</summary>
public sealed record ChatChange
{
    /// <summary>Its heading, by language.</summary>
    public IReadOnlyDictionary<string, string>? Title { get; init; }

    /// <summary>What stands there before anybody has written.</summary>
    public IReadOnlyDictionary<string, string>? Greeting { get; init; }

    /// <summary>What is said while nobody is there.</summary>
    public IReadOnlyDictionary<string, string>? Away { get; init; }

    /// <summary><c>#rrggbb</c>; null for the store's.</summary>
    public string? Color { get; init; }

    /// <summary>Where its button stands.</summary>
    public ChatPosition Position { get; init; }

    /// <summary>The origins of the pages it may stand in.</summary>
    public IReadOnlyList<string>? Origins { get; init; }

    /// <summary>It may stand in any page.</summary>
    public bool AnyOrigin { get; init; }

    /// <summary>When visitors are asked for an address.</summary>
    public AskEmail AskEmail { get; init; } = AskEmail.After;

    /// <summary>Minutes within which visitors are told to be answered; null to measure it, 0 to say nothing.</summary>
    public int? ReplyMinutes { get; init; }

    /// <summary>Nobody is there.</summary>
    public bool Offline { get; init; }

    /// <summary>What the shop signs its visitors' tokens with.</summary>
    public string? IdentitySecret { get; init; }
}

/// <summary>Changes how a chat looks, what it says and where it may stand.</summary>
public sealed partial class ChangeChat(Settings settings, ListChannels list)
{
    private const int LongestTitle = 80, LongestText = 500, MostOrigins = 50, MostMinutes = 7 * 24 * 60, ShortestSecret = 32, LongestSecret = 200;

    /// <summary>The channel as it is then.</summary>
    public async Task<Outcome<ChannelView>> RunAsync(string id, ChatChange change, Agent by, CancellationToken ct)
    {
        if (await settings.ChannelAsync(id, ct) is not { Kind: ChannelKind.Chat }) return IntakeProblems.NoSuchChannel;
        var (origins, secret) = ((change.Origins ?? []).Select(o => o ?? "").ToArray(), change.IdentitySecret?.Trim());
        if (Fault(change, origins, secret) is { } fault) return fault;
        return await list.SaveAsync(id, channel => channel with
        {
            Chat = new ChatSettings
            {
                Title = Whole(change.Title),
                Greeting = Whole(change.Greeting),
                Away = Whole(change.Away),
                Color = change.Color?.ToLowerInvariant(),
                Position = change.Position,
                Origins = [.. origins.Select(o => FormOrigins.Of(o)!).Distinct()],
                AnyOrigin = change.AnyOrigin,
                AskEmail = change.AskEmail,
                ReplyMinutes = change.ReplyMinutes,
                Offline = change.Offline,
                IdentitySecret = secret is null ? channel.Chat.IdentitySecret : secret.Length == 0 ? null : secret,
            },
        }, by, ct);
    }

    private static Problem? Fault(ChatChange change, string[] origins, string? secret)
    {
        if (TextFault("title", change.Title, LongestTitle) is { } title) return title;
        if ((TextFault("greeting", change.Greeting, LongestText) ?? TextFault("away", change.Away, LongestText)) is { } text) return text;
        if (change.Color is { } color && !Hex().IsMatch(color)) return Problems.Field("color", "Give the colour as #rrggbb, such as #3b6cf4.");
        if (origins.FirstOrDefault(o => FormOrigins.Of(o) is null) is { } bad) return Problems.Field("origins", $"'{Excerpt.Of(bad, 100)}' is no origin. Give scheme and host, such as https://shop.example.com.");
        if (origins.Length > MostOrigins) return Problems.Field("origins", $"Give at most {MostOrigins} origins.");
        if (origins.Length == 0 && !change.AnyOrigin) return Problems.Field("origins", "Name the sites the chat may stand in, or allow any.");
        if (change.ReplyMinutes is < 0 or > MostMinutes) return Problems.Field("replyMinutes", $"Give a number of minutes from 0 to {MostMinutes}.");
        return secret is { Length: > 0 and (< ShortestSecret or > LongestSecret) } ? Problems.Field("identitySecret", $"Use {ShortestSecret} to {LongestSecret} characters.") : null;
    }

    private static Problem? TextFault(string field, IReadOnlyDictionary<string, string>? texts, int longest) =>
        (texts ?? Spoken.Nothing).Keys.FirstOrDefault(l => !Languages.All.Contains(l)) is { } language ? Problems.Field(field, $"'{Excerpt.Of(language, 20)}' is not a language of the desk. Use en, cs, pl, ko or ru.")
        : (texts ?? Spoken.Nothing).Any(t => t.Value?.Length > longest) ? Problems.Field(field, $"Use at most {longest} characters.")
        : null;

    private static Dictionary<string, string> Whole(IReadOnlyDictionary<string, string>? texts) =>
        (texts ?? Spoken.Nothing).Where(t => !string.IsNullOrWhiteSpace(t.Value)).ToDictionary(t => t.Key, t => t.Value.ReplaceLineEndings("\n").Trim());

    [GeneratedRegex("^#[0-9a-fA-F]{6}\\z")]
    private static partial Regex Hex();
}
