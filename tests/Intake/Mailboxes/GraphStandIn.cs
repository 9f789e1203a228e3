using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HelpdeskMx.Tests.Intake.Mailboxes;

/// <summary>Stands for Microsoft's sign-in and Graph with one mailbox, as their references describe them.</summary>
public sealed class GraphStandIn(TimeProvider clock) : HttpMessageHandler
{
    private readonly Lock gate = new();
    private readonly List<(string Id, byte[] Mail, DateTimeOffset At)> mails = [];
    private readonly Dictionary<string, JsonNode> subscriptions = [];
    private int epoch;
    private int made;

    public const string Root = "https://graph.stand-in.test/v1.0/";

    /// <summary>Answers this in place of what was asked, by a piece of the address; null for the usual answer.</summary>
    public Func<HttpMethod, string, HttpResponseMessage?> Instead { get; set; } = (_, _) => null;

    /// <summary>What was asked, newest last.</summary>
    public List<string> Asked { get; } = [];

    public IReadOnlyList<JsonNode> Subscriptions { get { lock (gate) return [.. subscriptions.Values]; } }

    public string Receive(string mail)
    {
        lock (gate)
        {
            var id = $"AAMk{mails.Count:0000}";
            mails.Add((id, System.Text.Encoding.UTF8.GetBytes(mail.ReplaceLineEndings("\r\n")), clock.GetUtcNow()));
            return id;
        }
    }

    /// <summary>Forgets where readers were, as Graph does after a while.</summary>
    public void ForgetReaders() => epoch++;

    public void ForgetSubscriptions()
    {
        lock (gate) subscriptions.Clear();
    }

    public static HttpResponseMessage Error(int status, string code) => Json(new { error = new { code, message = "Said by the stand-in." } }, (HttpStatusCode)status);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var address = request.RequestUri!;
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        lock (gate)
        {
            Asked.Add($"{request.Method} {address}");
            if (Instead(request.Method, address.AbsoluteUri) is { } other) return other;
            if (address.Host == "login.microsoftonline.com") return Json(new { token_type = "Bearer", expires_in = 3599, access_token = "token" });
            if (request.Headers.Authorization?.Parameter != "token") return Error(401, "InvalidAuthenticationToken");
            var path = address.AbsolutePath["/v1.0/".Length..];
            if (path == "subscriptions") return Subscribe(JsonNode.Parse(body)!);
            if (path.StartsWith("subscriptions/", StringComparison.Ordinal)) return Renew(path["subscriptions/".Length..], JsonNode.Parse(body)!);
            if (!path.StartsWith("users/shared%40shop.test/", StringComparison.Ordinal)) return Error(404, "ErrorInvalidUser");
            if (path.EndsWith("/$value", StringComparison.Ordinal)) return Value(path.Split('/')[^2]);
            return path.EndsWith("/delta", StringComparison.Ordinal) ? Delta(address) : Json(new { value = Array.Empty<object>() });
        }
    }

    private HttpResponseMessage Value(string id) => mails.FirstOrDefault(m => m.Id == id) is { Mail: { } mail } ? new() { Content = new ByteArrayContent(mail) } : Error(404, "ErrorItemNotFound");

    /// <summary>Two mails a page, so that there are pages.</summary>
    private HttpResponseMessage Delta(Uri address)
    {
        var query = System.Web.HttpUtility.ParseQueryString(address.Query);
        var from = 0;
        if ((query["$deltatoken"] ?? query["$skiptoken"]) is { } token)
        {
            if (!token.StartsWith($"{epoch}.", StringComparison.Ordinal)) return Error(410, "syncStateNotFound");
            from = int.Parse(token.Split('.')[1], CultureInfo.InvariantCulture);
        }
        else
        {
            var since = DateTimeOffset.Parse(query["$filter"]!.Split(' ')[^1], CultureInfo.InvariantCulture);
            from = mails.FindIndex(m => m.At >= since) is var index and >= 0 ? index : mails.Count;
        }
        var page = mails.Skip(from).Take(2).Select(m => new { id = m.Id }).ToArray();
        var next = from + page.Length;
        var link = $"{Root}users/shared%40shop.test/mailFolders/inbox/messages/delta?{(next < mails.Count ? "$skiptoken" : "$deltatoken")}={epoch}.{next}";
        return Json(new Dictionary<string, object> { ["value"] = page, [next < mails.Count ? "@odata.nextLink" : "@odata.deltaLink"] = link });
    }

    private HttpResponseMessage Subscribe(JsonNode asked)
    {
        asked["id"] = $"subscription-{++made}";
        subscriptions[(string)asked["id"]!] = asked;
        return Json(asked, HttpStatusCode.Created);
    }

    private HttpResponseMessage Renew(string id, JsonNode change)
    {
        if (!subscriptions.TryGetValue(id, out var subscription)) return Error(404, "ResourceNotFound");
        subscription["expirationDateTime"] = change["expirationDateTime"]!.DeepClone();
        return Json(subscription);
    }

    private static HttpResponseMessage Json(object body, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(JsonSerializer.Serialize(body), System.Text.Encoding.UTF8, "application/json") };
}
