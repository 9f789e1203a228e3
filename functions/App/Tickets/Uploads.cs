using HelpdeskMx.Agents;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Tickets;

/// <summary>A file an agent has uploaded to send with something they write.</summary>
public sealed record Upload(string Id, string Name, string ContentType, long Size, string Blob, string Agent);

/// <summary>An upload as the API answers.</summary>
public sealed record UploadView(string Id, string Name, string ContentType, long Size);

/// <summary>Files agents upload before they send.</summary>
public sealed class Uploads(IDocumentStore store, IBlobs blobs)
{
    /// <summary>The largest file, in bytes.</summary>
    public const int Largest = 20 * 1024 * 1024;

    private const string Item = "upload";
    private readonly Collection<Upload> uploads = new(store, Containers.Lookup, "upload", AppJson.Of<Upload>());

    /// <summary>Stores a file.</summary>
    public async Task<Outcome<UploadView>> AddAsync(string? name, string? contentType, ReadOnlyMemory<byte> content, Agent by, CancellationToken ct)
    {
        if (content.IsEmpty) return Problems.Field("file", "The file is empty.");
        var type = contentType is { Length: > 0 and <= 200 } ? contentType : "application/octet-stream";
        var upload = new Upload(Ids.Random(), SafeName.Of(name), type, content.Length, await blobs.CreateAsync(content, ct), by.Id);
        await uploads.CommitAsync(Key(upload.Id), uploads.Create(Item, upload), ct);
        return Shown(upload);
    }

    /// <summary>These files, as far as they are there.</summary>
    public async Task<IReadOnlyList<UploadView>> ShowAsync(IReadOnlyList<string> ids, CancellationToken ct) =>
        [.. (await Task.WhenAll(ids.Where(Tickets.IsId).Select(id => uploads.ReadAsync(Key(id), Item, ct)))).OfType<Stored<Upload>>().Select(u => Shown(u.Value))];

    /// <summary>Makes files of one agent another's, who goes on with what they belong to.</summary>
    public async Task GiveAsync(IReadOnlyList<string> ids, string from, Agent to, CancellationToken ct)
    {
        if (from == to.Id) return;
        foreach (var id in ids.Where(Tickets.IsId))
        {
            if (await uploads.ReadAsync(Key(id), Item, ct) is { } upload && upload.Value.Agent == from) await uploads.CommitAsync(Key(id), uploads.Replace(Item, upload.Value with { Agent = to.Id }, upload.ETag), ct);
        }
    }

    /// <summary>A file of this agent's, as they stored it; nothing for anybody else's.</summary>
    public async Task<OpenFile?> OpenAsync(string id, Agent by, CancellationToken ct) =>
        Tickets.IsId(id) && await uploads.ReadAsync(Key(id), Item, ct) is { Value: var upload } && upload.Agent == by.Id && await blobs.OpenAsync(upload.Blob, ct) is { } bytes
            ? new OpenFile(bytes, upload.Name, upload.ContentType)
            : null;

    /// <summary>Uploads of this agent, as attachments of what they write.</summary>
    public async Task<Outcome<Attachment[]>> FindAsync(IReadOnlyList<string> ids, Agent by, CancellationToken ct)
    {
        var found = new List<Attachment>(ids.Count);
        foreach (var id in ids)
        {
            if (!Tickets.IsId(id) || await uploads.ReadAsync(Key(id), Item, ct) is not { } upload || upload.Value.Agent != by.Id) return TicketProblems.NoSuchUpload;
            found.Add(new Attachment($"a{found.Count}", upload.Value.Name, upload.Value.ContentType, upload.Value.Size, upload.Value.Blob));
        }
        return found.ToArray();
    }

    private static UploadView Shown(Upload upload) => new(upload.Id, upload.Name, upload.ContentType, upload.Size);

    private static string Key(string id) => $"upload:{id}";
}
