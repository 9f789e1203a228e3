using Azure.Communication.Email;
using Azure.Core;
using HelpdeskMx.OnAzure;
using HelpdeskMx.Platform;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HelpdeskMx.Worker.Outgoing;

/// <summary>The Communication Services that carry mail.</summary>
/// <param name="Service">Its address, null where no mail can leave.</param>
/// <param name="Sender">The address mail comes from, of a domain that is linked to it; answers go to the channel's own address.</param>
public sealed record MailOptions(Uri? Service, string? Sender)
{
    /// <summary>Reads them.</summary>
    /// <exception cref="FormatException">One is missing or cannot be read; the sentence says which, and gives an example.</exception>
    public static MailOptions Read(IConfiguration configuration)
    {
        if (configuration["MAIL"] is not { Length: > 0 } service) return new(null, null);
        return configuration["SENDER"] is { Length: > 0 } sender
            ? new(AzureOptions.Address("MAIL", service, "https://desk.communication.azure.com"), sender)
            : throw new FormatException("HELPDESKMX_SENDER is missing. Set it to a sender address of the linked domain, such as support@shop.example.");
    }
}

/// <summary>Wires the mailer.</summary>
public static class MailServices
{
    /// <summary>Sends through Communication Services; retries are the outbox's, so the client makes none.</summary>
    public static IServiceCollection AddMailer(this IServiceCollection services, MailOptions options, TokenCredential credential)
    {
        if (options.Service is null) return services.AddSingleton<IMailer, NoMailer>();
        var client = new EmailClient(options.Service, credential, new EmailClientOptions { Retry = { MaxRetries = 0 } });
        return services.AddSingleton<IMailer>(new CommunicationMailer(client, options.Sender!));
    }
}
