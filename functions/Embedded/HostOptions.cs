using HelpdeskMx.Cosmos;
using HelpdeskMx.Mail.Smtp;

namespace HelpdeskMx.Embedded;

/// <summary>How the process was asked to run: by <c>--name value</c>, or by environment variables named <c>HELPDESKMX_NAME</c>.</summary>
/// <param name="Port">Where it listens, on every address.</param>
/// <param name="Data">The folder that holds everything.</param>
/// <param name="Web">The folder with the built web.</param>
/// <param name="Demo">Adds the demo desk.</param>
/// <param name="Smtp">The mail server; null writes <c>.eml</c> files into <c>outbox/</c> of the data folder.</param>
/// <param name="Cosmos">The account that keeps the documents; null keeps them in the data folder, with everything else.</param>
/// <param name="Describe">A file to write the API's description into; then nothing is served.</param>
public sealed record HostOptions(int Port, string Data, string Web, bool Demo, SmtpServer? Smtp, CosmosOptions? Cosmos, string? Describe)
{
    /// <summary>Reads them.</summary>
    /// <exception cref="FormatException">One cannot be read; the sentence says which, and gives an example.</exception>
    public static HostOptions Read(IConfiguration configuration)
    {
        var port = configuration["port"] ?? "7071";
        if (!ushort.TryParse(port, out var number)) throw new FormatException($"'--port {port}' is not a port. Use a number such as --port 7071.");
        return new(
            number,
            Path.GetFullPath(configuration["data"] ?? "data"),
            Path.GetFullPath(configuration["web"] ?? Path.Combine(AppContext.BaseDirectory, "wwwroot")),
            configuration["demo"] is "true" or "1",
            configuration["smtp"] is { Length: > 0 } smtp ? ReadSmtp(smtp) : null,
            configuration["cosmos"] is { } cosmos ? CosmosOptions.Parse("--cosmos (or HELPDESKMX_COSMOS)", cosmos) : null,
            configuration["describe"]);
    }

    private static SmtpServer ReadSmtp(string url)
    {
        try
        {
            return SmtpServer.Parse(url);
        }
        catch (FormatException e)
        {
            throw new FormatException($"'--smtp' (or HELPDESKMX_SMTP) cannot be read. {e.Message}");
        }
    }
}
