using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;

namespace AirlineBooking.Simulator;

/// <summary>Names a unit of work by the method that wrote it, such as PaymentResults.ConfirmAsync.</summary>
internal static partial class UnitNames
{
    private static readonly ConcurrentDictionary<MethodInfo, string> Names = new();
    private static readonly ConcurrentDictionary<Type, FieldInfo?> Inner = new();

    public static string Of(Delegate unit)
    {
        // Who hands a unit on wraps it; its own name stands inside.
        while (unit.Target is { } closure && Inner.GetOrAdd(closure.GetType(), FieldOfUnit)?.GetValue(closure) is Delegate inner) unit = inner;
        return Of(unit.Method);
    }

    public static string Of(MethodInfo unit) => Names.GetOrAdd(unit, NameOf);

    /// <summary>True for what stands around a unit that somebody else wrote.</summary>
    public static bool Wraps(Type closure) => FieldOfUnit(closure) is not null;

    private static FieldInfo? FieldOfUnit(Type closure)
    {
        var field = closure.GetField("unit");
        return field is not null && typeof(Delegate).IsAssignableFrom(field.FieldType) ? field : null;
    }

    private static string NameOf(MethodInfo method)
    {
        var type = method.DeclaringType;
        while (type?.DeclaringType is { } outer) type = outer;
        var written = InAngles().Match(method.Name);
        return $"{type?.Name}.{(written.Success ? written.Groups[1].Value : method.Name)}";
    }

    [GeneratedRegex("^<([^>]+)>")]
    private static partial Regex InAngles();
}
