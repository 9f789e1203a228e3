using System.Security.Cryptography;
using System.Text;
using HelpdeskMx.Mail;
using HelpdeskMx.Mail.Imap;

namespace HelpdeskMx.Tests.Mail.Imap;

/// <summary>What the client reads out of a real mailbox, and that it leaves no mark there.</summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class DovecotTests
{
    private const int Plenty = 40 * 1024 * 1024;

    [DovecotFact]
    public async Task Five_hundred_mails_come_out_byte_for_byte_and_stay_unread()
    {
        await using var dovecot = await Dovecot.StartAsync();
        var mails = Enumerable.Range(0, 500).Select(Mail).ToArray();
        for (var i = 0; i < mails.Length; i++) dovecot.Deliver(i, mails[i]);

        await using var session = await ImapSession.OpenAsync(dovecot.Server, CancellationToken.None);
        var folder = await session.OpenFolderAsync("INBOX", forMoving: true, CancellationToken.None);
        var uids = await session.SearchAsync(1, null, CancellationToken.None);

        Assert.Equal(Enumerable.Range(1, 500).Select(n => (uint)n), uids);
        Assert.Equal(501u, folder.UidNext);
        for (var i = 0; i < mails.Length; i++) Assert.Equal(mails[i], (await session.FetchAsync(uids[i], Plenty, CancellationToken.None))!.Bytes.ToArray());
        Assert.Equal(0, dovecot.Read);
        Assert.Empty(await session.SearchAsync(501, null, CancellationToken.None));
    }

    [DovecotFact]
    public async Task A_large_mail_comes_whole_in_pieces_and_one_over_the_limit_only_in_its_beginning()
    {
        await using var dovecot = await Dovecot.StartAsync();
        var large = Encoding.ASCII.GetBytes("Subject: large\r\n\r\n" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(1_500_000), Base64FormattingOptions.InsertLineBreaks));
        dovecot.Deliver(1, large);
        await using var session = await ImapSession.OpenAsync(dovecot.Server, CancellationToken.None);
        await session.OpenFolderAsync("INBOX", forMoving: false, CancellationToken.None);

        var whole = await session.FetchAsync(1, Plenty, CancellationToken.None);
        var cut = await session.FetchAsync(1, 1_000_000, CancellationToken.None);

        Assert.True(whole!.IsWhole);
        Assert.Equal(large, whole.Bytes.ToArray());
        Assert.False(cut!.IsWhole);
        Assert.True(cut.Bytes.Length < 1_000_000 && large.AsSpan().StartsWith(cut.Bytes.Span));
        Assert.Null(await session.FetchAsync(77, Plenty, CancellationToken.None));
    }

    [DovecotFact]
    public async Task A_wrong_password_is_a_refused_sign_in_and_stays_out_of_the_sentence()
    {
        await using var dovecot = await Dovecot.StartAsync();
        var refused = await Assert.ThrowsAsync<MailServerException>(() => ImapSession.OpenAsync(dovecot.Server with { Secret = "guessed" }, CancellationToken.None));
        Assert.Equal(MailServerException.SignInRefused, refused.Code);
        Assert.DoesNotContain("guessed", refused.ToString(), StringComparison.Ordinal);
    }

    [DovecotFact]
    public async Task An_unknown_certificate_is_refused_unless_its_fingerprint_is_trusted()
    {
        await using var dovecot = await Dovecot.StartAsync();
        foreach (var server in new[] { dovecot.Server with { Security = LineSecurity.StartTls }, dovecot.Server with { Security = LineSecurity.Implicit, Port = dovecot.TlsPort } })
        {
            var refused = await Assert.ThrowsAsync<MailServerException>(() => ImapSession.OpenAsync(server, CancellationToken.None));
            Assert.Equal(MailServerException.UnknownCertificate, refused.Code);
            Assert.Contains(dovecot.Fingerprint, refused.Message, StringComparison.Ordinal);
            await using var trusted = await ImapSession.OpenAsync(server with { Fingerprint = dovecot.Fingerprint }, CancellationToken.None);
        }
    }

    [DovecotFact]
    public async Task A_mail_is_moved_when_asked_and_a_missing_folder_is_said_to_be_missing()
    {
        await using var dovecot = await Dovecot.StartAsync();
        dovecot.Deliver(1, Mail(1));
        await using var session = await ImapSession.OpenAsync(dovecot.Server, CancellationToken.None);
        await session.OpenFolderAsync("INBOX", forMoving: true, CancellationToken.None);

        var missing = await Assert.ThrowsAsync<MailServerException>(() => session.MoveAsync(1, "Vyřízeno", CancellationToken.None));
        await session.MoveAsync(1, "Done", CancellationToken.None);

        Assert.Equal(MailServerException.NotMoved, missing.Code);
        Assert.Empty(await session.SearchAsync(1, null, CancellationToken.None));
        await session.OpenFolderAsync("Done", forMoving: false, CancellationToken.None);
        Assert.Equal(Mail(1), (await session.FetchAsync(1, Plenty, CancellationToken.None))!.Bytes.ToArray());
        Assert.Equal(MailServerException.NoSuchFolder, (await Assert.ThrowsAsync<MailServerException>(() => session.OpenFolderAsync("Elsewhere", forMoving: false, CancellationToken.None))).Code);
    }

    [DovecotFact]
    public async Task A_server_that_falls_over_is_a_lost_connection_and_started_again_it_has_everything()
    {
        await using var dovecot = await Dovecot.StartAsync();
        dovecot.Deliver(1, Mail(1));
        await using (var session = await ImapSession.OpenAsync(dovecot.Server, CancellationToken.None))
        {
            await session.OpenFolderAsync("INBOX", forMoving: false, CancellationToken.None);
            await dovecot.StopAsync();
            var lost = await Assert.ThrowsAsync<MailServerException>(() => session.FetchAsync(1, Plenty, CancellationToken.None));
            Assert.Equal(MailServerException.Lost, lost.Code);
        }
        Assert.Equal(MailServerException.NotReached, (await Assert.ThrowsAsync<MailServerException>(() => ImapSession.OpenAsync(dovecot.Server, CancellationToken.None))).Code);
        await dovecot.RunAsync();
        await using var again = await ImapSession.OpenAsync(dovecot.Server, CancellationToken.None);
        await again.OpenFolderAsync("INBOX", forMoving: false, CancellationToken.None);
        Assert.Equal(Mail(1), (await again.FetchAsync(1, Plenty, CancellationToken.None))!.Bytes.ToArray());
    }

    [DovecotFact]
    public async Task Only_mail_since_a_day_is_found_when_a_day_is_named()
    {
        await using var dovecot = await Dovecot.StartAsync();
        dovecot.Deliver(1, Mail(1));
        await using var session = await ImapSession.OpenAsync(dovecot.Server, CancellationToken.None);
        await session.OpenFolderAsync("INBOX", forMoving: false, CancellationToken.None);
        var today = DateOnly.FromDateTime(DateTime.Now);
        Assert.Equal([1u], await session.SearchAsync(1, today.AddDays(-1), CancellationToken.None));
        Assert.Empty(await session.SearchAsync(1, today.AddDays(2), CancellationToken.None));
    }

    private static byte[] Mail(int n) => Encoding.ASCII.GetBytes($"Message-ID: <{n}@shop.test>\r\nFrom: anna@customer.test\r\nSubject: mail {n}\r\n\r\nNumber {n} {{3}}\r\n)\r\nh1 OK\r\n");
}
