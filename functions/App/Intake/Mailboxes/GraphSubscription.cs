using System.Security.Cryptography;
using System.Text;
using HelpdeskMx.Channels;
using HelpdeskMx.Channels.Connections;
using HelpdeskMx.Mail;

namespace HelpdeskMx.Intake.Mailboxes;

/// <summary>Graph's promise to tell a channel's door of new mail.</summary>
/// <param name="Id">As Graph calls it.</param>
/// <param name="ClientState">What notifications prove themselves with.</param>
/// <param name="ExpiresAt">When Graph forgets it.</param>
/// <param name="NotifyUrl">Where it tells.</param>
/// <param name="ClientId">The application it belongs to.</param>
public sealed record GraphSubscription(string Id, string ClientState, DateTimeOffset ExpiresAt, string NotifyUrl, string ClientId)
{
    /// <summary>How long one is asked for; Graph allowed mail three days at first and seven since.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(70);

    private static readonly TimeSpan Margin = TimeSpan.FromHours(24);

    /// <summary>True while it tells of this mailbox where it should, and need not be renewed yet.</summary>
    public bool Serves(SharedMailbox mailbox, DateTimeOffset now) => IsFor(mailbox) && ExpiresAt - now > Margin;

    /// <summary>True where it still is what the mailbox asks for.</summary>
    public bool IsFor(SharedMailbox mailbox) => NotifyUrl == mailbox.NotifyUrl && ClientId == mailbox.ClientId;

    /// <summary>True for a notification of this subscription. The comparison takes the same time wherever the two differ.</summary>
    public bool IsProvenBy(string? id, string? clientState) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes($"{Id}\n{ClientState}")), SHA256.HashData(Encoding.UTF8.GetBytes($"{id}\n{clientState}")));

    /// <summary>Never shows what notifications prove themselves with.</summary>
    public override string ToString() => Id;
}

/// <summary>Makes, renews and ends subscriptions, so that each mailbox has the one it asks for.</summary>
public sealed class GraphSubscriptions(GraphClient graph, GraphCursors cursors, TimeProvider clock)
{
    /// <summary>The subscription as the mailbox should have it: kept, renewed, made, or none.</summary>
    /// <param name="now">What the mailbox has.</param>
    /// <param name="mailbox">What it asks for.</param>
    /// <param name="atOnce">Renews it however long it would last.</param>
    /// <param name="ct">Stops.</param>
    /// <exception cref="MailServerException">Graph would not.</exception>
    public async Task<GraphSubscription?> KeepAsync(GraphSubscription? now, SharedMailbox mailbox, bool atOnce, CancellationToken ct)
    {
        if (now is not null && !now.IsFor(mailbox))
        {
            await EndAsync(now, mailbox, ct);
            now = null;
        }
        if (mailbox.NotifyUrl is null) return null;
        if (now is not null && !atOnce && now.Serves(mailbox, clock.GetUtcNow())) return now;
        var until = clock.GetUtcNow() + GraphSubscription.Lifetime;
        return (now is null ? null : await graph.RenewAsync(mailbox, now, until, ct)) ?? await graph.SubscribeAsync(mailbox, until, ct);
    }

    /// <summary>Ends what the channel's mailbox has, and forgets how far it was read.</summary>
    public async Task ForgetAsync(Channel channel, CancellationToken ct)
    {
        if (channel.Microsoft is { } mailbox && (await cursors.FindAsync(channel.Id, ct))?.Value.Subscription is { } subscription) await EndAsync(subscription, mailbox, ct);
        await cursors.ForgetAsync(channel.Id, ct);
    }

    private async Task EndAsync(GraphSubscription subscription, SharedMailbox mailbox, CancellationToken ct)
    {
        try
        {
            await graph.UnsubscribeAsync(mailbox, subscription.Id, ct);
        }
        catch (MailServerException)
        {
            return; // it ends by itself within days, and until then what it tells proves nothing any more
        }
    }
}
