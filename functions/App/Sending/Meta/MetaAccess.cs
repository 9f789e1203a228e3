using System.Text.Json;
using HelpdeskMx.Channels;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Sending.Meta;

/// <summary>Whether a token acts for an account, and until when.</summary>
public sealed class MetaAccess(MetaGraph graph)
{
    /// <summary>The account's name as Meta shows it, and when the token runs out as far as Meta tells.</summary>
    /// <exception cref="MetaException">The token does not act for the account, or not for messages.</exception>
    public async Task<(string? Name, DateTimeOffset? ExpiresAt)> TryAsync(ChannelKind kind, MetaAccount account, CancellationToken ct)
    {
        var named = await graph.GetAsync(account, $"{account.Id}?fields={(kind switch { ChannelKind.Whatsapp => "display_phone_number,verified_name", ChannelKind.Instagram => "username", _ => "name" })}", ct);
        var name = named.Text(kind switch { ChannelKind.Whatsapp => "display_phone_number", ChannelKind.Instagram => "username", _ => "name" });
        return (name, await ExpiryAsync(kind, account, ct));
    }

    /// <summary>Lets the app's webhook hear of the account's messages.</summary>
    public Task SubscribeAsync(ChannelKind kind, MetaAccount account, CancellationToken ct) => kind == ChannelKind.Whatsapp
        ? graph.PostAsync(account, $"{account.Business}/subscribed_apps", new { }, ct)
        : graph.PostAsync(account, "me/subscribed_apps", new { subscribed_fields = "messages,messaging_postbacks,message_reactions,message_deliveries,message_reads,message_echoes,messaging_referrals" }, ct);

    private async Task<DateTimeOffset?> ExpiryAsync(ChannelKind kind, MetaAccount account, CancellationToken ct)
    {
        JsonElement told;
        try
        {
            told = await graph.GetAsync(account, $"debug_token?input_token={Uri.EscapeDataString(account.AccessToken)}", ct);
        }
        catch (MetaException e) when (e.Trouble is not MetaTrouble.Reconnect)
        {
            return null; // not every token may ask about itself; that it acts is known already
        }
        if (told.ValueKind != JsonValueKind.Object || !told.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Object) return null;
        if (data.TryGetProperty("is_valid", out var valid) && valid.ValueKind == JsonValueKind.False) throw new MetaException(MetaTrouble.Reconnect, "Meta says this access token is not valid any more. Make a new one.");
        var needed = kind switch { ChannelKind.Whatsapp => "whatsapp_business_messaging", ChannelKind.Instagram => "instagram_manage_messages", _ => "pages_messaging" };
        if (data.TryGetProperty("scopes", out var scopes) && scopes.ValueKind == JsonValueKind.Array && scopes.GetArrayLength() > 0 && !scopes.EnumerateArray().Any(s => s.ValueKind == JsonValueKind.String && s.GetString() == needed))
            throw new MetaException(MetaTrouble.Permission, $"This access token lacks the permission {needed}. Make one that has it.");
        return data.TryGetProperty("expires_at", out var at) && at.ValueKind == JsonValueKind.Number && at.TryGetInt64(out var seconds) && seconds is > 0 and < 253402300799 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
    }
}
