using System.Diagnostics.CodeAnalysis;

namespace AirlineBooking.Domain.Kernel;

/// <summary>What an operation answers: a value, or the one reason it was refused.</summary>
/// <remarks>A refusal is expected and shown to a person. A bug or a lost database throws instead.</remarks>
public sealed record Outcome<T, TRefusal> where T : class where TRefusal : struct, Enum
{
    private Outcome(T? value, TRefusal? refusal, object? detail) => (Value, Refusal, Detail) = (value, refusal, detail);

    /// <summary>The answer, when there is one.</summary>
    public T? Value { get; }

    /// <summary>Why there is no answer.</summary>
    public TRefusal? Refusal { get; }

    /// <summary>What the refusal is about, when its name does not say all: the seats that were taken, the field that is wrong.</summary>
    public object? Detail { get; }

    /// <summary>True when the operation happened.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Accepted => Value is not null;

    public static implicit operator Outcome<T, TRefusal>(T value) => new(value, null, null);

    public static implicit operator Outcome<T, TRefusal>(TRefusal refusal) => new(null, refusal, null);

    /// <summary>A refusal with what it is about.</summary>
    internal static Outcome<T, TRefusal> Refused(TRefusal refusal, object? detail) => new(null, refusal, detail);
}
