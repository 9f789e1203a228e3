using HelpdeskMx.Mail;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Channels.Connections;

/// <summary>An account as an admin enters it. A secret that is null stays as it was, as long as it is for the same user on the same host.</summary>
public sealed record AccountChange(string? Host, int? Port, LineSecurity? Security, string? User, string? Password, OAuthClient? Oauth, string? Fingerprint)
{
    private const int LongestText = 500, LongestSecret = 8000;

    /// <summary>The account, if it can be one.</summary>
    /// <param name="before">The account it takes the place of.</param>
    /// <param name="needsUser">False where a server may ask for no sign-in.</param>
    public Outcome<MailAccount> Over(MailAccount? before, bool needsUser)
    {
        var (host, user) = ((Host ?? "").Trim(), (User ?? "").Trim());
        if (host.Length is 0 or > 253 || Uri.CheckHostName(host) == UriHostNameType.Unknown) return Problems.Field("host", "Give the server's name, such as imap.example.com.");
        if (Port is not (> 0 and < 65536)) return Problems.Field("port", "Give a port from 1 to 65535.");
        if (Security is null) return Problems.Field("security", "Choose implicit, startTls or none.");
        if (user.Length > LongestText || (user.Length == 0 && needsUser) || user.Any(char.IsControl)) return Problems.Field("user", "Give the user name; it is often the address.");
        if (Password?.Length > LongestSecret) return Problems.Field("password", $"Use at most {LongestSecret} characters.");
        var same = before is not null && before.Host.Equals(host, StringComparison.OrdinalIgnoreCase) && before.User == user ? before : null;
        var oauth = Merged(same?.Oauth);
        if (oauth.Problem is { } problem) return problem;
        var password = oauth.Value is not null || user.Length == 0 ? null : Given(Password) ?? same?.Password;
        if (user.Length > 0 && password is null && oauth.Value is null) return Problems.Field("password", "Enter the password.");
        return new MailAccount(host, Port.Value, Security.Value, user, password, oauth.Value, Given(Fingerprint?.Trim()));
    }

    private Outcome<OAuthClient?> Merged(OAuthClient? before)
    {
        if (Oauth is null) return (OAuthClient?)null;
        if (!Uri.TryCreate(Oauth.TokenUrl, UriKind.Absolute, out var url) || url is not { Scheme: "https", UserInfo: "" }) return Problems.Field("oauth.tokenUrl", "Give the token endpoint's address; it begins with https://.");
        if (string.IsNullOrWhiteSpace(Oauth.ClientId)) return Problems.Field("oauth.clientId", "Give the application's id.");
        if (new[] { Oauth.TokenUrl, Oauth.ClientId, Oauth.ClientSecret, Oauth.RefreshToken, Oauth.Scope }.Any(t => t?.Length > LongestSecret)) return Problems.Field("oauth", $"Use at most {LongestSecret} characters for each.");
        var same = before is not null && before.TokenUrl == Oauth.TokenUrl && before.ClientId == Oauth.ClientId.Trim() ? before : null;
        var merged = new OAuthClient(Oauth.TokenUrl, Oauth.ClientId.Trim(), Given(Oauth.ClientSecret) ?? same?.ClientSecret, Given(Oauth.RefreshToken) ?? same?.RefreshToken, Given(Oauth.Scope));
        return merged is { ClientSecret: null, RefreshToken: null } ? Problems.Field("oauth.clientSecret", "Enter the application's secret, or a refresh token.") : merged;
    }

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
}

/// <summary>An account as admins may see it: whether secrets are set, not what they are.</summary>
public sealed record AccountView(string Host, int Port, LineSecurity Security, string User, bool HasPassword, OAuthView? Oauth, string? Fingerprint)
{
    /// <summary>Of this account.</summary>
    public static AccountView Of(MailAccount account) => new(account.Host, account.Port, account.Security, account.User, account.Password is not null,
        account.Oauth is { } client ? new(client.TokenUrl, client.ClientId, client.ClientSecret is not null, client.RefreshToken is not null, client.Scope) : null, account.Fingerprint);
}

/// <summary>What fetches access tokens, as admins may see it.</summary>
public sealed record OAuthView(string TokenUrl, string ClientId, bool HasClientSecret, bool HasRefreshToken, string? Scope);
