using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using HelpdeskMx.Mail;
using HelpdeskMx.Mail.Imap;
using HelpdeskMx.Tests.Embedded;

namespace HelpdeskMx.Tests.Mail.Imap;

/// <summary>A real Dovecot with one mailbox, on loopback ports, out of a folder that is gone after the test.</summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class Dovecot : IAsyncDisposable
{
    public const string User = "shop";
    public const string FirstPassword = "open \"sésame\"";

    private readonly TemporaryFolder folder = new();
    private readonly X509Certificate2 certificate = Loopback.SelfSigned();
    private Process? process;

    private Dovecot()
    {
    }

    /// <summary>The program; null where it is not installed.</summary>
    public static string? Program { get; } = new[] { "/usr/sbin/dovecot", "/usr/local/sbin/dovecot" }.FirstOrDefault(File.Exists);

    /// <summary>As it is after the next start.</summary>
    public string Password { get; set; } = FirstPassword;

    public int Port { get; } = Loopback.FreePort();

    public int TlsPort { get; } = Loopback.FreePort();

    /// <summary>Where another server may ask who somebody is.</summary>
    public int SignInPort { get; } = Loopback.FreePort();

    /// <summary>Of the certificate, which no system trusts.</summary>
    public string Fingerprint => certificate.GetCertHashString(HashAlgorithmName.SHA256);

    public ImapServer Server => new("127.0.0.1", Port, LineSecurity.None, User, FirstPassword);

    private string Mail => Path.Combine(folder.Path, "mail");

    public static async Task<Dovecot> StartAsync()
    {
        var dovecot = new Dovecot();
        dovecot.Configure();
        await dovecot.RunAsync();
        return dovecot;
    }

    /// <summary>Puts a mail into the inbox as a delivery would; names in order give UIDs in order.</summary>
    public void Deliver(int name, byte[] mail, int hoursAgo = 0)
    {
        var file = Path.Combine(Mail, "new", $"{1_000_000 + name}.M1P1.shop");
        File.WriteAllBytes(file, mail);
        File.SetUnixFileMode(file, (UnixFileMode)0b110_110_110);
        File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddHours(-hoursAgo));
    }

    /// <summary>How many mails lie in another folder.</summary>
    public int Count(string other) => Directory.EnumerateFiles(Path.Combine(Mail, "." + other, "cur")).Count() + Directory.EnumerateFiles(Path.Combine(Mail, "." + other, "new")).Count();

    /// <summary>Removes another folder.</summary>
    public void Remove(string other) => Directory.Delete(Path.Combine(Mail, "." + other), recursive: true);

    /// <summary>Makes a mail one that the server itself cannot read.</summary>
    public void Spoil(int name) => File.SetUnixFileMode(Directory.EnumerateFiles(Mail, $"{1_000_000 + name}.*", SearchOption.AllDirectories).Single(), 0);

    /// <summary>While it is stopped: takes the meaning from every UID, as a mailbox restored from a backup does.</summary>
    public void Renumber()
    {
        foreach (var file in Directory.EnumerateFiles(Mail, "dovecot*")) File.Delete(file);
    }

    /// <summary>How many mails of the inbox somebody has marked as read.</summary>
    public int Read => Directory.EnumerateFiles(Path.Combine(Mail, "cur")).Count(file => file[file.LastIndexOf(',')..].Contains('S'));

    /// <summary>Ends it as a crash would, its sessions too.</summary>
    public async Task StopAsync()
    {
        if (process is not { } running) return;
        running.Kill(entireProcessTree: true); // asked to stop, it would let sessions go on
        await running.WaitForExitAsync();
        running.Dispose();
        process = null;
    }

    public async Task RestartAsync()
    {
        await StopAsync();
        await RunAsync();
    }

    public async Task RunAsync()
    {
        Write("users", $"{User}:{{PLAIN}}{Password}\n");
        process = Start("-F", "-c", Path.Combine(folder.Path, "dovecot.conf"));
        var deadline = DateTime.UtcNow + TimeSpan.FromSeconds(20);
        while (!await Loopback.GreetsAsync(Port))
        {
            Assert.True(DateTime.UtcNow < deadline && !process.HasExited, $"Dovecot did not start: {Log()}");
            await Task.Delay(20);
        }
    }

    public string Log() => File.Exists(Path.Combine(folder.Path, "log")) ? File.ReadAllText(Path.Combine(folder.Path, "log")) : "it wrote no log";

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        certificate.Dispose();
        folder.Dispose();
    }

    /// <summary>Dovecot serves no mail as root; where the tests run as root it does so as nobody.</summary>
    private void Configure()
    {
        foreach (var part in new[] { "", "new", "cur", "tmp", ".Done", ".Done/new", ".Done/cur", ".Done/tmp" }) Open(Directory.CreateDirectory(Path.Combine(Mail, part)).FullName);
        Open(folder.Path);
        Write("cert.pem", certificate.ExportCertificatePem());
        Write("key.pem", certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());
        var own = Environment.UserName;
        var (system, login, mail) = own == "root" ? ("dovecot", "dovenull", "nobody") : (own, own, own);
        Write("dovecot.conf", $$"""
            base_dir = {{folder.Path}}/run
            log_path = {{folder.Path}}/log
            protocols = imap
            listen = 127.0.0.1
            disable_plaintext_auth = no
            auth_mechanisms = plain login
            default_internal_user = {{system}}
            default_login_user = {{login}}
            mail_location = maildir:{{Mail}}
            ssl = yes
            ssl_cert = <{{folder.Path}}/cert.pem
            ssl_key = <{{folder.Path}}/key.pem
            passdb {
              driver = passwd-file
              args = {{folder.Path}}/users
            }
            userdb {
              driver = static
              args = uid={{mail}} gid={{(own == "root" ? "nogroup" : own)}} home={{Mail}}
            }
            service imap-login {
              chroot =
              inet_listener imap {
                port = {{Port}}
              }
              inet_listener imaps {
                port = {{TlsPort}}
              }
            }
            service auth {
              inet_listener {
                address = 127.0.0.1
                port = {{SignInPort}}
              }
            }
            service anvil {
              chroot =
            }
            """);
    }

    private void Write(string name, string text)
    {
        File.WriteAllText(Path.Combine(folder.Path, name), text);
        File.SetUnixFileMode(Path.Combine(folder.Path, name), (UnixFileMode)0b110_100_100);
    }

    private static void Open(string path) => File.SetUnixFileMode(path, (UnixFileMode)0b111_111_111);

    private static Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo(Program!, arguments))!;
}

/// <summary>A fact that needs Dovecot, skipped with the reason where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class DovecotFactAttribute : FactAttribute
{
    public DovecotFactAttribute()
    {
        if (Dovecot.Program is null) Skip = "Dovecot is not installed (Debian: dovecot-imapd)";
    }
}
