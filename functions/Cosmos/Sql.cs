using System.Globalization;
using System.Text;
using Microsoft.Azure.Cosmos;

namespace HelpdeskMx.Cosmos;

/// <summary>A statement under construction, its values beside it; a value never becomes text of the statement.</summary>
internal sealed class Sql
{
    private readonly StringBuilder text = new(256);
    private readonly List<object?> values = [];

    public Sql Add(string part)
    {
        text.Append(part);
        return this;
    }

    /// <summary>Adds a parameter.</summary>
    public Sql Value(object? value)
    {
        text.Append("@p").Append(values.Count);
        values.Add(value);
        return this;
    }

    public QueryDefinition Define()
    {
        var query = new QueryDefinition(text.ToString());
        for (var i = 0; i < values.Count; i++) query = query.WithParameter("@p" + i.ToString(CultureInfo.InvariantCulture), values[i]);
        return query;
    }

    /// <summary>The path of a declared field in the stored item.</summary>
    public static string Path(string field) => $"c.{Envelope.Fields}[\"{field}\"]";
}
