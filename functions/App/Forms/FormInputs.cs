namespace HelpdeskMx.Forms;

/// <summary>The fields of a form as HTML, each with its label, its help and what is wrong with it.</summary>
public static class FormInputs
{
    /// <summary>One field.</summary>
    public static Markup Of(FormField field, FormShown shown)
    {
        var fault = shown.Faults.FirstOrDefault(f => f.Field == field.Key)?.In(shown.Language);
        var help = shown.Text(field.Help) ?? (field.Kind == FormFieldKind.File ? shown.Say("files-hint", $"{field.Files.Megabytes}") : null);
        Markup below = $"""
            {Markup.If(help is not null, $"""<p class="help" id="h-{field.Key}">{help}</p>""")}<p class="fault" id="e-{field.Key}"{Markup.If(fault is null, $" hidden")}>{fault}</p>
            """;
        var described = help is null ? $"e-{field.Key}" : $"h-{field.Key} e-{field.Key}";
        Markup said = $"""aria-describedby="{described}"{Markup.If(fault is not null, $""" aria-invalid="true" """)}""";
        Markup label = $"""{FormWords.Label(field, shown.Language, shown.Store.Language)}{Markup.If(!field.Required, $""" <span class="optional">({shown.Say("optional")})</span>""")}""";
        Markup frame = $"""class="field" data-key="{field.Key}" data-kind="{Name(field.Kind)}" data-label="{FormWords.Label(field, shown.Language, shown.Store.Language)}"{Markup.If(field.Required, $" data-required")}""";
        var answer = shown.Answers.GetValueOrDefault(field.Key, "");
        Markup input = $"""id="f-{field.Key}" name="{field.Key}" {said}{Markup.If(field.Required && field.Kind != FormFieldKind.MultipleChoice, $" required")}""";
        return field.Kind switch
        {
            FormFieldKind.Consent => $"""
                <div {frame}><label class="choice"><input type="checkbox" value="yes" {input}{Markup.If(answer.Length > 0, $" checked")}> <span>{label}{Terms(field, shown)}</span></label>{below}</div>
                """,
            FormFieldKind.MultipleChoice => $"""
                <fieldset {frame} id="f-{field.Key}" tabindex="-1" {said}><legend>{label}</legend>{Offered(field, shown).Select(o => Box(field, o, answer))}{below}</fieldset>
                """,
            _ => $"""<div {frame}><label for="f-{field.Key}">{label}</label>{Input(field, shown, input, answer)}{below}</div>""",
        };
    }

    /// <summary>What is asked of who has no script that works it out.</summary>
    public static Markup Sum(FormShown shown)
    {
        var fault = shown.Faults.FirstOrDefault(f => f.Field == FormPost.Sum)?.In(shown.Language);
        return $"""
            <div class="field sum"><label for="hx-sum">{shown.Say("sum", $"{shown.Sum.One} + {shown.Sum.Other}")}</label>
            <input id="hx-sum" name="{FormPost.Sum}" inputmode="numeric" autocomplete="off" maxlength="4" required aria-describedby="hx-sum-fault"><p class="fault" id="hx-sum-fault"{Markup.If(fault is null, $" hidden")}>{fault}</p></div>
            """;
    }

    private static Markup Input(FormField field, FormShown shown, Markup input, string answer)
    {
        var hint = shown.Text(field.Placeholder);
        Markup common = $"""{input} maxlength="{field.Longest()}"{Markup.If(hint is not null, $""" placeholder="{hint}" """)}""";
        return field.Kind switch
        {
            FormFieldKind.LongText => $"""<textarea rows="6" dir="auto" {common}>{"\n"}{answer}</textarea>""", // HTML drops the first line break
            FormFieldKind.Choice or FormFieldKind.Store => $"""<select {input}><option value="">{hint ?? shown.Say("choose")}</option>{Offered(field, shown).Select(o => Option(o, answer))}</select>""",
            FormFieldKind.File => $"""<input type="file" {input}{Markup.If(field.Files.Most > 1, $" multiple")} data-most="{field.Files.Most}" data-megabytes="{field.Files.Megabytes}" accept="{string.Join(',', field.Files.Kinds.Select(k => "." + k))}"><ul class="files"></ul>""",
            FormFieldKind.Date => $"""<input type="date" {input} value="{answer}">""",
            FormFieldKind.Email => $"""<input type="email" autocomplete="email" {common} value="{answer}">""",
            FormFieldKind.Phone => $"""<input type="tel" autocomplete="tel" {common} value="{answer}">""",
            FormFieldKind.Name => $"""<input autocomplete="name" dir="auto" {common} value="{answer}">""",
            _ => $"""<input dir="auto" {common} value="{answer}">""",
        };
    }

    private static Markup Terms(FormField field, FormShown shown) => shown.Text(field.Link) is { } link
        ? $""" <a href="{link}" target="_blank" rel="noopener noreferrer">{shown.Say("read-more")}</a>"""
        : Markup.None;

    private static Markup Option((string Key, string Label) option, string answer) => $"""<option value="{option.Key}"{Markup.If(option.Key == answer, $" selected")}>{option.Label}</option>""";

    private static Markup Box(FormField field, (string Key, string Label) option, string answer) =>
        $"""<label class="choice"><input type="checkbox" name="{field.Key}" value="{option.Key}"{Markup.If(field.Parts(answer).Contains(option.Key), $" checked")}> <span>{option.Label}</span></label>""";

    private static IEnumerable<(string Key, string Label)> Offered(FormField field, FormShown shown) => field.Offers(shown.Stores)
        .Select(key => (key, shown.Text(field.Options.FirstOrDefault(o => o.Key == key)?.Label ?? Spoken.Nothing) ?? shown.Stores.FirstOrDefault(s => field.Kind == FormFieldKind.Store && s.Id == key)?.Name ?? key));

    private static string Name(FormFieldKind kind) => $"{kind}".ToLowerInvariant();
}
