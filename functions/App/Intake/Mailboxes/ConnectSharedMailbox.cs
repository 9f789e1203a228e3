using System.Text.RegularExpressions;
using HelpdeskMx.Agents;
using HelpdeskMx.Channels;
using HelpdeskMx.Channels.Connections;
using HelpdeskMx.Mail;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Intake.Mailboxes;

/// <summary>A Microsoft 365 mailbox as an admin enters it. A secret that is null stays as it was, as long as it is for the same application in the same directory.</summary>
/// <param name="Tenant">Id or domain of the directory.</param>
/// <param name="ClientId">Of the application.</param>
/// <param name="ClientSecret">Of the same.</param>
/// <param name="Address">The mailbox's address.</param>
/// <param name="Folder">A well-known name, or the folder's id; null for <c>inbox</c>.</param>
/// <param name="SecretExpiresAt">When the secret runs out; null where that is not known.</param>
/// <param name="NotifyUrl">The public address of the channel's door for notifications; null where the internet cannot reach it.</param>
/// <param name="ImportDays">How many days of old mail are taken as well, 0 to 3650; heeded only where the mailbox is another than before.</param>
public sealed record SharedMailboxChange(
    string? Tenant, string? ClientId, string? ClientSecret, string? Address, string? Folder, DateTimeOffset? SecretExpiresAt, string? NotifyUrl, int? ImportDays);

/// <summary>Lets a Microsoft 365 mailbox bring a channel's mail, from the moment Graph let the desk in.</summary>
public sealed partial class ConnectSharedMailbox(
    Settings settings, GraphClient graph, GraphCursors cursors, GraphSubscriptions subscriptions, Connections connections, ListChannels list, TimeProvider clock)
{
    private const int MostDays = 3650, LongestText = 500, LongestSecret = 8000;

    /// <summary>The channel as it is then.</summary>
    public async Task<Outcome<ChannelView>> RunAsync(string channelId, SharedMailboxChange change, Agent by, CancellationToken ct)
    {
        if (await settings.ChannelAsync(channelId, ct) is not { Kind: ChannelKind.Email } channel) return IntakeProblems.NoSuchChannel;
        var asked = Read(change, channel);
        if (asked.Problem is { } problem) return problem;
        var mailbox = asked.Value;
        try
        {
            await graph.TryAsync(mailbox, ct);
        }
        catch (MailServerException e)
        {
            return ConnectionProblems.Under(FieldOf(e), e);
        }
        if (channel.Microsoft is not { } before || GraphCursor.Digest(before) != GraphCursor.Digest(mailbox))
        {
            await subscriptions.ForgetAsync(channel, ct);
            await cursors.BeginAsync(channel.Id, GraphCursor.Before(mailbox, clock.GetUtcNow().AddDays(-(change.ImportDays ?? 0))), ct);
        }
        await connections.BeginAsync(channel.Id, ConnectionWay.Microsoft, ct);
        await connections.ExpiresAsync(channel.Id, ConnectionWay.Microsoft, mailbox.SecretExpiresAt, ct);
        return await list.SaveAsync(channel.Id, c => c with { Microsoft = mailbox }, by, ct);
    }

    private static Outcome<SharedMailbox> Read(SharedMailboxChange change, Channel channel)
    {
        var (tenant, client, address, folder) = (Given(change.Tenant) ?? "", Given(change.ClientId) ?? "", Given(change.Address) ?? "", Given(change.Folder) ?? "inbox");
        if (!Directory().IsMatch(tenant)) return Problems.Field("tenant", "Give the directory's id, or its domain such as example.onmicrosoft.com.");
        if (!Guid.TryParse(client, out _)) return Problems.Field("clientId", "Give the application's id, such as 11111111-2222-3333-4444-555555555555.");
        if (!Mailbox().IsMatch(address)) return Problems.Field("address", "Give the mailbox's address.");
        if (folder.Length > LongestText || folder.Any(c => char.IsControl(c) || c is '\'' or '/')) return Problems.Field("folder", "Give a name such as inbox, or the folder's id.");
        if (change.ImportDays is < 0 or > MostDays) return Problems.Field("importDays", $"Give a number of days from 0 to {MostDays}.");
        if (change.ClientSecret?.Length > LongestSecret) return Problems.Field("clientSecret", $"Use at most {LongestSecret} characters.");
        var door = $"/api/ingest/email/{channel.Id}/microsoft";
        if (Given(change.NotifyUrl) is { } url && !IsDoor(url, door)) return Problems.Field("notifyUrl", $"Give the desk's public address followed by {door}, beginning with https://, or leave it empty.");
        var before = channel.Microsoft is { } had && had.Tenant == tenant && had.ClientId == client ? had : null;
        if ((Given(change.ClientSecret) ?? before?.ClientSecret) is not { } secret) return Problems.Field("clientSecret", "Enter the application's secret: its value, not its id.");
        return new SharedMailbox(tenant, client, secret, address, folder, change.SecretExpiresAt, Given(change.NotifyUrl));
    }

    private static bool IsDoor(string url, string door) =>
        url.Length <= LongestText && Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri is { Scheme: "https", UserInfo: "", Query: "", Fragment: "" } && uri.AbsolutePath.EndsWith(door, StringComparison.Ordinal);

    private static string FieldOf(MailServerException e) => e.Code switch
    {
        MailServerException.SignInRefused => "clientSecret",
        MailServerException.AccessDenied or MailServerException.NoSuchMailbox => "address",
        MailServerException.NoSuchFolder => "folder",
        _ => "tenant",
    };

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    [GeneratedRegex(@"\A[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])\z", RegexOptions.CultureInvariant)]
    private static partial Regex Directory();

    [GeneratedRegex(@"\A[^\s@'""/?#%<>\p{C}]{1,64}@[A-Za-z0-9.-]{1,253}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Mailbox();
}
