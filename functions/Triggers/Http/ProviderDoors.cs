using HelpdeskMx.Http;
using HelpdeskMx.Intake;
using HelpdeskMx.Intake.Mailboxes;
using HelpdeskMx.Intake.Meta;
using HelpdeskMx.Intake.Providers;
using Microsoft.AspNetCore.Http;

namespace HelpdeskMx.Triggers.Http;

/// <summary>The public doors by which companies that carry mail hand it over, each in its own shape.</summary>
public sealed class ProviderDoors(TakeSendgrid sendgrid, TakeMailgun mailgun, TakePostmark postmark, TakeSes ses, TakeHmac hmac, TakeNotifications notifications, TakeMeta meta)
{
    [Function("ingest-sendgrid")]
    [Says("Takes one mail as SendGrid's Inbound Parse posts it, raw or parsed: signed where a verification key is set, else with the channel's key.", TakesMedia = "multipart/form-data",
        Returns = typeof(Accepted), Query = ["key"], Headers = ["X-Twilio-Email-Event-Webhook-Signature", "X-Twilio-Email-Event-Webhook-Timestamp"], Problems = [400, 401, 403, 404, 413], Public = true)]
    public Task<IResult> Sendgrid([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.IngestSendgrid)] HttpRequest request, string channelId, CancellationToken ct) =>
        Door.PublicAsync(async () => (await sendgrid.RunAsync(channelId, request.Posted(), ct)).ToResult());

    [Function("ingest-mailgun")]
    [Says("Takes one mail as a Mailgun route posts it, raw or parsed, signed with the account's webhook signing key.", TakesMedia = "multipart/form-data",
        Returns = typeof(Accepted), Problems = [400, 401, 403, 404, 406, 413], Public = true)]
    public Task<IResult> Mailgun([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.IngestMailgun)] HttpRequest request, string channelId, CancellationToken ct) =>
        Door.PublicAsync(async () => (await mailgun.RunAsync(channelId, request.Posted(), ct)).ToResult());

    [Function("ingest-mailgun-mime")]
    [Says("The same under an address that ends in mime, by which Mailgun knows to post the raw mail.", TakesMedia = "multipart/form-data",
        Returns = typeof(Accepted), Problems = [400, 401, 403, 404, 406, 413], Public = true)]
    public Task<IResult> MailgunMime([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.IngestMailgunMime)] HttpRequest request, string channelId, CancellationToken ct) =>
        Mailgun(request, channelId, ct);

    [Function("ingest-postmark")]
    [Says("Takes one mail as Postmark's inbound webhook posts it, with the channel's key as basic password or ?key=.", TakesMedia = "application/json",
        Returns = typeof(Accepted), Query = ["key"], Headers = ["X-Helpdesk-Key"], Problems = [400, 401, 403, 404, 413], Public = true)]
    public Task<IResult> Postmark([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.IngestPostmark)] HttpRequest request, string channelId, CancellationToken ct) =>
        Door.PublicAsync(async () => (await postmark.RunAsync(channelId, request.Posted(), ct)).ToResult());

    [Function("ingest-ses")]
    [Says("Takes one mail as Amazon SES publishes it over SNS, with the channel's key and Amazon's signature; confirms the subscription.", TakesMedia = "text/plain",
        Returns = typeof(Accepted), Query = ["key"], Headers = ["X-Helpdesk-Key"], Problems = [400, 401, 403, 404, 413, 422, 502], Public = true)]
    public Task<IResult> Ses([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.IngestSes)] HttpRequest request, string channelId, CancellationToken ct) =>
        Door.PublicAsync(async () => (await ses.RunAsync(channelId, request.Posted(), ct)).ToResult());

    [Function("ingest-hmac")]
    [Says("Takes one mail as raw MIME, signed: X-Helpdesk-Signature is sha256= and the HMAC-SHA256, in hex, of X-Helpdesk-Timestamp (Unix seconds) followed by the body.", TakesMedia = "message/rfc822",
        Returns = typeof(Accepted), Headers = ["X-Helpdesk-Signature", "X-Helpdesk-Timestamp"], Problems = [400, 401, 403, 404, 413], Public = true)]
    public Task<IResult> Hmac([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.IngestHmac)] HttpRequest request, string channelId, CancellationToken ct) =>
        Door.PublicAsync(async () => (await hmac.RunAsync(channelId, request.Posted(), ct)).ToResult());

    [Function("ingest-microsoft")]
    [Says("Takes Microsoft Graph's notifications that something came into the channel's mailbox, proved by their client state; echoes validationToken, where there is one, as plain text with 200.",
        TakesMedia = "application/json", Status = 202, Query = ["validationToken"], Problems = [400, 401, 403, 404, 413], Public = true)]
    public Task<IResult> Microsoft([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.IngestMicrosoft)] HttpRequest request, string channelId, CancellationToken ct) =>
        Door.PublicAsync(async () =>
        {
            if (request.Query.TryGetValue("validationToken", out var token)) return request.Echo(token.ToString());
            var taken = await notifications.RunAsync(channelId, await request.ReadBytesAsync(TakeNotifications.LargestPost, ct), ct);
            return taken.Problem?.ToResult() ?? Results.StatusCode(StatusCodes.Status202Accepted);
        });

    [Function("ingest-meta-greeting")]
    [Says("Answers Meta's question whether this is its app's address: echoes hub.challenge as plain text where hub.verify_token is the channel's key.",
        Query = ["hub.mode", "hub.verify_token", "hub.challenge"], Problems = [400, 403, 404], Public = true)]
    public Task<IResult> MetaGreeting([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.IngestMeta)] HttpRequest request, string channelId, CancellationToken ct) =>
        Door.PublicAsync(async () =>
        {
            var greeted = await meta.GreetAsync(channelId, request.Text("hub.mode"), request.Text("hub.verify_token"), request.Text("hub.challenge"), ct);
            return greeted.Problem?.ToResult() ?? request.Echo(greeted.Value);
        });

    [Function("ingest-meta")]
    [Says("Takes what Messenger, Instagram and WhatsApp tell of a shop's accounts, signed with the Meta app's secret (X-Hub-Signature-256); what is answered with 200 is kept.", TakesMedia = "application/json",
        Returns = typeof(MetaTaken), Headers = ["X-Hub-Signature-256"], Problems = [400, 401, 404, 413], Public = true)]
    public Task<IResult> Meta([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.IngestMeta)] HttpRequest request, string channelId, CancellationToken ct) =>
        Door.PublicAsync(async () =>
            (await meta.RunAsync(channelId, request.Headers["X-Hub-Signature-256"].ToString(), await request.ReadBytesAsync(TakeMeta.LargestPost, ct), ct)).ToResult());
}
