using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using HelpdeskMx.Mail;
using HelpdeskMx.Mail.Imap;

namespace HelpdeskMx.Tests.Mail.Imap;

/// <summary>What a server says against the protocol ends the session with a code, soon, and costs little memory.</summary>
public sealed class HostileServerTests
{
    private static readonly ImapLimits s_tight = new(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5), 64 * 1024, 512 * 1024);

    [Theory]
    [InlineData("* 1 FETCH (UID 1 RFC822.SIZE 9 BODY[]<0> {99999999}\r\n")]
    [InlineData("* 1 FETCH (UID 1 RFC822.SIZE 9 BODY[]<0> {99999999999999}\r\n")]
    [InlineData("* 1 FETCH (UID 1 BODY[]<0> \"never ends\r\n")]
    [InlineData("* 1 FETCH (UID 1 (((\r\n")]
    [InlineData("* 1 FETCH )\r\n")]
    [InlineData("* 1 FETCH \0\r\n")]
    [InlineData("\r\n")]
    [InlineData("garbage\r\n")]
    [InlineData("h77 OK of something else\r\n")]
    [InlineData("+ go on\r\n")]
    public async Task Nonsense_in_answer_to_a_fetch_is_said_to_be_unreadable(string answer) =>
        Assert.Equal(MailServerException.Nonsense, (await FetchAsync(answer)).Code);

    [Theory]
    [InlineData("A")]
    [InlineData("* OK still there\r\n")]
    [InlineData("(")]
    public async Task An_answer_without_end_is_cut_off(string piece) =>
        Assert.Equal(MailServerException.Nonsense, (await FetchAsync(string.Concat(Enumerable.Repeat(piece, 1024 * 1024 / piece.Length)))).Code);

    [Fact]
    public async Task More_bytes_than_asked_for_are_refused() =>
        Assert.Equal(MailServerException.Nonsense, (await FetchAsync($"* 1 FETCH (UID 1 RFC822.SIZE 9 BODY[]<0> {{300000}}\r\n{new string('x', 300_000)})\r\nh2 OK\r\n")).Code);

    [Fact]
    public async Task A_connection_cut_in_the_middle_of_a_mail_is_a_lost_one() =>
        Assert.Equal(MailServerException.Lost, (await FetchAsync("* 1 FETCH (UID 1 RFC822.SIZE 900 BODY[]<0> {900}\r\nhalf")).Code);

    [Fact]
    public async Task A_silent_server_is_given_up_in_time()
    {
        await using var server = new ScriptedServer(_ => null);
        var patience = Stopwatch.StartNew();
        var late = await Assert.ThrowsAsync<MailServerException>(() => ImapSession.OpenAsync(server.Server, CancellationToken.None, s_tight with { Command = TimeSpan.FromMilliseconds(200) }));
        Assert.Equal(MailServerException.TimedOut, late.Code);
        Assert.True(patience.Elapsed < TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task What_a_server_says_in_the_clear_after_starttls_is_not_believed()
    {
        await using var server = new ScriptedServer(line => line.EndsWith("STARTTLS", StringComparison.Ordinal) ? "h1 OK begin\r\n* CAPABILITY AUTH=PLAIN\r\n" : "");
        var refused = await Assert.ThrowsAsync<MailServerException>(() => ImapSession.OpenAsync(server.Server with { Security = LineSecurity.StartTls }, CancellationToken.None, s_tight));
        Assert.Equal(MailServerException.Nonsense, refused.Code);
    }

    [Fact]
    public async Task No_password_leaves_where_starttls_is_refused()
    {
        await using var server = new ScriptedServer(line => line.Split(' ')[0] + " BAD what\r\n");
        var refused = await Assert.ThrowsAsync<MailServerException>(() => ImapSession.OpenAsync(server.Server with { Security = LineSecurity.StartTls }, CancellationToken.None, s_tight));
        Assert.Equal(MailServerException.NoTls, refused.Code);
        Assert.DoesNotContain(server.Heard, line => line.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refused_token_is_a_refused_sign_in()
    {
        await using var server = new ScriptedServer(Refusing);
        var refused = await Assert.ThrowsAsync<MailServerException>(() => ImapSession.OpenAsync(server.Server with { IsToken = true }, CancellationToken.None, s_tight));
        Assert.Equal(MailServerException.SignInRefused, refused.Code);
        Assert.Contains(Convert.ToBase64String(Encoding.UTF8.GetBytes("user=anna\u0001auth=Bearer secret\u0001\u0001")), server.Heard);
    }

    [Fact]
    public async Task A_folder_outside_ascii_is_asked_for_in_modified_utf7()
    {
        await using var server = new ScriptedServer(line => line.Contains("EXAMINE", StringComparison.Ordinal) ? "* OK [UIDVALIDITY 7] fine\r\nh2 OK\r\n" : "h1 OK [CAPABILITY IMAP4rev1]\r\n");
        await using var session = await ImapSession.OpenAsync(server.Server, CancellationToken.None, s_tight);
        Assert.Equal(7u, (await session.OpenFolderAsync("R&D/台北", forMoving: false, CancellationToken.None)).UidValidity);
        Assert.Contains("h2 EXAMINE \"R&-D/&U,BTFw-\"", server.Heard);
    }

    /// <summary>Asks for the token, then says why it will not do, and after the empty line that it has refused.</summary>
    private static string Refusing(string line) => line switch
    {
        "h1 AUTHENTICATE XOAUTH2" => "+ \r\n",
        "" => "h1 NO expired\r\n",
        _ => "+ eyJzdGF0dXMiOiI0MDEifQ==\r\n",
    };

    private static async Task<MailServerException> FetchAsync(string answer)
    {
        await using var server = new ScriptedServer(line => line.Contains("FETCH", StringComparison.Ordinal) ? answer : "h1 OK [CAPABILITY IMAP4rev1]\r\n") { HangsUpAfter = "FETCH" };
        await using var session = await ImapSession.OpenAsync(server.Server, CancellationToken.None, s_tight);
        return await Assert.ThrowsAsync<MailServerException>(() => session.FetchAsync(1, 1_000_000, CancellationToken.None));
    }
}

/// <summary>Says to each line what it is told to, whatever the protocol wants.</summary>
public sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Func<string, string?> say;
    private readonly Task serving;

    public ScriptedServer(Func<string, string?> say)
    {
        this.say = say;
        listener.Start();
        serving = ServeAsync();
    }

    /// <summary>A line with this in it is the last one answered.</summary>
    public string HangsUpAfter { get; init; } = "LOGOUT";

    public List<string> Heard { get; } = [];

    public ImapServer Server => new("127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port, LineSecurity.None, "anna", "secret");

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await serving;
        listener.Dispose();
        stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            using var client = await listener.AcceptTcpClientAsync(stop.Token);
            using var reader = new StreamReader(client.GetStream());
            if (say("hello") is not null) await client.GetStream().WriteAsync("* OK [CAPABILITY IMAP4rev1] ready\r\n"u8.ToArray(), stop.Token);
            while (await reader.ReadLineAsync(stop.Token) is { } line)
            {
                Heard.Add(line);
                await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(say(line) ?? ""), stop.Token);
                if (line.Contains(HangsUpAfter, StringComparison.Ordinal)) return;
            }
        }
        catch (Exception end) when (end is OperationCanceledException or IOException)
        {
            return; // the client hung up, or the test is over
        }
    }
}
