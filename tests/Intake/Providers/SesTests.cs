using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.S3;
using HelpdeskMx.Intake.Providers;
using HelpdeskMx.Tests.Hosts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace HelpdeskMx.Tests.Intake.Providers;

public sealed class SesTests : IAsyncLifetime
{
    private const string Certificate = "https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-test.pem";
    private const string Subscribe = "https://sns.eu-central-1.amazonaws.com/?Action=ConfirmSubscription&Token=abc";
    private static readonly RSA Key = RSA.Create(2048);
    private readonly Pages amazon = new();
    private readonly Buckets buckets = new();
    private RunningDesk desk = null!;

    public async Task InitializeAsync() =>
        desk = await RunningDesk.StartAsync(services => services.AddSingleton(new AmazonPages(new HttpClient(amazon), TimeProvider.System)).AddSingleton(buckets.Client));

    public async Task DisposeAsync()
    {
        await desk.DisposeAsync();
        await buckets.DisposeAsync();
    }

    private static string Received(string content, string encoding) => JsonSerializer.Serialize(new
    {
        notificationType = "Received",
        receipt = new { recipients = new[] { "support+t@demo.test" }, action = new { type = "SNS", encoding } },
        mail = new { source = "a@x.cz", messageId = "ses1" },
        content,
    });

    private static string Bucketed { get; } = JsonSerializer.Serialize(new
    {
        notificationType = "Received",
        receipt = new { recipients = new[] { "support@demo.test" }, action = new { type = "S3", bucketName = "mails", objectKey = "in/ses1" } },
        mail = new { source = "bounce@x.cz", messageId = "ses1", commonHeaders = new { from = new[] { "Anna <anna@x.cz>" }, subject = "Faktura" } },
    });

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    public async Task A_mail_in_base64_comes_in_once_with_its_bytes(string version)
    {
        byte[] mail = [.. "From: a@x.cz\r\nSubject: Ses\r\nContent-Type: text/plain; charset=iso-8859-2\r\n\r\nzbo"u8, 0xBE, 0xED, .. "\r\n"u8];
        var notification = Notification(Received(Convert.ToBase64String(mail), "BASE64"));
        var message = await desk.MessageAsync(await SendAsync(notification, version));

        Assert.Equal("zboží", message.GetProperty("text").GetString()!.Trim());
        var raw = await desk.Admin.GetByteArrayAsync($"/api/messages/{message.GetProperty("ticketId").GetString()}/{message.GetProperty("id").GetString()}/raw");
        Assert.Equal([.. "X-Original-To: support+t@demo.test\r\n"u8, .. mail], raw);
        await desk.RefusedAsync(await SendAsync(notification, version), 403, "replayed", tickets: 1);
        Assert.Equal([Certificate], amazon.Asked);
    }

    [Fact]
    public async Task A_mail_as_text_comes_in() =>
        Assert.Equal("Žluť", (await desk.MessageAsync(await SendAsync(Notification(Received("From: a@x.cz\r\nSubject: Žluť\r\n\r\nHi", "UTF8"))))).GetProperty("subject").GetString());

