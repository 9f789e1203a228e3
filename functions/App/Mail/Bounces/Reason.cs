using System.Text;

namespace HelpdeskMx.Mail.Bounces;

/// <summary>Says in one word why a message came back, from the mail system's words and, where they say nothing, from its status code.</summary>
internal static class Reason
{
    public const string Undefined = "undefined";

    /// <summary>Reasons that stay: writing to the address again cannot help.</summary>
    public static bool IsHard(string reason, string status) => reason is "userunknown" or "hostunknown" or "hasmoved" || (reason == "notaccept" && !status.StartsWith('4'));

    /// <param name="diagnostic">What the report says of the recipient.</param>
    /// <param name="explanation">What the report tells a person; asked second.</param>
    public static string Of(string diagnostic, string explanation, string status)
    {
        var reason = ReasonPhrases.Find(Plain(diagnostic)) ?? Telling(status) ?? ReasonPhrases.Find(Plain(Refusal(explanation))) ?? ReasonPhrases.Find(Plain(explanation)) ?? ByStatus(status);
        if (reason is not ("userunknown" or "hostunknown")) return reason;
        return FailedCommand.In(explanation) switch
        {
            FailedCommand.Mail => "rejected", // the sender is who is not known
            FailedCommand.Data when reason == "userunknown" && !IsCertain(status, diagnostic) => "filtered", // the address was taken; what the message holds was not
            _ => reason,
        };
    }

    /// <summary>The code or the words leave no doubt that there is no such address.</summary>
    private static bool IsCertain(string status, string diagnostic) => Detail(status) == "1.1" || diagnostic.Contains("doesn't have a", StringComparison.OrdinalIgnoreCase);

    /// <summary>The first line with a code of refusal, and the one after it: a report may go on to other recipients.</summary>
    private static string Refusal(string explanation)
    {
        var lines = explanation.Split('\n');
        var at = Array.FindIndex(lines, line => StatusCodes.Reply(line) > 0 || StatusCodes.Enhanced(line).StartsWith('5'));
        return at < 0 ? "" : at + 1 < lines.Length && !lines[at + 1].Contains('@') ? $"{lines[at]} {lines[at + 1]}" : lines[at];
    }

    /// <summary>Lower case, with single spaces and straight quotes, and without the codes that interrupt a reply of many lines.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            if (!StatusCodes.IsCode(word)) plain.Append(plain.Length > 0 ? " " : "").Append(word);
        return plain.Replace('\u2019', '\'').ToString().ToLowerInvariant();
    }

    /// <summary>Codes that leave no doubt (RFC 3463, RFC 7372, RFC 7505).</summary>
    private static string? Telling(string status) => Detail(status) switch
    {
        "1.1" or "1.10" or "1.351" => "userunknown",
        "1.2" => "hostunknown",
        "1.6" => "hasmoved",
        "1.7" or "1.8" => "rejected",
        "2.2" => "mailboxfull",
        "3.4" => "mesgtoobig",
        "4.6" => "networkerror",
        "7.13" => "suspend",
        "7.25" => "requireptr",
        "7.20" or "7.21" or "7.22" or "7.23" or "7.24" or "7.26" => "authfailure",
        "7.27" or "1.10.0" => "notaccept",
        _ => null,
    };

    private static string ByStatus(string status) => Detail(status) switch
    {
        "1.0" or "1.3" or "1.4" => "userunknown",
        "2.1" => "suspend",
        "2.3" => "exceedlimit",
        "3.1" => "systemfull",
        "4.4" => "hostunknown",
        "4.1" or "4.2" or "4.7" => "expired",
        { } detail when detail.StartsWith("3.", StringComparison.Ordinal) => "systemerror",
        { } detail when detail.StartsWith("4.", StringComparison.Ordinal) => "networkerror",
        { } detail when detail.StartsWith("5.", StringComparison.Ordinal) => "syntaxerror",
        { } detail when detail.StartsWith("6.", StringComparison.Ordinal) => "contenterror",
        { } detail when detail.StartsWith("7.6", StringComparison.Ordinal) => "blocked",
        { } detail when detail.StartsWith("7.", StringComparison.Ordinal) => "securityerror",
        _ => Undefined,
    };

    private static string Detail(string status) => status.Length > 2 ? status[2..] : "";
}
