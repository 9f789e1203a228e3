using HelpdeskMx.Http;
using HelpdeskMx.Platform;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace HelpdeskMx.Worker;

/// <summary>Answers what nobody foresaw at an HTTP door, and logs it. What a queue or timer door throws goes on to the platform, which tries again.</summary>
public sealed class Unexpected(ILogger<Unexpected> log) : IFunctionsWorkerMiddleware
{
    /// <inheritdoc/>
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var http = context.GetHttpContext();
        if (http is not null) http.Response.Headers.XContentTypeOptions = "nosniff";
        try
        {
            await next(context);
        }
        catch (Exception e) when (http is { Response.HasStarted: false } && !http.RequestAborted.IsCancellationRequested)
        {
            log.LogError(e, "The door {Door} failed.", context.FunctionDefinition.Name);
            await Problems.Unexpected.ToResult().ExecuteAsync(http);
        }
    }
}
