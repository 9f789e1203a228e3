using HelpdeskMx.Platform;

namespace HelpdeskMx.Tickets;

/// <summary>What a label may be called: a few words on one line, without a comma.</summary>
public static class LabelName
{
    /// <summary>At most so many characters.</summary>
    public const int Longest = 50;

    /// <summary>The labels without spaces around them, if all will do.</summary>
    public static Outcome<IReadOnlyList<string>> All(IReadOnlyList<string> given)
    {
        string[] labels = [.. given.Select(l => (l ?? "").Normalize().Trim()).Distinct()];
        return labels.FirstOrDefault(l => !WillDo(l)) is { } bad ? Problems.Field("labels", $"'{Excerpt.Of(bad, Longest)}' cannot be a label: use 1 to {Longest} characters on one line, without a comma.") : labels;
    }

    private static bool WillDo(string label) => label.Length is > 0 and <= Longest && !label.Any(c => char.IsControl(c) || c == ',');
}
