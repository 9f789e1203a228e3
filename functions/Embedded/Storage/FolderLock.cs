namespace HelpdeskMx.Embedded.Storage;

/// <summary>Holds a data folder for this process; the operating system lets go when the process ends, however it ends.</summary>
public sealed class FolderLock : IDisposable
{
    private readonly FileStream file;

    /// <summary>Takes the folder, creating it where there is none.</summary>
    /// <exception cref="IOException">Another process works on the folder.</exception>
    public FolderLock(string folder)
    {
        Directory.CreateDirectory(folder);
        try
        {
            file = new FileStream(Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException taken)
        {
            throw new IOException($"The data folder {folder} is in use by another running helpdesk. Stop that one, or choose another folder.", taken);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();
}
