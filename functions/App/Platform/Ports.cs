using HelpdeskMx.Mail;

namespace HelpdeskMx.Platform;

/// <summary>Named queues that deliver every message at least once; what fails too often moves to <c>&lt;queue&gt;-poison</c>.</summary>
public interface IQueue
{
    /// <summary>Durable when it returns. At most 48 KB of text; larger payloads belong in a blob.</summary>
    /// <param name="queue">One of <see cref="Queues"/>.</param>
    /// <param name="message">Text the queue's door understands.</param>
    /// <param name="delay">How long it stays invisible first; at most seven days.</param>
    /// <param name="ct">Stops waiting; the message may still have been sent.</param>
    Task SendAsync(string queue, string message, TimeSpan delay = default, CancellationToken ct = default);

    /// <summary>How many messages wait in a queue, those put off included; what is in work may count too.</summary>
    Task<int> CountAsync(string queue, CancellationToken ct);
}

/// <summary>Content-addressed bytes: what is the same is stored once, and never changes.</summary>
public interface IBlobs
{
    /// <summary>Stores the bytes durably and returns their id: the SHA-256 in lower-case hex.</summary>
    Task<string> CreateAsync(ReadOnlyMemory<byte> content, CancellationToken ct);

    /// <summary>Opens the bytes for reading, null when there are none of that id.</summary>
    Task<Stream?> OpenAsync(string id, CancellationToken ct);

    /// <summary>Removes the bytes; nothing happens where there are none.</summary>
    Task DeleteAsync(string id, CancellationToken ct);
}

/// <summary>Where doors put what they accepted: the bytes in a blob, and a message in the queue <see cref="Queues.Inbound"/> that says where they lie.</summary>
public interface IIntakeLog
{
    /// <summary>Both are durable when it returns, and the message is never there without its bytes.</summary>
    /// <param name="content">The bytes as they came.</param>
    /// <param name="message">Makes the message from the blob's id.</param>
    /// <param name="ct">Stops waiting; it may still have been kept.</param>
    /// <returns>The blob's id.</returns>
    Task<string> AppendAsync(ReadOnlyMemory<byte> content, Func<string, string> message, CancellationToken ct);
}

/// <summary>Hands mail to whoever carries it to the customer.</summary>
public interface IMailer
{
    /// <summary>Hands over one mail. Never throws for what a mail server says or fails to say.</summary>
    /// <param name="mail">What to send.</param>
    /// <param name="beforeHandOver">Called at the last moment at which the mail can still be taken back; false takes it back.</param>
    /// <param name="ct">Gives up, if the mail has not been handed over yet.</param>
    Task<SendResult> SendAsync(OutgoingMail mail, Func<CancellationToken, Task<bool>> beforeHandOver, CancellationToken ct);
}

/// <summary>How handing over a mail ended.</summary>
public abstract record SendResult
{
    private SendResult() { }

    /// <summary>The carrier has it.</summary>
    /// <param name="Warning">Whom it would not carry it to.</param>
    /// <param name="Reference">What it calls the message, where that was not known before; what it tells of it later says this.</param>
    /// <param name="Kept">True where nobody carries it: it lies in a folder of the desk.</param>
    public sealed record Sent(string? Warning = null, string? Reference = null, bool Kept = false) : SendResult;

    /// <summary>The carrier will never take it.</summary>
    public sealed record Refused(string Reason) : SendResult;

    /// <summary>It was surely not taken; another time it may be, where the carrier says so not before a while.</summary>
    public sealed record TryLater(string Reason, TimeSpan? After = null) : SendResult;

    /// <summary>It may or may not have been taken. Sending again could send it twice.</summary>
    public sealed record Unknown(string Reason) : SendResult;

    /// <summary>It was taken back at the last moment.</summary>
    public sealed record TakenBack : SendResult;
}

/// <summary>Rows of numbers over time, from which reports are drawn.</summary>
public interface IReportTable
{
    /// <summary>Stores a row whatever was there, so that counting again changes nothing.</summary>
    /// <param name="report">Letters and hyphens.</param>
    /// <param name="row">The row.</param>
    /// <param name="ct">Stops waiting.</param>
    Task UpsertAsync(string report, ReportRow row, CancellationToken ct);

    /// <summary>The rows from one time up to but without another, oldest first.</summary>
    Task<IReadOnlyList<ReportRow>> RangeAsync(string report, DateTimeOffset from, DateTimeOffset before, CancellationToken ct);
}

/// <summary>One time's numbers by name; a name has letters and digits.</summary>
public sealed record ReportRow(DateTimeOffset At, IReadOnlyDictionary<string, double> Values);

/// <summary>Tells browsers that something changed. A push is a hint: losing one costs a refresh, never data.</summary>
public interface IRealtime
{
    /// <summary>Sends a message to every connection of an audience; returns without waiting for them.</summary>
    Task PublishAsync(string audience, string message, ReadOnlyMemory<byte> json, CancellationToken ct);

    /// <summary>A URL and a short-lived token with which one agent's browser may connect and hear its audiences.</summary>
    Task<RealtimeConnection> NegotiateAsync(string agentId, IReadOnlyList<string> audiences, CancellationToken ct);
}

/// <summary>Where a browser connects for pushes, and with what.</summary>
public sealed record RealtimeConnection(string Url, string AccessToken);
