using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using HelpdeskMx.Intake.Mailboxes;
using HelpdeskMx.Platform;
using HelpdeskMx.Tests.Hosts;

namespace HelpdeskMx.Tests.Intake.Mailboxes;

/// <summary>One mailbox as Microsoft Graph gives it, and the service that hands out its tokens, in the shapes Microsoft documents.</summary>
public sealed class GraphStandIn(TimeProvider clock) : HttpMessageHandler
{
    public const string Tenant = "shop.onmicrosoft.com", Client = "11111111-2222-3333-4444-555555555555", Address = "support@shop.test", FirstSecret = "s3cret value";
    public const string NotifyUrl = "https://desk.example/api/ingest/email/support/microsoft";
    private static readonly TimeSpan LongestPromise = TimeSpan.FromMinutes(4230);
    private readonly Lock gate = new();
    private readonly List<Mail> mails = [];
    private readonly List<Fault> faults = [];
    private readonly HashSet<string> tokens = [];
    private int made, epoch;
    private (HttpStatusCode Status, string Code) lost = (HttpStatusCode.Gone, "syncStateNotFound");

    private sealed record Mail(string Id, byte[] Mime, DateTimeOffset ReceivedAt, string Subject)
    {
        public bool IsGone { get; set; }

        public bool IsDeleted { get; set; }
    }

    private sealed record Fault(string Part, int Times, Func<HttpResponseMessage> Answer)
    {
        public int Left { get; set; } = Times;
    }

    /// <summary>What Graph has promised.</summary>
    public sealed record Subscription(string Id, string ClientState, string NotifyUrl)
    {
        public DateTimeOffset ExpiresAt { get; set; }
    }

    /// <summary>The desk whose door is told.</summary>
    public RunningDesk? Desk { get; set; }

    public string Secret { get; set; } = FirstSecret;

    public TimeSpan TokensLast { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Where pages lead to, when it is not to Graph.</summary>
    public string Links { get; set; } = GraphClient.Root.OriginalString;

    public List<string> Asked { get; } = [];

    public Dictionary<string, Subscription> Subscriptions { get; } = [];

    public int Tokens => tokens.Count;

    public string Deliver(int n, double hoursAgo = 0, byte[]? mime = null)
    {
        lock (gate)
        {
            var mail = new Mail($"AAMk{n:d3}AA+/=", mime ?? Encoding.UTF8.GetBytes($"Message-ID: <ms{n}@x.cz>\r\nFrom: c{n}@x.cz\r\nTo: {Address}\r\nSubject: Mail {n}\r\n\r\nNumber {n}\r\n"), clock.GetUtcNow().AddHours(-hoursAgo), $"Mail {n}");
            mails.Add(mail);
            return mail.Id;
        }
    }

    /// <summary>Moves or deletes a mail; Graph's list of what came may not know yet.</summary>
    public void Remove(string id, bool isListed)
    {
        var mail = mails.Single(m => m.Id == id);
        (mail.IsGone, mail.IsDeleted) = (true, !isListed);
    }

    public void Forget(HttpStatusCode status, string code) => (lost, epoch) = ((status, code), epoch + 1);

    /// <summary>Answers so many requests whose address holds this with a fault.</summary>
    public void Fail(string part, int status, string code = "generalException", int times = int.MaxValue, int? retryAfter = null, string? body = null)
    {
        faults.Add(new(part, times, () =>
        {
            var answer = Error((HttpStatusCode)status, code);
            if (body is not null) answer.Content = new StringContent(body);
            if (retryAfter is { } seconds) answer.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(seconds));
            return answer;
        }));
    }

    public void Mend() => faults.Clear();

    public void RevokeTokens() => tokens.Clear();

    /// <summary>Tells the desk of every subscription, as Graph posts it.</summary>
    public async Task<HttpResponseMessage> NotifyAsync(string? lifecycle = null, string? clientState = null, string? id = null)
    {
        var subscription = Subscriptions.Values.Last();
        var notification = new Dictionary<string, object?>
        {
            ["subscriptionId"] = id ?? subscription.Id,
            ["subscriptionExpirationDateTime"] = UtcTime.Text(subscription.ExpiresAt),
            ["clientState"] = clientState ?? subscription.ClientState,
            ["tenantId"] = "84bd8158-6d4d-4958-8b9f-9d6445542f95",
            [lifecycle is null ? "changeType" : "lifecycleEvent"] = lifecycle ?? "created",
        };
        return await Desk!.Anybody.PostAsJsonAsync(new Uri(subscription.NotifyUrl).AbsolutePath, new { value = new[] { notification } });
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var url = request.RequestUri!;
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        if (url.AbsoluteUri == "https://graph.microsoft.com/v1.0/subscriptions") return Listed(request, url) ?? await SubscribeAsync(JsonDocument.Parse(body).RootElement);
        return Listed(request, url) ?? (url.Host == "login.microsoftonline.com" ? Token(url, body) : Answer(request, url, body));
    }

    private HttpResponseMessage? Listed(HttpRequestMessage request, Uri url)
    {
        lock (gate)
        {
            Asked.Add($"{request.Method} {url.AbsoluteUri}");
            if (faults.FirstOrDefault(f => f.Left > 0 && url.AbsoluteUri.Contains(f.Part, StringComparison.Ordinal)) is { } fault)
            {
                fault.Left--;
                return fault.Answer();
            }
            if (url.Host == "login.microsoftonline.com") return null;
            return tokens.Contains($"{request.Headers.Authorization?.Parameter}") ? null : Error(HttpStatusCode.Unauthorized, "InvalidAuthenticationToken");
        }
    }

