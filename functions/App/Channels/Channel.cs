using System.Text.Json.Serialization;
using HelpdeskMx.Automation;
using HelpdeskMx.Channels.Connections;
using HelpdeskMx.Chat;
using HelpdeskMx.Forms;
using HelpdeskMx.Spam;
using HelpdeskMx.Tickets;
using HelpdeskMx.Workflow;

namespace HelpdeskMx.Channels;

/// <summary>A shop or brand of the company.</summary>
/// <param name="Id">Stable.</param>
/// <param name="Name">As customers know it.</param>
/// <param name="Color">CSS colour of its dot in the lists.</param>
/// <param name="Language">Language of its mail where the customer's is not known.</param>
public sealed record Store(string Id, string Name, string Color, string Language)
{
    /// <summary>False once it takes no more channels; its tickets are worked as before.</summary>
    public bool Active { get; init; } = true;

    /// <summary>What customers are told when a new ticket came of their message.</summary>
    public Confirmation Confirmation { get; init; } = Confirmation.Off;

    /// <summary>What stands under its answers, plain; <c>{agent}</c> stands for who wrote it, <c>{store}</c> for the store's name. Empty for none.</summary>
    public string Signature { get; init; } = "";

    /// <summary>How all its mail looks.</summary>
    public MailLook Look { get; init; } = new();

    /// <summary>Which earlier messages its answers repeat at their end.</summary>
    public QuotedHistory Quotes { get; init; } = QuotedHistory.Last;

    /// <summary>After so many days without a word a message to a closed ticket begins a new one that goes on with it; 0 always opens the old one again.</summary>
    public int FollowUpAfterDays { get; init; } = 30;

    /// <summary>Id of the calendar it goes by; null where it is always open.</summary>
    public string? Calendar { get; init; }

    /// <summary>How it is guarded against spam.</summary>
    public SpamGuard Spam { get; init; } = new();

    /// <summary>How it leads its customers to the pages of their requests.</summary>
    public StorePortal Portal { get; init; } = new();

    /// <summary>The desk's public address as its customers know it; null or empty where nobody has said.</summary>
    [JsonIgnore]
    public string? At => Portal.Origin.Length > 0 ? Portal.Origin : Spam.Origin;
}

/// <summary>Which earlier messages an answer repeats at its end.</summary>
public enum QuotedHistory
{
    /// <summary>None.</summary>
    None,

    /// <summary>The newest one.</summary>
    Last,

    /// <summary>The newest ten.</summary>
    All,
}

/// <summary>People who share work.</summary>
public sealed record Department(string Id, string Name)
{
    /// <summary>False once no channel brings it work; its tickets are worked as before.</summary>
    public bool Active { get; init; } = true;

    /// <summary>Id of the calendar it goes by; null where its store's counts.</summary>
    public string? Calendar { get; init; }

    /// <summary>How the desk gives its new tickets to agents: <c>roundRobin</c> or <c>leastBusy</c>; anything else leaves them to whoever takes them.</summary>
    public Ownership Assignment { get; init; }

    /// <summary>Only agents who are there get any; without them tickets wait.</summary>
    public bool PresentOnly { get; init; } = true;

    /// <summary>Id of the agent who leads it; null for nobody.</summary>
    public string? Lead { get; init; }

    /// <summary>True if the desk gives its tickets to agents.</summary>
    [JsonIgnore]
    public bool Assigns => Assignment is Ownership.RoundRobin or Ownership.LeastBusy;
}

/// <summary>One way into the desk, and for mail also out of it.</summary>
public sealed record Channel
{
    /// <summary>The most addresses it is known to have had.</summary>
    public const int MostFormerAddresses = 20;

    /// <summary>Stable; stands in the URL of its door.</summary>
    public required string Id { get; init; }

    /// <summary>What comes by it.</summary>
    public required ChannelKind Kind { get; init; }

    /// <summary>As agents call it.</summary>
    public required string Name { get; init; }

    /// <summary>Store whose customers use it.</summary>
    public required string Store { get; init; }

    /// <summary>Department whose work it brings.</summary>
    public required string Department { get; init; }

    /// <summary>For mail: the address customers write to, and answers come from.</summary>
    public string? Address { get; init; }

    /// <summary>For mail: addresses it had before. Mail still comes to them, and they are never written to.</summary>
    public IReadOnlyList<string> FormerAddresses { get; init; } = [];

    /// <summary>Proves the sender at its door.</summary>
    public required string Key { get; init; }

    /// <summary>The key before this one, which proves the sender as well until it ends; null where there was none.</summary>
    public OldKey? OldKey { get; init; }

    /// <summary>False once nothing comes in by it; answers in its tickets still leave by it.</summary>
    public bool Active { get; init; } = true;

    /// <summary>For mail: what providers sign with. Never shown again once set.</summary>
    public ProviderSecrets Secrets { get; init; } = new();

    /// <summary>For mail: answers ask to be answered at <c>name+token@domain</c>, so that threading survives clients that drop references. The mailbox must take such addresses.</summary>
    public bool PlusAddressing { get; init; }

    /// <summary>For mail: a mailbox the desk reads; null where mail is handed to its door alone.</summary>
    public Mailbox? Mailbox { get; init; }

    /// <summary>For mail: a Microsoft 365 mailbox the desk reads; null where there is none.</summary>
    public SharedMailbox? Microsoft { get; init; }

    /// <summary>For mail: the server its answers leave by; null for the desk's own mailer.</summary>
    public MailAccount? Smtp { get; init; }

    /// <summary>For Messenger, Instagram and WhatsApp: the account it is for; null until it is connected.</summary>
    public MetaAccount? Meta { get; init; }

    /// <summary>After so many hours without a message it counts as silent, and admins are told; 0 never.</summary>
    public int QuietAfterHours { get; init; } = 72;

    /// <summary>For forms: what it asks, in order.</summary>
    public IReadOnlyList<FormField> Fields { get; init; } = [];

    /// <summary>For forms: what stands around the fields, where it leads, how it is protected.</summary>
    public FormSettings Form { get; init; } = new();

    /// <summary>For chats: how it looks, what it says, where it may stand.</summary>
    public ChatSettings Chat { get; init; } = new();
}

/// <summary>What companies that carry mail prove themselves with; null where an admin has not set it.</summary>
/// <param name="Sendgrid">The verification key of a signed parse webhook: an ECDSA public key, base64 of its DER form.</param>
/// <param name="Mailgun">The HTTP webhook signing key.</param>
/// <param name="Hmac">What a sender of one's own signs with.</param>
/// <param name="Amazon">What fetches mail that SES put into a bucket.</param>
public sealed record ProviderSecrets(string? Sendgrid = null, string? Mailgun = null, string? Hmac = null, AmazonReader? Amazon = null)
{
    /// <summary>Says only which are set: a record would print its values.</summary>
    public override string ToString() => $"{nameof(ProviderSecrets)} {ProvidersSet.Of(this)}";
}

/// <summary>An access key of Amazon's that may read a bucket (<c>s3:GetObject</c>).</summary>
public sealed record AmazonReader(string AccessKeyId, string SecretAccessKey)
{
    /// <summary>Never shows the secret.</summary>
    public override string ToString() => AccessKeyId;
}

/// <summary>Which provider secrets of a channel are set.</summary>
public sealed record ProvidersSet(bool Sendgrid, bool Mailgun, bool Hmac, bool Ses)
{
    /// <summary>Of these secrets.</summary>
    public static ProvidersSet Of(ProviderSecrets secrets) => new(secrets.Sendgrid is not null, secrets.Mailgun is not null, secrets.Hmac is not null, secrets.Amazon is not null);
}
