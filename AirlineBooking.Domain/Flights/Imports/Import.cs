namespace AirlineBooking.Domain.Flights;

/// <summary>Why an import did not happen. What was wrong in the file was told line by line before.</summary>
public enum ImportRefusal
{
    NotReadable,
    ColumnMissing,
    NoUsableRow,
    RowsAreBad,
    TooManyRows,
    AnotherImportIsRunning,
    TrailerMissing,
    NotWellFormed,
}

/// <summary>A row that was skipped, or a remark on one that was loaded: where it stands in the file, and the reason.</summary>
public sealed record ImportProblem(int Line, string Reason)
{
    /// <summary>True when the row was loaded all the same.</summary>
    public bool IsRemark { get; init; }
}

/// <summary>How far an import is: what it is doing, and how many of how many are done.</summary>
public sealed record ImportProgress(string Doing, long Done, long? Of);

/// <summary>What to import, how, and who listens to it.</summary>
public sealed record ImportRequest(Stream Content)
{
    /// <summary>Compare and tell, but change nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>Load nothing if any row is bad.</summary>
    public bool Strict { get; init; }

    /// <summary>Accept a schedule message without its last record.</summary>
    public bool WithoutTrailer { get; init; }

    public Action<ImportProblem> Report { get; init; } = static _ => { };

    public Action<ImportProgress> Progress { get; init; } = static _ => { };
}

/// <summary>What an import did, or with <see cref="ImportRequest.DryRun"/> would do.</summary>
public sealed record ImportSummary(int Added, int Changed, int Removed, int Unchanged, int Bad)
{
    public const int MostExamples = 10;

    /// <summary>The first of each kind in words, for a person to look at.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];

    public bool ChangesAnything => Added + Changed + Removed > 0;
}
