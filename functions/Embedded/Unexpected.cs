using HelpdeskMx.Http;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Embedded;

/// <summary>Answers what nobody foresaw. The host has logged it by then.</summary>
public static class Unexpected
{
    /// <summary>Writes the problem.</summary>
    public static void Answer(IApplicationBuilder app) => app.Run(context => Problems.Unexpected.ToResult().ExecuteAsync(context));
}
