namespace HelpdeskMx.Bench.Cost;

/// <summary>Where Azure stops, as its documentation says; those called default are raised on request.</summary>
public static class Limits
{
    /// <summary>Of one serverless container; it grows past 250 GB, but nobody promises by when.</summary>
    public const double ServerlessRuPerContainer = 5_000;

    public const double ServerlessContainerGb = 1_000;
    public const double PartitionRu = 10_000;
    public const double PartitionGb = 50;
    public const double QueueMessagesPerSecond = 2_000;

    /// <summary>Default, of a custom domain.</summary>
    public const double MailsPerMinute = 30;

    /// <summary>Default, of a custom domain.</summary>
    public const double MailsPerHour = 100;

    /// <summary>Default, of a subscription in a region: 512,000 MB.</summary>
    public const double Instances = 250;

    public const double FreeConnections = 20;
    public const double FreePushes = 20_000;
    public const double ConnectionsPerUnit = 1_000;
    public const double PushesPerUnit = 1_000_000;
    public const double SignalRUnits = 100;
}
