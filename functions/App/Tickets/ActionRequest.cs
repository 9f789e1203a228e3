namespace HelpdeskMx.Tickets;

/// <summary>What an agent asks of a ticket.</summary>
public sealed record ActionRequest
{
    /// <summary>What is written, for a reply or a note.</summary>
    public string? Text { get; init; }

    /// <summary>The same as HTML; made from the text where it is missing.</summary>
    public string? Html { get; init; }

    /// <summary>Ids of uploaded files.</summary>
    public IReadOnlyList<string> Attachments { get; init; } = [];

    /// <summary>Id of the channel a reply leaves by; null for the one the customer last wrote by.</summary>
    public string? Channel { get; init; }

    /// <summary>For Messenger and Instagram, once a day has passed since the customer wrote: this is a person's answer, which Meta takes for a week.</summary>
    public bool HumanAgent { get; init; }

    /// <summary>For WhatsApp: the template that is sent in place of free words.</summary>
    public TemplateChoice? Template { get; init; }

    /// <summary>For mail: whom it goes to; null leaves that to the desk.</summary>
    public IReadOnlyList<Address>? To { get; init; }

    /// <summary>For mail: who gets a copy; null leaves that to the desk.</summary>
    public IReadOnlyList<Address>? Cc { get; init; }

    /// <summary>For an answer by mail: true for a short notice with a link to the customer's page, false for all of it in the mail; null leaves that to the store.</summary>
    public bool? Notice { get; init; }

    /// <summary>Who shall own it: an agent's id, <c>me</c>, or null for nobody.</summary>
    public string? Assignee { get; init; }

    /// <summary>Id of the department whose work it shall be.</summary>
    public string? Department { get; init; }

    /// <summary>Labels to put on and to take off.</summary>
    public ListChange? Labels { get; init; }

    /// <summary>How much it shall press.</summary>
    public Priority? Priority { get; init; }

    /// <summary>Ids of agents who shall watch it, or watch it no more; <c>me</c> for oneself.</summary>
    public ListChange? Followers { get; init; }

    /// <summary>Until when it shall be out of sight; null brings it back.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>True for what is spam, false to release what is none.</summary>
    public bool? Spam { get; init; }

    /// <summary>True to block whoever it is from as well.</summary>
    public bool? Block { get; init; }

    /// <summary>Ids of agents a note names, who watch the ticket from then on.</summary>
    public IReadOnlyList<string> Mentions { get; init; } = [];

    /// <summary>Answers to what the action asks, by field key.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    /// <summary>For an answer: when it leaves; until then it can be taken back, and it stays here if the customer writes before. Null for at once.</summary>
    public DateTimeOffset? SendAt { get; init; }

    /// <summary>For an answer: for how many seconds it can be taken back before it leaves, 1 to 60; null for none.</summary>
    public int? HoldSeconds { get; init; }

    /// <summary>Key of the action that follows at once, such as <c>close</c> for send and close.</summary>
    public string? Then { get; init; }
}

/// <summary>What is added to a list and taken from it.</summary>
public sealed record ListChange
{
    /// <summary>Added where it is not there yet.</summary>
    public IReadOnlyList<string> Add { get; init; } = [];

    /// <summary>Taken away where it is there.</summary>
    public IReadOnlyList<string> Remove { get; init; } = [];

    /// <summary>The list after it, each once.</summary>
    public IReadOnlyList<string> On(IReadOnlyList<string> list) => [.. list.Where(one => !Remove.Contains(one)).Concat(Add).Distinct()];
}
