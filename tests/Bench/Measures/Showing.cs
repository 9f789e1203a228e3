using HelpdeskMx.Bench.Figures;
using HelpdeskMx.Bench.Hosting;
using HelpdeskMx.Bench.Load;

namespace HelpdeskMx.Bench.Measures;

/// <summary>How the web inbox feels: switching between conversations, scrolling a long list and a long conversation, and what it holds after a day of it.</summary>
public sealed record Showing() : Measure("screen")
{
    private const int Messages = 500;
    private const int Switches = 500;
    private const int Some = 60;
    private const int Archive = 50_000;

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<Figure>> RunAsync(Setting setting, CancellationToken ct)
    {
        if (InboxPage.Browser is null) return [new Figure("web inbox in a browser", "≤ 100 ms", null, "ms", null, "no Chromium")];
        var size = setting.Sizes.FirstOrDefault(s => s >= Archive, setting.Largest);
        var host = await setting.ServingAsync(size, ct);
        using var agent = await AgentClient.SignInAsync(host);
        var id = await LongTicket.FindAsync(host, agent, Messages, ct);
        await using var inbox = await InboxPage.OpenAsync(host, "/inbox/all");

        await inbox.SwitchAsync("j", 10);
        await inbox.LongestTaskAsync();
        var switches = new Latencies(await inbox.SwitchAsync("j", Some));
        var meanwhile = await inbox.LongestTaskAsync();

        await inbox.ScrollAsync("[data-list]", 600, 700);
        var list = await inbox.LongestTaskAsync();

        var before = await inbox.MegabytesAsync();
        for (var pair = 0; pair < Switches / 100; pair++)
        {
            await inbox.SwitchAsync("k", 50);
            await inbox.SwitchAsync("j", 50);
        }
        var after = await inbox.MegabytesAsync();

        await using var longOne = await InboxPage.OpenAsync(host, $"/inbox/all/{id}");
        await longOne.LongestTaskAsync();
        var conversation = 0.0;
        for (var part = 0; part < 20; part++)
        {
            await longOne.ScrollAsync("[data-thread]", 20, -700);
            conversation = Math.Max(conversation, await longOne.LongestTaskAsync());
        }
        var beside = new Latencies([.. await longOne.SwitchAsync("j", Some / 2), .. await longOne.SwitchAsync("k", Some / 2)]);
        var shown = $"list of {size:N0} tickets";
        return
        [
            Figure.AtMost("switch between conversations, to painted", 100, switches.Within(0.95), "ms", $"p95; {shown}: {switches}; longest task meanwhile {meanwhile:N0} ms"),
            Figure.AtMost($"switch beside a conversation of {Messages} messages", 100, beside.Within(0.95), "ms", $"p95: {beside}"),
            Figure.AtMost("longest task, scrolling the list", 50, list, "ms", $"{shown}, 600 steps of nearly a screen"),
            Figure.AtMost("longest task, scrolling a conversation", 50, conversation, "ms", $"{Messages} messages, 400 steps of nearly a screen"),
            Figure.AtMost($"script memory after {Switches} switches", before * 1.2, after, "MB", $"{before:N1} MB before them, after a collection each"),
        ];
    }
}