    private HttpResponseMessage Token(Uri url, string body)
    {
        var fields = System.Web.HttpUtility.ParseQueryString(body);
        Assert.Equal(("client_credentials", "https://graph.microsoft.com/.default", Client, $"/{Tenant}/oauth2/v2.0/token"), (fields["grant_type"], fields["scope"], fields["client_id"], url.AbsolutePath));
        if (fields["client_secret"] != Secret) return Json(HttpStatusCode.Unauthorized, new { error = "invalid_client" });
        var token = $"token{++made}";
        tokens.Add(token);
        return Json(HttpStatusCode.OK, new { token_type = "Bearer", expires_in = (int)TokensLast.TotalSeconds, access_token = token });
    }

    private HttpResponseMessage Answer(HttpRequestMessage request, Uri url, string body)
    {
        lock (gate)
        {
            var path = Uri.UnescapeDataString(url.AbsolutePath);
            var folder = $"/v1.0/users/{Address}/mailFolders/inbox/messages";
            if (path.StartsWith("/v1.0/subscriptions/", StringComparison.Ordinal)) return Change(request.Method, path[20..], body);
            if (path == $"{folder}/delta") return Page(url);
            if (path == folder) return Json(HttpStatusCode.OK, new { value = Array.Empty<object>() });
            return mails.FirstOrDefault(m => !m.IsGone && path == $"/v1.0/users/{Address}/messages/{m.Id}/$value") is { } mail
                ? new(HttpStatusCode.OK) { Content = new ByteArrayContent(mail.Mime) { Headers = { ContentType = new("text/plain") } } }
                : Error(HttpStatusCode.NotFound, "ErrorItemNotFound");
        }
    }

    /// <summary>Three mails to a page, whatever was asked for, in no order anybody may rely on.</summary>
    private HttpResponseMessage Page(Uri url)
    {
        var query = System.Web.HttpUtility.ParseQueryString(url.Query);
        var state = (query["$skiptoken"] ?? query["$deltatoken"])?.Split('.').Select(int.Parse).ToArray();
        if (state is null) Assert.Equal("created", query["changeType"]);
        if (state is not null && state[0] != epoch) return Error(lost.Status, lost.Code);
        var from = state?[1] ?? 0;
        var page = mails.Skip(from).Take(3).Reverse().Select(m => m.IsDeleted ? (object)new Dictionary<string, object> { ["id"] = m.Id, ["@removed"] = new { reason = "deleted" } } : new
        {
            id = m.Id,
            receivedDateTime = UtcTime.Text(m.ReceivedAt),
            subject = m.Subject,
            isDraft = false,
            from = new { emailAddress = new { name = "A customer", address = "customer@x.cz" } },
        }).ToArray();
        var (next, isLast) = (from + page.Length, from + page.Length >= mails.Count);
        var link = string.Create(CultureInfo.InvariantCulture, $"{Links}users/{Address}/mailFolders/inbox/messages/delta?{(isLast ? "$deltatoken" : "$skiptoken")}={epoch}.{next}");
        return Json(HttpStatusCode.OK, new Dictionary<string, object> { [isLast ? "@odata.deltaLink" : "@odata.nextLink"] = link, ["value"] = page });
    }

    private async Task<HttpResponseMessage> SubscribeAsync(JsonElement asked)
    {
        string Text(string name) => asked.GetProperty(name).GetString()!;
        Assert.Equal(($"users/{Address}/mailFolders('inbox')/messages", "created", Text("notificationUrl")), (Text("resource"), Text("changeType"), Text("lifecycleNotificationUrl")));
        var echo = await Desk!.Anybody.PostAsync($"{new Uri(Text("notificationUrl")).AbsolutePath}?validationToken=Validation%3A+Testing", null);
        if (echo.StatusCode != HttpStatusCode.OK || await echo.Content.ReadAsStringAsync() != "Validation: Testing" || echo.Content.Headers.ContentType?.MediaType != "text/plain") return Error(HttpStatusCode.BadRequest, "ValidationError");
        var subscription = new Subscription($"sub{++made}", Text("clientState"), Text("notificationUrl")) { ExpiresAt = asked.GetProperty("expirationDateTime").GetDateTimeOffset() };
        if (subscription.ExpiresAt - clock.GetUtcNow() > LongestPromise) return Error(HttpStatusCode.BadRequest, "InvalidRequest");
        lock (gate) Subscriptions.Add(subscription.Id, subscription);
        return Json(HttpStatusCode.Created, new { id = subscription.Id, expirationDateTime = UtcTime.Text(subscription.ExpiresAt) });
    }

    private HttpResponseMessage Change(HttpMethod method, string id, string body)
    {
        if (!Subscriptions.TryGetValue(id, out var subscription) || subscription.ExpiresAt <= clock.GetUtcNow()) return Error(HttpStatusCode.NotFound, "ResourceNotFound");
        if (method == HttpMethod.Delete)
        {
            Subscriptions.Remove(id);
            return new(HttpStatusCode.NoContent);
        }
        subscription.ExpiresAt = JsonDocument.Parse(body).RootElement.GetProperty("expirationDateTime").GetDateTimeOffset();
        return Json(HttpStatusCode.OK, new { id, expirationDateTime = UtcTime.Text(subscription.ExpiresAt) });
    }

    private static HttpResponseMessage Error(HttpStatusCode status, string code) => Json(status, new { error = new { code, message = "What Graph says for people.", innerError = new { date = "2026-01-01T00:00:00" } } });

    private static HttpResponseMessage Json(HttpStatusCode status, object body) => new(status) { Content = JsonContent.Create(body) };
}
