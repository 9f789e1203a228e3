using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using HelpdeskMx.Platform;
using Microsoft.AspNetCore.Http;

namespace HelpdeskMx.Http;

/// <summary>How many requests are let in at once, and how many a minute after that.</summary>
public sealed record Pace(int Burst, int PerMinute);

/// <summary>Lets each caller of a public door in at a pace, and all of them together at another; who comes too soon learns when to come again.</summary>
/// <remarks>
/// Each instance of the desk counts for itself. It remembers at most 20,000 callers: when more come at once, the rest share what 1,000 callers may, so that neither memory nor the pace gives way.
/// The library's limiters read a clock of their own, which no test can move; one time for each caller is all this needs (the generic cell rate algorithm, ITU-T I.371).
/// </remarks>
public sealed class Throttle(DeskOptions options, TimeProvider clock)
{
    private const int MostCallers = 20_000, Shared = 1_000;
    private readonly ConcurrentDictionary<string, long> due = new();
    private readonly Lock sweeping = new();
    private long sweepAt;

    /// <summary>Null where the request may pass; else how long to wait. Who is refused uses nothing up.</summary>
    /// <param name="door">What is asked for; each has its own count.</param>
    /// <param name="request">Whose address counts.</param>
    /// <param name="each">For one address.</param>
    /// <param name="all">For everybody; null for no limit.</param>
    public TimeSpan? Take(string door, HttpRequest request, Pace each, Pace? all = null) =>
        Take($"{door} {CallerOf(request)}", each) ?? (all is null ? null : Take(door, all));

    /// <summary>The answer to who comes too soon.</summary>
    public static IResult Refuse(HttpRequest request, TimeSpan wait)
    {
        Say(request, wait);
        return Problems.TooMany(Seconds(wait)).ToResult();
    }

    /// <summary>Says in the answer's headers when to come again (RFC 9110 §10.2.3).</summary>
    public static void Say(HttpRequest request, TimeSpan wait) => request.HttpContext.Response.Headers.RetryAfter = Seconds(wait).ToString(CultureInfo.InvariantCulture);

    /// <summary>The wait in whole seconds, at least one.</summary>
    public static int Seconds(TimeSpan wait) => Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));

    /// <summary>The address a request comes from; of IPv6 the network, since one household has billions of addresses.</summary>
    public string CallerOf(HttpRequest request)
    {
        var address = request.HttpContext.Connection.RemoteIpAddress;
        if (options.Proxies > 0 && request.Headers["X-Forwarded-For"].ToString() is { Length: > 0 } header && header.Split(',') is var hops && hops.Length >= options.Proxies)
            address = Parse(hops[^options.Proxies].Trim()) ?? address;
        if (address is null) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }

    /// <summary>The same for somebody who is known by more than an address.</summary>
    public TimeSpan? Take(string who, Pace pace)
    {
        var now = clock.GetUtcNow().UtcTicks;
        var step = TimeSpan.TicksPerMinute / pace.PerMinute;
        var key = due.ContainsKey(who) || HasRoom(now) ? who : $"shared {(uint)string.GetHashCode(who, StringComparison.Ordinal) % Shared}";
        while (true)
        {
            var known = due.TryGetValue(key, out var at);
            var next = Math.Max(known ? at : now, now) + step;
            var wait = next - now - (step * pace.Burst);
            if (wait > 0) return TimeSpan.FromTicks(wait);
            if (known ? due.TryUpdate(key, next, at) : due.TryAdd(key, next)) return null;
        }
    }

    private bool HasRoom(long now)
    {
        if (due.Count < MostCallers) return true;
        lock (sweeping)
        {
            if (now < sweepAt) return false;
            sweepAt = now + TimeSpan.TicksPerSecond;
            foreach (var (who, at) in due)
                if (at <= now) due.TryRemove(KeyValuePair.Create(who, at));
        }
        return due.Count < MostCallers;
    }

    /// <summary>An address with or without a port, as proxies write both.</summary>
    private static IPAddress? Parse(string hop) =>
        IPAddress.TryParse(hop, out var address) ? address : IPEndPoint.TryParse(hop, out var end) ? end.Address : null;
}
