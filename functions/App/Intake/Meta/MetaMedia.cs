using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using HelpdeskMx.Channels;
using HelpdeskMx.Mail;
using HelpdeskMx.Platform;
using HelpdeskMx.Sending.Meta;
using HelpdeskMx.Tickets;

namespace HelpdeskMx.Intake.Meta;

/// <summary>The files of a message as far as they could be fetched.</summary>
/// <param name="Files">Those that could.</param>
/// <param name="Missing">Those that could not.</param>
/// <param name="MayCome">Another time more of them may be there.</param>
public sealed record MetaFetched(IReadOnlyList<MailAttachment> Files, IReadOnlyList<MissingFile> Missing, bool MayCome);

/// <summary>Fetches the files of Meta's messages while their addresses are good, never from the desk's own network, and with the account's token only from where Meta keeps them.</summary>
/// <param name="graph">Knows where WhatsApp's files are.</param>
/// <param name="http">Reads at most <see cref="Largest"/>.</param>
public sealed class MetaMedia(MetaGraph graph, HttpClient http)
{
    /// <summary>The largest file fetched, in bytes; WhatsApp's documents may be four times that.</summary>
    public const int Largest = 25 * 1024 * 1024;

    private const int MostHops = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // Where WhatsApp's files are handed out to whoever shows the account's token ("Download media").
    private static readonly string[] TokenHosts = ["fbsbx.com", "fbcdn.net", "whatsapp.net"];

    private static readonly Dictionary<string, string> Extensions = new()
    {
        ["image/jpeg"] = "jpg",
        ["image/png"] = "png",
        ["image/gif"] = "gif",
        ["image/webp"] = "webp",
        ["video/mp4"] = "mp4",
        ["video/3gpp"] = "3gp",
        ["audio/aac"] = "aac",
        ["audio/amr"] = "amr",
        ["audio/mpeg"] = "mp3",
        ["audio/mp4"] = "m4a",
        ["audio/ogg"] = "ogg",
        ["application/pdf"] = "pdf",
    };

    /// <summary>One that asks the internet.</summary>
    public static MetaMedia Over(MetaGraph graph) => new(graph, PublicHttp.Create(Patience, Largest));

    /// <summary>Fetches each; what cannot be had is named, and the rest is there all the same.</summary>
    public async Task<MetaFetched> FetchAsync(MetaAccount? account, IReadOnlyList<MetaFile> files, CancellationToken ct)
    {
        var (fetched, missing, mayCome) = (new List<MailAttachment>(), new List<MissingFile>(), false);
        foreach (var file in files)
        {
            try
            {
                fetched.Add(file.Id is { } id ? await OfWhatsappAsync(account ?? throw Gone(), file, id, ct) : await DownloadAsync(file, file.Url, null, ct));
            }
            catch (FetchException e)
            {
                missing.Add(new MissingFile(NameOf(file, file.ContentType), e.Why));
                mayCome |= e.MayCome;
            }
        }
        return new MetaFetched(fetched, missing, mayCome);
    }

    private async Task<MailAttachment> OfWhatsappAsync(MetaAccount account, MetaFile file, string id, CancellationToken ct)
    {
        JsonElement told;
        try
        {
            told = await graph.GetAsync(account, Uri.EscapeDataString(id), ct);
        }
        catch (MetaException e)
        {
            throw new FetchException(MissingWhy.Gone, e.Trouble is not MetaTrouble.Invalid);
        }
        if (long.TryParse(told.Text("file_size"), out var size) && size > Largest) throw new FetchException(MissingWhy.TooLarge, false);
        return await DownloadAsync(file with { ContentType = file.ContentType ?? told.Text("mime_type") }, told.Text("url"), account.AccessToken, ct);
    }

    private async Task<MailAttachment> DownloadAsync(MetaFile file, string? url, string? token, CancellationToken ct)
    {
        try
        {
            for (var hops = 0; hops < MostHops; hops++)
            {
                using var request = Asking(url, token);
                using var answer = await http.SendAsync(request, ct);
                if (answer is { StatusCode: >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest, Headers.Location: { } next }) (url, token) = (new Uri(request.RequestUri!, next).AbsoluteUri, null);
                else return await ReadAsync(file, answer, ct);
            }
            throw Gone();
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            throw new FetchException(MissingWhy.TooLarge, false);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            throw new FetchException(MissingWhy.Gone, true);
        }
    }

    private static HttpRequestMessage Asking(string? url, string? token)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps || !uri.IsDefaultPort) throw Gone();
        if (token is not null && !TokenHosts.Any(host => uri.Host == host || uri.Host.EndsWith($".{host}", StringComparison.OrdinalIgnoreCase))) throw Gone();
        var request = new HttpRequestMessage(HttpMethod.Get, uri);
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return request;
    }

    private static async Task<MailAttachment> ReadAsync(MetaFile file, HttpResponseMessage answer, CancellationToken ct)
    {
        if (answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError) throw new FetchException(MissingWhy.Gone, true);
        var type = answer.Content.Headers.ContentType?.MediaType?.ToLowerInvariant();
        if (!answer.IsSuccessStatusCode || (type == "text/html" && file.Type != "document" && file.Type != "file")) throw Gone(); // a page that says it has run out
        var stated = LineFiles.Bare(file.ContentType ?? type ?? "application/octet-stream");
        return new MailAttachment(NameOf(file, stated), stated, null, false, await answer.Content.ReadAsByteArrayAsync(ct));
    }

    private static string NameOf(MetaFile file, string? contentType) =>
        file.Name is not null ? SafeName.Of(file.Name) : Extensions.TryGetValue(LineFiles.Bare(contentType ?? ""), out var extension) ? $"{SafeName.Of(file.Type)}.{extension}" : SafeName.Of(file.Type);

    private static FetchException Gone() => new(MissingWhy.Gone, false);

    private sealed class FetchException(MissingWhy why, bool mayCome) : Exception
    {
        public MissingWhy Why => why;

        public bool MayCome => mayCome;
    }
}
