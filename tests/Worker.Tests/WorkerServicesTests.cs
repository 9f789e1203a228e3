using System.Reflection;
using HelpdeskMx.Triggers.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HelpdeskMx.Worker.Tests;

public sealed class WorkerServicesTests
{
    private static readonly Dictionary<string, string?> Settings = new()
    {
        ["AzureWebJobsStorage:accountName"] = "helpdeskmx",
        ["COSMOS"] = "https://helpdeskmx.documents.azure.com",
        ["SIGNALR"] = "https://helpdeskmx.service.signalr.net",
        ["MAIL"] = "https://helpdeskmx.communication.azure.com",
        ["SENDER"] = "donotreply@shop.example",
    };

    public static TheoryData<Type> Doors =>
        [.. typeof(DeskDoors).Assembly.GetTypes().Where(t => t.GetMethods().Any(m => m.GetCustomAttribute<FunctionAttribute>() is not null))];

    [Theory]
    [MemberData(nameof(Doors))]
    public void Every_class_of_doors_can_be_made(Type doors)
    {
        using var services = Services(Settings);
        Assert.NotNull(ActivatorUtilities.CreateInstance(services, doors));
    }

    [Theory]
    [InlineData("AzureWebJobsStorage:accountName", "AzureWebJobsStorage")]
    [InlineData("COSMOS", "HELPDESKMX_COSMOS")]
    [InlineData("SENDER", "HELPDESKMX_SENDER")]
    public void A_missing_setting_stops_the_start_with_a_sentence_that_names_it(string missing, string named)
    {
        var settings = Settings.Where(s => s.Key != missing).ToDictionary();
        Assert.Contains(named, Assert.Throws<FormatException>(() => Services(settings)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SIGNALR", "signalr")]
    [InlineData("MAIL", "mail")]
    public void A_setting_that_is_no_address_stops_the_start(string name, string value)
    {
        var settings = new Dictionary<string, string?>(Settings) { [name] = value };
        Assert.Contains($"HELPDESKMX_{name} is '{value}'", Assert.Throws<FormatException>(() => Services(settings)).Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Services(Dictionary<string, string?> settings) =>
        (ServiceProvider)new ServiceCollection().AddLogging(l => l.ClearProviders()).AddDesk(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();
}
