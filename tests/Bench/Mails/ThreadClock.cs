using System.Diagnostics;
using System.Runtime.InteropServices;

namespace HelpdeskMx.Bench.Mails;

/// <summary>The processor time this thread has spent, so that a busy machine does not count; the time of day's where the system does not tell.</summary>
public static class ThreadClock
{
    private const int ThreadTime = 3;

    /// <summary>Milliseconds; only differences mean something.</summary>
    public static double Milliseconds => OperatingSystem.IsLinux() && Get(ThreadTime, out var now) == 0
        ? now.Seconds * 1e3 + now.Nanoseconds / 1e6
        : Stopwatch.GetTimestamp() * 1e3 / Stopwatch.Frequency;

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Get(int clock, out Time now);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Time
    {
        public readonly nint Seconds;
        public readonly nint Nanoseconds;
    }
}
