using System.Diagnostics.CodeAnalysis;

namespace AirlineBooking.Domain.Kernel;

/// <summary>What an operation answers: a value, or the one reason it was refused.</summary>
/// <remarks>A refusal is expected and shown to a person. A bug or a lost database throws instead.</remarks>
public sealed record Outcome<T, TRefusal> where T : class where TRefusal : struct, Enum
{
    private Outcome(T? value, TRefusal? refusal) => (Value, Refusal) = (value, refusal);

    /// <summary>The answer, when there is one.</summary>
    public T? Value { get; }

    /// <summary>Why there is no answer.</summary>
    public TRefusal? Refusal { get; }

    /// <summary>True when the operation happened.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Accepted => Value is not null;

    public static implicit operator Outcome<T, TRefusal>(T value) => new(value, null);

    public static implicit operator Outcome<T, TRefusal>(TRefusal refusal) => new(null, refusal);
}
