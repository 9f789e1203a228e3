using HelpdeskMx.Agents;
using HelpdeskMx.Channels;
using HelpdeskMx.Channels.Connections;
using HelpdeskMx.Mail;
using HelpdeskMx.Mail.Imap;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Intake.Mailboxes;

/// <summary>A mailbox as an admin enters it.</summary>
/// <param name="Account">Where it is.</param>
/// <param name="Folder">Null for <c>INBOX</c>.</param>
/// <param name="MoveTo">The folder mail is moved to once the desk has it; null leaves it where it is.</param>
/// <param name="ImportDays">How many days of old mail are taken as well, 0 to 3650; heeded only where the mailbox is another than before.</param>
public sealed record MailboxChange(AccountChange? Account, string? Folder, string? MoveTo, int? ImportDays);

/// <summary>Lets a mailbox bring a channel's mail, from the moment it let the desk in.</summary>
public sealed class ConnectMailbox(Settings settings, ImapServers servers, MailboxCursors cursors, Connections connections, ListChannels list, TimeProvider clock)
{
    private const int MostDays = 3650, LongestFolder = 500;

    /// <summary>The channel as it is then.</summary>
    public async Task<Outcome<ChannelView>> RunAsync(string channelId, MailboxChange change, Agent by, CancellationToken ct)
    {
        if (await settings.ChannelAsync(channelId, ct) is not { Kind: ChannelKind.Email } channel) return IntakeProblems.NoSuchChannel;
        var asked = Read(change, channel.Mailbox);
        if (asked.Problem is { } problem) return problem;
        var mailbox = asked.Value;
        try
        {
            var cursor = await TryAsync(mailbox, change.ImportDays ?? 0, ct);
            if (channel.Mailbox is not { } before || MailboxCursor.Digest(before) != cursor.Of) await cursors.BeginAsync(channel.Id, cursor, ct);
        }
        catch (MailServerException e)
        {
            return ConnectionProblems.Of(e);
        }
        await connections.BeginAsync(channel.Id, ConnectionWay.Imap, ct);
        return await list.SaveAsync(channel.Id, c => c with { Mailbox = mailbox }, by, ct);
    }

    private static Outcome<Mailbox> Read(MailboxChange change, Mailbox? before)
    {
        if (change.Account is null) return Problems.Field("host", "Give the server's name, such as imap.example.com.");
        if (change.ImportDays is < 0 or > MostDays) return Problems.Field("importDays", $"Give a number of days from 0 to {MostDays}.");
        var (folder, moveTo) = (Name(change.Folder) ?? "INBOX", Name(change.MoveTo));
        if (folder.Length > LongestFolder || folder.Any(char.IsControl)) return Problems.Field("folder", "That is no folder's name.");
        if (moveTo is not null && (moveTo.Length > LongestFolder || moveTo.Any(char.IsControl) || moveTo == folder)) return Problems.Field("moveTo", "Give the name of another folder, or leave it empty.");
        var account = change.Account.Over(before?.Account, needsUser: true);
        return account.Problem is { } problem ? problem : new Mailbox(account.Value, folder, moveTo);
    }

    private static string? Name(string? folder) => string.IsNullOrWhiteSpace(folder) ? null : folder.Trim();

    /// <summary>Opens what will be opened every minute, and makes the cursor for what comes from now on.</summary>
    private async Task<MailboxCursor> TryAsync(Mailbox mailbox, int importDays, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var session = await servers.OpenAsync(mailbox.Account, ct, ImapLimits.Trial);
        if (mailbox.MoveTo is { } target)
        {
            if (!session.CanMove) throw new MailServerException(MailServerException.NotMoved, "The server cannot move mail. Leave the folder to move to empty.");
            await FolderAsync(session, target, ct);
        }
        var folder = await session.OpenFolderAsync(mailbox.Folder, mailbox.MoveTo is not null, ct);
        var next = await MailboxWalk.NextAsync(folder, session, ct);
        return MailboxCursor.Before(mailbox, now.AddDays(-importDays)) with { UidValidity = folder.UidValidity, OldBelow = next, Uid = importDays > 0 ? 0 : next - 1 };
    }

    private static async Task FolderAsync(ImapSession session, string name, CancellationToken ct)
    {
        try
        {
            await session.OpenFolderAsync(name, forMoving: false, ct);
        }
        catch (MailServerException e) when (e.Code == MailServerException.NoSuchFolder)
        {
            throw new MailServerException(MailServerException.NotMoved, e.Message, e);
        }
    }
}
