namespace HelpdeskMx.Embedded.Storage;

/// <summary>A message as one receiver holds it, until it deletes or releases it or the time of its lease is over.</summary>
/// <param name="Queue">The queue it came from.</param>
/// <param name="Id">Its number, rising in the order of sending.</param>
/// <param name="Text">What was sent.</param>
/// <param name="DequeueCount">How often it has been received, this time included. It tells one lease from the next: only the newest can
/// end it.</param>
/// <param name="EnqueuedAt">When it was sent.</param>
public sealed record QueueMessage(string Queue, long Id, string Text, int DequeueCount, DateTimeOffset EnqueuedAt);

/// <summary>How full a queue is.</summary>
/// <param name="Visible">Messages waiting to be received.</param>
/// <param name="Delayed">Messages waiting for their time.</param>
/// <param name="InFlight">Messages some receiver holds.</param>
/// <param name="OldestEnqueuedAt">When the oldest of all these was sent; null when there is none.</param>
public sealed record QueueLength(int Visible, int Delayed, int InFlight, DateTimeOffset? OldestEnqueuedAt);
