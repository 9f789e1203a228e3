using HelpdeskMx.Agents;

namespace HelpdeskMx.Embedded;

/// <summary>Says on the console where the desk is and what to do first.</summary>
public static class Greeting
{
    /// <summary>Writes it.</summary>
    public static async Task WriteAsync(IServiceProvider services, HostOptions options)
    {
        var firstRun = services.GetRequiredService<FirstRun>();
        Console.WriteLine($"Helpdesk MX is at http://localhost:{options.Port}");
        if (options.Demo) Console.WriteLine($"Demo: sign in as admin@demo.test or agent@demo.test with the password {Demo.Password}.");
        else if (await firstRun.IsNeededAsync(CancellationToken.None))
            Console.WriteLine($"Nobody can sign in yet. Make the first admin here, once: http://localhost:{options.Port}/setup?token={firstRun.Token}");
        if (options.Smtp is null) Console.WriteLine($"No mail server is set, so answers are written to {Path.Combine(options.Data, "outbox")}. Set one with --smtp smtp://user:password@host:587");
    }
}
