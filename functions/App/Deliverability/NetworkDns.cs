using System.Globalization;
using System.Net;
using System.Net.Sockets;
using DnsClient;
using DnsClient.Protocol;

namespace HelpdeskMx.Deliverability;

/// <summary>Asks the name servers this machine is set to.</summary>
public sealed class NetworkDns(ILookupClient client) : IDns
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>One that remembers nothing, so that what was just added is seen.</summary>
    /// <param name="servers">Whom to ask; nobody for those of this machine.</param>
    public static NetworkDns Over(params IPEndPoint[] servers)
    {
        var options = servers.Length == 0 ? new LookupClientOptions() : new LookupClientOptions(servers);
        (options.UseCache, options.Timeout, options.Retries) = (false, Patience, 1);
        return new(new LookupClient(options));
    }

    /// <inheritdoc/>
    public async Task<DnsAnswer> LookUpAsync(string name, DnsKind kind, CancellationToken ct)
    {
        try
        {
            var response = await client.QueryAsync(name, TypeOf(kind), cancellationToken: ct);
            return response.Header.ResponseCode switch
            {
                DnsHeaderResponseCode.NoError => DnsAnswer.Of([.. response.Answers.Select(r => Text(r, kind)).OfType<string>()]),
                DnsHeaderResponseCode.NotExistentDomain => DnsAnswer.NoSuchName,
                _ => DnsAnswer.Unanswered,
            };
        }
        catch (Exception e) when (e is DnsResponseException or DnsResponseParseException or DnsXidMismatchException or SocketException)
        {
            return DnsAnswer.Unanswered;
        }
    }

    private static QueryType TypeOf(DnsKind kind) => kind switch
    {
        DnsKind.Txt => QueryType.TXT,
        DnsKind.Mx => QueryType.MX,
        DnsKind.Cname => QueryType.CNAME,
        DnsKind.A => QueryType.A,
        _ => QueryType.AAAA,
    };

    private static string? Text(DnsResourceRecord record, DnsKind kind) => (record, kind) switch
    {
        (TxtRecord text, DnsKind.Txt) => string.Concat(text.Text),
        (MxRecord mx, DnsKind.Mx) => string.Create(CultureInfo.InvariantCulture, $"{mx.Preference} {mx.Exchange.Value}"),
        (CNameRecord alias, DnsKind.Cname) => DnsName.Plain(alias.CanonicalName.Value),
        (AddressRecord address, DnsKind.A or DnsKind.Aaaa) => address.Address.ToString(),
        _ => null,
    };
}