    [Fact]
    public async Task A_mail_in_a_bucket_becomes_a_ticket_that_says_where_it_lies()
    {
        var answer = await SendAsync(Notification(Bucketed));

        Assert.Equal((422, "mail-elsewhere"), ((int)answer.StatusCode, (await RunningDesk.JsonAsync(answer)).GetProperty("code").GetString()));
        var ticket = (await RunningDesk.UntilAsync(() => desk.GetAsync("/api/tickets"), t => t.GetProperty("items").GetArrayLength() > 0)).GetProperty("items")[0];
        var message = (await desk.MessagesAsync(ticket.GetProperty("id").GetString()!)).Single();
        Assert.Equal(("anna@x.cz", "Faktura"), (message.GetProperty("from").GetProperty("address").GetString(), message.GetProperty("subject").GetString()));
        Assert.Contains("s3://mails/in/ses1", message.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_in_a_bucket_is_fetched_where_the_channel_has_a_key_that_may_read_it()
    {
        buckets.Answer = (200, "From: anna@x.cz\r\nSubject: Out of the bucket\r\n\r\nHello\r\n");
        await KeyAsync();
        var message = await desk.MessageAsync(await SendAsync(Notification(Bucketed)));

        Assert.Equal("Out of the bucket", message.GetProperty("subject").GetString());
        Assert.Equal("/mails/in/ses1", buckets.Asked.Single().Path);
        Assert.Contains("Credential=AKIAEXAMPLE/", buckets.Asked.Single().Authorization, StringComparison.Ordinal);
        Assert.Contains("/eu-central-1/s3/", buckets.Asked.Single().Authorization, StringComparison.Ordinal);
        Assert.DoesNotContain("the-secret-access-key", await (await desk.Admin.GetAsync("/api/channels")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(403, 422, "mail-elsewhere")]
    [InlineData(404, 422, "mail-elsewhere")]
    [InlineData(503, 502, "amazon-silent")]
    public async Task A_bucket_that_does_not_give_the_mail_ends_in_a_ticket_that_names_it_or_in_another_try(int bucket, int status, string code)
    {
        buckets.Answer = (bucket, "<Error><Code>Some</Code></Error>");
        await KeyAsync();
        var notification = Notification(Bucketed);
        var refused = await SendAsync(notification);
        Assert.Equal((status, code), ((int)refused.StatusCode, (await RunningDesk.JsonAsync(refused)).GetProperty("code").GetString()));
        if (status == 422)
        {
            await RunningDesk.UntilAsync(() => desk.GetAsync("/api/tickets"), t => t.GetProperty("items").GetArrayLength() == 1);
            return;
        }

        buckets.Answer = (200, "From: anna@x.cz\r\nSubject: At last\r\n\r\nHello\r\n");
        Assert.Equal("At last", (await desk.MessageAsync(await SendAsync(notification))).GetProperty("subject").GetString());
    }

    [Fact]
    public async Task A_subscription_is_confirmed_at_amazon()
    {
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(Confirmation(Subscribe))).StatusCode);
        Assert.Equal([Certificate, Subscribe], amazon.Asked);
    }

    [Theory]
    [InlineData("http://sns.eu-central-1.amazonaws.com/")]
    [InlineData("https://sns.eu-central-1.amazonaws.com.evil.example/")]
    [InlineData("https://evil.example/sns.eu-central-1.amazonaws.com")]
    [InlineData("https://bucket.s3.amazonaws.com/")]
    [InlineData("https://sns.eu-central-1.amazonaws.com:8443/")]
    [InlineData("https://sns.eu-central-1.amazonaws.com@evil.example/")]
    [InlineData("https://127.0.0.1/")]
    public async Task Nothing_is_fetched_from_anywhere_but_amazon(string address)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(Confirmation(address))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(Notification("{}"), certificate: address + "x.pem")).StatusCode);
        Assert.DoesNotContain(amazon.Asked, asked => asked != Certificate);
    }

    [Fact]
    public async Task What_is_not_proved_stays_out()
    {
        var notification = Notification(Received("From: a@x.cz\r\n\r\nHi", "UTF8"));
        await desk.RefusedAsync(await SendAsync(notification, key: "other"), 401, "wrong-key");
        Assert.Empty(amazon.Asked);
        await desk.RefusedAsync(await SendAsync(notification, change: true), 401, "wrong-signature");
        await desk.RefusedAsync(await SendAsync(notification, version: "3"), 401, "wrong-signature");
        await desk.RefusedAsync(await SendAsync(Notification(Received("From: a@x.cz\r\n\r\nHi", "UTF8"), DateTimeOffset.UtcNow.AddDays(-2))), 403, "too-old");
        await desk.RefusedAsync(await desk.Anybody.PostAsync("/api/ingest/email/support/ses?key=demo", new StringContent("")), 400, "unreadable-post");
    }

    [Fact]
    public async Task What_holds_no_mail_is_answered_and_forgotten()
    {
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(Notification("Successfully validated SNS topic."))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(Notification("""{"notificationType":"Bounce"}"""))).StatusCode);
        Assert.Equal(0, await desk.TicketsAsync());
    }

    [Fact]
    public async Task When_amazon_is_silent_it_is_asked_to_come_again()
    {
        amazon.IsSilent = true;
        await desk.RefusedAsync(await SendAsync(Notification(Received("From: a@x.cz\r\n\r\nHi", "UTF8"))), 502, "amazon-silent");
    }

    private static SnsMessage Notification(string message, DateTimeOffset? at = null) =>
        new(SnsMessage.Notification, Guid.NewGuid().ToString(), null, "arn:aws:sns:eu-central-1:1:mail", "A subject", message, $"{at ?? DateTimeOffset.UtcNow:yyyy-MM-ddTHH:mm:ss.fffZ}", null, null, null, null);

    private static SnsMessage Confirmation(string subscribe) =>
        Notification("You have chosen to subscribe") with { Type = SnsMessage.Confirmation, Subject = null, Token = "abc", SubscribeURL = subscribe };

    private Task<HttpResponseMessage> SendAsync(SnsMessage message, string version = "2", string certificate = Certificate, string key = "demo", bool change = false)
    {
        var signature = Key.SignData(Encoding.UTF8.GetBytes(message.Signed()), version == "1" ? HashAlgorithmName.SHA1 : HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var signed = message with { SignatureVersion = version, SigningCertURL = certificate, Signature = Convert.ToBase64String(signature), Subject = change ? "Another" : message.Subject };
        return desk.Anybody.PostAsync($"/api/ingest/email/support/ses?key={key}", new StringContent(JsonSerializer.Serialize(signed), Encoding.UTF8, "text/plain"));
    }

    private async Task KeyAsync() =>
        (await desk.Admin.PutAsJsonAsync("/api/channels/support/provider", new { provider = "ses", keyId = "AKIAEXAMPLE", secret = "the-secret-access-key" })).EnsureSuccessStatusCode();

    /// <summary>Stands for Amazon's buckets, asked by the real client.</summary>
    private sealed class Buckets : IAsyncDisposable
    {
        private readonly WebApplication app;

        public Buckets()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            app = builder.Build();
            app.MapGet("/{**path}", (HttpRequest request) =>
            {
                Asked.Add((request.Path, request.Headers.Authorization.ToString()));
                return Results.Text(Answer.Body, "application/octet-stream", Encoding.UTF8, Answer.Status);
            });
            app.Start();
        }

        public List<(string Path, string Authorization)> Asked { get; } = [];

        public (int Status, string Body) Answer { get; set; } = (404, "");

        public AmazonBuckets Client => new((reader, region) => new AmazonS3Client(
            new BasicAWSCredentials(reader.AccessKeyId, reader.SecretAccessKey),
            new AmazonS3Config { ServiceURL = app.Urls.Single(), AuthenticationRegion = region, ForcePathStyle = true, MaxErrorRetry = 0 }));

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }

    /// <summary>Stands for Amazon's pages.</summary>
    private sealed class Pages : HttpMessageHandler
    {
        private static readonly string Pem = new CertificateRequest("CN=sns.amazonaws.com", Key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1)).ExportCertificatePem();

        public List<string> Asked { get; } = [];

        public bool IsSilent { get; set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked.Add(request.RequestUri!.OriginalString);
            if (IsSilent) throw new HttpRequestException("No answer.");
            return Task.FromResult(new HttpResponseMessage { Content = new StringContent(Pem) });
        }
    }
}
