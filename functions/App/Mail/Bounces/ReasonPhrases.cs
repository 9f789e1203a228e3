namespace HelpdeskMx.Mail.Bounces;

/// <summary>The words by which mail systems tell why they refuse, most telling first. Reasons carry the names that bounce readers commonly use.</summary>
internal static class ReasonPhrases
{
    /// <summary>The reason of the first row that has a phrase in the text, which is lower case with single spaces; null where none has.</summary>
    public static string? Find(string text)
    {
        foreach (var (reason, phrases) in s_rows)
            foreach (var phrase in phrases)
                if (text.Contains(phrase, StringComparison.Ordinal)) return reason;
        return null;
    }

    private static readonly (string Reason, string[] Phrases)[] s_rows =
    [
        ("filtered", ["due to recipient preferences", "message filtered", "domain-filter", "because the recipient is not accepting mail", "blocked by the recipient", "content filter"]),
        ("toomanyconn", ["too many connections", "too many concurrent", "frequency limited", "connection rate limit", "connection limit", "too many sessions"]),
        ("speeding", ["mail at a rate", "recipients this hour", "rate limit exceeded", "too many messages", "sending rate", "too fast", "mails per hour", "messages per hour", "sending too many"]),
        ("toomanyconn", ["too many recipients"]),
        ("authfailure", ["dmarc", "spf record", "spf check", "spf fail", "dkim", "authentication checks failed", "authentication information", "unauthenticated email", "bad spf"]),
        ("badreputation", ["reputation", "user complaints", "unexpected volume"]),
        ("requireptr", ["reverse dns", "ptr record", "rdns", "no ptr", "reverse hostname", "cannot resolve your address", "reverse lookup", "without a reverse", "no reverse", "ptr lookup", "mismatches client ip", "unverifyable sending", "invalid ptr", "missing ptr", "must have a ptr", "dns ptr"]),
        ("blocked", ["spamhaus", "spamcop", "dnsbl", "blocked using", "blocked by", "blocklist", "block list", "blacklisted by", "is blacklisted", "banned sending ip", "banned ip", "blocked for abuse", "client host rejected", "open relay",
            "smtp server of your isp", "refused to talk to me", "connection refused", "initial connection: access denied", "your ip", "from your network", "ip address is not allowed", "redundant"]),
        ("virusdetected", ["virus", "malware", "infected"]),
        ("spamdetected", ["spam", "ube,", "unsolicited", "junk mail", "bulk mail", "mail rejected. ofr", "considered abusive"]),
        ("mailboxfull", ["mailbox full", "mailbox is full", "full mailbox", "mailfolder is full", "inbox is full", "over quota", "overquota", "quota exceeded", "exceeded quota", "exceeds quota", "exceeded the local limit", "storage quota",
            "out of storage", "quota violation", "mailbox exceeded", "mailbox has exceeded", "over the allowed quota", "not enough storage space", "insufficient storage", "ящик переполнен", "一杯", "いっぱい", "사서함", "boîte pleine", "casella piena", "postfach voll"]),
        ("suspend", ["account is disabled", "account disabled", "account has been disabled", "tried to reach is disabled", "tried to reach is inactive", "is inactive", "suspended", "is frozen", "temporary locked", "temporarily locked", "is locked",
            "account is blocked", "recipient account is blocked", "disabled recipient", "disabled mailbox", "mailbox is disabled", "deactivated", "disabled due to", "account closed", "mailbox currently suspended"]),
        ("norelaying", ["relay access denied", "relaying denied", "no relaying", "unable to relay", "relay not permitted", "not permitted to relay", "relaying is prohibited", "relaying not allowed", "relay denied", "address is not verified", "that domain isn't in my list"]),
        ("mesgtoobig", ["message too large", "message too big", "exceeds maximum", "message is too large", "message size exceeds limit", "recipsizelimit", "too large to"]),
        ("exceedlimit", ["message size exceeds", "size limit", "exceeds the size", "exceeds size"]),
        ("hasmoved", ["not our user", "no longer on server", "has moved", "user has moved", "has been replaced by", "new address is"]),
        ("notaccept", ["does not accept mail", "indicated no smtp service", "not accepting mail", "does not receive mail", "null mx", "nullmx", "no mx record", "no mx for", "couldn't find a mail exchanger", "не найдена mx"]),
        ("networkerror", ["hop count", "too many hops", "routing loop", "mail loop", "loops back", "network is unreachable", "network unreachable", "lookup failure", "no route to host", "unable to resolve", "establish an smtp connection",
            "malformed or unexpected name server", "dns failure", "dns error", "connection lost", "connection reset", "message looping", "loop detected"]),
        ("hostunknown", ["host unknown", "unknown host", "domain name not found", "couldn't find any host", "bad destination system", "no such domain", "domain does not exist", "nxdomain", "unrouteable mail domain", "name or service not known",
            "domain may not exist", "domain is not reachable", "illegal host/domain", "host not found", "domain not found", "recipient domain must", "unrouteable address", "host name has no", "domain couldn't be found", "dns domain"]),
        ("userunknown", ["user unknown", "unknown user", "no such user", "unknown or illegal user", "no mailbox here", "not listed in", "name is not recognized", "unknown recipient", "recipient not found", "recipnotfound", "recipientnotfound",
            "invalid recipient", "invalid address", "recipient invalid", "mailbox unavailable", "doesn't have a", "does not have a", "user not exist", "user doesn't exist", "user does not exist", "no such recipient", "mailbox not found",
            "mailbox does not exist", "no such mailbox", "not a valid mailbox", "no valid recipients", "tried to reach does not exist", "unknown local part", "unknown mailbox", "unknown account", "no such address", "invalid final delivery",
            "address wasn't found", "address wasnt found", "address couldn't be found", "wasn\u2019t found", "address not found", "no account by that name", "not known here", "no local mailbox", "no longer valid", "not a registered", "user not found",
            "utilisateur inconnu", "recipient unknown", "local delivery failed", "recipient does not exist", "address does not exist", "existiert nicht", "neexistuje", "nie istnieje", "не существует", "not our customer", "undeliverable address",
            "support.google.com/mail/?p=nosuchuser", "answer=6596", "not found as a user", "bad address", "address rejected. ", "未知", "見つかりませんでした"]),
        ("rejected", ["sender address rejected", "sender rejected", "sender was rejected", "domain of sender", "from: domain is invalid", "sender domain", "has been blacklisted", "responsible address", "sender is", "bad sender", "invalid sender",
            "sender verify failed", "mail from address", "you're not allowed to send", "customfromdenied", "send mail as", "not permission to post", "permission to post", "necessary permission", "groups.google.com"]),
        ("securityerror", ["access denied", "unauthenticated senders", "smtp authentication", "authentication required", "must authenticate", "not authorized", "not authenticated", "authentication failure", "requires authentication", "failed to delivery"]),
        ("policyviolation", ["policy", "header error", "protocol violation", "presents a potential", "network not allowed", "prohibited attachment", "attachment type", "security rules"]),
        ("systemerror", ["ldap server", "internal system error"]),
        ("hostunknown", ["does not exist"]),
        ("systemfull", ["insufficient disk", "disk full", "insufficient system storage", "no space left", "system storage"]),
        ("expired", ["expired", "timed out", "retry timeout", "giving up", "queue too long", "in the queue too long", "not yet been delivered", "not been delivered", "could not be delivered for", "multiple retries", "retry time not reached",
            "not reachable", "delivery delayed", "not delivered within", "not responding", "did not accept our requests to connect", "unable to connect", "still undelivered", "still trying", "will retry", "will continue to be", "delayed", "has not yet", "temporarily unavailable, please try"]),
        ("mailererror", ["mailer error", "command failed", "pipe to", "child status", "procmail", "command died", "operating system error", "exited with", "mailer terminated", "exit status"]),
        ("contenterror", ["media error", "malformed mime", "invalid mime", "message format", "bad content", "improper use of 8-bit", "content type not", "message content"]),
        ("notcompliantrfc", ["multiple addresses in from", "not rfc", "rfc 5322", "rfc5322", "rfc 2822", "rfc2822", "duplicate header", "bare lf", "bare newline"]),
        ("syntaxerror", ["sequence of commands", "parameter not implemented", "syntax error", "command not recognized", "unrecognized command", "bad sequence"]),
        ("systemerror", ["system error", "system config", "configuration error", "currently unavailable", "transaction failed", "insufficient permission", "does not support tls", "duplicated message-id", "service unavailable", "server error"]),
        ("onhold", ["on hold", "recipient error. please try", "greylist", "graylist"]),
    ];
}
