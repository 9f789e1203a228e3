namespace HelpdeskMx.Embedded.Storage;

/// <summary>What the search index is told of a written item.</summary>
/// <param name="Row">Its row in the container.</param>
/// <param name="WasSeen">True when an older reading of it may be indexed.</param>
/// <param name="Digest">A digest of the text; null when there is nothing to find.</param>
/// <param name="Text">Folded words.</param>
internal readonly record struct Words(long Row, bool WasSeen, long? Digest, ReadOnlyMemory<byte> Text);
