using System.Text.Json;
using HelpdeskMx.Channels;
using HelpdeskMx.Forms;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Intake;

/// <summary>The answer of a public door: the message is on disk and will become a ticket.</summary>
/// <param name="Id">By which an admin can ask what became of it.</param>
public sealed record Accepted(string Id);

/// <summary>Lets a message in: proves the sender, puts the bytes on disk, queues them, answers.</summary>
public sealed class Accept(Settings settings, IIntakeLog log, TimeProvider clock)
{
    /// <summary>The largest mail taken, in bytes.</summary>
    public const int LargestMail = 40 * 1024 * 1024;

    /// <summary>The largest form taken, in bytes, where it asks for no files.</summary>
    public const int LargestForm = 1024 * 1024;

    /// <summary>The channel, unless it is off, before anybody has proved anything.</summary>
    public async Task<Outcome<Channel>> FindAsync(string channelId, ChannelKind kind, CancellationToken ct)
    {
        if (await settings.ChannelAsync(channelId, ct) is not { } channel || channel.Kind != kind) return IntakeProblems.NoSuchChannel;
        return channel.Active ? channel : IntakeProblems.ChannelOff;
    }

    /// <summary>The channel, if the key is its key.</summary>
    public async Task<Outcome<Channel>> ProveAsync(string channelId, ChannelKind kind, string? key, CancellationToken ct)
    {
        var found = await FindAsync(channelId, kind, ct);
        return found.Problem is null && !found.Value.IsOpenedBy(key, clock.GetUtcNow()) ? IntakeProblems.WrongKey : found;
    }

    /// <summary>Takes the bytes of a mail.</summary>
    public async Task<Outcome<Accepted>> EmailAsync(Channel channel, ReadOnlyMemory<byte> raw, CancellationToken ct) =>
        raw.Span.Trim(" \t\r\n\0"u8).IsEmpty ? IntakeProblems.EmptyBody : await KeepAsync(channel, raw, ct);

    /// <summary>Takes a form's answers, if they will do.</summary>
    public async Task<Outcome<Accepted>> FormAsync(Channel form, FormSubmission submission, CancellationToken ct)
    {
        var faults = submission.Faults(form, await settings.StoresAsync(ct));
        return faults.Count > 0 ? IntakeProblems.FieldsMissing(faults, "en") : await KeepAsync(form, submission.ToBytes(), ct);
    }

    /// <summary>The largest post this form takes, in bytes: files make room.</summary>
    public static int LargestOf(Channel? form) =>
        form is not null && form.Fields.Any(f => f.Kind == FormFieldKind.File) ? Math.Max(LargestForm, form.Form.Megabytes * 1024 * 1024) : LargestForm;

    /// <summary>Takes what has been looked over.</summary>
    /// <param name="channel">The channel it comes by.</param>
    /// <param name="bytes">What came.</param>
    /// <param name="ct">Stops taking it.</param>
    /// <param name="page">It was answered on the page of a request.</param>
    public async Task<Accepted> KeepAsync(Channel channel, ReadOnlyMemory<byte> bytes, CancellationToken ct, bool page = false)
    {
        var at = clock.GetUtcNow();
        Pointer To(string blob) => new(channel.Id, blob, at) { Page = page ? true : null };
        return new Accepted(IngestId.Of(To(await log.AppendAsync(bytes, blob => JsonSerializer.Serialize(To(blob), AppJson.Of<Pointer>()), ct))));
    }
}
