using System.Runtime.InteropServices;
using System.Text.Json;
using HelpdeskMx.Intake;
using HelpdeskMx.Platform;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace HelpdeskMx.Http;

/// <summary>A form as it came over HTTP.</summary>
public sealed record SentForm(IReadOnlyDictionary<string, string> Answers, IReadOnlyList<SubmittedFile> Files, string? Page)
{
    private const string KeyField = "key";

    /// <summary>The channel's key, where the form carries it as an answer.</summary>
    public string? Key => Answers.GetValueOrDefault(KeyField);

    /// <summary>The submission to keep, without the key. The same <c>Idempotency-Key</c> makes the same submission.</summary>
    public FormSubmission ToSubmission(string formId, string? idempotencyKey) => new(
        idempotencyKey is null ? Ids.Random() : Ids.Derive("submission", formId, idempotencyKey),
        Answers.Where(a => a.Key != KeyField).ToDictionary(), Files, Page);
}

/// <summary>Reads forms as JSON, <c>application/x-www-form-urlencoded</c> or <c>multipart/form-data</c>.</summary>
public static class FormReading
{
    private const int MostAnswers = 100;

    /// <summary>The form, null when it cannot be read.</summary>
    public static async Task<SentForm?> ReadAsync(HttpRequest request, ReadOnlyMemory<byte> body, CancellationToken ct)
    {
        var page = request.Headers.Referer.ToString() is { Length: > 0 and <= 2000 } referer ? referer : null;
        return request.HasFormContentType ? await BrowserAsync(request, body, page, ct) : Json(body, page);
    }

    private static SentForm? Json(ReadOnlyMemory<byte> body, string? page)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            if (json.RootElement.ValueKind != JsonValueKind.Object) return null;
            var answers = new Dictionary<string, string>();
            foreach (var answer in json.RootElement.EnumerateObject())
            {
                if (answers.Count == MostAnswers || answer.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array) return null;
                answers[answer.Name] = answer.Value.ToString();
            }
            return new SentForm(answers, [], page);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task<SentForm?> BrowserAsync(HttpRequest request, ReadOnlyMemory<byte> body, string? page, CancellationToken ct)
    {
        try
        {
            request.Body = MemoryMarshal.TryGetArray(body, out var bytes) ? new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false) : new MemoryStream(body.ToArray(), writable: false);
            var form = await new FormFeature(request, new FormOptions { ValueCountLimit = MostAnswers }).ReadFormAsync(ct);
            var files = new List<SubmittedFile>(form.Files.Count);
            foreach (var file in form.Files.Where(f => f.Length > 0))
            {
                using var content = new MemoryStream((int)file.Length);
                await file.CopyToAsync(content, ct);
                files.Add(new SubmittedFile(file.FileName, file.ContentType, content.ToArray()) { Field = file.Name });
            }
            return new SentForm(form.ToDictionary(a => a.Key, a => a.Value.ToString()), files, page);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return null;
        }
    }
}
