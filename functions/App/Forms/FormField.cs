namespace HelpdeskMx.Forms;

/// <summary>What a form's field holds, and so how it is asked and checked.</summary>
public enum FormFieldKind { Text, LongText, Email, Name, Subject, OrderNumber, Choice, MultipleChoice, Store, Phone, Date, File, Consent }

/// <summary>One question of a form. Texts are by language; where there is none, the kind's own words are used.</summary>
/// <param name="Key">Name of the field in the submission.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Required">Must not be blank.</param>
public sealed record FormField(string Key, FormFieldKind Kind, bool Required)
{
    /// <summary>The question. For a consent: what is agreed to.</summary>
    public IReadOnlyDictionary<string, string> Label { get; init; } = Spoken.Nothing;

    /// <summary>A sentence below it.</summary>
    public IReadOnlyDictionary<string, string> Help { get; init; } = Spoken.Nothing;

    /// <summary>Shown in the empty field.</summary>
    public IReadOnlyDictionary<string, string> Placeholder { get; init; } = Spoken.Nothing;

    /// <summary>For a consent: where the full text stands.</summary>
    public IReadOnlyDictionary<string, string> Link { get; init; } = Spoken.Nothing;

    /// <summary>What can be chosen. A store field without any offers every store.</summary>
    public IReadOnlyList<FormOption> Options { get; init; } = [];

    /// <summary>The most characters of an answer; null for what its kind takes.</summary>
    public int? MaxLength { get; init; }

    /// <summary>For files: how many, how large, of what kind.</summary>
    public FormFiles Files { get; init; } = new();

    /// <summary>The most characters an answer of this kind may have.</summary>
    public static int LongestOf(FormFieldKind kind) => kind switch
    {
        FormFieldKind.LongText => 20_000,
        FormFieldKind.Text => 2_000,
        FormFieldKind.MultipleChoice => 4_000,
        FormFieldKind.Subject => 300,
        FormFieldKind.Email => 254,
        FormFieldKind.Name => 200,
        FormFieldKind.Phone => 40,
        _ => 100,
    };

    /// <summary>The most characters of an answer.</summary>
    public int Longest() => MaxLength ?? LongestOf(Kind);

    /// <summary>True where the answer is one of a list.</summary>
    public bool Chooses() => Kind is FormFieldKind.Choice or FormFieldKind.MultipleChoice or FormFieldKind.Store;

    /// <summary>True where tickets can be looked for by the answer.</summary>
    public bool Narrows() => Chooses() || Kind is FormFieldKind.OrderNumber or FormFieldKind.Phone or FormFieldKind.Date;

    /// <summary>The parts of an answer: of several where several can be chosen.</summary>
    public IReadOnlyList<string> Parts(string answer) =>
        Kind == FormFieldKind.MultipleChoice ? answer.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [answer.Trim()];
}

/// <summary>Something that can be chosen.</summary>
/// <param name="Key">What is stored.</param>
/// <param name="Label">What is shown, by language.</param>
public sealed record FormOption(string Key, IReadOnlyDictionary<string, string> Label);

/// <summary>What files a field takes.</summary>
/// <param name="Most">How many.</param>
/// <param name="Megabytes">How large each may be.</param>
public sealed record FormFiles(int Most = 3, int Megabytes = 5)
{
    /// <summary>Extensions without a dot; empty for all that are not forbidden.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];
}
