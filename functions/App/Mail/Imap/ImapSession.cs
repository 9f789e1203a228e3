using System.Globalization;
using System.Text;

namespace HelpdeskMx.Mail.Imap;

/// <summary>A folder as it was when it was opened.</summary>
/// <param name="UidValidity">Changes when the folder's UIDs have lost their meaning.</param>
/// <param name="UidNext">The UID the next mail gets; null where the server does not say.</param>
public sealed record ImapFolder(uint UidValidity, uint? UidNext);

/// <summary>A mail out of a folder.</summary>
/// <param name="Size">In bytes, as the server says.</param>
/// <param name="IsWhole">False where it is larger than was asked for; then the bytes are its beginning.</param>
/// <param name="ReceivedAt">When it reached the mailbox (RFC 3501 §2.3.3); null where the server does not say.</param>
public sealed record ImapMail(uint Uid, ReadOnlyMemory<byte> Bytes, long Size, bool IsWhole, DateTimeOffset? ReceivedAt);

/// <summary>Reads mail out of a mailbox (RFC 3501) without leaving a mark on it; only <see cref="MoveAsync"/> changes anything.</summary>
/// <remarks>Everything throws <see cref="MailServerException"/> where the server does not do as asked; then the session is over, but for a missing folder.</remarks>
public sealed class ImapSession : IAsyncDisposable
{
    private const int Chunk = 256 * 1024;

    private readonly ImapLine line;
    private readonly ImapCommands commands;

    private ImapSession(ImapLine line, ImapLimits limits) => (this.line, commands) = (line, new ImapCommands(line, limits));

