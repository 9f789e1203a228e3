using System.Text;
using Microsoft.AspNetCore.Http;

namespace HelpdeskMx.Http;

/// <summary>The key with which a sender proves that it may use a channel.</summary>
public static class ChannelKey
{
    /// <summary>From the header, the basic password or the query, in this order; null where there is none.</summary>
    public static string? Of(HttpRequest request)
    {
        if (request.Headers["X-Helpdesk-Key"].ToString() is { Length: > 0 } header) return header;
        const string Scheme = "Basic ";
        var authorization = request.Headers.Authorization.ToString();
        return authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? Password(authorization[Scheme.Length..]) : request.Text("key");
    }

    /// <summary>RFC 7617 §2: everything after the first colon.</summary>
    private static string? Password(string credentials)
    {
        var bytes = new byte[credentials.Length];
        if (!Convert.TryFromBase64String(credentials.Trim(), bytes, out var length)) return null;
        var text = Encoding.UTF8.GetString(bytes, 0, length);
        var colon = text.IndexOf(':');
        return colon < 0 ? null : text[(colon + 1)..];
    }
}
