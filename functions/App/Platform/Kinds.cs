using System.Text.Json.Serialization.Metadata;
using HelpdeskMx.Agents;
using HelpdeskMx.Automation;
using HelpdeskMx.Calendars;
using HelpdeskMx.Channels;
using HelpdeskMx.Customers;
using HelpdeskMx.Fields;
using HelpdeskMx.Labels;
using HelpdeskMx.Replies;
using HelpdeskMx.Sla;
using HelpdeskMx.Spam;
using HelpdeskMx.Tickets;
using HelpdeskMx.Workflow;

namespace HelpdeskMx.Platform;

/// <summary>A kind of setting: its partition in the container <c>config</c> and how it is written.</summary>
public sealed record SettingKind<T>(string Partition, string Type, JsonTypeInfo<T> Json);

/// <summary>The kinds of setting there are.</summary>
public static class Kinds
{
    /// <summary>Stores.</summary>
    public static SettingKind<Store> Stores { get; } = new("stores", "store", AppJson.Of<Store>());

    /// <summary>Departments.</summary>
    public static SettingKind<Department> Departments { get; } = new("departments", "department", AppJson.Of<Department>());

    /// <summary>Channels and forms.</summary>
    public static SettingKind<Channel> Channels { get; } = new("channels", "channel", AppJson.Of<Channel>());

    /// <summary>Calendars.</summary>
    public static SettingKind<Calendar> Calendars { get; } = new("calendars", "calendar", AppJson.Of<Calendar>());

    /// <summary>Agents.</summary>
    public static SettingKind<Agent> Agents { get; } = new("agents", "agent", AppJson.Of<Agent>());

    /// <summary>The desk's own fields of tickets.</summary>
    public static SettingKind<TicketFields> Fields { get; } = new("fields", "fields", AppJson.Of<TicketFields>());

    /// <summary>Service level policies.</summary>
    public static SettingKind<SlaPolicy> Sla { get; } = new("sla", "sla-policy", AppJson.Of<SlaPolicy>());

    /// <summary>Rules.</summary>
    public static SettingKind<Rule> Rules { get; } = new("rules", "rule", AppJson.Of<Rule>());

    /// <summary>How far rules for silence have looked.</summary>
    public static SettingKind<RuleClock> RuleClocks { get; } = new("rule-clocks", "rule-clock", AppJson.Of<RuleClock>());

    /// <summary>Saved replies.</summary>
    public static SettingKind<SavedReply> SavedReplies { get; } = new("replies", "reply", AppJson.Of<SavedReply>());

    /// <summary>Labels.</summary>
    public static SettingKind<Label> Labels { get; } = new("labels", "label", AppJson.Of<Label>());

    /// <summary>Lists that agents have saved.</summary>
    public static SettingKind<SavedView> Views { get; } = new("views", "view", AppJson.Of<SavedView>());

    /// <summary>Roles beside those every desk has.</summary>
    public static SettingKind<Role> Roles { get; } = new("roles", "role", AppJson.Of<Role>());

    /// <summary>Who is there.</summary>
    public static SettingKind<Presence> Presences { get; } = new("presence", "presence", AppJson.Of<Presence>());

    /// <summary>Whose turn it was, where agents take turns.</summary>
    public static SettingKind<Turn> Turns { get; } = new("turns", "turn", AppJson.Of<Turn>());

    /// <summary>The desk's own workflow.</summary>
    public static SettingKind<TicketWorkflow> Workflows { get; } = new("workflows", "workflow", AppJson.Of<TicketWorkflow>());

    /// <summary>Workflows that were in force before.</summary>
    public static SettingKind<TicketWorkflow> FormerWorkflows { get; } = new("former-workflows", "former-workflow", AppJson.Of<TicketWorkflow>());

    /// <summary>What the desk has learned of labels.</summary>
    public static SettingKind<LabelLearning> LabelLearning { get; } = new("label-learning", "label-learning", AppJson.Of<LabelLearning>());

    /// <summary>What the desk has learned of spam.</summary>
    public static SettingKind<SpamLearning> SpamLearning { get; } = new("spam-learning", "spam-learning", AppJson.Of<SpamLearning>());

    /// <summary>Senders whose messages go out of sight.</summary>
    public static SettingKind<Block> Blocks { get; } = new("blocks", "block", AppJson.Of<Block>());

    /// <summary>How far what an older desk has written is written anew.</summary>
    public static SettingKind<Rewritten> Rewritten { get; } = new("rewritten", "rewritten", AppJson.Of<Rewritten>());

    /// <summary>Random secrets the desk makes for itself.</summary>
    public static SettingKind<Secret> Secrets { get; } = new("secrets", "secret", AppJson.Of<Secret>());
}

/// <summary>Random bytes the desk signs with; made at the first start, never shown.</summary>
public sealed record Secret(string Purpose, byte[] Bytes);
