using System.Globalization;
using HelpdeskMx.Agents;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Automation;

/// <summary>What conditions are held against: a ticket at a moment.</summary>
/// <param name="Ticket">As it is then.</param>
/// <param name="Before">As it was before what happened; null where it was not there.</param>
/// <param name="Said">The message it is about; null for none.</param>
/// <param name="Open">Somebody is there; null where that is not known.</param>
/// <param name="Now">The moment.</param>
public sealed record RuleFacts(Ticket Ticket, Ticket? Before, Message? Said, bool? Open, DateTimeOffset Now)
{
    /// <summary>What a ticket nobody has rated is rated.</summary>
    public const string NoRating = "none";

    private readonly Lazy<string> words = new(() => Folded($"{Said?.Subject ?? Ticket.Subject} {Said?.ReplyText ?? Ticket.Preview}"));

    /// <summary>True if the rule's conditions hold. A rule without any holds always.</summary>
    public bool Fit(RuleDraft rule) => rule.If.Count == 0 || (rule.Any ? rule.If.Any(Holds) : rule.If.All(Holds));

    private bool Holds(RuleCondition condition) => condition.Test switch
    {
        RuleTest.Is => IsOne(condition, Ticket),
        RuleTest.IsNot => !IsOne(condition, Ticket),
        RuleTest.Becomes => IsOne(condition, Ticket) && (Before is null || !IsOne(condition, Before)),
        RuleTest.Contains => Contains(condition),
        RuleTest.ContainsNot => !Contains(condition),
        RuleTest.MoreThan => Number(condition.Field) > Value(condition),
        RuleTest.AtLeast => Number(condition.Field) >= Value(condition),
        RuleTest.AtMost => Number(condition.Field) <= Value(condition),
        _ => Number(condition.Field) < Value(condition),
    };

    private bool IsOne(RuleCondition condition, Ticket ticket) => Of(condition, ticket).Any(condition.Values.Contains);

    private IEnumerable<string> Of(RuleCondition condition, Ticket ticket) => condition.Field switch
    {
        RuleField.State => [ticket.State],
        RuleField.Category => [Name(ticket.Category)],
        RuleField.Priority => [Name(ticket.Priority)],
        RuleField.Store => [ticket.Store],
        RuleField.Channel => [ticket.Channel],
        RuleField.ChannelKind => [Name(ticket.ChannelKind)],
        RuleField.Department => [ticket.Department],
        RuleField.Assignee => [ticket.Assignee ?? "nobody"],
        RuleField.Follower => ticket.Followers,
        RuleField.Label => ticket.Labels,
        RuleField.Field => ticket.Fields.TryGetValue(condition.Key!, out var answer) ? condition.Values.Where(v => string.Equals(v.Trim(), answer.Trim(), StringComparison.OrdinalIgnoreCase)) : [],
        RuleField.Language => Languages.Guess(Said?.ReplyText ?? ticket.Preview) is { } language ? [language] : [],
        RuleField.Hours => Open is { } open ? [open ? "open" : "closed"] : [],
        RuleField.Auto => [Said?.Auto == true ? "yes" : "no"],
        RuleField.Rating => [ticket.Rating?.Stars.ToString(CultureInfo.InvariantCulture) ?? NoRating],
        RuleField.Review => [ticket.Review ? "yes" : "no"],
        _ => [],
    };

    private bool Contains(RuleCondition condition) => condition.Field == RuleField.From
        ? condition.Values.Any(v => $"{Ticket.From.Name} {Ticket.From.Value}".Contains(v.Trim(), StringComparison.OrdinalIgnoreCase))
        : condition.Values.Any(v => (condition.Field == RuleField.Words ? words.Value : Folded(Ticket.Subject)).Contains(Folded(v), StringComparison.Ordinal));

    private double Number(RuleField field) => field switch
    {
        RuleField.Attachments => Ticket.Attachments,
        RuleField.Messages => Ticket.Messages,
        RuleField.Rating => Ticket.Rating?.Stars ?? double.NaN,
        _ => (Now - Ticket.CreatedAt).TotalHours,
    };

    private static double Value(RuleCondition condition) => double.Parse(condition.Values[0], CultureInfo.InvariantCulture);

    /// <summary>Folded words with a space before each, so that what is looked for begins a word.</summary>
    private static string Folded(string text) => $" {SearchText.Fold(text)}";

    private static string Name<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
