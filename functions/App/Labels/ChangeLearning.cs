using HelpdeskMx.Platform;

namespace HelpdeskMx.Labels;

/// <summary>Whether labels told well enough are put on new tickets.</summary>
public sealed record LearningChange(bool? On = null);

/// <summary>Shows what the desk has learned of labels, turns it on and off, and asks for it to be learned anew.</summary>
public sealed class ChangeLearning(Settings settings, IQueue queue, TimeProvider clock)
{
    /// <summary>A run that has not ended after this long is asked for again.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>As it stands.</summary>
    public async Task<LabelLearningView> ShowAsync(CancellationToken ct) => View(await settings.LabelLearningAsync(ct));

    /// <summary>Puts labels on new tickets from now on, or only suggests them.</summary>
    public async Task<Outcome<LabelLearningView>> TurnAsync(LearningChange change, CancellationToken ct)
    {
        if (change.On is not { } on) return Problems.Field("on", "Say whether labels are put on new tickets: true or false.");
        return View(await settings.ChangeLabelLearningAsync(learning => learning with { On = on }, ct));
    }

    /// <summary>Queues a run, unless one is under way.</summary>
    public async Task<LabelLearningView> AskAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var asked = await settings.ChangeLabelLearningAsync(learning => IsRunning(learning) ? learning : learning with { AskedAt = now }, ct);
        if (asked.AskedAt == now) await queue.SendAsync(Queues.Learning, UtcTime.Text(now), ct: ct);
        return View(asked);
    }

    private bool IsRunning(LabelLearning learning) =>
        learning.AskedAt is { } asked && !(learning.LearnedAt >= asked) && clock.GetUtcNow() - asked < Patience;

    private LabelLearningView View(LabelLearning learning) => new(
        learning.On, IsRunning(learning), learning.LearnedAt, learning.Tickets, Math.Max(0, LabelLessons.Fewest - learning.Tickets), LabelLessons.FewestOfLabel, learning.Languages);
}
