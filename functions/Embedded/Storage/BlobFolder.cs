namespace HelpdeskMx.Embedded.Storage;

/// <summary>Large blobs as files under <c>ab/cd/&lt;sha&gt;</c>: written aside, brought to disk, then renamed, so a file under its name
/// is whole.</summary>
internal sealed class BlobFolder
{
    private readonly string folder;
    private readonly string aside;

    /// <summary>Opens the folder and clears away what a crash left half-written.</summary>
    public BlobFolder(string folder)
    {
        this.folder = folder;
        aside = Path.Combine(folder, "unfinished");
        if (Directory.Exists(aside)) Directory.Delete(aside, recursive: true);
        Directory.CreateDirectory(aside);
    }

    public async Task CreateAsync(string id, ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        var path = PathOf(id);
        if (File.Exists(path))
        {
            DurableFolder.Flush(Path.GetDirectoryName(path)!); // whoever created it may not have come so far
            return;
        }
        var unfinished = Path.Combine(aside, Guid.NewGuid().ToString("N"));
        try
        {
            await WriteThroughAsync(unfinished, content, ct);
            DurableFolder.Create(folder, Path.GetDirectoryName(path)!);
            File.Move(unfinished, path, overwrite: true);
            DurableFolder.Flush(Path.GetDirectoryName(path)!);
        }
        finally
        {
            File.Delete(unfinished); // there only if the disk refused, which may be full
        }
    }

    public FileStream? Open(string id)
    {
        var path = PathOf(id);
        if (!File.Exists(path)) return null;
        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 64 * 1024, useAsync: true);
    }

    public void Delete(string id)
    {
        var path = PathOf(id);
        if (File.Exists(path)) File.Delete(path);
    }

    private static async Task WriteThroughAsync(string path, ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        using var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, FileOptions.Asynchronous, content.Length);
        await RandomAccess.WriteAsync(file, content, 0, ct);
        RandomAccess.FlushToDisk(file);
    }

    private string PathOf(string id) => Path.Combine(folder, id[..2], id[2..4], id);
}
