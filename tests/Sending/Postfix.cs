using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using HelpdeskMx.Tests.Embedded;
using HelpdeskMx.Tests.Mail;
using HelpdeskMx.Tests.Mail.Imap;

namespace HelpdeskMx.Tests.Sending;

/// <summary>A real Postfix that takes mail for customer.test from whoever signs in over TLS, on loopback ports, out of a folder that is gone after the test.</summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class Postfix : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly X509Certificate2 certificate = Loopback.SelfSigned();
    private readonly Dovecot signIn;

    private Postfix(Dovecot signIn) => this.signIn = signIn;

    /// <summary>The program; null where it is not installed, or may not be started.</summary>
    public static string? Program { get; } = Environment.UserName == "root" && Dovecot.Program is not null ? new[] { "/usr/sbin/postfix" }.FirstOrDefault(File.Exists) : null;

    /// <summary>Of the port that offers STARTTLS.</summary>
    public int Port { get; } = Loopback.FreePort();

    /// <summary>Of the port that speaks TLS from the first byte.</summary>
    public int TlsPort { get; } = Loopback.FreePort();

    /// <summary>Of the certificate, which no system trusts.</summary>
    public string Fingerprint => certificate.GetCertHashString(HashAlgorithmName.SHA256);

    /// <summary>What was delivered.</summary>
    public IReadOnlyList<string> Delivered => Directory.Exists(New) ? [.. Directory.EnumerateFiles(New).Select(File.ReadAllText)] : [];

    private string New => Path.Combine(folder.Path, "box", "inbox", "new");

    public static async Task<Postfix> StartAsync()
    {
        var postfix = new Postfix(await Dovecot.StartAsync());
        postfix.Configure();
        await postfix.RunAsync();
        return postfix;
    }

    public async Task RunAsync()
    {
        var log = await CommandAsync("start");
        var deadline = DateTime.UtcNow + TimeSpan.FromSeconds(20);
        while (!await Loopback.GreetsAsync(Port))
        {
            Assert.True(DateTime.UtcNow < deadline, $"Postfix did not start: {log}");
            await Task.Delay(20);
        }
    }

    public Task StopAsync() => CommandAsync("stop");

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await signIn.DisposeAsync();
        certificate.Dispose();
        folder.Dispose();
    }

    private async Task<string> CommandAsync(string command)
    {
        using var process = Process.Start(new ProcessStartInfo(Program!, ["-c", Path.Combine(folder.Path, "etc"), command]) { RedirectStandardError = true })!;
        await process.WaitForExitAsync();
        return await process.StandardError.ReadToEndAsync();
    }

    private void Configure()
    {
        File.SetUnixFileMode(folder.Path, (UnixFileMode)0b111_101_101);
        foreach (var part in new[] { "etc", "spool", "data", "box" }) Directory.CreateDirectory(Path.Combine(folder.Path, part));
        File.SetUnixFileMode(Path.Combine(folder.Path, "box"), (UnixFileMode)0b111_111_111);
        using (var own = Process.Start("chown", ["postfix", Path.Combine(folder.Path, "data")])) own.WaitForExit();
        File.WriteAllText(Path.Combine(folder.Path, "etc", "cert.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder.Path, "etc", "key.pem"), certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(Path.Combine(folder.Path, "etc", "main.cf"), $"""
            compatibility_level = 3.6
            queue_directory = {folder.Path}/spool
            data_directory = {folder.Path}/data
            maillog_file_prefixes = {folder.Path}
            maillog_file = {folder.Path}/log
            inet_interfaces = 127.0.0.1
            inet_protocols = ipv4
            myhostname = mail.shop.test
            mydestination =
            alias_maps =
            virtual_mailbox_domains = customer.test
            virtual_mailbox_base = {folder.Path}/box
            virtual_mailbox_maps = static:inbox/
            virtual_uid_maps = static:65534
            virtual_gid_maps = static:65534
            smtpd_tls_cert_file = {folder.Path}/etc/cert.pem
            smtpd_tls_key_file = {folder.Path}/etc/key.pem
            smtpd_tls_security_level = may
            smtpd_tls_auth_only = yes
            smtpd_sasl_auth_enable = yes
            smtpd_sasl_type = dovecot
            smtpd_sasl_path = inet:127.0.0.1:{signIn.SignInPort}
            smtpd_recipient_restrictions = permit_sasl_authenticated, reject
            """);
        string[] internals =
        [
            "pickup unix n - n 60 1 pickup", "cleanup unix n - n - 0 cleanup", "qmgr unix n - n 300 1 qmgr", "tlsmgr unix - - n 1000? 1 tlsmgr", "rewrite unix - - n - - trivial-rewrite",
            "bounce unix - - n - 0 bounce", "defer unix - - n - 0 bounce", "trace unix - - n - 0 bounce", "flush unix n - n 1000? 0 flush", "proxymap unix - - n - - proxymap",
            "smtp unix - - n - - smtp", "error unix - - n - - error", "retry unix - - n - - error", "virtual unix - n n - - virtual", "anvil unix - - n - 1 anvil", "postlog unix-dgram n - n - 1 postlogd",
        ];
        File.WriteAllLines(Path.Combine(folder.Path, "etc", "master.cf"), [$"127.0.0.1:{Port} inet n - n - - smtpd", $"127.0.0.1:{TlsPort} inet n - n - - smtpd -o smtpd_tls_wrappermode=yes", .. internals]);
    }
}

/// <summary>A fact that needs Postfix, skipped with the reason where it is not installed or may not be started.</summary>
[AttributeUsage(AttributeTargets.Method)]
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class PostfixFactAttribute : FactAttribute
{
    public PostfixFactAttribute()
    {
        if (Postfix.Program is null) Skip = "Postfix is started as root, with Dovecot to sign in by; one of them is missing (Debian: postfix, dovecot-imapd)";
    }
}
