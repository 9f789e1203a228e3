using HelpdeskMx.Platform;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace HelpdeskMx.Http;

/// <summary>Outcomes as HTTP answers.</summary>
public static class Answers
{
    /// <summary>The value as JSON, or the problem as RFC 9457 problem details.</summary>
    public static IResult ToResult<T>(this Outcome<T> outcome, int status = StatusCodes.Status200OK) =>
        outcome.Problem is { } problem ? problem.ToResult() : Json(outcome.Value, status);

    /// <summary>Nothing to say, or the problem.</summary>
    public static IResult ToNoContent<T>(this Outcome<T> outcome) => outcome.Problem is { } problem ? problem.ToResult() : Results.NoContent();

    /// <summary>A value as JSON.</summary>
    public static IResult Json<T>(T value, int status = StatusCodes.Status200OK) => Results.Json(value, ApiJson.Options, statusCode: status);

    /// <summary>A problem as <c>application/problem+json</c>; the sentence is the title.</summary>
    public static IResult ToResult(this Problem problem)
    {
        var details = new ProblemDetails { Title = problem.Sentence, Status = problem.Status };
        details.Extensions["code"] = problem.Code;
        foreach (var (name, value) in problem.With ?? new Dictionary<string, object>()) details.Extensions[name] = value;
        return Results.Json(details, ApiJson.Options, "application/problem+json", problem.Status);
    }

    /// <summary>A page of a list; a continuation the list has not given out is told as a bad parameter.</summary>
    public static async Task<IResult> PageAsync(Func<Task<IResult>> read)
    {
        try
        {
            return await read();
        }
        catch (FormatException)
        {
            return Problems.BadParameter("after", "the 'next' of the page before, with the same filters").ToResult();
        }
    }
}
