namespace HelpdeskMx.Tests.Mail;

/// <summary>Header lines that two good readers read differently, each with the reason for our reading.</summary>
internal static class HonestDifferences
{
    private static readonly (string Fragment, string Reason)[] s_lines =
    [
        ("Pete(A nice \n \\\n ) chap)", "unfolding comes first (RFC 5322 §2.2.3), so the backslash quotes a space and the comment ends at the next bracket"),
        ("(the end of the group)", "a comment alone is no mailbox"),
        ("(nobody(that I know))", "a comment alone is no mailbox"),
        ("<@node.test:mary@example.net>", "an obsolete source route is accepted and dropped, and so is white space inside an address (RFC 5322 §4.4)"),
        ("<jdoe@machine(comment).  example>", "white space around the dots of an address is not part of it (RFC 5322 §4.4)"),
        ("Some text =?utf-8?Q??=here", "no space is invented after an encoded word: senders encode single letters of a word"),
        ("\"=?iso-8859-1?B?4Q==?= =?utf-8?B?w6k=?=", "white space between encoded words is dropped (RFC 2047 §6.2), in quotes as out of them"),
        (" 4 8 15 16 23 42,", "numbers without a time of day are no date"),
        ("14:22:21 PST", "a named zone counts in a trace header as in a Date"),
        ("08:15:21 PDT", "a named zone counts in a trace header as in a Date"),
        ("id BQB0hUH2 Thu,", "the date is plain even without its semicolon"),
        ("26 Mar 03 20:43:24", "two digits below 50 are of this century (RFC 5322 §4.3)"),
        ("27 Feb 04 14:16:56", "two digits below 50 are of this century (RFC 5322 §4.3)"),
        ("20 Mar 03 10:06:43", "two digits below 50 are of this century (RFC 5322 §4.3)"),
        ("07:53:55.516", "a fraction leaves the seconds as they are"),
        ("malicious/attempt;", "stars in odd places name nothing"),
    ];

    public static bool InReading(string header) => s_lines.Any(line => header.Contains(line.Fragment, StringComparison.Ordinal));
}
