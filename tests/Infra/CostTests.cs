using HelpdeskMx.Bench.Cost;

namespace HelpdeskMx.Tests.Infra;

/// <summary>The arithmetic of docs/guides/scale.md.</summary>
public sealed class CostTests
{
    [Fact]
    public void The_guide_shows_the_table_the_model_gives()
    {
        var guide = File.ReadAllText(Path.Combine(Project.Root, "docs", "guides", "scale.md"));
        Assert.Contains(CostTable.Of(CostTable.Sizes.Select(s => new Forecast(s))), guide, StringComparison.Ordinal);
        Assert.Contains(Prices.Basis, guide, StringComparison.Ordinal);
    }

    [Fact]
    public void More_tickets_cost_more_in_all()
    {
        var costs = CostTable.Sizes.Select(s => new Forecast(s).MonthlyCost).ToArray();
        Assert.Equal(costs.Order(), costs);
        Assert.Equal(new Forecast(10_000).MonthlyCost, new Forecast(10_000).Costs.Sum(c => c.Cost));
    }

    [Fact]
    public void A_small_desk_meets_no_bottleneck() => Assert.Equal("none", new Forecast(20).FirstBottleneck);

    [Fact]
    public void A_desk_that_outgrows_serverless_is_worked_out_with_autoscale()
    {
        Assert.True(new Forecast(10_000).IsServerless);
        Assert.False(new Forecast(1_000_000).IsServerless);
    }

    [Fact]
    public void A_partition_is_never_asked_for_more_than_it_gives()
    {
        var large = new Forecast(1_000_000);
        Assert.True(large.TicketsPeakRu <= large.Partitions * Limits.PartitionRu);
        Assert.True(large.StoredGb <= large.Partitions * Limits.PartitionGb);
    }
}
