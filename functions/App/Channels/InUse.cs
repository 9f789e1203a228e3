using HelpdeskMx.Platform;

namespace HelpdeskMx.Channels;

/// <summary>Why a store or department cannot be switched off: channels that are on still need it.</summary>
public static class InUse
{
    private const int MostNamed = 5;

    /// <summary>Names those of the channels that are on; null where none is.</summary>
    public static Problem? Of(string code, IEnumerable<Channel> channels)
    {
        var names = channels.Where(c => c.Active).Select(c => c.Name).ToArray();
        if (names.Length == 0) return null;
        var shown = string.Join(", ", names.Take(MostNamed)) + (names.Length > MostNamed ? $" and {names.Length - MostNamed} more" : "");
        return new(code, $"Channels still bring messages here: {shown}. Move them or switch them off first; nothing was changed.", 409)
        {
            With = new Dictionary<string, object> { ["channels"] = names },
        };
    }
}
