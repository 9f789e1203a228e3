using System.Linq.Expressions;
using System.Reflection;
using HelpdeskMx.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace HelpdeskMx.Embedded.Doors;

/// <summary>Opens every HTTP door through endpoint routing.</summary>
public static class HttpDoors
{
    private const string Prefix = "/api/";

    /// <summary>Maps them all below <c>/api</c>; with their description only to write it down, since what a door says it takes would be enforced by routing.</summary>
    public static void MapHttpDoors(this IEndpointRouteBuilder app, bool described)
    {
        foreach (var (door, trigger) in DoorList.Of<HttpTriggerAttribute>())
        {
            var run = Opening.Compile<Func<object, HttpContext, Task<IResult>>, HttpContext>(door.Method, Argument);
            var create = ActivatorUtilities.CreateFactory(door.Method.DeclaringType!, []);
            var endpoint = app.MapMethods(Prefix + trigger.Route, trigger.Methods.Select(m => m.ToUpperInvariant()), async context =>
            {
                var result = await run(create(context.RequestServices, null), context);
                await result.ExecuteAsync(context);
            });
            endpoint.WithName(door.Name);
            if (described && door.Method.GetCustomAttribute<SaysAttribute>() is { } says) Describe(endpoint, door, says);
        }
    }

    private static void Describe(IEndpointConventionBuilder endpoint, FoundDoor door, SaysAttribute says)
    {
        endpoint.WithMetadata(door.Method, says, new TagsAttribute(door.Method.DeclaringType!.Name.Replace("Doors", "", StringComparison.Ordinal)));
        if (says.Takes is not null) endpoint.WithMetadata(new AcceptsMetadata(["application/json"], says.Takes));
        if (says.TakesMedia is { } media) endpoint.WithMetadata(new AcceptsMetadata([media], typeof(Stream)));
        endpoint.WithMetadata(says.Returns is null && says.ReturnsMedia is null
            ? new ProducesResponseTypeMetadata(says.Status)
            : new ProducesResponseTypeMetadata(says.Status, says.Returns ?? typeof(Stream), [says.ReturnsMedia ?? "application/json"]));
    }

    /// <summary>Binds as the isolated worker does: the request, the route's values by name, the cancellation.</summary>
    private static Expression Argument(ParameterInfo parameter, Expression context)
    {
        if (parameter.ParameterType == typeof(HttpRequest)) return Expression.Property(context, nameof(HttpContext.Request));
        if (parameter.ParameterType == typeof(CancellationToken)) return Expression.Property(context, nameof(HttpContext.RequestAborted));
        var value = Expression.Call(typeof(HttpDoors), nameof(RouteValue), null, context, Expression.Constant(parameter.Name));
        if (parameter.ParameterType == typeof(string)) return value;
        var parse = parameter.ParameterType.GetMethod("Parse", [typeof(string), typeof(IFormatProvider)])!;
        return Expression.Call(parse, value, Expression.Constant(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static string RouteValue(HttpContext context, string name) => (string)context.GetRouteValue(name)!;
}
