namespace HelpdeskMx.Channels.Connections;

/// <summary>A mailbox in Microsoft 365, read through Microsoft Graph by an application that may read it.</summary>
/// <param name="Tenant">Id or domain of the tenant.</param>
/// <param name="ClientId">The application's id.</param>
/// <param name="ClientSecret">The application's secret; shown to nobody.</param>
/// <param name="Address">The mailbox.</param>
/// <param name="Folder">A well-known name such as <c>inbox</c>, or a folder's id.</param>
/// <param name="SecretExpiresAt">When the secret ends, as its admin entered it.</param>
/// <param name="NotifyUrl">Where Graph reports new mail, https; null where it cannot reach the desk, which then looks every minute.</param>
public sealed record SharedMailbox(string Tenant, string ClientId, string ClientSecret, string Address, string Folder, DateTimeOffset? SecretExpiresAt, string? NotifyUrl)
{
    private const string Everything = "https://graph.microsoft.com/.default";

    /// <summary>What fetches its tokens.</summary>
    public OAuthClient Client => new($"https://login.microsoftonline.com/{Uri.EscapeDataString(Tenant)}/oauth2/v2.0/token", ClientId, ClientSecret, Scope: Everything);

    /// <summary>Never shows the secret.</summary>
    public override string ToString() => $"{Address}/{Folder}";
}

/// <summary>A mailbox in Microsoft 365 as admins may see it.</summary>
public sealed record SharedMailboxView(string Tenant, string ClientId, string Address, string Folder, DateTimeOffset? SecretExpiresAt, string? NotifyUrl)
{
    /// <summary>Of this mailbox.</summary>
    public static SharedMailboxView Of(SharedMailbox shared) => new(shared.Tenant, shared.ClientId, shared.Address, shared.Folder, shared.SecretExpiresAt, shared.NotifyUrl);
}
