using HelpdeskMx.Bench.Figures;

namespace HelpdeskMx.Bench.Measures;

/// <summary>One thing that is measured on the running product.</summary>
/// <param name="Name">By which it is asked for alone.</param>
public abstract record Measure(string Name)
{
    /// <summary>Everything there is to measure, in the order in which it is.</summary>
    public static IReadOnlyList<Measure> All { get; } =
        [new Acknowledging(), new Draining(), new Listing(), new Restricting(), new Ruling(), new Opening(), new Searching(), new Holding(), new Starting(), new WebSize(), new Showing(), new Parsing(), new Killing(), new Fuzzing()];

    /// <summary>Measures it.</summary>
    public abstract Task<IReadOnlyList<Figure>> RunAsync(Setting setting, CancellationToken ct);
}
