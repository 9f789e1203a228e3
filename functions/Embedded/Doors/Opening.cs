using System.Linq.Expressions;
using System.Reflection;

namespace HelpdeskMx.Embedded.Doors;

/// <summary>Makes calls to doors as fast as calls written by hand.</summary>
public static class Opening
{
    /// <summary>A call that gives the door what opened it and the cancellation, whichever of them it asks for.</summary>
    public static Func<object, T, CancellationToken, Task> With<T>(MethodInfo method)
    {
        var cancellation = Expression.Parameter(typeof(CancellationToken));
        return Compile<Func<object, T, CancellationToken, Task>, T>(method, (p, opened) => p.ParameterType == typeof(CancellationToken) ? cancellation : opened, cancellation);
    }

    /// <summary>A call that binds each parameter of the door from what opened it.</summary>
    public static TCall Compile<TCall, T>(MethodInfo method, Func<ParameterInfo, Expression, Expression> bind, params ParameterExpression[] more)
    {
        var door = Expression.Parameter(typeof(object));
        var opened = Expression.Parameter(typeof(T));
        var call = Expression.Call(Expression.Convert(door, method.DeclaringType!), method, method.GetParameters().Select(p => bind(p, opened)));
        return Expression.Lambda<TCall>(call, [door, opened, .. more]).Compile();
    }

    /// <summary>Being stopped is how a pump ends, not a failure.</summary>
    public static async Task UntilStoppedAsync(this Task pump, CancellationToken stopping)
    {
        try
        {
            await pump;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return;
        }
    }
}
