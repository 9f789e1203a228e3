using HelpdeskMx.Agents;
using HelpdeskMx.Channels;
using HelpdeskMx.Channels.Connections;
using HelpdeskMx.Mail;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Intake.Mailboxes;

/// <summary>A mailbox in Microsoft 365 as an admin enters it.</summary>
/// <param name="Tenant">Id or domain of the tenant.</param>
/// <param name="ClientId">The application's id.</param>
/// <param name="ClientSecret">The application's secret; null leaves the one that is set for the same application.</param>
/// <param name="Address">The mailbox.</param>
/// <param name="Folder">Null for <c>inbox</c>.</param>
/// <param name="SecretExpiresAt">When the secret ends, so that somebody is told in time.</param>
/// <param name="NotifyUrl">The channel's door as the internet reaches it; heeded only where it begins with https.</param>
/// <param name="ImportDays">How many days of old mail are taken as well, 0 to 3650; heeded only where the mailbox is another than before.</param>
public sealed record SharedMailboxChange(
    string? Tenant, string? ClientId, string? ClientSecret, string? Address, string? Folder, DateTimeOffset? SecretExpiresAt, string? NotifyUrl, int? ImportDays);

/// <summary>Lets a mailbox in Microsoft 365 bring a channel's mail, once Graph lets the desk look into it.</summary>
public sealed class ConnectShared(Settings settings, Graph graph, SharedCursors cursors, Connections connections, ListChannels list, TimeProvider clock)
{
    private const int MostDays = 3650, LongestText = 500;

    /// <summary>The channel as it is then.</summary>
    public async Task<Outcome<ChannelView>> RunAsync(string channelId, SharedMailboxChange change, Agent by, CancellationToken ct)
    {
        if (await settings.ChannelAsync(channelId, ct) is not { Kind: ChannelKind.Email } channel) return IntakeProblems.NoSuchChannel;
        var asked = Read(change, channel.Microsoft);
        if (asked.Problem is { } problem) return problem;
        var mailbox = asked.Value;
        try
        {
            await graph.LookAsync(mailbox, ct);
        }
        catch (MailServerException e)
        {
            return Problems.Field(e.Code switch { MailServerException.SignInRefused => "clientSecret", MailServerException.NoSuchMailbox => "folder", _ => "address" }, e.Message) with { Code = e.Code };
        }
        var cursor = SharedCursor.Before(mailbox, clock.GetUtcNow().AddDays(-(change.ImportDays ?? 0)));
        if ((await cursors.FindAsync(channel.Id, ct))?.Of != cursor.Of || channel.Microsoft is null) await cursors.BeginAsync(channel.Id, cursor, ct);
        await connections.BeginAsync(channel.Id, ConnectionWay.Microsoft, ct, mailbox.SecretExpiresAt);
        return await list.SaveAsync(channel with { Microsoft = mailbox }, by, ct);
    }

    private static Outcome<SharedMailbox> Read(SharedMailboxChange change, SharedMailbox? before)
    {
        var (tenant, client, address) = ((change.Tenant ?? "").Trim(), (change.ClientId ?? "").Trim(), (change.Address ?? "").Trim());
        if (tenant.Length is 0 or > LongestText || !tenant.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.')) return Problems.Field("tenant", "Give the tenant's id or domain, such as shop.onmicrosoft.com.");
        if (client.Length is 0 or > LongestText) return Problems.Field("clientId", "Give the application's id.");
        if (!MailAddresses.CanReceive(address)) return Problems.Field("address", "Give the mailbox's address.");
        if (change.Folder?.Length > LongestText) return Problems.Field("folder", "That is no folder's name.");
        if (change.ImportDays is < 0 or > MostDays) return Problems.Field("importDays", $"Give a number of days from 0 to {MostDays}.");
        var kept = before is not null && before.Tenant == tenant && before.ClientId == client ? before.ClientSecret : null;
        var secret = string.IsNullOrWhiteSpace(change.ClientSecret) ? kept : change.ClientSecret.Trim();
        if (secret is null) return Problems.Field("clientSecret", "Enter the application's secret.");
        var notify = Uri.TryCreate(change.NotifyUrl, UriKind.Absolute, out var url) && url is { Scheme: "https", IsLoopback: false } ? url.AbsoluteUri : null;
        return new SharedMailbox(tenant, client, secret, address, string.IsNullOrWhiteSpace(change.Folder) ? "inbox" : change.Folder.Trim(), change.SecretExpiresAt?.ToUniversalTime(), notify);
    }
}
