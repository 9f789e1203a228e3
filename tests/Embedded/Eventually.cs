namespace HelpdeskMx.Tests.Embedded;

/// <summary>Waits for a condition that something else brings about.</summary>
public static class Eventually
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(30);

    /// <summary>Returns when the condition holds.</summary>
    /// <exception cref="TimeoutException">It did not come to hold.</exception>
    public static async Task HoldsAsync(Func<Task<bool>> condition)
    {
        var until = DateTime.UtcNow + patience;
        while (!await condition())
        {
            if (DateTime.UtcNow > until) throw new TimeoutException("The condition did not come to hold.");
            await Task.Yield();
        }
    }

    /// <summary>Returns when the condition holds.</summary>
    public static Task HoldsAsync(Func<bool> condition) => HoldsAsync(() => Task.FromResult(condition()));
}
