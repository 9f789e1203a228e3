namespace HelpdeskMx.Tests.Mail;

/// <summary>Counts what a corpus states and what was read as stated, and says which differ.</summary>
internal sealed class Tally
{
    private readonly List<string> _differences = [];
    private int _stated;

    public void Check(string what, string? expected, string? actual)
    {
        _stated++;
        if (expected != actual) _differences.Add($"{what}: expected [{expected}] read [{actual}]");
    }

    public double Percent => _stated == 0 ? 100 : 100.0 * (_stated - _differences.Count) / _stated;

    public void AssertAtLeast(double percent) => Assert.True(Percent >= percent, Report());

    private string Report() => $"{Percent:F2} % of {_stated}\n{string.Join('\n', _differences)}";
}
