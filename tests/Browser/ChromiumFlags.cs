namespace HelpdeskMx.Browser;

/// <summary>How a headless Chromium is started by tests and measurements: it runs anywhere, and talks to nobody but the page.</summary>
internal static class ChromiumFlags
{
    public static readonly IReadOnlyList<string> Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];
}
