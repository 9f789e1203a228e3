namespace HelpdeskMx.Tickets;

/// <summary>How a customer was served, in their own words.</summary>
/// <param name="Stars">1 to 5, the more the better.</param>
/// <param name="Comment">What they add; empty for nothing.</param>
/// <param name="At">When they said so.</param>
public sealed record Rating(int Stars, string Comment, DateTimeOffset At)
{
    /// <summary>The most stars there are, and the longest comment in characters.</summary>
    public const int Most = 5, LongestComment = 2_000;

    /// <summary>What lists of tickets are narrowed to by rating: a number of stars, any, or none.</summary>
    public static readonly IReadOnlyList<string> Narrowings = ["1", "2", "3", "4", "5", "rated", "unrated"];

    /// <summary>The mark of a ticket that was rated.</summary>
    public const string Mark = "rated";

    /// <summary>The mark of a ticket that was rated with so many stars.</summary>
    public static string MarkOf(string stars) => $"{Mark}-{stars}";
}
