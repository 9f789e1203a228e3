namespace HelpdeskMx.Platform;

/// <summary>Something a person can put right: a stable code for programs and a sentence for people.</summary>
/// <param name="Code">Stable, lower case, words joined by hyphens.</param>
/// <param name="Sentence">What happened, whether anything was lost, what to do.</param>
/// <param name="Status">The HTTP status that says the same (RFC 9110 §15).</param>
public sealed record Problem(string Code, string Sentence, int Status)
{
    /// <summary>More about it, as members beside the standard ones (RFC 9457 §3.2).</summary>
    public IReadOnlyDictionary<string, object>? With { get; init; }
}

/// <summary>Either what was asked for or the problem that stood in the way.</summary>
public readonly record struct Outcome<T>
{
    private readonly T? value;

    private Outcome(T? value, Problem? problem) => (this.value, Problem) = (value, problem);

    /// <summary>What stood in the way; null when it went well.</summary>
    public Problem? Problem { get; }

    /// <summary>What was asked for.</summary>
    /// <exception cref="InvalidOperationException">There is a problem instead.</exception>
    public T Value => Problem is null ? value! : throw new InvalidOperationException($"There is no value: {Problem.Code}.");

    /// <summary>It went well.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, null);

    /// <summary>It did not.</summary>
    public static implicit operator Outcome<T>(Problem problem) => new(default, problem);
}

/// <summary>Problems that any use case may meet; those of one noun stand beside it.</summary>
public static class Problems
{
    /// <summary>The body is not the JSON that is expected here.</summary>
    public static Problem BadJson(string detail) => new("bad-json", $"The body is not the JSON expected here: {detail}", 400);

    /// <summary>A query parameter cannot be read.</summary>
    public static Problem BadParameter(string name, string expected) => new("bad-parameter", $"The parameter '{name}' must be {expected}.", 400);

    /// <summary>A field is missing or cannot be read.</summary>
    public static Problem Field(string name, string sentence) => Fields(new Dictionary<string, string> { [name] = sentence });

    /// <summary>Several fields are missing or cannot be read; each with its place.</summary>
    public static Problem Fields(IReadOnlyDictionary<string, string> errors) => new("field-invalid", string.Join(" ", errors.Values.Distinct().Take(3)), 422)
    {
        With = new Dictionary<string, object> { ["errors"] = errors },
    };

    /// <summary>The body is larger than this door takes.</summary>
    public static Problem TooLarge(long limit) => new("too-large", $"That is too large. At most {limit / 1024 / 1024} MB are taken here; nothing was stored.", 413);

    /// <summary>The connection ended before the body did.</summary>
    public static Problem CutOff { get; } = new("cut-off", "The request ended before its body was whole; nothing was stored. Send it again.", 400);

    /// <summary>Nothing of that id is here, or the agent may not see it.</summary>
    public static Problem NoSuchTicket { get; } = new("no-such-ticket", "There is no such ticket, or you may not see it.", 404);

    /// <summary>Somebody else wrote first.</summary>
    public static Problem ChangedMeanwhile { get; } = new("changed-meanwhile", "The ticket changed since you opened it. Nothing of yours is lost: look at the change and send again.", 409);

    /// <summary>The agent's role does not allow it.</summary>
    public static Problem NotAllowed { get; } = new("not-allowed", "Your role does not allow this.", 403);

    /// <summary>More requests than a public door lets in.</summary>
    public static Problem TooMany(int seconds) => new("too-many-requests", $"There are too many requests from your address just now; nothing was stored. Wait {seconds} seconds and send again.", 429);

    /// <summary>Something nobody foresaw; the answer tells nothing of the inside.</summary>
    public static Problem Unexpected { get; } = new("unexpected", "Something went wrong on the server; it is in its log. What was saved is safe. Try again.", 500);

    /// <summary>No session, or one that has ended.</summary>
    public static Problem SignedOut { get; } = new("signed-out", "You are signed out. Sign in again; what you typed is kept.", 401);
}
