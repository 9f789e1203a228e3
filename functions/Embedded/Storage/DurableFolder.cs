using System.Runtime.InteropServices;
using System.Text;

namespace HelpdeskMx.Embedded.Storage;

/// <summary>Brings a folder's entries to disk: a renamed file is durable only when the folder that names it is.</summary>
internal static class DurableFolder
{
    private const int ReadOnly = 0;

    /// <summary>Creates a folder below another, durably.</summary>
    public static void Create(string root, string folder)
    {
        if (Directory.Exists(folder)) return;
        Directory.CreateDirectory(folder);
        for (var parent = Path.GetDirectoryName(folder); parent?.Length >= root.Length; parent = Path.GetDirectoryName(parent)) Flush(parent);
    }

    /// <summary>Flushes the folder. Windows keeps renames in its journal and opens no folders, so nothing is done there; .NET opens none
    /// either.</summary>
    /// <exception cref="IOException">The disk refused.</exception>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        var handle = open(Encoding.UTF8.GetBytes(folder + '\0'), ReadOnly);
        if (handle < 0) throw Failure(folder);
        try
        {
            if (fsync(handle) != 0) throw Failure(folder);
        }
        finally
        {
            _ = close(handle);
        }
    }

    private static IOException Failure(string folder) =>
        new($"The folder {folder} could not be brought to disk: {Marshal.GetLastPInvokeErrorMessage()}.");

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int open(byte[] path, int flags);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int fsync(int handle);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int close(int handle);
}