    /// <summary>Connects and signs in.</summary>
    public static async Task<ImapSession> OpenAsync(ImapServer server, CancellationToken ct, ImapLimits? limits = null)
    {
        var session = new ImapSession(await ImapLine.OpenAsync(server, limits ?? ImapLimits.Default, ct), limits ?? ImapLimits.Default);
        try
        {
            await new ImapSignIn(session.line, session.commands, server).RunAsync(ct);
            return session;
        }
        catch
        {
            await session.line.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens a folder, for reading alone unless mail shall be moved out of it.</summary>
    public async Task<ImapFolder> OpenFolderAsync(string name, bool forMoving, CancellationToken ct)
    {
        var answers = await commands.SayAsync($"{(forMoving ? "SELECT" : "EXAMINE")} \u0001", ct, [ModifiedUtf7.Encode(name)]);
        if (answers[^1].Status != "OK") throw new MailServerException(MailServerException.NoSuchFolder, $"The mailbox has no folder '{name}', or does not let us open it.");
        return new(Said(answers, "UIDVALIDITY") ?? throw MailServerException.Unreadable("the folder has no UIDVALIDITY"), Said(answers, "UIDNEXT"));
    }

    /// <summary>The UIDs from one on, lowest first; with a date, of mail that reached the mailbox on that day or after.</summary>
    public async Task<IReadOnlyList<uint>> SearchAsync(uint from, DateOnly? since, CancellationToken ct)
    {
        var date = since is { } day ? day.ToString(" 'SINCE' d-MMM-yyyy", CultureInfo.InvariantCulture) : "";
        var answers = await DoAsync(string.Create(CultureInfo.InvariantCulture, $"UID SEARCH UID {from}:*{date}"), ct);
        var found = answers.Where(a => a.Values is [var first, ..] && first.Is("SEARCH")).SelectMany(a => a.Values.Skip(1)).Select(v => v.Number).OfType<uint>();
        return [.. found.Where(uid => uid >= from).Distinct().Order()]; // n:* names the last mail even where its UID is below n
    }

    /// <summary>A mail as it lies there, unread as before; null where it is gone.</summary>
    /// <param name="uid">Its UID in the open folder.</param>
    /// <param name="atMost">In bytes; of a larger mail only the beginning is fetched.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<ImapMail?> FetchAsync(uint uid, int atMost, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        while (true)
        {
            var answers = await DoAsync(string.Create(CultureInfo.InvariantCulture, $"UID FETCH {uid} (UID RFC822.SIZE INTERNALDATE BODY.PEEK[]<{bytes.Length}.{Chunk}>)"), ct);
            if (answers.Select(a => Fetched(a, uid, bytes.Length)).FirstOrDefault(f => f is not null) is not var (size, receivedAt, piece)) return null;
            if (piece.Length > Chunk) throw MailServerException.Unreadable("it sends more than was asked for");
            bytes.Write(piece);
            if (size > atMost || bytes.Length > atMost) return new(uid, bytes.ToArray(), size, IsWhole: false, receivedAt);
            if (piece.Length < Chunk) return new(uid, bytes.ToArray(), size, IsWhole: true, receivedAt);
        }
    }

    /// <summary>True if the server can move mail.</summary>
    public bool CanMove => commands.Can("MOVE");

    /// <summary>Moves a mail of a folder opened for it (RFC 6851). A server that cannot is refused: copying would mean deleting.</summary>
    public async Task MoveAsync(uint uid, string folder, CancellationToken ct)
    {
        if (!CanMove) throw new MailServerException(MailServerException.NotMoved, "The server cannot move mail. Leave the folder to move to empty.");
        var answers = await commands.SayAsync(string.Create(CultureInfo.InvariantCulture, $"UID MOVE {uid} \u0001"), ct, [ModifiedUtf7.Encode(folder)]);
        if (answers[^1].Status != "OK") throw new MailServerException(MailServerException.NotMoved, $"The server did not move mail to the folder '{folder}'. Check that it is there.");
    }

    /// <summary>Takes leave and hangs up, whether the server answers or not.</summary>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            await line.WriteAsync("bye LOGOUT\r\n"u8.ToArray(), patience.Token);
        }
        catch (Exception gone) when (gone is MailServerException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            return; // nobody is there to take leave of
        }
        finally
        {
            await line.DisposeAsync();
        }
    }

    private async Task<IReadOnlyList<ImapAnswer>> DoAsync(string command, CancellationToken ct)
    {
        var answers = await commands.SayAsync(command, ct);
        return answers[^1].Status == "OK" ? answers : throw new MailServerException(MailServerException.Refused, $"The server refuses to {command.Split(' ')[1].ToLowerInvariant()}. It is tried again.");
    }

    private static uint? Said(IReadOnlyList<ImapAnswer> answers, string word) => answers
        .Select(a => a.Code.Split(' '))
        .Where(code => code.Length == 2 && code[0].Equals(word, StringComparison.OrdinalIgnoreCase))
        .Select(code => uint.TryParse(code[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (uint?)null)
        .LastOrDefault();

    /// <summary>The size, the arrival and the piece at this offset, if this answer brings them; servers speak of other mails and flags in between.</summary>
    private static (uint Size, DateTimeOffset? ReceivedAt, byte[] Piece)? Fetched(ImapAnswer answer, uint uid, long offset)
    {
        if (answer.Values is not [_, var fetch, { Items: { } items }] || !fetch.Is("FETCH")) return null;
        ImapValue? Named(string name) => items.Chunk(2).FirstOrDefault(pair => pair.Length == 2 && pair[0].Is(name))?[1];
        if (Named("UID")?.Number != uid) return null;
        var body = Named(string.Create(CultureInfo.InvariantCulture, $"BODY[]<{offset}>"));
        return body is null ? null : (Named("RFC822.SIZE")?.Number ?? 0, Moment(Named("INTERNALDATE")?.Bytes), body.Bytes ?? []);
    }

    private static DateTimeOffset? Moment(byte[]? written) =>
        DateTimeOffset.TryParseExact(Encoding.ASCII.GetString(written ?? []).Trim(), "d-MMM-yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null;
}
