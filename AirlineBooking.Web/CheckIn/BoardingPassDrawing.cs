using System.Globalization;
using System.Text;
using AirlineBooking.Domain.CheckIn;
using AirlineBooking.Web.Ui;
using Microsoft.AspNetCore.Components;
using QRCoder;

namespace AirlineBooking.Web.CheckIn;

/// <summary>The code that is scanned at the gate, as an SVG that needs nothing else: dark on white with its quiet zone, in every theme.</summary>
public static class BoardingPassDrawing
{
    public const string ContentType = "image/svg+xml";

    /// <summary>How many modules of white the standard wants around a code.</summary>
    private const int QuietZone = 4;

    public static string FileName(ShownBoardingPass pass) => $"Boarding-pass-{pass.Locator}-{pass.Flight.FlightNumber}-{pass.Sequence.ToString(CultureInfo.InvariantCulture)}.svg";

    /// <summary>A file of its own.</summary>
    public static string Svg(ShownBoardingPass pass) => Draw(pass).Markup.Value;

    /// <summary>The same inside a page.</summary>
    public static MarkupString Markup(ShownBoardingPass pass) => Draw(pass).Markup;

    private static Html Draw(ShownBoardingPass pass)
    {
        var modules = ModulesOf(pass.BarCode);
        var size = modules.GetLength(0) + 2 * QuietZone;
        return new Html().Add(
            $"""
            <svg xmlns="http://www.w3.org/2000/svg" class="code" viewBox="0 0 {size} {size}" role="img" aria-labelledby="code-title" shape-rendering="crispEdges"><title id="code-title">{Title(pass)}</title><rect width="{size}" height="{size}" fill="#fff"/><path fill="#000" d="{PathOf(modules)}"/></svg>
            """);
    }

    private static string Title(ShownBoardingPass pass) =>
        $"Code to scan at the gate: {pass.Name}, {FlightText.Number(pass.Flight.FlightNumber)}, {pass.Flight.Origin} to {pass.Flight.Destination}{(pass.Seat is { } seat ? $", seat {seat}" : "")}";

    /// <summary>Which modules are dark, by row and column, without the quiet zone.</summary>
    internal static bool[,] ModulesOf(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var (rows, border) = (code.ModuleMatrix, QuietZone);
        var size = rows.Count - 2 * border;
        var modules = new bool[size, size];
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++) modules[row, column] = rows[row + border][column + border];
        }
        return modules;
    }

    // Dark modules of a row that touch are one rectangle: a third of the text, and no hairlines between them on paper.
    private static string PathOf(bool[,] modules)
    {
        var (size, path) = (modules.GetLength(0), new StringBuilder(4096));
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++)
            {
                if (!modules[row, column]) continue;
                var from = column;
                while (column + 1 < size && modules[row, column + 1]) column++;
                path.Append(CultureInfo.InvariantCulture, $"M{from + QuietZone} {row + QuietZone}h{column - from + 1}v1h-{column - from + 1}z");
            }
        }
        return path.ToString();
    }
}
