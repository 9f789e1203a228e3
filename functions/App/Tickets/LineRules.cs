using HelpdeskMx.Platform;

namespace HelpdeskMx.Tickets;

/// <summary>What may be said on a line, and when.</summary>
public static class LineRules
{
    /// <summary>How long Messenger and Instagram take what a person answers, where the answer says so.</summary>
    public static readonly TimeSpan HumanAgentWindow = TimeSpan.FromDays(7);

    /// <summary>Until when a person may still answer by this line; null where nothing of the kind is known.</summary>
    public static DateTimeOffset? HumanAgentEndsAt(this Line line) => line.Kind is ChannelKind.Messenger or ChannelKind.Instagram ? line.HeardAt + HumanAgentWindow : null;

    /// <summary>Why this cannot be said now; null where it can.</summary>
    public static Problem? Fault(Line line, ActionRequest request, IReadOnlyList<Attachment> files, DateTimeOffset now)
    {
        if (request.Template is not null) return TemplateFault(line, request, files);
        if (request.HumanAgent && line.HumanAgentEndsAt() is null) return Problems.Field("humanAgent", "Only Messenger and Instagram take a person's answer after a day. On WhatsApp, use a template.");
        if ((request.HumanAgent ? line.HumanAgentEndsAt() : line.WindowEndsAt) <= now) return TicketProblems.WindowClosed;
        var parts = LineText.Parts(line.Kind, request.Text ?? "").Count;
        if (parts > LineText.MostParts) return Problems.Field("text", $"This is too long for {line.Kind}: it would become {parts} messages, and {LineText.MostParts} are the most. Shorten it, or attach it as a file.");
        return LineFiles.Fault(line.Kind, files);
    }

    private static Problem? TemplateFault(Line line, ActionRequest request, IReadOnlyList<Attachment> files)
    {
        if (line.Kind != ChannelKind.Whatsapp) return Problems.Field("template", "Only WhatsApp has templates.");
        if (request.HumanAgent) return Problems.Field("humanAgent", "A template needs no such mark.");
        return files.Count > 0 || !Acting.IsBlank(request) ? Problems.Field("template", "A template goes alone. Send other words and files after the customer has answered.") : null;
    }
}
