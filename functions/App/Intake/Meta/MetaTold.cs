using HelpdeskMx.Tickets;

namespace HelpdeskMx.Intake.Meta;

/// <summary>What an item of Meta's says, in the desk's own words.</summary>
public abstract record MetaTold
{
    private MetaTold()
    {
    }

    /// <summary>Somebody said something.</summary>
    /// <param name="Message">As said; its files are still to be fetched.</param>
    /// <param name="Files">Where those lie.</param>
    /// <param name="ByShop">Somebody of the shop said it, in another program than this.</param>
    public sealed record Said(InboundMessage Message, IReadOnlyList<MetaFile> Files, bool ByShop) : MetaTold
    {
        /// <summary>It says nothing by itself, and belongs only to a conversation that is there.</summary>
        public bool OnlyJoins { get; init; }
    }

    /// <summary>Answers came to a state.</summary>
    /// <param name="Ids">Which, as Meta calls them; empty for all of the conversation up to a time.</param>
    /// <param name="Until">That time.</param>
    /// <param name="Person">Whose conversation it is.</param>
    /// <param name="State">How far they came.</param>
    /// <param name="At">When.</param>
    /// <param name="Why">Why they did not arrive.</param>
    public sealed record Became(IReadOnlyList<string> Ids, DateTimeOffset? Until, string Person, DeliveryState State, DateTimeOffset? At, string? Why) : MetaTold;

    /// <summary>Somebody put an emoji to a message, or took it away: then it is null.</summary>
    public sealed record Reacted(string Id, string Person, string? Emoji, DateTimeOffset? At) : MetaTold;

    /// <summary>Somebody took a message back.</summary>
    public sealed record Unsent(string Id, DateTimeOffset? At) : MetaTold;

    /// <summary>Somebody wrote a message anew.</summary>
    public sealed record Edited(string Id, string Text, DateTimeOffset? At) : MetaTold;

    /// <summary>Nothing a ticket would hold.</summary>
    public sealed record Nothing : MetaTold;
}

/// <summary>Where Meta keeps a file of a message.</summary>
/// <param name="Type">As Meta says: image, video, audio, document and so on.</param>
/// <param name="Id">For WhatsApp: by which its address is asked for.</param>
/// <param name="Url">Elsewhere: its address, good for a while.</param>
/// <param name="Name">As its sender called it; null where it has none.</param>
/// <param name="ContentType">As Meta says; null where it says nothing.</param>
public sealed record MetaFile(string Type, string? Id, string? Url, string? Name, string? ContentType);
