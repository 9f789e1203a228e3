using HelpdeskMx.Http;
using HelpdeskMx.Platform;

namespace HelpdeskMx.Embedded;

/// <summary>Answers what nobody foresaw. The host has logged it by then; the answer tells nothing of the inside.</summary>
public static class Unexpected
{
    private static readonly Problem Problem = new("unexpected", "Something went wrong on the server; it is in its log. What was saved is safe. Try again.", 500);

    /// <summary>Writes the problem.</summary>
    public static void Answer(IApplicationBuilder app) => app.Run(context => Problem.ToResult().ExecuteAsync(context));
}
