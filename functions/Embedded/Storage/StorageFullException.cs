namespace HelpdeskMx.Embedded.Storage;

/// <summary>There is no room for a write; nothing of it was stored, and everything stored before is safe.</summary>
public sealed class StorageFullException(string message) : IOException(message);
