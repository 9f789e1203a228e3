using HelpdeskMx.Platform;

namespace HelpdeskMx.Intake.Providers;

/// <summary>Why a provider's door does not let something in. The statuses are those by which each provider knows whether to try again.</summary>
public static class ProviderProblems
{
    /// <summary>The signature is missing or was made with another key.</summary>
    public static Problem WrongSignature { get; } = new("wrong-signature", "The signature is missing or wrong; nothing was stored. Compare the provider's key with the one set for this channel.", 401);

    /// <summary>No notification names the channel's subscription with what it was given.</summary>
    public static Problem WrongClientState { get; } = new("wrong-client-state", "This is no notification of the channel's subscription; nothing was done.", 401);

    /// <summary>The token to be echoed is missing or too long.</summary>
    public static Problem NoValidationToken { get; } = new("validation-token", "The validation token has 1 to 1024 characters.", 400);

    /// <summary>Nobody has told the desk what the provider signs with.</summary>
    public static Problem NoSecret { get; } = new("secret-not-set", "This channel does not know the provider's signing key yet. An admin sets it under Channels.", 401);

    /// <summary>The signature's time is too far from now.</summary>
    public static Problem TooOld { get; } = new("too-old", "The signature is too old, or its time is missing; nothing was stored. Check the clocks on both sides and send it again, signed anew.", 403);

    /// <summary>The token was used before.</summary>
    public static Problem Replayed { get; } = new("replayed", "This was taken before; nothing was stored. Sign every message anew.", 403);

    /// <summary>The body is not written as this provider writes.</summary>
    public static Problem Unreadable { get; } = new("unreadable-post", "The body is not what this provider posts. Check which address it was set to.", 400);

    /// <summary>There is no mail in the post.</summary>
    /// <param name="status">By which this provider stops repeating it.</param>
    public static Problem NoMail(int status) => new("no-mail", "There is no mail in what was posted.", status);

    /// <summary>The mail lies in a bucket the desk cannot open.</summary>
    public static Problem MailElsewhere { get; } = new(
        "mail-elsewhere", "The mail itself is not in the notification. A ticket names its sender and subject; set the receipt rule to publish to SNS with the content to receive it whole.", 422);

    /// <summary>Amazon did not answer.</summary>
    public static Problem AmazonSilent { get; } = new("amazon-silent", "Amazon could not be asked for its certificate or to confirm the subscription; nothing was stored. It will be tried again.", 502);
}
