using System.Globalization;

namespace HelpdeskMx.Bench;

/// <summary>What the command line asks: a command, at most one value, and <c>--name value</c>.</summary>
public sealed class Arguments
{
    /// <summary>How to ask.</summary>
    public const string Usage = """
        seed N --data DIR [--seed NUMBER]     fills an empty data folder with N tickets; open it with ./dev up --demo --data DIR
        bench [--quick] [--only NAME,NAME] [--tickets 10000,1000000] [--seconds S] [--kills N] [--host DLL] [--json FILE]
        screens [--only NAME,NAME] [--to DIR] [--host DLL]     takes the pictures of docs/screens, or those whose names begin so
        cost [--tickets 10000,100000]         works out what so many tickets a day ask of Azure and cost there
        """;

    private static readonly string[] flags = ["quick"];
    private readonly Dictionary<string, string> named = [];
    private readonly string? positional;

    /// <summary>Reads them.</summary>
    /// <exception cref="FormatException">One cannot be read.</exception>
    public Arguments(IReadOnlyList<string> args)
    {
        for (var i = 0; i < args.Count; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal))
            {
                if (Command.Length == 0) Command = args[i];
                else if (positional is null) positional = args[i];
                else throw new FormatException($"'{args[i]}' is one word too many.\n{Usage}");
                continue;
            }
            var name = args[i][2..];
            named[name] = flags.Contains(name) ? "true" : ++i < args.Count ? args[i] : throw new FormatException($"'--{name}' wants a value.\n{Usage}");
        }
    }

    /// <summary>What to do; empty where nothing was said.</summary>
    public string Command { get; } = "";

    /// <summary>The whole number behind the command.</summary>
    public int Count(int usual) => positional is null ? usual : Parse("count", positional);

    /// <summary>A named value, null where it was not given.</summary>
    public string? Text(string name) => named.GetValueOrDefault(name);

    /// <summary>True where it was said.</summary>
    public bool Flag(string name) => named.ContainsKey(name);

    /// <summary>A named whole number from 1 on.</summary>
    public int Number(string name, int usual) => Text(name) is { } text ? Parse(name, text) : usual;

    /// <summary>Several named whole numbers, parted by commas.</summary>
    public IReadOnlyList<int> Numbers(string name, IReadOnlyList<int> usual) =>
        Text(name) is { } text ? [.. text.Split(',').Select(n => Parse(name, n))] : usual;

    private static int Parse(string name, string text) =>
        int.TryParse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new FormatException($"'--{name} {text}' is not a whole number above 0.");
}
