namespace HelpdeskMx.Bench.Cost;

/// <summary>What so many tickets a day ask of Azure and cost there; arithmetic only, nothing is measured.</summary>
public sealed class Forecast
{
    private const double Day = 86_400;
    private const double Million = 1_000_000;
    private const double KbPerGb = 1_000_000;
    private readonly Assumptions a;

    /// <summary>Works it out.</summary>
    public Forecast(double tickets, Assumptions? assumptions = null)
    {
        a = assumptions ?? new();
        Tickets = tickets;
        StoredGb = tickets * a.DocumentsKb * a.KeptDays / KbPerGb;
        // More partitions make lists dearer, and dearer lists ask for more partitions: it settles after a few rounds.
        Partitions = 1;
        for (var round = 0; round < 50; round++)
            Partitions = Math.Max(Math.Ceiling(StoredGb / Limits.PartitionGb), Math.Ceiling(IsServerless ? 1 : TicketsPeakRu / Limits.PartitionRu));
    }

    public double Tickets { get; }
    public double StoredGb { get; }
    public double BlobGb => Tickets * a.BlobsKb * a.KeptDays / KbPerGb;
    public double Partitions { get; }
    public double AgentHours => Tickets / a.TicketsPerAgentHour;
    public double Agents => Math.Ceiling(AgentHours / a.AgentHoursPerDay);

    public double ListRu => AgentHours * a.ListsPerAgentHour * (a.ListRu + (a.ListRuPerPartition * Partitions));
    public double DayRu => ListRu + (AgentHours * a.OpensPerAgentHour * a.OpenRu) +
        (Tickets * ((a.MessagesIn * a.IntakeRu) + (a.MessagesOut * a.AnswerRu) + (a.OtherActions * a.ActionRu)));
    public double AverageRu => DayRu / Day;
    public double PeakRu => AverageRu * a.Peak;
    public double TicketsPeakRu => PeakRu * a.OnTickets;
    public bool IsServerless => TicketsPeakRu <= Limits.ServerlessRuPerContainer && StoredGb <= Limits.ServerlessContainerGb;

    public double Intakes => Tickets * a.MessagesIn;
    public double Mails => Tickets * a.MessagesOut;
    public double Requests => Intakes + Mails + (Tickets * a.OtherActions) + (AgentHours * (a.ListsPerAgentHour + a.OpensPerAgentHour));
    public double Executions => Requests + Intakes + Mails + (2 * 60 * 24);
    public double PeakInbound => Intakes / Day * a.Peak;
    public double PeakMailsPerMinute => Mails / Day * a.Peak * 60;

    /// <summary>Messages waiting when a rush has come and its instances have not.</summary>
    public double QueueDepth => Math.Ceiling((PeakInbound * 2) + (Math.Max(0, PeakInbound - a.IntakesPerInstance) * a.ScaleOutSeconds));

    public double PeakInstances => Groups.Sum(g => Math.Ceiling(g.Daily / Day * a.Peak / g.PerInstance));
    public double Pushes => Tickets * (a.MessagesIn + a.MessagesOut + a.OtherActions) * Math.Min(a.Hearers, Agents);

    /// <summary>Units of a standard service; none where the free one serves.</summary>
    public double SignalRUnits => Agents <= Limits.FreeConnections && Pushes <= Limits.FreePushes ? 0 : Math.Ceiling(Agents / Limits.ConnectionsPerUnit);

    /// <summary>Each component's cost of a month, in dollars.</summary>
    public IReadOnlyList<(string Component, double Cost)> Costs =>
    [
        ("Functions", FunctionsCost),
        ("Cosmos DB", CosmosCost),
        ("Storage", StorageCost),
        ("Mail", Prices.Month * Mails * (Prices.Mail + (a.MailKb / 1000 * Prices.MailMb))),
        ("SignalR", SignalRCost),
        ("Static web app", Prices.StaticWebApp),
        ("Logs", Prices.LogGb * Math.Max(0, (Prices.Month * Executions * a.LogKbPerExecution / KbPerGb) - Prices.FreeLogGb)),
        ("Event Grid", Prices.MillionEvents * Math.Max(0, (Prices.Month * Mails) - Prices.FreeEvents) / Million),
    ];

    public double MonthlyCost => Costs.Sum(c => c.Cost);
    public double CostPerThousand => MonthlyCost / (Tickets * Prices.Month) * 1000;

    /// <summary>What ends first in the order in which a growing desk meets it, with everything as first deployed.</summary>
    public string FirstBottleneck => Defaults().Concat(Bounds()).FirstOrDefault("none");

    /// <summary>What ends first once mail's limits are raised and SignalR is standard.</summary>
    public string NextBottleneck => Bounds().FirstOrDefault("none");

    private (double Daily, double PerInstance)[] Groups =>
        [(Requests, a.RequestsPerInstance), (Intakes, a.IntakesPerInstance), (Mails, a.SendingsPerInstance), (2 * 60 * 24, 1)];

    // An instance is paid while it works, a second at least; functions of one group share it.
    private double FunctionsCost
    {
        get
        {
            var active = Groups.Sum(g => Day * Math.Max(1 - Math.Exp(-g.Daily / Day), g.Daily / Day / g.PerInstance));
            return (Prices.GbSecond * Math.Max(0, (Prices.Month * active * 2) - Prices.FreeGbSeconds)) +
                (Prices.MillionExecutions * Math.Max(0, (Prices.Month * Executions) - Prices.FreeExecutions) / Million);
        }
    }

    // Autoscale bills the highest second of each hour, a tenth of the bound at least: about twice the average.
    private double CosmosCost => (StoredGb * Prices.CosmosGb) + (IsServerless
        ? Prices.Month * DayRu / Million * Prices.MillionServerlessRu
        : Prices.Month * 24 * Prices.AutoscaleHundredRuHour * Math.Max(PeakRu / 10, AverageRu * 2) / 100);

    private double StorageCost
    {
        get
        {
            var hot = Math.Min(1, 90.0 / a.KeptDays);
            return (BlobGb * ((hot * Prices.HotBlobGb) + ((1 - hot) * Prices.CoolBlobGb))) +
                (Prices.Month * (Intakes + Tickets) / 10_000 * Prices.TenThousandBlobWrites) + (Prices.Month * 4 * (Intakes + Mails) / 10_000 * Prices.TenThousandQueueOperations);
        }
    }

    private double SignalRCost => SignalRUnits == 0 ? 0 : Prices.Month *
        ((SignalRUnits * Prices.SignalRUnitDay) + (Math.Max(0, Pushes - (SignalRUnits * Limits.PushesPerUnit)) / Million * Prices.MillionExtraPushes));

    private IEnumerable<string> Defaults()
    {
        if (Math.Max(PeakMailsPerMinute / Limits.MailsPerMinute, PeakMailsPerMinute * 60 / Limits.MailsPerHour) > 1) yield return "mail: 100 an hour";
        if (SignalRUnits > 0) yield return "SignalR: 20 connections";
    }

    private IEnumerable<string> Bounds()
    {
        if (!IsServerless) yield return StoredGb > Limits.ServerlessContainerGb ? "serverless: 5,000 RU/s and 1 TB" : "serverless: 5,000 RU/s";
        if (ListRu > DayRu / 2) yield return "lists ask every partition";
        if (PeakInstances > Limits.Instances) yield return "Functions: 250 instances";
        if (PeakInbound > Limits.QueueMessagesPerSecond) yield return "queue: 2,000 messages a second";
        if (SignalRUnits > Limits.SignalRUnits) yield return "SignalR: 100 units";
    }
}
