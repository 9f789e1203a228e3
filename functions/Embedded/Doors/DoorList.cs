using System.Reflection;

namespace HelpdeskMx.Embedded.Doors;

/// <summary>One door: a method that something opens.</summary>
public sealed record FoundDoor(string Name, MethodInfo Method, Attribute Trigger);

/// <summary>Every door of the product, found by reflection.</summary>
public static class DoorList
{
    /// <summary>All doors, by name.</summary>
    public static IReadOnlyList<FoundDoor> All { get; } = [.. Find().OrderBy(d => d.Name, StringComparer.Ordinal)];

    /// <summary>Doors that this trigger opens.</summary>
    public static IEnumerable<(FoundDoor Door, T Trigger)> Of<T>() where T : Attribute =>
        from door in All where door.Trigger is T select (door, (T)door.Trigger);

    private static IEnumerable<FoundDoor> Find() =>
        from type in typeof(DoorList).Assembly.GetTypes()
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        let function = method.GetCustomAttribute<FunctionAttribute>()
        where function is not null
        select new FoundDoor(function.Name, method, TriggerOf(method));

    private static Attribute TriggerOf(MethodInfo method) =>
        method.GetParameters().SelectMany(p => p.GetCustomAttributes()).Single(a => a is HttpTriggerAttribute or QueueTriggerAttribute or TimerTriggerAttribute);
}
