using HelpdeskMx.Platform;

namespace HelpdeskMx.Tickets;

/// <summary>Which files each line takes, as Meta documents it for Messenger, Instagram and WhatsApp.</summary>
public static class LineFiles
{
    private const long Megabyte = 1024 * 1024;
    private static readonly string[] Pictures = ["image/jpeg", "image/png", "image/gif"];
    private static readonly string[] Documents =
    [
        "text/plain", "application/pdf", "application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ];

    private static readonly string[] WhatsappSounds = ["audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg"];
    private static readonly string[] InstagramSounds = ["audio/aac", "audio/mp4", "audio/m4a", "audio/x-m4a", "audio/wav", "audio/x-wav"];
    private static readonly string[] InstagramFilms = ["video/mp4", "video/ogg", "video/x-msvideo", "video/quicktime", "video/webm"];

    /// <summary>As what Meta sends the file: <c>image</c>, <c>audio</c>, <c>video</c>, or <c>file</c> (WhatsApp says <c>document</c>); null where the line does not take it.</summary>
    public static string? As(ChannelKind kind, string contentType)
    {
        var type = Bare(contentType);
        var family = type.Split('/')[0];
        return kind switch
        {
            ChannelKind.Whatsapp => type is "image/jpeg" or "image/png" ? "image" : type is "video/mp4" or "video/3gpp" ? "video" : WhatsappSounds.Contains(type) ? "audio" : Documents.Contains(type) ? "document" : null,
            ChannelKind.Instagram => Pictures.Contains(type) ? "image" : InstagramSounds.Contains(type) ? "audio" : InstagramFilms.Contains(type) ? "video" : type == "application/pdf" ? "file" : null,
            _ => Pictures.Contains(type) ? "image" : family is "audio" or "video" ? family : "file",
        };
    }

    /// <summary>The type without parameters, in lower case.</summary>
    public static string Bare(string contentType) => contentType.Split(';')[0].Trim().ToLowerInvariant();

    /// <summary>Why the line does not take one of these files; null where it takes all.</summary>
    public static Problem? Fault(ChannelKind kind, IReadOnlyList<Attachment> files)
    {
        if (kind == ChannelKind.Chat) return null;
        foreach (var file in files)
        {
            if (As(kind, file.ContentType) is not { } sent) return Problems.Field("attachments", $"{kind} does not take '{file.Name}'. {Takes(kind)}");
            var most = Most(kind, sent);
            if (file.Size > most * Megabyte) return Problems.Field("attachments", $"'{file.Name}' is too large for {kind}: it takes up to {most} MB here.");
        }
        return null;
    }

    private static long Most(ChannelKind kind, string sent) => (kind, sent) switch
    {
        (ChannelKind.Whatsapp, "image") => 5,
        (ChannelKind.Whatsapp, "document") => 100,
        (ChannelKind.Whatsapp, _) => 16,
        (_, "image") => 8,
        _ => 25,
    };

    private static string Takes(ChannelKind kind) => kind == ChannelKind.Whatsapp
        ? "It takes JPEG and PNG pictures, MP4 films, sound, PDF, text and Office documents."
        : "It takes JPEG, PNG and GIF pictures, films, sound, and PDF.";
}
