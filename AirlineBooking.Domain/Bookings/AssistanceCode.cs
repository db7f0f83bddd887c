using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Bookings;

/// <summary>A kind of assistance that a passenger can ask for, by the four letters that airlines and airports use. It costs nothing.</summary>
public readonly record struct AssistanceCode : IStoredAs
{
    /// <summary>How many one passenger can ask for.</summary>
    public const int MostPerPassenger = 5;

    private static readonly (string Code, string Words, bool KeepsFromExits)[] Known =
    [
        ("WCHR", "Wheelchair to the aircraft; I can climb steps and walk to my seat", true),
        ("WCHS", "Wheelchair to the aircraft door; I cannot climb steps but can walk to my seat", true),
        ("WCHC", "Wheelchair to my seat; I cannot walk", true),
        ("WCMP", "I bring my own manual wheelchair", true),
        ("WCBD", "I bring my own wheelchair with a dry battery", true),
        ("WCBW", "I bring my own wheelchair with a wet battery", true),
        ("WCLB", "I bring my own wheelchair with a lithium battery", true),
        ("BLND", "I am blind or see little", true),
        ("DEAF", "I am deaf or hear little", true),
        ("DPNA", "I have a learning or developmental disability and need help", true),
        ("MAAS", "Please meet me and help me on my way", true),
        ("MEDA", "I have a medical condition; clearance may be needed", true),
        ("OXYG", "I need oxygen on board", true),
        ("SVAN", "I travel with an assistance dog", true),
        ("BSCT", "A bassinet for my infant", false),
    ];

    private static readonly FrozenDictionary<string, int> Index = Known.Select((known, i) => (known.Code, i)).ToFrozenDictionary(pair => pair.Code, pair => pair.i, StringComparer.Ordinal);

    private readonly string? _text;

    private AssistanceCode(string text) => _text = text;

    /// <summary>All that can be asked for, in the order they are shown.</summary>
    public static IReadOnlyList<AssistanceCode> All { get; } = [.. Known.Select(known => new AssistanceCode(known.Code))];

    /// <summary>What it means, as a passenger would say it.</summary>
    public string Words => Known[Index[ToString()]].Words;

    /// <summary>True when who asks for it may not sit at an exit.</summary>
    public bool KeepsFromExits => Known[Index[ToString()]].KeepsFromExits;

    object IStoredAs.Stored => ToString();

    public static AssistanceCode Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"'{text}' is not a kind of assistance such as WCHR.");

    /// <summary>Reads one of the known codes, in either case.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out AssistanceCode code)
    {
        code = default;
        var upper = text?.Trim().ToUpperInvariant();
        if (upper is null || !Index.TryGetValue(upper, out var at)) return false;
        code = All[at];
        return true;
    }

    public override string ToString() => _text ?? "";
}
