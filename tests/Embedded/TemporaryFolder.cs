using HelpdeskMx.Embedded.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace HelpdeskMx.Tests.Embedded;

/// <summary>A folder that is gone after the test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>Where it is.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("helpdesk-").FullName;

    /// <summary>Opens a database file in it.</summary>
    public SqliteDatabase Open(string name, Schema schema, Sizing? sizing = null) =>
        new(System.IO.Path.Combine(Path, name), schema, NullLogger<SqliteDatabase>.Instance, sizing);

    /// <summary>Copies its files as they are now, as a crash would leave them.</summary>
    public TemporaryFolder CopyAsAfterACrash()
    {
        var copy = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(Path)) File.Copy(file, System.IO.Path.Combine(copy.Path, System.IO.Path.GetFileName(file)));
        return copy;
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
