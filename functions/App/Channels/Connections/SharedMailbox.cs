namespace HelpdeskMx.Channels.Connections;

/// <summary>A folder of a Microsoft 365 mailbox that brings a channel's mail through Microsoft Graph. Reading leaves no mark on it.</summary>
/// <param name="Tenant">Id or domain of the directory the application is registered in.</param>
/// <param name="ClientId">Of the application.</param>
/// <param name="ClientSecret">Of the same; shown to nobody.</param>
/// <param name="Address">The mailbox's address.</param>
/// <param name="Folder">A well-known name such as <c>inbox</c>, or the folder's id.</param>
/// <param name="SecretExpiresAt">When an admin says the secret runs out; null where that is not known.</param>
/// <param name="NotifyUrl">Where Microsoft can reach the channel's door for notifications; null where it cannot, and the mailbox is asked every minute.</param>
public sealed record SharedMailbox(string Tenant, string ClientId, string ClientSecret, string Address, string Folder, DateTimeOffset? SecretExpiresAt, string? NotifyUrl)
{
    /// <summary>What fetches tokens for it: the application by itself.</summary>
    public OAuthClient Client() => new($"https://login.microsoftonline.com/{Tenant}/oauth2/v2.0/token", ClientId, ClientSecret, Scope: "https://graph.microsoft.com/.default");

    /// <summary>Never shows the secret.</summary>
    public override string ToString() => $"{Address}, {Folder}";
}

/// <summary>A Microsoft 365 mailbox as admins may see it.</summary>
public sealed record SharedMailboxView(string Tenant, string ClientId, bool HasClientSecret, string Address, string Folder, DateTimeOffset? SecretExpiresAt, string? NotifyUrl)
{
    /// <summary>Of this mailbox.</summary>
    public static SharedMailboxView Of(SharedMailbox mailbox) =>
        new(mailbox.Tenant, mailbox.ClientId, mailbox.ClientSecret.Length > 0, mailbox.Address, mailbox.Folder, mailbox.SecretExpiresAt, mailbox.NotifyUrl);
}
