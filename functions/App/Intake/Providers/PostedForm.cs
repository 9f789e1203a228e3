using System.Runtime.InteropServices;
using System.Text;
using HelpdeskMx.Mail.Charsets;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace HelpdeskMx.Intake.Providers;

/// <summary>One field or file of a form, its bytes as they came.</summary>
public sealed record PostedField(string Name, string? FileName, string ContentType, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The text, by this charset or by what the bytes look like.</summary>
    public string Text(string charset = "") => Charset.Decode(Bytes.Span, Encoding.UTF8.GetBytes(charset));
}

/// <summary>A form as providers post mail: fields may each be in a charset of their own, and one that breaks off gives what it has.</summary>
public sealed record PostedForm(IReadOnlyList<PostedField> Fields)
{
    private const int MostFields = 2000;

    /// <summary>The field of that name that is no file, null where there is none.</summary>
    public PostedField? Field(string name) => Fields.FirstOrDefault(f => f.Name == name && f.FileName is null);

    /// <summary>The text of a field in UTF-8, null where there is none.</summary>
    public string? Text(string name) => Field(name)?.Text();

    /// <summary>The file of that name, null where there is none.</summary>
    public PostedField? File(string name) => Fields.FirstOrDefault(f => f.Name == name && f.FileName is not null);

    /// <summary>Reads it; null where the content type is no form's.</summary>
    public static async Task<PostedForm?> ReadAsync(string? contentType, ReadOnlyMemory<byte> body, CancellationToken ct)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type)) return null;
        if (type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)) return Encoded(body);
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary);
        var isForm = type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase) && boundary.Length is > 0 and <= 200;
        return isForm ? new PostedForm(await PartsAsync(boundary.ToString(), body, ct)) : null;
    }

    private static async Task<List<PostedField>> PartsAsync(string boundary, ReadOnlyMemory<byte> body, CancellationToken ct)
    {
        var fields = new List<PostedField>();
        using var stream = Stream(body);
        try
        {
            var reader = new MultipartReader(boundary, stream);
            while (fields.Count < MostFields && await reader.ReadNextSectionAsync(ct) is { } section)
            {
                using var bytes = new MemoryStream();
                var disposition = ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var read) ? read : null;
                var broken = false;
                try
                {
                    await section.Body.CopyToAsync(bytes, ct);
                }
                catch (IOException)
                {
                    broken = true; // cut short by us: what came before the cut still says whose mail it is
                }
                if (disposition is not null) fields.Add(Field(disposition, section.ContentType, bytes.ToArray()));
                if (broken) break;
            }
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return fields; // no further part can be found
        }
        return fields;
    }

    private static MemoryStream Stream(ReadOnlyMemory<byte> body) =>
        MemoryMarshal.TryGetArray(body, out var array) ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false) : new MemoryStream(body.ToArray(), writable: false);

    private static PostedField Field(ContentDispositionHeaderValue disposition, string? contentType, byte[] bytes)
    {
        var file = disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName;
        return new PostedField(HeaderUtilities.RemoveQuotes(disposition.Name).ToString(), file.HasValue ? HeaderUtilities.RemoveQuotes(file).ToString() : null,
            MediaTypeHeaderValue.TryParse(contentType, out var type) ? type.MediaType.ToString().ToLowerInvariant() : "application/octet-stream", bytes);
    }

    private static PostedForm Encoded(ReadOnlyMemory<byte> body)
    {
        var fields = new List<PostedField>();
        foreach (var (name, values) in QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body.Span)))
            foreach (var value in values.Take(MostFields - fields.Count))
                fields.Add(new PostedField(name, null, "text/plain", Encoding.UTF8.GetBytes(value ?? "")));
        return new PostedForm(fields);
    }
}
