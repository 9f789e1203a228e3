using System.Buffers;
using System.Globalization;
using HelpdeskMx.Channels;
using HelpdeskMx.Intake;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Forms;

/// <summary>What is wrong with one answer.</summary>
/// <param name="Field">Key of its field.</param>
/// <param name="Code">Key of its sentence in <see cref="FormWords"/>.</param>
/// <param name="With">What stands in the sentence.</param>
public sealed record FormFault(string Field, string Code, string With = "")
{
    /// <summary>As a sentence.</summary>
    public string In(string language) => FormWords.Say(Code, language, With);
}

/// <summary>Finds what is wrong with the answers to a form.</summary>
public static class CheckAnswers
{
    private const int MostFiles = 20, LongestName = 100;
    private static readonly SearchValues<char> Phone = SearchValues.Create("+0123456789 ()-./");

    /// <summary>Every fault, in the order of the fields; empty when the answers will do.</summary>
    public static IReadOnlyList<FormFault> Faults(this FormSubmission sent, Channel form, IReadOnlyList<Store> stores)
    {
        var faults = form.Fields.Select(f => f.Kind == FormFieldKind.File ? FilesFault(f, sent) : Fault(f, sent.Answers.GetValueOrDefault(f.Key, "").Trim(), stores)).OfType<FormFault>().ToList();
        var known = form.Fields.Where(f => f.Kind == FormFieldKind.File).Select(f => f.Key).ToHashSet();
        var others = sent.Files.Where(f => f.Field is null || !known.Contains(f.Field)).ToArray(); // an older page may send what is asked no more: it is kept
        if (others.Length > MostFiles) faults.Add(new("files", "too-many-files", Text(MostFiles)));
        if (others.FirstOrDefault(f => FileKinds.IsForbidden(f.Name, f.Content)) is { } bad) faults.Add(new(bad.Field ?? "files", "file-forbidden", SafeName.Of(bad.Name)));
        if (sent.Answers.Keys.FirstOrDefault(k => k.Length > LongestName) is { } name) faults.Add(new(name[..LongestName], "too-long", Text(LongestName)));
        return faults;
    }

    private static FormFault? Fault(FormField field, string answer, IReadOnlyList<Store> stores)
    {
        if (answer.Length == 0) return field.Required ? new(field.Key, field.Kind == FormFieldKind.Consent ? "not-agreed" : "required") : null;
        if (answer.Length > field.Longest()) return new(field.Key, "too-long", Text(field.Longest()));
        return field.Kind switch
        {
            FormFieldKind.Email => MailAddresses.CanReceive(answer) ? null : new(field.Key, "not-email"),
            FormFieldKind.Phone => IsPhone(answer) ? null : new(field.Key, "not-phone"),
            FormFieldKind.Date => DateOnly.TryParseExact(answer, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? null : new(field.Key, "not-date"),
            _ => field.Chooses() && field.Parts(answer).Any(p => !field.Offers(stores).Contains(p)) ? new(field.Key, "not-offered") : null,
        };
    }

    /// <summary>The keys a field offers.</summary>
    public static IEnumerable<string> Offers(this FormField field, IReadOnlyList<Store> stores) =>
        field is { Kind: FormFieldKind.Store, Options: [] } ? stores.Select(s => s.Id) : field.Options.Select(o => o.Key);

    private static FormFault? FilesFault(FormField field, FormSubmission sent)
    {
        var files = sent.Files.Where(f => f.Field == field.Key).ToArray();
        if (files.Length == 0) return field.Required ? new(field.Key, "no-file") : null;
        if (files.Length > field.Files.Most) return new(field.Key, "too-many-files", Text(field.Files.Most));
        if (files.Any(f => f.Content.Length > field.Files.Megabytes * 1024 * 1024)) return new(field.Key, "file-too-large", Text(field.Files.Megabytes));
        if (files.FirstOrDefault(f => FileKinds.IsForbidden(f.Name, f.Content)) is { } bad) return new(field.Key, "file-forbidden", SafeName.Of(bad.Name));
        return field.Files.Kinds is { Count: > 0 } kinds && files.Any(f => !kinds.Contains(FileKinds.Extension(f.Name))) ? new(field.Key, "file-kind", string.Join(", ", kinds)) : null;
    }

    private static bool IsPhone(string answer) => !answer.AsSpan().ContainsAnyExcept(Phone) && answer.Count(char.IsAsciiDigit) is >= 5 and <= 20;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
