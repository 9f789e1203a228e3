namespace HelpdeskMx.Platform;

/// <summary>What a declared field holds.</summary>
public enum FieldKind
{
    /// <summary>A string, compared by its code points; times are such strings.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>A list of strings, asked with <see cref="Condition.Has"/>.</summary>
    List,
}

/// <summary>A top-level field that queries may use.</summary>
public sealed record Field(string Name, FieldKind Kind);

/// <summary>An index over items of one type: fields asked for equality first, then the field the listing is ordered by.</summary>
public sealed record Index(string Type, params string[] Fields);

/// <summary>A container with the fields and orders its queries use; SQLite builds its indexes from it, Cosmos DB its composite indexes.</summary>
/// <param name="Name">The container's name in every store.</param>
/// <param name="Fields">Fields that conditions and orders may name.</param>
/// <param name="Indexes">Ways of asking that stay fast however much is stored.</param>
/// <param name="TextField">The field whose words <see cref="Query.Text"/> finds, already folded by <see cref="SearchText.Fold"/>; null where nothing is searched.</param>
/// <param name="ListOrder">The field by which items found through a <see cref="FieldKind.List"/> field are ordered.</param>
/// <param name="PartitionOrder">The field by which what belongs to one partition is usually read; Cosmos DB gets an index for it, SQLite needs none.</param>
public sealed record Container(
    string Name, IReadOnlyList<Field> Fields, IReadOnlyList<Index> Indexes, string? TextField = null, string? ListOrder = null, string? PartitionOrder = null)
{
    /// <summary>The declared field of this name.</summary>
    /// <exception cref="ArgumentException">Nothing of that name is declared.</exception>
    public Field Declared(string name) =>
        Fields.FirstOrDefault(f => f.Name == name) ?? throw new ArgumentException($"'{name}' is not a declared field of '{Name}'. Declare it in Containers.");
}

/// <summary>Every container of the product, in one table.</summary>
public static class Containers
{
    /// <summary>Tickets with their messages, events, drafts and outbox; a partition is a ticket.</summary>
    public static Container Tickets { get; } = new("tickets",
    [
        new("state", FieldKind.Text), new("category", FieldKind.Text), new("active", FieldKind.Flag), new("review", FieldKind.Flag),
        new("assignee", FieldKind.Text), new("department", FieldKind.Text), new("store", FieldKind.Text), new("channel", FieldKind.Text),
        new("customer", FieldKind.Text), new("number", FieldKind.Number), new("lastMessageAt", FieldKind.Text), new("createdAt", FieldKind.Text),
        new("labels", FieldKind.List), new("followers", FieldKind.List), new("readBy", FieldKind.List), new("facets", FieldKind.List), new("marks", FieldKind.List),
        new("at", FieldKind.Text), new("dueAt", FieldKind.Text),
    ],
    [
        new("ticket", "lastMessageAt"), new("ticket", "active", "lastMessageAt"), new("ticket", "category", "lastMessageAt"),
        new("ticket", "state", "lastMessageAt"),
        new("ticket", "assignee", "active", "lastMessageAt"), new("ticket", "department", "active", "lastMessageAt"),
        new("ticket", "store", "active", "lastMessageAt"), new("ticket", "channel", "active", "lastMessageAt"),
        new("ticket", "customer", "lastMessageAt"), new("ticket", "review", "lastMessageAt"), new("ticket", "active", "dueAt"), new("ticket", "assignee", "active", "dueAt"), new("ticket", "createdAt"), new("ticket", "number"),
        new("outbox", "dueAt"), new("split", "dueAt"), new("unread", "dueAt"), new("wake", "dueAt"), new("later", "dueAt"), new("sla", "dueAt"), new("merge", "dueAt"),
    ], TextField: "search", ListOrder: "lastMessageAt", PartitionOrder: "at");

    /// <summary>Customers with their notes and activity; a partition is a customer.</summary>
    public static Container Customers { get; } = new("customers", [new("name", FieldKind.Text)], [], TextField: "search");

    /// <summary>Create-only pointers: identity → customer, message reference → ticket, number → ticket; a partition is the thing looked up.</summary>
    public static Container Lookup { get; } = new("lookup", [], []);

    /// <summary>What admins set, what waits for them, and which drafts an agent has; a partition is a kind (stores, channels, agents, poison …).</summary>
    public static Container Config { get; } = new("config", [new("at", FieldKind.Text)], [], PartitionOrder: "at");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Container> All { get; } = [Tickets, Customers, Lookup, Config];
}
