namespace HelpdeskMx.Tests.Mail;

/// <summary>Bounces that we read differently from the corpus, each with the reason for our reading.</summary>
internal static class BounceDifferences
{
    private static readonly (string Reason, string[] Ids)[] s_rows =
    [
        ("a list's alert about a message id seen twice is no bounce", ["lhost-fml-03"]),
        ("the report says only that there is no such user; the corpus calls it filtered by the name of the system", ["lhost-apachejames-01", "lhost-mailfoundry-01", "lhost-messagingserver-03", "lhost-mxlogic-03", "lhost-postfix-07", "lhost-receivingses-01", "lhost-surfcontrol-01", "lhost-x1-01", "lhost-x2-01", "lhost-zoho-03"]),
        ("5.1.1 says that there is no such address, whatever else is told", ["lhost-postfix-01", "rfc3464-01"]),
        ("the report gives no cause, and none is guessed", ["lhost-interscanmss-03", "lhost-messagelabs-03", "lhost-notes-01", "lhost-receivingses-03", "rfc3464-39", "lhost-exim-49", "lhost-postfix-49", "lhost-postfix-75"]),
        ("the words speak of access or rights, not of a list of blocked senders", ["lhost-exim-35", "lhost-qmail-03"]),
        ("the words speak of policy, not of a filter", ["lhost-gmail-03"]),
        ("the system says that it goes on trying, or that it failed itself; which program failed is a detail", ["lhost-postfix-43", "lhost-sendmail-55"]),
        ("several recipients, each with a cause of its own; the corpus states another's first", ["rfc3464-35"]),
        ("the provider's private codes are not known to us; its words are", ["rhost-cox-01", "rhost-franceptt-11", "rhost-nttdocomo-03", "rhost-spectrum-01"]),
    ];

    public static bool Names(string id) => s_rows.Any(row => row.Ids.Contains(id["sisimai-".Length..]));
}
