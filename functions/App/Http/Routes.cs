namespace HelpdeskMx.Http;

/// <summary>Every route of the API, below the prefix <c>api</c> that host.json sets.</summary>
public static class Routes
{
    public const string Health = "health";
    public const string OpenApi = "openapi.json";
    public const string Setup = "setup";
    public const string SignInWays = "auth/ways";
    public const string Login = "auth/login";
    public const string Logout = "auth/logout";
    public const string Me = "me";
    public const string MyPicture = "me/picture";
    public const string Picture = "pictures/{id}";
    public const string Agents = "agents";
    public const string Agent = "agents/{id}";
    public const string AgentLink = "agents/{id}/link";
    public const string Presence = "presence";
    public const string Join = "auth/join";
    public const string Roles = "roles";
    public const string Role = "roles/{id}";
    public const string Stores = "stores";
    public const string Store = "stores/{id}";
    public const string Departments = "departments";
    public const string Department = "departments/{id}";
    public const string DepartmentCalendar = "departments/{id}/calendar";
    public const string Calendars = "calendars";
    public const string Calendar = "calendars/{id}";
    public const string TimeZones = "time-zones";
    public const string Channels = "channels";
    public const string Channel = "channels/{id}";
    public const string ChannelKey = "channels/{id}/key";
    public const string ChannelMailbox = "channels/{id}/mailbox";
    public const string ChannelMicrosoft = "channels/{id}/microsoft";
    public const string ChannelSmtp = "channels/{id}/smtp";
    public const string ChannelMeta = "channels/{id}/meta";
    public const string ChannelTemplates = "channels/{id}/templates";
    public const string ChannelProvider = "channels/{id}/provider";
    public const string ChannelForm = "channels/{id}/form";
    public const string ChannelFormPreview = "channels/{id}/form/preview";
    public const string ChannelChat = "channels/{id}/chat";
    public const string Workflow = "workflow";
    public const string WorkflowLook = "workflow/look";
    public const string WorkflowVersions = "workflow/versions";
    public const string WorkflowReady = "workflow/ready";
    public const string Labels = "labels";
    public const string Bulk = "bulk";
    public const string Job = "jobs/{id}";
    public const string JobUndo = "jobs/{id}/undo";
    public const string JobStop = "jobs/{id}/stop";
    public const string LabelLearning = "labels/learning";
    public const string TrainLabels = "labels/learning/train";
    public const string Fields = "fields";
    public const string Sla = "sla";
    public const string SlaPolicy = "sla/{id}";
    public const string Rules = "rules";
    public const string Rule = "rules/{id}";
    public const string RuleOrder = "rules/order";
    public const string RuleDryRun = "rules/dry-run";
    public const string Replies = "replies";
    public const string Reply = "replies/{id}";
    public const string ReplyVariables = "replies/variables";
    public const string ReadyReplies = "replies/ready";
    public const string ReplyPreview = "replies/preview";
    public const string FillNewReply = "replies/{id}/fill";
    public const string FillReply = "tickets/{id}/replies/{reply}";
    public const string Views = "views";
    public const string ViewOrder = "views/order";
    public const string View = "views/{key}";
    public const string Tickets = "tickets";
    public const string Ticket = "tickets/{id}";
    public const string Messages = "tickets/{id}/messages";
    public const string Events = "tickets/{id}/events";
    public const string Action = "tickets/{id}/actions/{action}";
    public const string Read = "tickets/{id}/read";
    public const string Typing = "tickets/{id}/typing";
    public const string Looking = "tickets/{id}/looking";
    public const string Draft = "tickets/{id}/draft";
    public const string Drafts = "drafts";
    public const string Later = "tickets/{id}/later";
    public const string LaterAnswer = "tickets/{id}/later/{later}";
    public const string Merge = "tickets/{id}/merge";
    public const string Links = "tickets/{id}/links";
    public const string Link = "tickets/{id}/links/{number}";
    public const string Split = "tickets/{id}/split";
    public const string TicketCustomer = "tickets/{id}/customer";
    public const string SendAgain = "tickets/{id}/messages/{messageId}/retry";
    public const string Raw = "messages/{ticketId}/{messageId}/raw";
    public const string Uploads = "uploads";
    public const string Upload = "uploads/{id}";
    public const string Attachment = "attachments/{token}";
    public const string Customers = "customers";
    public const string Customer = "customers/{id}";
    public const string CustomerNotes = "customers/{id}/notes";
    public const string IngestEmail = "ingest/email/{channelId}";
    public const string IngestSendgrid = "ingest/email/{channelId}/sendgrid";
    public const string IngestMailgun = "ingest/email/{channelId}/mailgun";
    public const string IngestMailgunMime = "ingest/email/{channelId}/mailgun/mime";
    public const string IngestPostmark = "ingest/email/{channelId}/postmark";
    public const string IngestSes = "ingest/email/{channelId}/ses";
    public const string IngestMicrosoft = "ingest/email/{channelId}/microsoft";
    public const string IngestMeta = "ingest/meta/{channelId}";
    public const string IngestHmac = "ingest/email/{channelId}/hmac";
    public const string IngestForm = "ingest/form/{formId}";
    public const string Ingest = "ingest/{id}";
    public const string Form = "forms/{formId}";
    public const string FormThanks = "forms/{formId}/thanks";
    public const string FormEmbed = "forms/{formId}/embed.js";
    public const string FormScript = "form.js";
    public const string ChatPreflight = "chat/{channelId}/{what}";
    public const string ChatConfig = "chat/{channelId}/config";
    public const string ChatConversations = "chat/{channelId}/conversations";
    public const string ChatMessages = "chat/{channelId}/messages";
    public const string ChatFiles = "chat/{channelId}/files";
    public const string ChatTyping = "chat/{channelId}/typing";
    public const string ChatRead = "chat/{channelId}/read";
    public const string ChatContact = "chat/{channelId}/contact";
    public const string ChatNegotiate = "chat/{channelId}/negotiate";
    public const string Spam = "spam";
    public const string Blocks = "blocks";
    public const string Block = "blocks/{id}";
    public const string Confirm = "confirm/{token}";
    public const string Portal = "portal/{token}";
    public const string PortalRating = "portal/{token}/rating";
    public const string TicketLinks = "tickets/{id}/page-links";
    public const string Poison = "poison";
    public const string RetryPoison = "poison/{id}/retry";
    public const string DeskHealth = "health/desk";
    public const string Outbox = "outbox";
    public const string Deliverability = "deliverability";
    public const string MailEvents = "events/mail";
    public const string Negotiate = "realtime/negotiate";
    public const string Changes = "changes";
}

