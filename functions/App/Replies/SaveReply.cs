using System.Text.Json.Serialization;
using HelpdeskMx.Agents;
using HelpdeskMx.Channels;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Replies;

/// <summary>A saved reply as somebody wants it.</summary>
public sealed record ReplyDraft([property: JsonRequired] string Name, [property: JsonRequired] IReadOnlyDictionary<string, string> Texts)
{
    /// <summary>Where it lies; empty for the top.</summary>
    public string Folder { get; init; } = "";

    /// <summary>For everybody; admins only.</summary>
    public bool Shared { get; init; }
}

/// <summary>Saves replies, changes them, deletes them. One whose gaps could stay empty is refused with every place.</summary>
public sealed class SaveReply(Settings settings)
{
    private const int MostShared = 1_000, MostOwn = 200;
    private static readonly Problem NoSuchReply = new("no-such-reply", "There is no such saved reply, or it is somebody else's.", 404);
    private static readonly Problem TooMany = new("too-many-replies", $"At most {MostShared} shared replies and {MostOwn} of one's own can be saved. Delete one first.", 409);

    /// <summary>Those an agent can use, by folder and name.</summary>
    public async Task<IReadOnlyList<SavedReplyView>> ListAsync(Agent by, CancellationToken ct) =>
    [
        .. (await settings.SavedRepliesAsync(ct)).Where(r => r.IsFor(by))
            .OrderBy(r => r.Folder, StringComparer.OrdinalIgnoreCase).ThenBy(r => r.Name, StringComparer.OrdinalIgnoreCase).Select(r => SavedReplyView.Of(r, by)),
    ];

    /// <summary>The new one.</summary>
    public async Task<Outcome<SavedReplyView>> AddAsync(ReplyDraft draft, Agent by, CancellationToken ct)
    {
        if (draft.Shared && !by.IsAdmin) return Problems.NotAllowed;
        var owner = draft.Shared ? null : by.Id;
        var known = await KnownAsync(ct);
        var added = await settings.AddAsync(Kinds.SavedReplies, Slug.Of(draft.Name, "reply"), reply => reply.Id, (replies, id) =>
            replies.Count(r => r.Owner == owner) >= (draft.Shared ? MostShared : MostOwn) ? TooMany : Made(id, draft, owner, replies, known), ct);
        return added.Problem is { } problem ? problem : SavedReplyView.Of(added.Value, by);
    }

    /// <summary>The saved reply as it is then. One's own becomes everybody's if an admin wants that, not the other way round.</summary>
    public async Task<Outcome<SavedReplyView>> RunAsync(string id, ReplyDraft draft, Agent by, CancellationToken ct)
    {
        if (draft.Shared && !by.IsAdmin) return Problems.NotAllowed;
        var (known, replies) = (await KnownAsync(ct), await settings.SavedRepliesAsync(ct));
        var changed = await settings.ChangeAsync(Kinds.SavedReplies, id, reply => !reply.IsOf(by) ? NoSuchReply : Made(id, draft, draft.Shared ? null : reply.Owner, replies, known), ct) ?? NoSuchReply;
        return changed.Problem is { } problem ? problem : SavedReplyView.Of(changed.Value, by);
    }

    /// <summary>The saved reply that is gone. One the desk sends by itself stays.</summary>
    public async Task<Outcome<SavedReply>> DeleteAsync(string id, Agent by, CancellationToken ct)
    {
        if ((await settings.SavedRepliesAsync(ct)).FirstOrDefault(r => r.Id == id && r.IsOf(by)) is not { } reply) return NoSuchReply;
        var actions = (await settings.WorkflowAsync(ct)).Actions.Where(a => a.Mails.Any(m => m.Reply == id)).Select(a => $"the action '{a.Key}'");
        var rules = (await settings.RulesAsync(ct)).Where(r => r.Says.Then.Any(e => e.Reply == id)).Select(r => $"the rule '{r.Says.Name}'");
        if (actions.Concat(rules).ToArray() is { Length: > 0 } used) return new Problem("reply-in-use", $"It is sent by {string.Join(", ", used.Take(5))}. Change that first.", 409);
        await settings.DeleteAsync(Kinds.SavedReplies, id, ct);
        return reply;
    }

    /// <summary>Every variable a template can name.</summary>
    public async Task<IReadOnlyList<Variable>> KnownAsync(CancellationToken ct) => Variables.Known(await settings.ChannelsAsync(ct), await settings.WorkflowAsync(ct), await settings.FieldsAsync(ct));

    /// <summary>What is wrong with texts in several languages, by place, such as <c>texts.en</c>.</summary>
    public static IReadOnlyDictionary<string, string> Faults(IReadOnlyDictionary<string, string> texts, IReadOnlyList<Variable> known)
    {
        Dictionary<string, string> faults = [];
        if (texts.Values.All(string.IsNullOrWhiteSpace)) faults["texts"] = "Write it in at least one language.";
        foreach (var (language, text) in texts)
        {
            var why = !Languages.All.Contains(language) ? "Texts are in en, cs, pl, ko and ru."
                : text is null ? "A text is missing."
                : text.Length > TemplateText.Longest ? $"A text has at most {TemplateText.Longest} characters."
                : string.Join(" ", TemplateText.Faults(text, known).Select(f => $"Line {f.Line}: {f.Why}"));
            if (why.Length > 0) faults[$"texts.{language}"] = why;
        }
        return faults;
    }

    private static Outcome<SavedReply> Made(string id, ReplyDraft draft, string? owner, IReadOnlyList<SavedReply> replies, IReadOnlyList<Variable> known)
    {
        var folder = draft.Folder.Trim();
        Dictionary<string, string> faults = new(Faults(draft.Texts, known));
        if (folder.Length > GivenName.Longest || folder.Any(char.IsControl)) faults["folder"] = $"A folder's name has at most {GivenName.Longest} characters on one line.";
        var name = GivenName.Of(draft.Name, replies.Where(r => r.Owner == owner && r.Id != id && string.Equals(r.Folder, folder, StringComparison.OrdinalIgnoreCase)).Select(r => r.Name));
        if (name.Problem is { } bad) faults["name"] = bad.Sentence;
        if (faults.Count > 0) return Problems.Fields(faults);
        return new SavedReply(id, name.Value, folder, owner, draft.Texts.Where(t => !string.IsNullOrWhiteSpace(t.Value)).ToDictionary());
    }
}
