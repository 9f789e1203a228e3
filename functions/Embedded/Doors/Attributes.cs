namespace HelpdeskMx.Embedded.Doors;

/// <summary>Names a door; the same shape as the attribute of Azure Functions' isolated worker.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FunctionAttribute(string name) : Attribute
{
    /// <summary>Unique in the product.</summary>
    public string Name { get; } = name;
}

/// <summary>Who a platform lets through to a door by itself. The product checks for itself, so doors are anonymous.</summary>
public enum AuthorizationLevel { Anonymous, User, Function, System, Admin }

/// <summary>Opens a door by HTTP.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods) : Attribute
{
    /// <summary>Always anonymous here.</summary>
    public AuthorizationLevel AuthLevel { get; } = authLevel;

    /// <summary>Methods in lower case.</summary>
    public string[] Methods { get; } = methods;

    /// <summary>Below the prefix <c>api</c>.</summary>
    public string? Route { get; set; }
}

/// <summary>Opens a door with each message of a queue.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class QueueTriggerAttribute(string queueName) : Attribute
{
    /// <summary>The queue.</summary>
    public string QueueName { get; } = queueName;
}

/// <summary>Opens a door by the clock.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class TimerTriggerAttribute(string schedule) : Attribute
{
    /// <summary>An NCrontab expression with seconds, in UTC.</summary>
    public string Schedule { get; } = schedule;
}

/// <summary>What a timer door is told.</summary>
public sealed record TimerInfo(bool IsPastDue);
