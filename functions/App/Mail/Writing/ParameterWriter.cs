using System.Globalization;
using System.Text;

namespace HelpdeskMx.Mail.Writing;

/// <summary>Writes a parameter: quoted if it is short ASCII, else in the numbered and percent-encoded pieces of RFC 2231.</summary>
internal static class ParameterWriter
{
    private const int Longest = 60;

    public static IReadOnlyList<string> Write(string name, string value)
    {
        value = HeaderWriter.OneLine(value);
        if (Ascii.IsValid(value) && value.Length <= Longest && !value.Contains("=?", StringComparison.Ordinal))
            return [$"{name}=\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""];
        var pieces = Pieces(value);
        if (pieces.Count == 1) return [$"{name}*={pieces[0]}"];
        return [.. pieces.Select((piece, number) => string.Create(CultureInfo.InvariantCulture, $"{name}*{number}*={piece}"))];
    }

    private static List<string> Pieces(string value)
    {
        var pieces = new List<string>();
        var piece = new StringBuilder("utf-8''");
        foreach (var b in Encoding.UTF8.GetBytes(value))
        {
            if (piece.Length > Longest)
            {
                pieces.Add(piece.ToString());
                piece.Clear();
            }
            if (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'-' or (byte)'.' or (byte)'_') piece.Append((char)b);
            else piece.Append('%').Append(b.ToString("X2", CultureInfo.InvariantCulture));
        }
        pieces.Add(piece.ToString());
        return pieces;
    }
}
