namespace HelpdeskMx.Bench.Figures;

/// <summary>One line of the table: what was measured, what it should be, what it is.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Budget">What it should be, in words.</param>
/// <param name="Value">What it is; null where there was nothing to measure.</param>
/// <param name="Unit">Of the value.</param>
/// <param name="Met">Whether the budget is kept; null where there was nothing to measure.</param>
/// <param name="Details">What stands behind the value.</param>
public sealed record Figure(string Name, string Budget, double? Value, string Unit, bool? Met, string Details)
{
    /// <summary>A value that should be at most this much.</summary>
    public static Figure AtMost(string name, double budget, double value, string unit, string details) =>
        new(name, $"≤ {budget:N0} {unit}", Math.Round(value, 2), unit, value <= budget, details);

    /// <summary>A value that should be at least this much.</summary>
    public static Figure AtLeast(string name, double budget, double value, string unit, string details) =>
        new(name, $"≥ {budget:N0} {unit}", Math.Round(value, 2), unit, value >= budget, details);
}
