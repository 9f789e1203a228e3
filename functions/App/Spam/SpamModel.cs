using HelpdeskMx.Labels;

namespace HelpdeskMx.Spam;

/// <summary>Which way a ticket taught.</summary>
public enum SpamLesson
{
    /// <summary>It is no spam.</summary>
    Wanted,

    /// <summary>It is spam.</summary>
    Spam,
}

/// <summary>What the desk has learned of spam: how often each word stood in it and in what is none, and which tickets it learned that from. Never changes.</summary>
/// <remarks>Naive Bayes over the words as <see cref="TextFeatures"/> numbers them, which bounds it: 65,536 numbers, and the newest <see cref="MostTickets"/> tickets.</remarks>
public sealed class SpamModel
{
    /// <summary>How many lessons of each kind it needs before it says anything.</summary>
    public const int Fewest = 20;

    /// <summary>How many tickets it remembers to have learned from.</summary>
    public const int MostTickets = 5_000;

    private const int Trusted = 100, PointsAtFirst = 45, PointsTrusted = 75, PointsAgainst = 40;
    private const double Sure = 8, Unsure = 2;

    private readonly SortedDictionary<ushort, (int Spam, int Wanted)> counts;
    private readonly List<(string Ticket, SpamLesson Lesson)> lessons;

    private readonly Lazy<(double Spam, double Wanted)> totals;

    private SpamModel(SortedDictionary<ushort, (int Spam, int Wanted)> counts, List<(string Ticket, SpamLesson Lesson)> lessons, int spam, int wanted) =>
        (this.counts, this.lessons, Spam, Wanted, totals) = (counts, lessons, spam, wanted, new(() => ((double)counts.Values.Sum(c => (long)c.Spam) + counts.Count, (double)counts.Values.Sum(c => (long)c.Wanted) + counts.Count)));

    /// <summary>Nothing learned.</summary>
    public static SpamModel Empty { get; } = new([], [], 0, 0);

    /// <summary>Tickets that taught what spam is.</summary>
    public int Spam { get; }

    /// <summary>Tickets that taught what is none.</summary>
    public int Wanted { get; }

    /// <summary>How many words it knows.</summary>
    public int Words => counts.Count;

    /// <summary>True once it says anything.</summary>
    public bool Knows => Math.Min(Spam, Wanted) >= Fewest;

    /// <summary>The model after this ticket taught it this way, or nothing any more; the same model where it had taught that already.</summary>
    /// <param name="ticket">Id of the ticket.</param>
    /// <param name="text">What it says.</param>
    /// <param name="lesson">What it teaches; null takes back what it taught.</param>
    public SpamModel Taught(string ticket, string text, SpamLesson? lesson)
    {
        var at = lessons.FindIndex(l => l.Ticket == ticket);
        SpamLesson? before = at < 0 ? null : lessons[at].Lesson;
        if (before == lesson) return this;
        var (next, kept) = (new SortedDictionary<ushort, (int Spam, int Wanted)>(counts), new List<(string, SpamLesson)>(lessons));
        var features = TextFeatures.Of(text);
        if (before is { } was)
        {
            Count(next, features, was, -1);
            kept.RemoveAt(at);
        }
        if (lesson is { } now)
        {
            Count(next, features, now, 1);
            kept.Add((ticket, now));
            if (kept.Count > MostTickets) kept.RemoveAt(0);
        }
        return new(next, kept, Spam + Change(before, lesson, SpamLesson.Spam), Wanted + Change(before, lesson, SpamLesson.Wanted));
    }

    /// <summary>How much the words of a text say for spam, in points; below nought for what they speak against, 0 while too little was learned.</summary>
    public int Points(string text)
    {
        if (!Knows) return 0;
        var ((spamWords, wantedWords), odds) = (totals.Value, 0d);
        foreach (var feature in TextFeatures.Of(text))
        {
            if (!counts.TryGetValue(feature, out var count)) continue; // a word nobody has seen says nothing
            odds += Math.Log((count.Spam + 1) / spamWords) - Math.Log((count.Wanted + 1) / wantedWords);
        }
        var sure = Math.Clamp((Math.Abs(odds) - Unsure) / (Sure - Unsure), 0, 1);
        var most = PointsAtFirst + ((PointsTrusted - PointsAtFirst) * Math.Clamp((Math.Min(Spam, Wanted) - Fewest) / (double)(Trusted - Fewest), 0, 1));
        return (int)Math.Round(odds > 0 ? sure * most : -sure * PointsAgainst);
    }

    /// <summary>The bytes it is stored as; the same for the same model.</summary>
    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write7BitEncodedInt(Spam);
        writer.Write7BitEncodedInt(Wanted);
        writer.Write7BitEncodedInt(counts.Count);
        foreach (var (feature, count) in counts)
        {
            writer.Write(feature);
            writer.Write7BitEncodedInt(count.Spam);
            writer.Write7BitEncodedInt(count.Wanted);
        }
        writer.Write7BitEncodedInt(lessons.Count);
        foreach (var (ticket, lesson) in lessons)
        {
            writer.Write(ticket);
            writer.Write((byte)lesson);
        }
        writer.Flush();
        return bytes.ToArray();
    }

    /// <summary>The model in these bytes.</summary>
    public static SpamModel FromBytes(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        var (spam, wanted) = (reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());
        var counts = new SortedDictionary<ushort, (int, int)>();
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--) counts[reader.ReadUInt16()] = (reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());
        var lessons = new List<(string, SpamLesson)>();
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--) lessons.Add((reader.ReadString(), (SpamLesson)reader.ReadByte()));
        return new(counts, lessons, spam, wanted);
    }

    private static int Change(SpamLesson? before, SpamLesson? after, SpamLesson kind) => (after == kind ? 1 : 0) - (before == kind ? 1 : 0);

    private static void Count(SortedDictionary<ushort, (int Spam, int Wanted)> counts, ushort[] features, SpamLesson lesson, int by)
    {
        foreach (var feature in features)
        {
            var (spam, wanted) = counts.GetValueOrDefault(feature);
            var next = lesson == SpamLesson.Spam ? (Spam: Math.Max(0, spam + by), Wanted: wanted) : (Spam: spam, Wanted: Math.Max(0, wanted + by));
            if (next == (0, 0)) counts.Remove(feature);
            else counts[feature] = next;
        }
    }
}
