using HelpdeskMx.Channels;
using HelpdeskMx.Channels.Connections;
using HelpdeskMx.Chat;
using HelpdeskMx.Http;
using HelpdeskMx.Intake.Mailboxes;
using HelpdeskMx.Sending.Meta;
using Microsoft.AspNetCore.Http;

namespace HelpdeskMx.Triggers.Http;

/// <summary>Doors to the channels and to what connects them.</summary>
public sealed class ChannelDoors(Door door, ListChannels listChannels, AddChannel addChannel, ChangeChannel changeChannel, ChangeKey changeKey, SetProviderSecret setProviderSecret, ConnectMailbox connectMailbox, ConnectSharedMailbox connectSharedMailbox, ConnectSmtp connectSmtp, ConnectMeta connectMeta, MessageTemplates templates, ChangeChat changeChat)
{
    [Function("channels")]
    [Says("Every channel; keys only to admins.", Returns = typeof(All<ChannelView>))]
    public Task<IResult> Channels([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.Channels)] HttpRequest request, CancellationToken ct) =>
        door.OpenAsync(request, async by => Answers.Json(new All<ChannelView>(await listChannels.RunAsync(by, ct))));

    [Function("channel-add")]
    [Says("Adds a channel with an id and a key of its own; for admins.", Takes = typeof(NewChannel), Returns = typeof(ChannelView), Status = 201, Problems = [400, 403, 422])]
    public Task<IResult> Add([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.Channels)] HttpRequest request, CancellationToken ct) =>
        door.AdminAsync(request, async by => (await addChannel.RunAsync(await request.ReadAsync<NewChannel>(ct), by, ct)).ToResult(StatusCodes.Status201Created));

    [Function("channel-key")]
    [Says("Gives a channel a new key; the old one opens its door for so many hours more, with 0 not once more; for admins. A third key ends the first at once.", Takes = typeof(KeyChange),
        Returns = typeof(ChannelView), Problems = [400, 403, 404, 409, 422])]
    public Task<IResult> Key([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Routes.ChannelKey)] HttpRequest request, string id, CancellationToken ct) =>
        door.AdminAsync(request, async by => (await changeKey.RunAsync(id, await request.ReadAsync<KeyChange>(ct), by, ct)).ToResult());

    [Function("channel-provider")]
    [Says("Sets what a provider signs a mail channel's posts with, or forgets it where the secret is null; for admins. It is never shown again.", Takes = typeof(ProviderSecret),
        Returns = typeof(ChannelView), Problems = [400, 403, 404, 422])]
    public Task<IResult> Provider([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Routes.ChannelProvider)] HttpRequest request, string id, CancellationToken ct) =>
        door.AdminAsync(request, async by => (await setProviderSecret.RunAsync(id, await request.ReadAsync<ProviderSecret>(ct), by, ct)).ToResult());

    [Function("channel-change")]
    [Says("Changes a channel's name, store, department, address, whether anything comes in by it, and when it counts as silent; for admins. Null leaves what is.", Takes = typeof(ChannelChange), Returns = typeof(ChannelView), Problems = [400, 403, 404, 422])]
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

    [Function("channel-meta")]
    [Says("Connects a Messenger, Instagram or WhatsApp channel to its account, once Meta has taken the token; for admins. A secret that is null stays as it was.", Takes = typeof(MetaChange),
        Returns = typeof(ChannelView), Problems = [400, 403, 404, 422])]
    public Task<IResult> Meta([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Routes.ChannelMeta)] HttpRequest request, string id, CancellationToken ct) =>
        door.AdminAsync(request, async by => (await connectMeta.RunAsync(id, await request.ReadAsync<MetaChange>(ct), by, ct)).ToResult());

    [Function("channel-meta-end")]
    [Says("Parts the channel from its Meta account, and forgets the secrets; for admins.", Returns = typeof(ChannelView), Problems = [403, 404])]
    public Task<IResult> EndMeta([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = Routes.ChannelMeta)] HttpRequest request, string id, CancellationToken ct) =>
        door.AdminAsync(request, async by => (await changeChannel.DisconnectAsync(id, ConnectionWay.Meta, by, ct)).ToResult());

    [Function("channel-templates")]
    [Says("The approved templates of a WhatsApp channel that consist of words, as Meta told within the last minutes.", Returns = typeof(All<MessageTemplate>), Problems = [404, 422, 502])]
    public Task<IResult> Templates([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Routes.ChannelTemplates)] HttpRequest request, string id, CancellationToken ct) =>
        door.OpenAsync(request, async _ =>
        {
            var listed = await templates.ListAsync(id, ct);
            return listed.Problem is { } problem ? problem.ToResult() : Answers.Json(new All<MessageTemplate>(listed.Value));
        });
}
