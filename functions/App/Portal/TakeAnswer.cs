using System.Security.Cryptography;
using HelpdeskMx.Channels;
using HelpdeskMx.Forms;
using HelpdeskMx.Intake;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Portal;

/// <summary>Takes what a customer answers on the page of a request, by the same way in as every message, or says what is still missing.</summary>
public sealed class TakeAnswer(FormStamps stamps, Accept accept, TimeProvider clock)
{
    /// <summary>The names of what is asked.</summary>
    public const string Text = "text", Files = "files";

    /// <summary>What the page asks, as a form: so it has a form's limits, rules and sentences.</summary>
    public static Channel Form { get; } = new()
    {
        Id = "portal",
        Kind = ChannelKind.Form,
        Name = "",
        Store = "",
        Department = "",
        Key = "",
        Fields = [new(Text, FormFieldKind.LongText, true) { Label = PortalWords.Of("your-answer") }, new(Files, FormFieldKind.File, false) { Files = new(5, 5) }],
        Form = new() { Megabytes = FormSettings.MostMegabytes },
    };

    /// <summary>What a stamp of a request's page is for.</summary>
    public static string StampOf(Request request) => $"portal {request.Token}";

    /// <summary>Null once it is on disk; else what is wrong with it.</summary>
    public async Task<FormEnding> RunAsync(Request request, FormPost post, CancellationToken ct)
    {
        var stamp = await stamps.ReadAsync(StampOf(request), post.Answers.GetValueOrDefault(FormPost.Stamp), ct);
        if (stamp is null || clock.GetUtcNow() - stamp.At > TakeForm.Latest) return new(null, await stamps.NewAsync(StampOf(request), ct), "too-old", []);
        var text = post.Said.GetValueOrDefault(Text, "").ReplaceLineEndings("\n").Trim();
        var sent = new FormSubmission(stamp.Id, new Dictionary<string, string> { [Text] = text }, post.Files, null);
        var form = text.Length > 0 || post.Files.Count == 0 ? Form : Form with { Fields = [.. Form.Fields.Select(f => f with { Required = false })] };
        if (sent.Faults(form, []) is { Count: > 0 } faults) return new(null, stamp, null, faults);
        var files = post.Files.SelectMany(f => new[] { f.Name, Convert.ToHexString(SHA256.HashData(f.Content)) });
        var answer = new PortalAnswer(Ids.Derive([request.Ticket.Id, stamp.Id, text, .. files]), request.Ticket.Id, request.Me, request.Ticket.Subject, text, post.Files);
        return new(await accept.KeepAsync(request.Channel!, answer.ToBytes(), ct, page: true), stamp, null, []);
    }
}
