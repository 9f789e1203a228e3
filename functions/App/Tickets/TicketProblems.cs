using HelpdeskMx.Agents;
using HelpdeskMx.Platform;
using HelpdeskMx.Workflow;

namespace HelpdeskMx.Tickets;

/// <summary>Why something cannot be done to a ticket.</summary>
public static class TicketProblems
{
    /// <summary>More answers wait than anybody keeps in mind.</summary>
    public static Problem TooManyLater { get; } = new("too-many-later", "Twenty answers wait to leave in this ticket already. Take one back first.", 409);

    /// <summary>The workflow knows no such action.</summary>
    public static Problem NoSuchAction { get; } = new("no-such-action", "The workflow has no such action.", 404);

    /// <summary>The action is not offered in the ticket's state, or not to this agent's role.</summary>
    public static Problem NotOffered(TicketAction action, Ticket ticket, TicketWorkflow workflow, Agent by)
    {
        static string Named(IReadOnlyDictionary<string, string> names, string key, Agent by) => names.GetValueOrDefault(by.Language) ?? names.GetValueOrDefault("en") ?? key;
        var (what, state) = (Named(action.Names, action.Key, by), Named(workflow.State(ticket.State).Names, ticket.State, by));
        return workflow.Offered(ticket).Contains(action)
            ? new("not-allowed", $"Your role does not allow '{what}' while the ticket is in the state '{state}'.", 403)
            : new("not-offered", $"'{what}' cannot be done while the ticket is in the state '{state}'. Reload it to see what can.", 403);
    }

    /// <summary>An answer or note without words and files.</summary>
    public static Problem NothingWritten { get; } = Problems.Field("text", "Write something, or attach a file.");

    /// <summary>An answer that would go to nobody.</summary>
    public static Problem NoRecipient { get; } = Problems.Field("to", "There is no address to send this to. Add one.");

    /// <summary>The store has no address to write from.</summary>
    public static Problem NoSender { get; } = new("no-sender", "This store has no e-mail channel to answer from. Add one in settings; your text is kept.", 422);

    /// <summary>The channel asked for reaches nobody in this ticket.</summary>
    public static Problem NotReached { get; } = Problems.Field("channel", "The customer cannot be reached by this channel here. Choose another.");

    /// <summary>The channel takes no free answer any more.</summary>
    public static Problem WindowClosed { get; } =
        new("window-closed", "The customer last wrote too long ago: this channel takes no answer now. Answer by another channel, or wait until they write; your text is kept.", 422);

    /// <summary>A template, or a person's answer of the second day, where the channel knows no such thing.</summary>
    public static Problem NotOnThisChannel { get; } = Problems.Field("channel", "This channel knows no templates and no answers after its window. Choose another.");

    /// <summary>A notice leads to a page, and nobody has said where that is.</summary>
    public static Problem NoPage { get; } = Problems.Field("notice", "The store does not say at which public address the desk is, so there is no page to lead to. Send it whole; your text is kept.");

    /// <summary>Only mail is read elsewhere.</summary>
    public static Problem NotAsNotice { get; } = Problems.Field("notice", "Only an answer by mail can go out as a notice.");

    /// <summary>No such agent can own the ticket.</summary>
    public static Problem NoSuchAgent { get; } = Problems.Field("assignee", "There is no such agent, or they may not see this ticket.");

    /// <summary>No such message in the ticket.</summary>
    public static Problem NoSuchMessage { get; } = new("no-such-message", "There is no such message in this ticket.", 404);

    /// <summary>A ticket begins with what a customer wrote.</summary>
    public static Problem NotFromCustomer { get; } = Problems.Field("messageId", "A new ticket begins with a customer's message. Choose one of those.");

    /// <summary>The ticket would be left without anything said in it.</summary>
    public static Problem NothingLeft { get; } = Problems.Field("messageId", "Nothing would be left in this ticket, so there is nothing to split. Change the ticket itself instead.");

    /// <summary>An answer on its way cannot change its ticket.</summary>
    public static Problem StillSending { get; } =
        new("still-sending", "An answer here is still on its way and cannot be moved. Nothing was changed; try again once it has been sent.", 409);

    /// <summary>The message was split off before.</summary>
    public static Problem MovedAlready(long number) => new("moved-already", $"This message has moved to #{number} already. Go on there.", 409);

    /// <summary>The ticket is part of another.</summary>
    public static Problem Merged(Ticket ticket) =>
        new("merged", $"#{ticket.Number} was merged into another ticket. Go on there, or undo that first.", 409) { With = new Dictionary<string, object> { ["into"] = ticket.MergedInto! } };

    /// <summary>The answer is on its way or has arrived.</summary>
    public static Problem NotFailed { get; } = new("not-failed", "Only an answer that failed can be sent again.", 409);

    /// <summary>The file was never uploaded, or by somebody else.</summary>
    public static Problem NoSuchUpload { get; } = Problems.Field("attachments", "A file is not on the server any more. Attach it again.");

    /// <summary>The action asks for something that is missing or cannot be read.</summary>
    public static Problem FieldMissing(string field) => Problems.Field(field, "Fill this in the way it is asked for.");

    /// <summary>Not an address that mail can go to.</summary>
    public static Problem BadAddress(string address) => Problems.Field("to", $"'{address}' is not an e-mail address.");
}
