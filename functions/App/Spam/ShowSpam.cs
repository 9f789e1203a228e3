using HelpdeskMx.Platform;

namespace HelpdeskMx.Spam;

/// <summary>How much the desk has learned of spam, as admins see it.</summary>
/// <param name="Spam">Tickets that taught what spam is.</param>
/// <param name="Wanted">Tickets that taught what is none.</param>
/// <param name="Words">How many words it knows.</param>
/// <param name="Fewest">How many tickets of each kind it needs before it says anything.</param>
/// <param name="Blocked">How many senders and domains are blocked.</param>
public sealed record SpamView(int Spam, int Wanted, int Words, int Fewest, int Blocked);

/// <summary>Shows how much the desk has learned of spam.</summary>
public sealed class ShowSpam(Settings settings)
{
    /// <summary>As it stands.</summary>
    public async Task<SpamView> RunAsync(CancellationToken ct)
    {
        var learned = await settings.SpamLearningAsync(ct);
        return new(learned.Spam, learned.Wanted, learned.Words, SpamModel.Fewest, (await settings.BlocksAsync(ct)).Count);
    }
}
