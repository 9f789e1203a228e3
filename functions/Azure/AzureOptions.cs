using Azure.Core;
using Azure.Identity;
using HelpdeskMx.OnAzure.Storage;
using Microsoft.Extensions.Configuration;

namespace HelpdeskMx.OnAzure;

/// <summary>Where the desk's Azure services are. Identities open them, never keys; only an emulator has a connection string.</summary>
/// <param name="Storage">The storage account of queues, blobs and tables; the one Azure Functions itself uses.</param>
/// <param name="SignalR">The SignalR service, null where browsers hear of changes only when they ask.</param>
/// <param name="Credential">Who the desk is towards them.</param>
public sealed record AzureOptions(StorageAccount Storage, Uri? SignalR, TokenCredential Credential)
{
    /// <summary>Reads them from the settings of Azure Functions (<c>AzureWebJobsStorage</c>) and the desk's own (<c>HELPDESKMX_…</c>, here without their prefix).</summary>
    /// <exception cref="FormatException">One is missing or cannot be read; the sentence says which, and gives an example.</exception>
    public static AzureOptions Read(IConfiguration configuration) => new(
        StorageAccount.Read(configuration),
        configuration["SIGNALR"] is { Length: > 0 } signalR ? Address("SIGNALR", signalR, "https://desk.service.signalr.net") : null,
        new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = configuration["IDENTITY"] }));

    /// <summary>A setting that is an address.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static Uri Address(string name, string? value, string example) => Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"
        ? address
        : throw new FormatException($"HELPDESKMX_{name} is {(string.IsNullOrEmpty(value) ? "missing" : $"'{value}'")} and should be an address such as {example}.");
}
