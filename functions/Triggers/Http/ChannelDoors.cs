using HelpdeskMx.Channels;
using HelpdeskMx.Channels.Connections;
using HelpdeskMx.Chat;
using HelpdeskMx.Http;
using HelpdeskMx.Intake.Mailboxes;
using Microsoft.AspNetCore.Http;

namespace HelpdeskMx.Triggers.Http;

/// <summary>Doors to the channels and to what connects them.</summary>
public sealed class ChannelDoors(Door door, ListChannels listChannels, ChangeChannel changeChannel, SetProviderSecret setProviderSecret, ConnectMailbox connectMailbox, ConnectSharedMailbox connectSharedMailbox, ConnectSmtp connectSmtp, ChangeChat changeChat)
{
    [Function("channels")]
    [Says("Every channel; keys only to admins.", Returns = typeof(All<ChannelView>))]
    public Task<IResult> Channels([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Channels)] HttpRequest request, CancellationToken ct) =>
        door.OpenAsync(request, async by => Answers.Json(new All<ChannelView>(await listChannels.RunAsync(by, ct))));

    [Function("channel-provider")]
    [Says("Sets what a provider signs a mail channel's posts with, or forgets it where the secret is null; for admins. It is never shown again.", Takes = typeof(ProviderSecret),
        Returns = typeof(ChannelView), Problems = [400, 403, 404, 422])]
    public Task<IResult> Provider([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Routes.ChannelProvider)] HttpRequest request, string id, CancellationToken ct) =>
        door.AdminAsync(request, async by => (await setProviderSecret.RunAsync(id, await request.ReadAsync<ProviderSecret>(ct), by, ct)).ToResult());

    [Function("channel-change")]
    [Says("Changes when a channel counts as silent; for admins.", Takes = typeof(ChannelChange), Returns = typeof(ChannelView), Problems = [400, 403, 404, 422])]
    public Task<IResult> Change([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Routes.Channel)] HttpRequest request, string id, CancellationToken ct) =>
        door.AdminAsync(request, async by => (await changeChannel.RunAsync(id, await request.ReadAsync<ChannelChange>(ct), by, ct)).ToResult());

    [Function("channel-chat")]
    [Says("Sets how a chat looks, what it says and where it may stand, whole; for admins. An identity secret that is null stays as it was, an empty one is forgotten.", Takes = typeof(ChatChange),
        Returns = typeof(ChannelView), Problems = [400, 403, 404, 422])]
    public Task<IResult> Chat([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Routes.ChannelChat)] HttpRequest request, string id, CancellationToken ct) =>
        door.AdminAsync(request, async by => (await changeChat.RunAsync(id, await request.ReadAsync<ChatChange>(ct), by, ct)).ToResult());

    [Function("channel-mailbox")]
    [Says("Connects a mail channel to a mailbox that is read every minute by IMAP, once the server has let the desk in; for admins. A secret that is null stays as it was.", Takes = typeof(MailboxChange),
        Returns = typeof(ChannelView), Problems = [400, 403, 404, 422])]
    public Task<IResult> Mailbox([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Routes.ChannelMailbox)] HttpRequest request, string id, CancellationToken ct) =>
        door.AdminAsync(request, async by => (await connectMailbox.RunAsync(id, await request.ReadAsync<MailboxChange>(ct), by, ct)).ToResult());

    [Function("channel-mailbox-end")]
    [Says("Reads the channel's mailbox no more; for admins.", Returns = typeof(ChannelView), Problems = [403, 404])]
    public Task<IResult> EndMailbox([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Routes.ChannelMailbox)] HttpRequest request, string id, CancellationToken ct) =>
        door.AdminAsync(request, async by => (await changeChannel.DisconnectAsync(id, ConnectionWay.Imap, by, ct)).ToResult());

    [Function("channel-microsoft")]
    [Says("Connects a mail channel to a Microsoft 365 mailbox that is read through Microsoft Graph, once that has let the desk in; for admins. A secret that is null stays as it was.", Takes = typeof(SharedMailboxChange),
        Returns = typeof(ChannelView), Problems = [400, 403, 404, 422])]
    public Task<IResult> Microsoft([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Routes.ChannelMicrosoft)] HttpRequest request, string id, CancellationToken ct) =>
        door.AdminAsync(request, async by => (await connectSharedMailbox.RunAsync(id, await request.ReadAsync<SharedMailboxChange>(ct), by, ct)).ToResult());

    [Function("channel-microsoft-end")]
    [Says("Reads the channel's Microsoft 365 mailbox no more; for admins.", Returns = typeof(ChannelView), Problems = [403, 404])]
    public Task<IResult> EndMicrosoft([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Routes.ChannelMicrosoft)] HttpRequest request, string id, CancellationToken ct) =>
        door.AdminAsync(request, async by => (await changeChannel.DisconnectAsync(id, ConnectionWay.Microsoft, by, ct)).ToResult());

    [Function("channel-smtp")]
    [Says("Lets a mail channel send by an SMTP server of its own, once that has let the desk in; for admins. A secret that is null stays as it was.", Takes = typeof(AccountChange),
        Returns = typeof(ChannelView), Problems = [400, 403, 404, 422])]
    public Task<IResult> Smtp([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Routes.ChannelSmtp)] HttpRequest request, string id, CancellationToken ct) =>
        door.AdminAsync(request, async by => (await connectSmtp.RunAsync(id, await request.ReadAsync<AccountChange>(ct), by, ct)).ToResult());

    [Function("channel-smtp-end")]
    [Says("Lets the channel send by the desk's own mailer again; for admins.", Returns = typeof(ChannelView), Problems = [403, 404])]
    public Task<IResult> EndSmtp([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Routes.ChannelSmtp)] HttpRequest request, string id, CancellationToken ct) =>
        door.AdminAsync(request, async by => (await changeChannel.DisconnectAsync(id, ConnectionWay.Smtp, by, ct)).ToResult());
}
