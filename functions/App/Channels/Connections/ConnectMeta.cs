using HelpdeskMx.Agents;
using HelpdeskMx.Intake;
using HelpdeskMx.Platform;
using HelpdeskMx.Sending.Meta;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Channels.Connections;

/// <summary>A Meta account as an admin enters it. A secret that is null stays as it was, as long as it is for the same account.</summary>
/// <param name="AccountId">Id of the Facebook page, the Instagram professional account, or the WhatsApp phone number.</param>
/// <param name="AccessToken">Acts for it.</param>
/// <param name="AppSecret">Of the Meta app.</param>
/// <param name="Business">For WhatsApp: id of the WhatsApp Business Account.</param>
public sealed record MetaChange(string? AccountId, string? AccessToken, string? AppSecret, string? Business);

/// <summary>Connects a channel to its page, Instagram account or WhatsApp number, once Meta has taken the token.</summary>
public sealed class ConnectMeta(Settings settings, MetaAccess access, Connections connections, ListChannels list)
{
    private const int LongestSecret = 8000;

    /// <summary>The channel as it is then.</summary>
    public async Task<Outcome<ChannelView>> RunAsync(string channelId, MetaChange change, Agent by, CancellationToken ct)
    {
        if (await settings.ChannelAsync(channelId, ct) is not { } channel || !channel.Kind.IsMeta()) return IntakeProblems.NoSuchChannel;
        var asked = Read(change, channel);
        if (asked.Problem is { } problem) return problem;
        var account = asked.Value;
        if ((await settings.ChannelsAsync(ct)).Any(c => c.Id != channel.Id && c.Meta?.Id == account.Id)) return Problems.Field("accountId", "Another channel is connected to this account. Part that one first.");
        try
        {
            var (name, expiresAt) = await access.TryAsync(channel.Kind, account, ct);
            await access.SubscribeAsync(channel.Kind, account, ct);
            await connections.BeginAsync(channel.Id, ConnectionWay.Meta, ct);
            await connections.ExpiresAsync(channel.Id, ConnectionWay.Meta, expiresAt, ct);
            return await list.SaveAsync(channel.Id, c => c with { Meta = account with { Name = name } }, by, ct);
        }
        catch (MetaException e)
        {
            var field = e.Trouble is MetaTrouble.Invalid or MetaTrouble.Unreachable ? "accountId" : "accessToken";
            var sentence = e.Trouble is MetaTrouble.Invalid ? $"Meta knows no such account, or the token may not see it. Check the ids, the token and the app secret. {e.Message}" : e.Message;
            return Problems.Field(field, sentence) with { Code = e.FaultCode ?? "account-unknown" };
        }
    }

    private static Outcome<MetaAccount> Read(MetaChange change, Channel channel)
    {
        var (id, business) = (Given(change.AccountId), Given(change.Business));
        if (!IsId(id)) return Problems.Field("accountId", "Give the account's id: a long number, as Meta shows it.");
        if (channel.Kind == ChannelKind.Whatsapp && !IsId(business)) return Problems.Field("business", "Give the id of the WhatsApp Business Account: a long number, as Meta shows it.");
        if (change.AccessToken?.Length > LongestSecret || !IsOneWord(change.AccessToken)) return Problems.Field("accessToken", $"Paste the token alone, at most {LongestSecret} characters.");
        if (change.AppSecret?.Length > LongestSecret || !IsOneWord(change.AppSecret)) return Problems.Field("appSecret", $"Paste the secret alone, at most {LongestSecret} characters.");
        var before = channel.Meta?.Id == id ? channel.Meta : null;
        if ((Given(change.AccessToken) ?? before?.AccessToken) is not { } token) return Problems.Field("accessToken", "Enter the access token.");
        if ((Given(change.AppSecret) ?? before?.AppSecret) is not { } secret) return Problems.Field("appSecret", "Enter the app secret.");
        return new MetaAccount(id!, token, secret, channel.Kind == ChannelKind.Whatsapp ? business : null);
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static bool IsId(string? text) => text is { Length: >= 3 and <= 30 } && text.All(char.IsAsciiDigit);

    private static bool IsOneWord(string? text) => Given(text)?.All(c => c is > ' ' and < '\x7f') ?? true;
}
