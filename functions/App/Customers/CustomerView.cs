namespace HelpdeskMx.Customers;

/// <summary>A customer as the panel beside a conversation shows them.</summary>
public sealed record CustomerView(string Id, string Name, IReadOnlyList<Identity> Identities, string? Language, DateTimeOffset CreatedAt)
{
    /// <summary>The customer as agents see them.</summary>
    public static CustomerView Of(Customer customer) => new(customer.Id, customer.Name, customer.Identities, customer.Language, customer.CreatedAt);
}
