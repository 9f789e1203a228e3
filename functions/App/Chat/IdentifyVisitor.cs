using System.Text;
using HelpdeskMx.Channels;
using HelpdeskMx.Platform;
using HelpdeskMx.Tickets;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace HelpdeskMx.Chat;

/// <summary>Reads the tokens with which a shop says who its visitor is: a JWT signed with HS256 by the chat's identity secret, with <c>sub</c> and <c>exp</c>, and <c>email</c> and <c>name</c> where known.</summary>
public sealed class IdentifyVisitor(TimeProvider clock)
{
    private const int LongestToken = 4000, LongestSubject = 200;
    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(7), Skew = TimeSpan.FromMinutes(1);
    private readonly JsonWebTokenHandler handler = new() { MaximumTokenSizeInBytes = LongestToken, MapInboundClaims = false };

    /// <summary>The visitor; null for a token that is not the shop's, names nobody, has run out, or would be good for more than a week.</summary>
    public async Task<Visitor?> RunAsync(Channel channel, string token)
    {
        if (channel.Chat.IdentitySecret is not { } secret || token.Length > LongestToken) return null;
        var read = await handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            IssuerSigningKey = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(secret)),
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            ValidateIssuer = false,
            ValidateAudience = false,
            RequireExpirationTime = true,
            LifetimeValidator = (from, until, _, _) => until is { } end && Holds(from, end),
        });
        if (!read.IsValid || read.SecurityToken is not JsonWebToken { Subject: { Length: > 0 and <= LongestSubject } subject } jwt) return null;
        var email = jwt.TryGetPayloadValue<string>("email", out var address) && MailAddresses.CanReceive(address) ? address.ToLowerInvariant() : null;
        var name = jwt.TryGetPayloadValue<string>("name", out var called) && !string.IsNullOrWhiteSpace(called) ? Excerpt.Of(called, 200) : null;
        return new Visitor(Ids.Derive("visitor", channel.Id, subject), subject, email, name);
    }

    private bool Holds(DateTime? from, DateTime until)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return until > now - Skew && until < now + LongestLife && (from is not { } begins || begins < now + Skew);
    }
}
