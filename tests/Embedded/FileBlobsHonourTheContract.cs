using HelpdeskMx.Embedded.Storage;
using HelpdeskMx.Embedded.Storage.Sqlite;
using HelpdeskMx.Platform;
using HelpdeskMx.Tests.Contracts;

namespace HelpdeskMx.Tests.Embedded;

/// <summary>Blobs in rows and files.</summary>
public sealed class FileBlobsHonourTheContract : BlobsContract
{
    private readonly TemporaryFolder folder = new();
    private SqliteDatabase? database;

    protected override Task<IBlobs> OpenAsync()
    {
        database = folder.Open("intake.db", IntakeSchema.Instance);
        return Task.FromResult<IBlobs>(new FileBlobs(database, Path.Combine(folder.Path, "blobs")));
    }

    public override Task DisposeAsync()
    {
        database!.Dispose();
        folder.Dispose();
        return Task.CompletedTask;
    }
}
