using HelpdeskMx.Forms;

namespace HelpdeskMx.Chat;

/// <summary>When a visitor of the chat is asked for an e-mail address.</summary>
public enum AskEmail
{
    /// <summary>Never while somebody is there.</summary>
    Never,

    /// <summary>Once they have written.</summary>
    After,

    /// <summary>Before they write.</summary>
    Before,
}

/// <summary>Where the chat's button stands in the page.</summary>
public enum ChatPosition { Right, Left }

/// <summary>How a chat looks, what it says, where it may stand, and how visitors prove who they are.</summary>
public sealed record ChatSettings
{
    /// <summary>Its heading, by language; the store's name where nothing is said.</summary>
    public IReadOnlyDictionary<string, string> Title { get; init; } = Spoken.Nothing;

    /// <summary>What stands there before anybody has written, by language.</summary>
    public IReadOnlyDictionary<string, string> Greeting { get; init; } = Spoken.Nothing;

    /// <summary>What is said while nobody is there, by language.</summary>
    public IReadOnlyDictionary<string, string> Away { get; init; } = Spoken.Nothing;

    /// <summary>A colour as <c>#rrggbb</c>; null for the store's.</summary>
    public string? Color { get; init; }

    /// <summary>Where its button stands.</summary>
    public ChatPosition Position { get; init; }

    /// <summary>The origins of the pages it may stand in.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];

    /// <summary>It may stand in any page; else only in those of <see cref="Origins"/>.</summary>
    public bool AnyOrigin { get; init; }

    /// <summary>When visitors are asked for an address.</summary>
    public AskEmail AskEmail { get; init; } = AskEmail.After;

    /// <summary>Minutes within which visitors are told to be answered; null to measure it, 0 to say nothing.</summary>
    public int? ReplyMinutes { get; init; }

    /// <summary>An admin says that nobody is there.</summary>
    public bool Offline { get; init; }

    /// <summary>What the shop signs its visitors' tokens with; null where none are signed. Shown to nobody.</summary>
    public string? IdentitySecret { get; init; }

    /// <summary>Never shows the secret.</summary>
    public override string ToString() => $"{nameof(ChatSettings)} {string.Join(' ', Origins)}";
}

/// <summary>A chat's settings as admins may see them.</summary>
/// <param name="IdentitySet">The shop can sign its visitors' tokens.</param>
public sealed record ChatSettingsView(
    IReadOnlyDictionary<string, string> Title, IReadOnlyDictionary<string, string> Greeting, IReadOnlyDictionary<string, string> Away, string? Color, ChatPosition Position,
    IReadOnlyList<string> Origins, bool AnyOrigin, AskEmail AskEmail, int? ReplyMinutes, bool Offline, bool IdentitySet)
{
    /// <summary>These settings without what is secret.</summary>
    public static ChatSettingsView Of(ChatSettings chat) => new(
        chat.Title, chat.Greeting, chat.Away, chat.Color, chat.Position, chat.Origins, chat.AnyOrigin, chat.AskEmail, chat.ReplyMinutes, chat.Offline, chat.IdentitySecret is not null);
}
