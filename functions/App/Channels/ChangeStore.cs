using HelpdeskMx.Agents;
using HelpdeskMx.Automation;
using HelpdeskMx.Calendars;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Channels;

/// <summary>What admins may change about a store; null leaves it.</summary>
/// <param name="Calendar">Id of the calendar it goes by; empty for none, which is always open.</param>
public sealed record StoreChange(Confirmation? Confirmation, int? FollowUpAfterDays, string? Signature, QuotedHistory? Quotes, string? Calendar = null);

/// <summary>Changes a store.</summary>
public sealed class ChangeStore(Settings settings)
{
    private const int MostDays = 3650, LongestSignature = 2000;
    private static readonly Problem NoSuchStore = new("no-such-store", "There is no such store.", 404);

    /// <summary>The store as it is then.</summary>
    public async Task<Outcome<Store>> RunAsync(string id, StoreChange change, CancellationToken ct)
    {
        if ((await settings.StoresAsync(ct)).FirstOrDefault(s => s.Id == id) is not { } store) return NoSuchStore;
        if (change.FollowUpAfterDays is < 0 or > MostDays) return Problems.Field("followUpAfterDays", $"Give a number of days from 0 to {MostDays}.");
        if (change.Confirmation is { } confirmation && Fault(confirmation) is { } fault) return Problems.Field("confirmation", fault);
        if (change.Signature?.Length > LongestSignature) return Problems.Field("signature", $"A signature has at most {LongestSignature} characters.");
        if (change.Calendar is { Length: > 0 } calendar && await AssignCalendar.FaultAsync(settings, calendar, ct) is { } noCalendar) return noCalendar;
        var changed = store with
        {
            Confirmation = change.Confirmation is { } told ? (told with { ClosedTexts = told.ClosedTexts ?? store.Confirmation.ClosedTexts }).Whole() : store.Confirmation,
            FollowUpAfterDays = change.FollowUpAfterDays ?? store.FollowUpAfterDays,
            Signature = change.Signature?.ReplaceLineEndings("\n").Trim() ?? store.Signature,
            Quotes = change.Quotes ?? store.Quotes,
            Calendar = change.Calendar is "" ? null : change.Calendar ?? store.Calendar,
        };
        await settings.SaveAsync(Kinds.Stores, id, changed, ct);
        return changed;
    }

    private static string? Fault(Confirmation confirmation)
    {
        if (confirmation.Texts is null) return "Give the texts by language; an empty object takes the desk's own.";
        return Fault(confirmation.Texts) ?? (confirmation.ClosedTexts is { } closed ? Fault(closed) : null);
    }

    private static string? Fault(IReadOnlyDictionary<string, string> texts)
    {
        if (texts.Keys.FirstOrDefault(l => !Languages.All.Contains(l)) is { } language) return $"'{language}' is not a language of the desk. Use en, cs, pl, ko or ru.";
        var tooLong = texts.FirstOrDefault(t => t.Value?.Length > Confirmation.LongestText).Key;
        return tooLong is null ? null : $"The text in '{tooLong}' is too long. It has at most {Confirmation.LongestText} characters.";
    }
}
