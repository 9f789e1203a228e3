namespace HelpdeskMx.Platform;

/// <summary>The queues of the product.</summary>
public static class Queues
{
    /// <summary>Accepted messages on their way to a ticket.</summary>
    public const string Inbound = "inbound";

    /// <summary>Answers on their way to a customer.</summary>
    public const string Outbound = "outbound";

    /// <summary>Mailboxes that something new came into.</summary>
    public const string Mailboxes = "mailboxes";

    /// <summary>Jobs that go on.</summary>
    public const string Jobs = "jobs";

    /// <summary>Runs in which the desk learns, as admins ask for them.</summary>
    public const string Learning = "learning";

    /// <summary>Where messages of <see cref="Inbound"/> end that failed too often.</summary>
    public const string InboundPoison = Inbound + Poison;

    /// <summary>Where messages of <see cref="Outbound"/> end that failed too often.</summary>
    public const string OutboundPoison = Outbound + Poison;

    /// <summary>Where messages of <see cref="Mailboxes"/> end that failed too often.</summary>
    public const string MailboxesPoison = Mailboxes + Poison;

    /// <summary>Where messages of <see cref="Jobs"/> end that failed too often.</summary>
    public const string JobsPoison = Jobs + Poison;

    /// <summary>Where messages of <see cref="Learning"/> end that failed too often.</summary>
    public const string LearningPoison = Learning + Poison;

    /// <summary>Answers that leave in a moment.</summary>
    public const string Later = "later";

    /// <summary>Such answers that failed too often.</summary>
    public const string LaterPoison = Later + Poison;

    /// <summary>What a queue's name ends in where its failed messages go; fixed by Azure Functions.</summary>
    public const string Poison = "-poison";
}
