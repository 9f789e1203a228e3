using System.Globalization;
using System.Security.Cryptography;
using HelpdeskMx.Channels;
using HelpdeskMx.Intake;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Forms;

/// <summary>What a visitor sent from a form's own page.</summary>
/// <param name="Answers">By field, what the page itself carries included.</param>
/// <param name="Files">With the fields they came in.</param>
/// <param name="Language">The visitor's.</param>
/// <param name="Page">Where it was sent from, where the browser says so.</param>
public sealed record FormPost(IReadOnlyDictionary<string, string> Answers, IReadOnlyList<SubmittedFile> Files, string Language, string? Page)
{
    /// <summary>What the page carries beside the answers; a dot stands in no field's key.</summary>
    public const string Own = "hx.", Stamp = "hx.stamp", Trap = "hx.website", Proof = "hx.proof", Sum = "hx.sum";

    /// <summary>What the visitor answered.</summary>
    public IReadOnlyDictionary<string, string> Said { get; } = Answers.Where(a => !a.Key.StartsWith(Own, StringComparison.Ordinal)).ToDictionary();
}

/// <summary>What a page's script is told once its form is on disk.</summary>
/// <param name="Id">By which an admin can ask what became of it.</param>
/// <param name="Thanks">Where to go now.</param>
public sealed record FormTaken(string Id, string Thanks);

/// <summary>How a post from a form's page ended: it was taken, or is asked for again.</summary>
/// <param name="Taken">The message is on disk; null where it is asked for again.</param>
/// <param name="Stamp">What the page carries when it is shown again.</param>
/// <param name="Notice">Key of a sentence about the whole; null where the faults say everything.</param>
/// <param name="Faults">What is wrong with the answers.</param>
public sealed record FormEnding(Accepted? Taken, FormStamp Stamp, string? Notice, IReadOnlyList<FormFault> Faults);

/// <summary>Takes what a visitor sent from a form's own page, once, or says what is still missing.</summary>
/// <remarks>A robot that fills in what people do not see is thanked like anybody: its message is kept, and marked for review.</remarks>
public sealed class TakeForm(FormStamps stamps, Accept accept, Lookups lookups, Settings settings, TimeProvider clock)
{
    /// <summary>Nobody fills in a form faster.</summary>
    public static readonly TimeSpan Soonest = TimeSpan.FromSeconds(2);

    /// <summary>After so long a page has to be sent again.</summary>
    public static readonly TimeSpan Latest = TimeSpan.FromHours(24);

    /// <summary>Takes it.</summary>
    public async Task<FormEnding> RunAsync(Channel form, FormPost post, CancellationToken ct)
    {
        if (await stamps.ReadAsync(form.Id, post.Answers.GetValueOrDefault(FormPost.Stamp), ct) is not { } stamp) return await AgainAsync(form, "too-old", ct);
        var age = clock.GetUtcNow() - stamp.At;
        if (age > Latest) return await AgainAsync(form, "too-old", ct);
        if (age < Soonest) return new(null, stamp, "too-fast", []);

        var submission = new FormSubmission(IdOf(form, post, stamp), post.Said, post.Files, post.Page)
        {
            Language = post.Language,
            Suspect = post.Answers.GetValueOrDefault(FormPost.Trap) is { Length: > 0 },
        };
        var faults = submission.Faults(form, await settings.StoresAsync(ct)).ToList();
        var asked = form.Form.Challenge;
        if (asked && !await IsProvenAsync(stamp, post, ct)) faults.Add(new(FormPost.Sum, "sum-wrong"));
        if (faults.Count > 0) return new(null, stamp, null, faults);
        if (asked && !await ClaimAsync(form, stamp, submission, ct)) return await AgainAsync(form, "too-old", ct);
        return new(await accept.KeepAsync(form, submission.ToBytes(), ct), stamp, null, []);
    }

    /// <summary>The same for the same words from the same page, so that a double click is one message, and another where something was added.</summary>
    private static string IdOf(Channel form, FormPost post, FormStamp stamp)
    {
        var said = post.Said.OrderBy(a => a.Key, StringComparer.Ordinal).SelectMany(a => new[] { a.Key, a.Value });
        var files = post.Files.SelectMany(f => new[] { f.Field ?? "", f.Name, Convert.ToHexString(SHA256.HashData(f.Content)) });
        return Ids.Derive([form.Id, stamp.Id, .. said, "", .. files]);
    }

    private async Task<FormEnding> AgainAsync(Channel form, string notice, CancellationToken ct) => new(null, await stamps.NewAsync(form.Id, ct), notice, []);

    private async Task<bool> IsProvenAsync(FormStamp stamp, FormPost post, CancellationToken ct)
    {
        if (stamp.IsSolvedBy(post.Answers.GetValueOrDefault(FormPost.Proof))) return true;
        var (one, other) = await stamps.SumAsync(stamp, ct);
        return int.TryParse(post.Answers.GetValueOrDefault(FormPost.Sum)?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var sum) && sum == one + other;
    }

    /// <summary>A challenge is good for one message, however often that is sent.</summary>
    private async Task<bool> ClaimAsync(Channel form, FormStamp stamp, FormSubmission submission, CancellationToken ct)
    {
        var pointer = $"challenge:{Ids.Derive(form.Id, stamp.Id)}";
        return await lookups.AddAsync(pointer, new Target(submission.Id), ct) || (await lookups.FindAsync(pointer, ct))?.Id == submission.Id;
    }
}
