using HelpdeskMx.Agents;
using HelpdeskMx.Automation;
using HelpdeskMx.Calendars;
using HelpdeskMx.Platform;
using HelpdeskMx.Spam;

namespace HelpdeskMx.Channels;

/// <summary>What admins may change about a store; null leaves it.</summary>
/// <param name="Calendar">Id of the calendar it goes by; empty for none, which is always open.</param>
public sealed record StoreChange(
    Confirmation? Confirmation = null, int? FollowUpAfterDays = null, string? Signature = null, QuotedHistory? Quotes = null,
    string? Name = null, string? Color = null, string? Language = null, bool? Active = null, string? Calendar = null, SpamGuard? Spam = null, MailLook? Look = null, StorePortal? Portal = null);

/// <summary>Changes a store.</summary>
public sealed class ChangeStore(Settings settings)
{
    private const int MostDays = 3650, LongestSignature = 2000;
    private static readonly Problem NoSuchStore = new("no-such-store", "There is no such store.", 404);

    /// <summary>The store as it is then.</summary>
    public async Task<Outcome<Store>> RunAsync(string id, StoreChange change, CancellationToken ct)
    {
        var (stores, channels) = (await settings.StoresAsync(ct), await settings.ChannelsAsync(ct));
        var noCalendar = change.Calendar is { Length: > 0 } calendar ? await AssignCalendar.FaultAsync(settings, calendar, ct) : null;
        var changed = await settings.ChangeAsync(Kinds.Stores, id, store => noCalendar is not null ? noCalendar : Changed(store, change, stores, channels), ct) ?? NoSuchStore;
        return changed.Problem is not null ? changed : changed.Value with { Confirmation = changed.Value.Confirmation.Whole() };
    }

    private static Outcome<Store> Changed(Store store, StoreChange change, IReadOnlyList<Store> stores, IReadOnlyList<Channel> channels)
    {
        if (change.FollowUpAfterDays is < 0 or > MostDays) return Problems.Field("followUpAfterDays", $"Give a number of days from 0 to {MostDays}.");
        if (change.Confirmation is { } confirmation && Fault(confirmation) is { } fault) return Problems.Field("confirmation", fault);
        if (change.Signature?.Length > LongestSignature) return Problems.Field("signature", $"A signature has at most {LongestSignature} characters.");
        if (change.Look?.Fault() is { } odd) return odd;
        if (change.Spam?.Fault() is { } unguarded) return unguarded;
        if ((change.Portal ?? store.Portal).Fault((change.Spam ?? store.Spam).Origin) is { } nowhere) return nowhere;
        var name = change.Name is null ? store.Name : GivenName.Of(change.Name, stores.Where(s => s.Id != store.Id).Select(s => s.Name));
        if ((name.Problem ?? AddStore.Fault(change.Color, change.Language)) is { } problem) return problem;
        if (change.Active == false && InUse.Of("store-in-use", channels.Where(c => c.Store == store.Id || c.Form.Routes.Any(r => r.Store == store.Id))) is { } used) return used;
        return store with
        {
            Name = name.Value,
            Color = change.Color?.ToLowerInvariant() ?? store.Color,
            Language = change.Language ?? store.Language,
            Active = change.Active ?? store.Active,
            Confirmation = change.Confirmation is { } told ? (told with { ClosedTexts = told.ClosedTexts ?? store.Confirmation.ClosedTexts }).Whole() : store.Confirmation,
            FollowUpAfterDays = change.FollowUpAfterDays ?? store.FollowUpAfterDays,
            Signature = change.Signature?.ReplaceLineEndings("\n").Trim() ?? store.Signature,
            Quotes = change.Quotes ?? store.Quotes,
            Calendar = change.Calendar is "" ? null : change.Calendar ?? store.Calendar,
            Spam = change.Spam ?? store.Spam,
            Portal = change.Portal ?? store.Portal,
            Look = change.Look is { } look ? look with { Footer = look.Footer.ReplaceLineEndings("\n").Trim() } : store.Look,
        };
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
