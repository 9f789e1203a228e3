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
        return new UploadView(upload.Id, upload.Name, upload.ContentType, upload.Size);
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

    private static string Key(string id) => $"upload:{id}";
}
