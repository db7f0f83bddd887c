using System.Globalization;
using AirlineBooking.Domain.Flights;

namespace AirlineBooking.Web.Platform.Commands;

/// <summary>What an import tells the operator.</summary>
internal static class ImportWords
{
    public static string Words(this ImportRefusal refusal) => refusal switch
    {
        ImportRefusal.NotReadable => "The file cannot be read: it is damaged, or not what the command expects.",
        ImportRefusal.ColumnMissing => "A column that the import needs is missing. Nothing was loaded.",
        ImportRefusal.NoUsableRow => "No row of the file could be used. Nothing was loaded.",
        ImportRefusal.RowsAreBad => "With --strict nothing is loaded when any row is bad.",
        ImportRefusal.TooManyRows => "The file has too many rows for one import. Nothing was loaded.",
        ImportRefusal.AnotherImportIsRunning => "Another import is running. Wait for it and start this one again.",
        ImportRefusal.TrailerMissing => "The file ends without its trailer record (type 5), so it may be cut off. Load it all the same with --without-trailer.",
        ImportRefusal.NotWellFormed => "The file is not a well-formed SSIM file. Nothing was loaded.",
    };

    public static string Words(this ImportProblem problem) => problem.Line > 0
        ? string.Create(CultureInfo.InvariantCulture, $"line {problem.Line}: {problem.Reason}{(problem.IsRemark ? " (loaded all the same)" : "")}")
        : problem.Reason;

    public static string Words(this ImportSummary summary, bool dryRun)
    {
        var counts = string.Create(
            CultureInfo.InvariantCulture,
            $"{summary.Added} added, {summary.Changed} changed, {summary.Removed} removed, {summary.Unchanged} unchanged; {summary.Bad} skipped");
        return dryRun ? $"Dry run, nothing was changed. It would be: {counts}." : $"Done: {counts}.";
    }
}
