using System.Text.RegularExpressions;
using HandlebarsDotNet;

namespace HelpdeskMx.Replies;

/// <summary>Something in a template that cannot work.</summary>
/// <param name="Line">Where, from 1.</param>
/// <param name="Why">A sentence.</param>
public sealed record TemplateFault(int Line, string Why);

/// <summary>
/// Words with gaps that are filled in for one ticket: <c>{{ticket.number}}</c>, <c>{{or customer.firstName "there"}}</c>, <c>{{#if fields.order}}…{{else}}…{{/if}}</c>.
/// What is saved was checked, so that no gap stays empty in what a customer reads.
/// </summary>
/// <remarks>Handlebars, less what could leave a hole or run long: no partials, no loops, no helper but <c>or</c>.</remarks>
public static partial class TemplateText
{
    /// <summary>The longest, in characters.</summary>
    public const int Longest = 20_000;

    private const string Braces = "A brace is not closed, or one too many: a variable stands between two, as {{ticket.number}}.";

    private static readonly IHandlebars Handlebars = Create();

    private sealed record Block(string Kind, string Variable, int Line)
    {
        public bool InElse { get; init; }

        /// <summary>True where what the block asks for is there for certain.</summary>
        public bool Assures(string variable) => Variable == variable && InElse == (Kind == "unless");
    }

    /// <summary>Everything in it that cannot work; none where it can be used.</summary>
    public static IReadOnlyList<TemplateFault> Faults(string text, IReadOnlyList<Variable> known)
    {
        List<TemplateFault> faults = [];
        var open = new Stack<Block>();
        var end = 0;
        foreach (Match tag in Tag().Matches(text))
        {
            if (Stray(text[end..tag.Index]) is { } stray) faults.Add(new(LineAt(text, end + stray), Braces));
            end = tag.Index + tag.Length;
            var line = LineAt(text, tag.Index);
            if (Why(tag, line, open, known) is { } why) faults.Add(new(line, why));
        }
        if (Stray(text[end..]) is { } left) faults.Add(new(LineAt(text, end + left), Braces));
        faults.AddRange(open.Select(block => new TemplateFault(block.Line, $"{{{{#{block.Kind} {block.Variable}}}}} is not closed: write {{{{/{block.Kind}}}}} where it ends.")));
        return faults;
    }

    /// <summary>The words with every gap filled; of a template without faults nothing stays empty.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values)
    {
        if (!text.Contains("{{", StringComparison.Ordinal)) return text;
        var nested = values.Where(v => v.Value.Length > 0).GroupBy(v => v.Key[..v.Key.IndexOf('.', StringComparison.Ordinal)])
            .ToDictionary(g => g.Key, g => (object)g.ToDictionary(v => v.Key[(g.Key.Length + 1)..], v => (object)v.Value));
        // A key with a hyphen or a digit in front is one segment to Handlebars only in brackets.
        return Handlebars.Compile(Tag().Replace(text, tag => "{{" + Path().Replace(tag.Groups[1].Value, p => $"{p.Groups[1].Value}.[{p.Groups[2].Value}]") + "}}"))(nested);
    }

    /// <summary>The variables it names, each as often as it does.</summary>
    public static IEnumerable<string> Names(string text) => Tag().Matches(text).SelectMany(tag => Path().Matches(tag.Groups[1].Value)).Select(path => path.Value);

    private static string? Why(Match match, int line, Stack<Block> open, IReadOnlyList<Variable> known)
    {
        var tag = match.Groups[1].Value.Trim();
        if (match.Length != match.Groups[1].Length + 4) return Braces;
        if (BlockStart().Match(tag) is { Success: true } start)
        {
            open.Push(new Block(start.Groups[1].Value, start.Groups[2].Value, line));
            return Unknown(start.Groups[2].Value, known);
        }
        if (tag == "else")
        {
            if (!open.TryPop(out var block) || block.InElse) return "{{else}} stands in no {{#if}}.";
            open.Push(block with { InElse = true });
            return null;
        }
        if (tag is "/if" or "/unless") return open.TryPop(out var ended) && ended.Kind == tag[1..] ? null : $"{{{{{tag}}}}} closes nothing that is open.";
        if (Otherwise().Match(tag) is { Success: true } otherwise) return Unknown(otherwise.Groups[1].Value, known);
        if (!Name().IsMatch(tag)) return $"{{{{{tag}}}}} is not understood. Write a variable, {{{{or variable \"otherwise\"}}}}, or {{{{#if variable}}}}…{{{{else}}}}…{{{{/if}}}}.";
        if (Unknown(tag, known) is { } unknown) return unknown;
        return known.First(v => v.Name == tag).MayBeEmpty && !open.Any(b => b.Assures(tag))
            ? $"Not every ticket has {tag}. Say what stands there then: {{{{or {tag} \"…\"}}}}, or put it in {{{{#if {tag}}}}}…{{{{/if}}}}."
            : null;
    }

    private static string? Unknown(string name, IReadOnlyList<Variable> known) => known.Any(v => v.Name == name) ? null : $"There is no variable '{name}'.";

    private static int? Stray(string between) => between.IndexOf("{{", StringComparison.Ordinal) is >= 0 and var at ? at : between.IndexOf("}}", StringComparison.Ordinal) is >= 0 and var closed ? closed : null;

    private static int LineAt(string text, int at) => text.AsSpan(0, at).Count('\n') + 1;

    private static IHandlebars Create()
    {
        var handlebars = HandlebarsDotNet.Handlebars.Create(new HandlebarsConfiguration { NoEscape = true });
        handlebars.RegisterHelper("or", (writer, _, arguments) => writer.WriteSafeString(arguments[0] is string { Length: > 0 } said ? said : arguments[1]));
        return handlebars;
    }

    [GeneratedRegex(@"\{{2,}([^{}]*)\}{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"^#(if|unless) +([A-Za-z]+\.[\w-]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex BlockStart();

    [GeneratedRegex("""^or +([A-Za-z]+\.[\w-]+) +"([^"\\]+)"$""", RegexOptions.CultureInvariant)]
    private static partial Regex Otherwise();

    [GeneratedRegex(@"^[A-Za-z]+\.[\w-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex("""(?<![\w".-])([A-Za-z]+)\.([\w-]+)(?=[^"]*(?:"[^"]*"[^"]*)*$)""", RegexOptions.CultureInvariant)]
    private static partial Regex Path();
}
