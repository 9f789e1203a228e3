using HelpdeskMx.Forms;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Intake;

/// <summary>Why a public door does not let something in.</summary>
public static class IntakeProblems
{
    /// <summary>No channel of this kind has that id.</summary>
    public static Problem NoSuchChannel { get; } = new("no-such-channel", "There is no such channel. Look up its address in settings.", 404);

    /// <summary>The key is missing or is not this channel's.</summary>
    public static Problem WrongKey { get; } = new("wrong-key", "The key is missing or wrong. Send the channel's key as X-Helpdesk-Key, as the basic password or as ?key=.", 401);

    /// <summary>There is nothing in the body.</summary>
    public static Problem EmptyBody { get; } = new("empty-body", "The body is empty. Send the whole mail as it was received.", 400);

    /// <summary>The form was sent in a way that cannot be read.</summary>
    public static Problem UnreadableForm { get; } = new("unreadable-form", "Send the form as JSON, or as a browser does; every answer must be text.", 400);

    /// <summary>Required answers are missing or others will not do.</summary>
    public static Problem FieldsMissing(IReadOnlyList<FormFault> faults, string language) =>
        new("form-fields-missing", "Some answers are missing or cannot be read; nothing was stored. Correct them and send again.", 422)
        {
            With = new Dictionary<string, object> { ["errors"] = faults.DistinctBy(f => f.Field).ToDictionary(f => f.Field, f => f.In(language)) },
        };

    /// <summary>The id was not given out by a door.</summary>
    public static Problem NoSuchMessage { get; } = new("no-such-message", "No message was accepted under that id.", 404);
}
