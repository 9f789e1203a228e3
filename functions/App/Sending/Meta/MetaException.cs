namespace HelpdeskMx.Sending.Meta;

/// <summary>What a refusal of Meta's Graph API means for the desk.</summary>
public enum MetaTrouble
{
    /// <summary>The access token does not work any more; an admin has to connect the account again.</summary>
    Reconnect,

    /// <summary>The token may not do this.</summary>
    Permission,

    /// <summary>Meta holds the account back: policy, payment, a lock.</summary>
    Restricted,

    /// <summary>Too much at once; later it will be taken.</summary>
    Throttled,

    /// <summary>The customer wrote too long ago for a free answer.</summary>
    WindowClosed,

    /// <summary>The customer cannot be reached: blocked, gone, not there.</summary>
    Unreachable,

    /// <summary>The template is not there, not approved, or asks for something else.</summary>
    Template,

    /// <summary>Meta does not take what was asked.</summary>
    Invalid,

    /// <summary>Surely not done; another time it may be.</summary>
    NotDone,

    /// <summary>Done or not: nobody knows.</summary>
    Lost,
}

/// <summary>Why Meta's Graph API did not do what it was asked: what it means, a stable code of the connection's fault, and a sentence without secrets.</summary>
public sealed class MetaException(MetaTrouble trouble, string sentence, Exception? inner = null) : Exception(sentence, inner)
{
    /// <summary>What it means.</summary>
    public MetaTrouble Trouble { get; } = trouble;

    /// <summary>How long Meta asks to be left alone; null where it does not say.</summary>
    public TimeSpan? After { get; init; }

    /// <summary>Code of the connection's fault; null where the connection itself works.</summary>
    public string? FaultCode => Trouble switch
    {
        MetaTrouble.Reconnect => "reconnect",
        MetaTrouble.Permission => "permission-missing",
        MetaTrouble.Restricted => "account-restricted",
        MetaTrouble.Throttled => Mail.MailServerException.Throttled,
        MetaTrouble.NotDone => Mail.MailServerException.NotReached,
        MetaTrouble.Lost => Mail.MailServerException.Lost,
        _ => null,
    };
}
