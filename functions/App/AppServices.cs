using HelpdeskMx.Agents;
using HelpdeskMx.Automation;
using HelpdeskMx.Calendars;
using HelpdeskMx.Channels;
using HelpdeskMx.Channels.Connections;
using HelpdeskMx.Chat;
using HelpdeskMx.Customers;
using HelpdeskMx.Deliverability;
using HelpdeskMx.Fields;
using HelpdeskMx.Forms;
using HelpdeskMx.Http;
using HelpdeskMx.Intake;
using HelpdeskMx.Intake.Mailboxes;
using HelpdeskMx.Intake.Meta;
using HelpdeskMx.Intake.Providers;
using HelpdeskMx.Jobs;
using HelpdeskMx.Labels;
using HelpdeskMx.Operations;
using HelpdeskMx.Platform;
using HelpdeskMx.Portal;
using HelpdeskMx.Replies;
using HelpdeskMx.Sending;
using HelpdeskMx.Sending.Meta;
using HelpdeskMx.Sla;
using HelpdeskMx.Spam;
using HelpdeskMx.Tickets;
using HelpdeskMx.Workflow;
using Microsoft.Extensions.DependencyInjection;

namespace HelpdeskMx;

/// <summary>The product as a list of what it can do. Hosts add their adapters beside it.</summary>
public static class AppServices
{
    /// <summary>Adds every capability.</summary>
    public static IServiceCollection AddHelpdesk(this IServiceCollection services, DeskOptions options) => services.AddSingleton(options)
        .AddPlatform().AddAgents().AddCustomers().AddConnections().AddIntake().AddTickets().AddSending().AddChat().AddOperations().AddDeliverability().AddForms().AddCalendars().AddWorkflow().AddLabels().AddAutomation().AddSpam().AddPortal();

    private static IServiceCollection AddPlatform(this IServiceCollection services) => services
        .AddSingleton<Settings>().AddSingleton<Secrets>().AddSingleton<Door>().AddSingleton<Throttle>();

    private static IServiceCollection AddAgents(this IServiceCollection services) => services
        .AddSingleton<Sessions>().AddSingleton<EntraSignIn>().AddSingleton<SignIn>().AddSingleton<FirstRun>().AddSingleton<Demo>().AddSingleton<ChangeProfile>().AddSingleton<AgentPictures>().AddSingleton<AddAgent>().AddSingleton<ChangeAgent>().AddSingleton<JoinDesk>().AddSingleton<SaveRole>().AddSingleton<Presences>().AddSingleton<ChooseOwner>().AddSingleton<ListChannels>().AddSingleton<AddStore>().AddSingleton<ChangeStore>().AddSingleton<AddDepartment>().AddSingleton<ChangeDepartment>().AddSingleton<SetProviderSecret>();

    private static IServiceCollection AddCustomers(this IServiceCollection services) => services
        .AddSingleton<Customers.Customers>().AddSingleton<ShowCustomer>().AddSingleton<FindCustomers>().AddSingleton<RewriteCustomers>().AddSingleton<CustomerNotes>();

    private static IServiceCollection AddIntake(this IServiceCollection services) => services
        .AddSingleton<Accept>().AddSingleton<NormalizeMessage>().AddSingleton<TakeIn>().AddSingleton<KeepMessage>().AddSingleton<FindTicket>()
        .AddSingleton<Lookups>().AddSingleton<TicketNumbers>().AddSingleton<OwnAddresses>().AddSingleton<MarkDelivery>()
        .AddSingleton<ConfirmReceipt>().AddSingleton<AutoMailCaps>().AddSingleton<Failures>().AddSingleton<Poison>().AddSingleton<WhatBecame>()
        .AddSingleton<Freshness>().AddSingleton<TakeSendgrid>().AddSingleton<TakeMailgun>().AddSingleton<TakePostmark>().AddSingleton<TakeSes>().AddSingleton<TakeHmac>()
        .AddSingleton<TakeMeta>().AddSingleton<HearMeta>().AddSingleton<HearEcho>().AddSingleton<MarkSaid>().AddSingleton<MetaNames>().AddSingleton(provider => MetaMedia.Over(provider.GetRequiredService<MetaGraph>()))
        .AddSingleton<PollMailboxes>().AddSingleton<ReadMailbox>().AddSingleton<MailboxCursors>().AddSingleton<ConnectMailbox>()
        .AddSingleton<ReadSharedMailbox>().AddSingleton<SyncMailbox>().AddSingleton<TakeNotifications>().AddSingleton<GraphCursors>().AddSingleton<GraphSubscriptions>().AddSingleton<ConnectSharedMailbox>()
        .AddSingleton(provider => GraphClient.Over(provider.GetRequiredService<AccessTokens>(), provider.GetRequiredService<TimeProvider>()))
        .AddSingleton(AmazonBuckets.Real).AddSingleton(provider => AmazonPages.Over(provider.GetRequiredService<TimeProvider>()));

    private static IServiceCollection AddTickets(this IServiceCollection services) => services
        .AddSingleton<Tickets.Tickets>().AddSingleton<Views>().AddSingleton<SaveView>().AddSingleton<OrderViews>().AddSingleton<ListTickets>().AddSingleton<SearchTickets>().AddSingleton<ShowTicket>().AddSingleton<Reach>().AddSingleton<SetCustomer>()
        .AddSingleton<Conversation>().AddSingleton<AttachmentLinks>().AddSingleton<ActOnTicket>().AddSingleton<Changing>().AddSingleton<KnownLabels>().AddSingleton<WakeTickets>().AddSingleton<SendLater>().AddSingleton<KeepLater>().AddSingleton<KeepDraft>().AddSingleton<Drafts>().AddSingleton<MergeTickets>().AddSingleton<FinishMerge>().AddSingleton<SweepMerges>().AddSingleton<LinkTickets>().AddSingleton<SaidTogether>().AddSingleton<GiveTicket>().AddSingleton<AssignBacklog>().AddSingleton<HandOver>().AddSingleton<HearPresence>().AddSingleton<Answering>().AddSingleton<ChangedSince>().AddSingleton<CatchUp>()
        .AddSingleton<StartTicket>().AddSingleton<SplitTicket>().AddSingleton<FinishSplit>().AddSingleton<SweepSplits>().AddSingleton<MarkRead>().AddSingleton<Uploads>().AddSingleton<Dispatch>().AddSingleton<Live>();