/// <summary>When the timers run, as NCrontab expressions with seconds, in UTC.</summary>
public static class Schedules
{
    /// <summary>Every half minute.</summary>
    public const string SweepOutbox = "*/30 * * * * *";

    /// <summary>Every minute, after the others have begun.</summary>
    public const string PollMailboxes = "15 * * * * *";

    /// <summary>Every half minute, apart from the outbox.</summary>
    public const string MailUnread = "10,40 * * * * *";

    /// <summary>Every half minute, apart from the others.</summary>
    public const string WakeTickets = "20,50 * * * * *";

    /// <summary>Every minute, apart from the others.</summary>
    public const string AssignBacklog = "25 * * * * *";

    /// <summary>Every minute, apart from the others.</summary>
    public const string TimedActions = "35 * * * * *";

    /// <summary>Every minute, apart from the others.</summary>
    public const string SilentRules = "5 * * * * *";

    /// <summary>Every minute, apart from the others.</summary>
    public const string Sla = "55 * * * * *";

    /// <summary>Every minute, apart from the others; once all are rewritten it does nothing.</summary>
    public const string RewriteCustomers = "8 * * * * *";

    /// <summary>Every half minute, apart from the others.</summary>
    public const string SweepLater = "0,30 * * * * *";

    /// <summary>Every minute, apart from the others.</summary>
    public const string SweepJobs = "45 * * * * *";

    /// <summary>Every five minutes, apart from the measurement.</summary>
    public const string SweepSplits = "30 */5 * * * *";

    /// <summary>Every morning, before most shops open.</summary>
    public const string ProbeMeta = "0 40 3 * * *";

    /// <summary>Every night, while few mails come.</summary>
    public const string TrainLabels = "0 20 2 * * *";

    /// <summary>Every five minutes.</summary>
    public const string Measure = "0 */5 * * * *";
}
