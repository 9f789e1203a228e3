using HelpdeskMx.Agents;
using HelpdeskMx.Cosmos;
using HelpdeskMx.Embedded.Live;
using HelpdeskMx.Embedded.Outgoing;
using HelpdeskMx.Embedded.Storage;
using HelpdeskMx.Http;
using HelpdeskMx.Operations;
using HelpdeskMx.Platform;
using HelpdeskMx.Sending;

namespace HelpdeskMx.Embedded;

/// <summary>The whole product in one process on one machine.</summary>
public static class EmbeddedHost
{
    /// <summary>Builds it, ready to be started.</summary>
    public static WebApplication Build(string[] args, Action<IServiceCollection>? replace = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddEnvironmentVariables("HELPDESKMX_").AddCommandLine(WithValues(args));
        var options = HostOptions.Read(builder.Configuration);

        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("HelpdeskMx", LogLevel.Information).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
        builder.WebHost.UseUrls($"http://*:{options.Port}");
        builder.WebHost.ConfigureKestrel(k => k.AddServerHeader = false);
        builder.Services.ConfigureHttpJsonOptions(o => ApiJson.Configure(o.SerializerOptions));
        builder.Services.AddSingleton(options).AddSingleton(HostSettings.Read()).AddSingleton(TimeProvider.System);
        builder.Services.AddStorage(options.Data).AddHelpdesk(DeskOptions.Read(builder.Configuration)).AddDoors().AddLive().AddMailer(options).AddDescription();
        if (!string.IsNullOrEmpty(builder.Configuration[Telemetry.Collector])) builder.Services.AddTelemetry(builder.Configuration);
        if (options.Cosmos is { } account) builder.Services.AddCosmos(account);
        replace?.Invoke(builder.Services);

        var app = builder.Build();
        app.UseExceptionHandler(Unexpected.Answer);
        app.UseInbox(options);
        app.MapHttpDoors(options.Describe is not null);
        app.MapHub<LiveHub>(LiveHub.Route);
        app.MapInbox(options);
        return app;
    }

    /// <summary>Starts it and says where it is.</summary>
    public static async Task RunAsync(string[] args)
    {
        await using var app = Build(args);
        var options = app.Services.GetRequiredService<HostOptions>();
        if (options.Cosmos is { } account) await app.Services.PrepareAsync(account, CancellationToken.None);
        if (options.Demo) await app.Services.GetRequiredService<Demo>().RunAsync(CancellationToken.None);
        await app.StartAsync();
        if (options.Describe is { } file)
        {
            await Description.WriteAsync(app.Services, file);
            return;
        }
        // Lists need no more time after a restart than before it; nobody waits for this.
        if (options.Cosmos is null) _ = app.Services.GetRequiredService<SqliteDocumentStore>().KeepColumnsAsync(Containers.Tickets);
        await Greeting.WriteAsync(app.Services, options);
        await app.WaitForShutdownAsync();
    }

    private static IServiceCollection AddDoors(this IServiceCollection services) => services
        .AddSingleton<TimerRuns>().AddHostedService<QueuePump>().AddHostedService<TimerPump>();

    private static IServiceCollection AddLive(this IServiceCollection services)
    {
        services.AddSignalR();
        return services.AddSingleton<LiveTokens>().AddSingleton<LiveCount>().AddSingleton<IRealtime, HubRealtime>();
    }

    private static IServiceCollection AddMailer(this IServiceCollection services, HostOptions options) => services
        .AddSingleton<IMailer>(options.Smtp is { } server ? new SmtpMailer(server) : new FolderMailer(Path.Combine(options.Data, "outbox")));

    /// <summary><c>--demo</c> alone means <c>--demo true</c>.</summary>
    private static string[] WithValues(string[] args) => [.. args.Select(a => a == "--demo" ? "--demo=true" : a)];
}
