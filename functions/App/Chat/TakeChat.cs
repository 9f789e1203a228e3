using HelpdeskMx.Channels;
using HelpdeskMx.Forms;
using HelpdeskMx.Intake;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Chat;

/// <summary>What a visitor writes.</summary>
public sealed record ChatWriting
{
    /// <summary>The widget's own name for the message: the same one is taken once, however often it is sent.</summary>
    public string? Id { get; init; }

    /// <summary>Plain text.</summary>
    public string? Text { get; init; }

    /// <summary>As they call themselves.</summary>
    public string? Name { get; init; }

    /// <summary>Where they want answers once they have left.</summary>
    public string? Email { get; init; }

    /// <summary>The page they write from.</summary>
    public string? Page { get; init; }

    /// <summary>A token in which the shop says who they are, once it knows.</summary>
    public string? Identity { get; init; }
}

/// <summary>That a message is kept, and by which id the conversation will show it.</summary>
/// <param name="Id">That id.</param>
/// <param name="Token">A new token where the shop has said who the visitor is; null where the old one goes on.</param>
public sealed record ChatTaken(string Id, string? Token = null);

/// <summary>That a conversation has begun, and the token by which its visitor goes on.</summary>
public sealed record ChatBegun(string Id, string Token);

/// <summary>Takes what visitors write and send: it is on disk before they are told so.</summary>
public sealed class TakeChat(Accept accept, VisitorTokens tokens, IdentifyVisitor identify, ChatHours hours)
{
    /// <summary>The longest message, in characters.</summary>
    public const int LongestText = 10_000;

    /// <summary>The largest file, in bytes.</summary>
    public const int LargestFile = 10 * 1024 * 1024;

    private const int LongestId = 100, LongestPage = 2000;

    /// <summary>Begins a conversation with its first message; sent again, it is the same conversation.</summary>
    public async Task<Outcome<ChatBegun>> BeginAsync(Channel channel, ChatWriting writing, string language, CancellationToken ct)
    {
        // Derived from a name nobody else can guess, so that a first message sent twice begins one conversation.
        var visitor = new Visitor(Ids.Derive("conversation", channel.Id, writing.Id ?? ""));
        if (writing.Identity is { } token)
        {
            if (await identify.RunAsync(channel, token) is not { } known) return ChatWords.Problem("identity-wrong", language, 401);
            visitor = known;
        }
        if (writing.Id is not { Length: >= 16 }) return ChatWords.Problem("unreadable", language, 400);
        if (string.IsNullOrWhiteSpace(writing.Email) && visitor.Email is null && !await hours.IsOpenAsync(channel, ct)) return Field("email", ChatWords.Problem("email-needed", language, 422));
        var taken = await TakeAsync(channel, visitor, writing, language, ct);
        return taken.Problem is { } problem ? problem : new ChatBegun(taken.Value.Id, await tokens.MakeAsync(channel.Id, visitor, ct));
    }

    /// <summary>Takes one more message, and hears who the visitor is where the shop has come to know.</summary>
    public async Task<Outcome<ChatTaken>> SayAsync(Channel channel, Visitor visitor, ChatWriting writing, string language, CancellationToken ct)
    {
        string? token = null;
        if (writing.Identity is { } vouched)
        {
            if (await identify.RunAsync(channel, vouched) is not { } known) return ChatWords.Problem("identity-wrong", language, 401);
            if (visitor.Subject is { } before && before != known.Subject) return ChatWords.Problem("visitor-unknown", language, 401); // somebody else is at this browser now
            var isNew = visitor.Subject is null;
            visitor = known with { Conversation = visitor.Conversation };
            if (isNew) token = await tokens.MakeAsync(channel.Id, visitor, ct);
        }
        var taken = await TakeAsync(channel, visitor, writing, language, ct);
        return taken.Problem is { } problem ? problem : taken.Value with { Token = token };
    }

    private async Task<Outcome<ChatTaken>> TakeAsync(Channel channel, Visitor visitor, ChatWriting writing, string language, CancellationToken ct)
    {
        if (writing.Id is not { Length: > 0 and <= LongestId } id) return ChatWords.Problem("unreadable", language, 400);
        var text = (writing.Text ?? "").ReplaceLineEndings("\n").Trim();
        if (text.Length == 0) return ChatWords.Problem("nothing-written", language, 422);
        if (text.Length > LongestText) return Field("text", ChatWords.Problem("too-long", language, 422, $"{LongestText}"));
        var email = writing.Email?.Trim();
        if (email is { Length: > 0 } && !MailAddresses.CanReceive(email)) return Field("email", ChatWords.Problem("not-email", language, 422));
        return await KeepAsync(channel, new ChatPost(id, visitor, text, null, string.IsNullOrEmpty(email) ? null : email, Called(writing.Name), Shown(writing.Page)), ct);
    }

    /// <summary>Takes a file.</summary>
    public async Task<Outcome<ChatTaken>> FileAsync(Channel channel, Visitor visitor, string? id, SubmittedFile file, string language, CancellationToken ct)
    {
        if (id is not { Length: > 0 and <= LongestId } || file.Content.Length == 0) return ChatWords.Problem("unreadable", language, 400);
        if (FileKinds.IsForbidden(file.Name, file.Content)) return Field("file", ChatWords.Problem("file-forbidden", language, 422));
        return await KeepAsync(channel, new ChatPost(id, visitor, "", file, null, null, null), ct);
    }

    private async Task<ChatTaken> KeepAsync(Channel channel, ChatPost post, CancellationToken ct)
    {
        await accept.KeepAsync(channel, post.ToBytes(), ct);
        return new ChatTaken(KeepMessage.IdOf(post.Key(channel.Id)));
    }

    /// <summary>A name as somebody gave it, bounded and on one line; null for none.</summary>
    public static string? Called(string? name) => string.IsNullOrWhiteSpace(name) ? null : Excerpt.Of(name, 200);

    private static string? Shown(string? page) => page is { Length: <= LongestPage } && Uri.TryCreate(page, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? page : null;

    /// <summary>The problem with the field it is about.</summary>
    public static Problem Field(string field, Problem problem) => problem with { With = new Dictionary<string, object> { ["errors"] = new Dictionary<string, string> { [field] = problem.Sentence } } };
}
