namespace HelpdeskMx.Bench.Cost;

/// <summary>List prices, to be checked against Azure's price pages before money depends on them.</summary>
public static class Prices
{
    /// <summary>What the numbers are.</summary>
    public const string Basis = "US dollars, region East US, list prices as known in 2025, without tax, discounts or reservations";

    public const double Month = 30;
    public const double GbSecond = 0.000026;
    public const double FreeGbSeconds = 100_000;
    public const double MillionExecutions = 0.40;
    public const double FreeExecutions = 250_000;
    public const double MillionServerlessRu = 0.25;

    /// <summary>Of a hundred request units a second, for an hour, where autoscale sets them.</summary>
    public const double AutoscaleHundredRuHour = 0.012;

    public const double CosmosGb = 0.25;
    public const double HotBlobGb = 0.023;
    public const double CoolBlobGb = 0.0125;
    public const double TenThousandBlobWrites = 0.0625;
    public const double TenThousandQueueOperations = 0.004;
    public const double Mail = 0.00025;
    public const double MailMb = 0.00012;
    public const double SignalRUnitDay = 1.61;
    public const double MillionExtraPushes = 1;
    public const double StaticWebApp = 9;
    public const double LogGb = 2.30;
    public const double FreeLogGb = 5;
    public const double MillionEvents = 0.60;
    public const double FreeEvents = 100_000;
}
