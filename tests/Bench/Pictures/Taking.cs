using HelpdeskMx.Bench.Hosting;
using HelpdeskMx.Bench.Seeding;
using HelpdeskMx.Tests.Mail;
using Microsoft.Playwright;

namespace HelpdeskMx.Bench.Pictures;

/// <summary>Takes the pictures of every screen from a seeded desk of its own, so that <c>docs/screens</c> shows the product as it is.</summary>
public static class Taking
{
    private const int Tickets = 600;
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(1);

    /// <summary>Ends once fonts and pictures are there and nothing on the page has changed for a while.</summary>
    private const string Settled = """
        async () => {
          await Promise.all([document.fonts.ready, ...[...document.images].map((image) => image.decode().catch(() => null))]);
          await new Promise((resolve) => {
            let timer = setTimeout(resolve, 400);
            new MutationObserver(() => {
              clearTimeout(timer);
              timer = setTimeout(resolve, 400);
            }).observe(document.body, { subtree: true, childList: true, attributes: true });
          });
        }
        """;

    /// <summary>How much of the page is below what its window shows.</summary>
    private const string Hidden = """
        () => Math.max(...[document.documentElement, ...[...document.querySelectorAll('*')].filter((part) => /auto|scroll/.test(getComputedStyle(part).overflowY))].map((part) => part.scrollHeight - part.clientHeight))
        """;

    /// <summary>Takes all, or those whose names begin with one of <paramref name="only"/>, and writes each as <c>NAME.png</c>.</summary>
    /// <exception cref="InvalidOperationException">There is no browser, or the desk did not start.</exception>
    public static async Task RunAsync(string program, string folder, IReadOnlyList<string> only, CancellationToken ct)
    {
        if (InboxPage.Browser is null) throw new InvalidOperationException("Pictures want Chromium. Install it, or set CHROMIUM to its path.");
        Directory.CreateDirectory(folder);
        if (Wanted(Album.Setup)) await TakeSetupAsync(program, folder);
        using var scratch = new ScratchFolder();
        await using var mail = new LoopbackSmtpServer();
        await Seed.RunAsync(scratch.Path, Tickets, Seed.Usual, new Progress("tickets", Tickets, Console.Error), ct);
        using var host = await HostProcess.StartAsync(program, scratch.Path, [.. InboxPage.Served, "--smtp", $"smtp://127.0.0.1:{mail.Port}?tls=none"]);
        using var admin = await AgentClient.SignInAsync(host);
        var ticket = await Story.TellAsync(host, admin, ct).WaitAsync(patience, ct);
        foreach (var picture in Album.All.Where(Wanted))
        {
            await admin.PutAsync("/api/me", new { language = picture.Language });
            await TakeAsync(host, picture with { Path = picture.Path.Replace("{ticket}", ticket, StringComparison.Ordinal) }, folder);
        }

        bool Wanted(Picture picture) => only.Count == 0 || only.Any(name => picture.Name.StartsWith(name, StringComparison.Ordinal));
    }

    private static async Task TakeSetupAsync(string program, string folder)
    {
        using var scratch = new ScratchFolder();
        using var host = await HostProcess.StartNewAsync(program, scratch.Path, InboxPage.Served);
        var said = await SaidAsync(host).WaitAsync(patience);
        await TakeAsync(host, Album.Setup with { Path = Album.Setup.Path.Replace("{token}", said.Split("token=")[1].Split('\n')[0].Trim(), StringComparison.Ordinal) }, folder);
    }

    private static async Task<string> SaidAsync(HostProcess host)
    {
        while (true)
        {
            if (host.Said() is var said && said.Contains("token=", StringComparison.Ordinal)) return said;
            await Task.Delay(20);
        }
    }

    private static async Task TakeAsync(HostProcess host, Picture picture, string folder)
    {
        Console.WriteLine(picture.Name);
        var (width, height, scale) = picture.Window;
        await using var screen = await InboxPage.OpenAsync(host, picture.Path, !picture.IsOutside, new()
        {
            ViewportSize = new() { Width = width, Height = height },
            DeviceScaleFactor = scale,
            IsMobile = width < 600,
            HasTouch = width < 600,
            ColorScheme = picture.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce, // what fades in is not taken half-way
            Locale = picture.Language switch { "en" => "en-GB", "cs" => "cs-CZ", _ => "ko-KR" },
        });
        if (picture.Before is { } before) await before(screen.Page);
        await screen.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await screen.Page.EvaluateAsync(Settled);
        if (picture.IsWhole)
        {
            await screen.Page.SetViewportSizeAsync(width, height + await screen.Page.EvaluateAsync<int>(Hidden));
            await screen.Page.EvaluateAsync(Settled);
        }
        await screen.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, picture.Name + ".png") });
    }
}
