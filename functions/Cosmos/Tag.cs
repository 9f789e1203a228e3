namespace HelpdeskMx.Cosmos;

/// <summary>An item's tag as the desk sees it: Cosmos DB's own ETag behind the item's stamp, so that a replace keeps the stamp without reading it first.</summary>
/// <remarks>The quotes around Cosmos DB's ETag stay out: a tag travels in headers that put their own around it.</remarks>
internal readonly record struct Tag(string Stamp, string ETag)
{
    /// <summary>Takes a tag apart, null for what was never one: no item has it.</summary>
    public static Tag? Parse(string tag) => tag.Length > Stamps.Length ? new(tag[..Stamps.Length], $"\"{tag[Stamps.Length..]}\"") : null;

    public override string ToString() => Stamp + ETag.Trim('"');
}
