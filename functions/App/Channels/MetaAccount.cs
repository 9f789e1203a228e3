namespace HelpdeskMx.Channels;

/// <summary>The Facebook page, Instagram professional account or WhatsApp number behind a channel, and what the desk acts for it with.</summary>
/// <param name="Id">Id of the page, of the Instagram account, or of the WhatsApp phone number: what its events name as their recipient.</param>
/// <param name="AccessToken">Acts for it at Meta's Graph API; shown to nobody.</param>
/// <param name="AppSecret">Of the Meta app that posts its events, which signs them; shown to nobody.</param>
/// <param name="Business">For WhatsApp: id of the WhatsApp Business Account, which owns the templates; null elsewhere.</param>
public sealed record MetaAccount(string Id, string AccessToken, string AppSecret, string? Business = null)
{
    /// <summary>As Meta shows it: the page's name, the account's user name, the number. Null until Meta has been asked.</summary>
    public string? Name { get; init; }

    /// <summary>Never shows what is secret.</summary>
    public override string ToString() => Id;
}

/// <summary>A Meta account as admins may see it: never what is secret.</summary>
public sealed record MetaAccountView(string AccountId, string? Name, string? Business)
{
    /// <summary>Of this account.</summary>
    public static MetaAccountView Of(MetaAccount account) => new(account.Id, account.Name, account.Business);
}