    private static IServiceCollection AddSending(this IServiceCollection services) => services
        .AddSingleton<ComposeMail>().AddSingleton<ICarrier, MailCarrier>().AddSingleton<ICarrier, MetaCarrier>().AddSingleton<MetaParts>().AddSingleton<PartsTaken>().AddSingleton<MessageTemplates>().AddSingleton<MetaAccess>().AddSingleton<SendAnswer>().AddSingleton<FailedAnswers>().AddSingleton<ShowOutbox>().AddSingleton<SendAgain>().AddSingleton<SweepOutbox>().AddSingleton<DeliveryReports>().AddSingleton<ChannelMailer>()
        .AddSingleton(provider => MetaGraph.Over(provider.GetRequiredService<DeskOptions>().GraphVersion, provider.GetRequiredService<TimeProvider>()));

    private static IServiceCollection AddChat(this IServiceCollection services) => services
        .AddSingleton<ICarrier, ChatCarrier>().AddSingleton<VisitorTokens>().AddSingleton<IdentifyVisitor>().AddSingleton<ChatHours>().AddSingleton<ReplyTime>().AddSingleton<ShowChat>()
        .AddSingleton<TakeChat>().AddSingleton<VisitorTalk>().AddSingleton<HearVisitor>().AddSingleton<MailUnread>().AddSingleton<ChangeChat>();

    private static IServiceCollection AddConnections(this IServiceCollection services) => services
        .AddSingleton<Connections>().AddSingleton<ImapServers>().AddSingleton<ConnectSmtp>().AddSingleton<ConnectMeta>().AddSingleton<ProbeMeta>().AddSingleton<AddChannel>().AddSingleton<ChangeChannel>().AddSingleton<ChangeKey>()
        .AddSingleton(provider => new AccessTokens(PublicHttp.Create(TimeSpan.FromSeconds(15), 256 * 1024), provider.GetRequiredService<IDocumentStore>(), provider.GetRequiredService<TimeProvider>()));

    private static IServiceCollection AddOperations(this IServiceCollection services) => services
        .AddSingleton<Measures>().AddSingleton<MeasureDesk>().AddSingleton<ShowHealth>();

    private static IServiceCollection AddDeliverability(this IServiceCollection services) => services
        .AddSingleton<IDns>(_ => NetworkDns.Over()).AddSingleton<CheckDeliverability>();

    private static IServiceCollection AddForms(this IServiceCollection services) => services
        .AddSingleton<FormStamps>().AddSingleton<TakeForm>().AddSingleton<ChangeForm>();

    private static IServiceCollection AddCalendars(this IServiceCollection services) => services
        .AddSingleton<Hours>().AddSingleton<ListCalendars>().AddSingleton<SaveCalendar>().AddSingleton<DeleteCalendar>().AddSingleton<AssignCalendar>().AddSingleton<ListTimeZones>();

    private static IServiceCollection AddWorkflow(this IServiceCollection services) => services
        .AddSingleton<SaveWorkflow>().AddSingleton<RunTimedActions>().AddSingleton<Jobs.Jobs>().AddSingleton<MoveStates>().AddSingleton<BeginBulk>()
        .AddSingleton<IWork, MovingStates>().AddSingleton<IWork, BulkWork>().AddSingleton<IWork, UndoWork>().AddSingleton<IWork, ReadWork>().AddSingleton<RunJobs>();

    private static IServiceCollection AddAutomation(this IServiceCollection services) => services
        .AddSingleton<SaveReply>().AddSingleton<FillReply>().AddSingleton<MailByAction>()
        .AddSingleton<SaveFields>().AddSingleton<KeepDeadlines>().AddSingleton<SaveSla>().AddSingleton<RunSla>()
        .AddSingleton<SaveRule>().AddSingleton<RunRules>().AddSingleton<RunSilentRules>().AddSingleton<BeginDryRun>().AddSingleton<IWork, DryRunning>();

    private static IServiceCollection AddLabels(this IServiceCollection services) => services
        .AddSingleton<SuggestLabels>().AddSingleton<TrainLabels>().AddSingleton<ChangeLearning>().AddSingleton<ChangeLabels>().AddSingleton<IWork, MovingLabel>();

    private static IServiceCollection AddSpam(this IServiceCollection services) => services
        .AddSingleton<ScreenMessage>().AddSingleton<KnowSpam>().AddSingleton<SpamRate>().AddSingleton<TeachSpam>().AddSingleton<BlockSender>().AddSingleton<ShowSpam>()
        .AddSingleton<AskSender>().AddSingleton<ConfirmTokens>().AddSingleton<ConfirmSender>();

    private static IServiceCollection AddPortal(this IServiceCollection services) => services
        .AddSingleton<PortalTokens>().AddSingleton<PortalLinks>().AddSingleton<FindRequest>().AddSingleton<ShowRequest>().AddSingleton<TakeAnswer>().AddSingleton<RateTicket>().AddSingleton<RevokeLinks>();
}
