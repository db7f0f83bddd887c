using System.Globalization;
using SkiaSharp;

namespace AirlineBooking.Web.Bookings;

/// <summary>Sheets of A4 that are written from the top down. What does not fit goes on the next sheet, and a table's head goes with it.</summary>
internal sealed class ReceiptPaper : IDisposable
{
    // In points, 72 to the inch.
    private const float Width = 595, Height = 842, Margin = 50, Bottom = 780;

    private static readonly SKTypeface Regular = Load("InstrumentSans-Regular.ttf"), Strong = Load("InstrumentSans-SemiBold.ttf");
    private static readonly SKColor Ink = new(0x0a, 0x1c, 0x27), Quiet = new(0x43, 0x56, 0x61);

    private readonly MemoryStream _bytes = new();
    private readonly SKDocument _document;
    private readonly string _foot;
    private readonly int _pages;
    private SKCanvas? _canvas;
    private float _y;

    /// <param name="title">What a reader shows as the document's name.</param>
    /// <param name="foot">Stands at the foot of every page.</param>
    /// <param name="made">When the document says that it was made.</param>
    /// <param name="pages">How many pages there will be; nothing while that is found out.</param>
    public ReceiptPaper(string title, string foot, DateTimeOffset made, int pages)
    {
        (_foot, _pages) = (foot, pages);
        _document = SKDocument.CreatePdf(_bytes, new SKDocumentPdfMetadata { Title = title, Creation = made.UtcDateTime, Modified = made.UtcDateTime, Producer = "AirlineBooking", RasterDpi = 72, EncodingQuality = 101 });
    }

    public int Pages { get; private set; }

    /// <summary>True when every letter of a text is in the typeface.</summary>
    public static bool CanWrite(string text)
    {
        using var font = new SKFont(Regular, 10);
        return font.ContainsGlyphs(text);
    }

    public void Title(string left, string right)
    {
        Begin(60);
        Text(left, Margin, 22, Strong, Ink);
        Text(right, Width - Margin, 22, Strong, Ink, SKTextAlign.Right);
        _y += 26;
    }

    public void Section(string words)
    {
        Begin(60);
        _y += 14;
        Line();
        _y += 18;
        Text(words, Margin, 11, Strong, Ink);
        _y += 16;
    }

    public void Words(string words, bool strong = false)
    {
        foreach (var line in Wrapped(words, strong ? Strong : Regular, 10, Width - 2 * Margin))
        {
            Begin(16);
            Text(line, Margin, 10, strong ? Strong : Regular, strong ? Ink : Quiet);
            _y += 14;
        }
    }

    /// <summary>Something on the left, and what it is worth on the right.</summary>
    public void Row(string words, string amount, string? under = null, bool strong = false, bool indented = false)
    {
        const float forAmount = 120;
        var lines = Wrapped(words, strong ? Strong : Regular, strong ? 11 : 10, Width - 2 * Margin - forAmount);
        Begin(14 * lines.Count + (under is null ? 6 : 18));
        if (strong)
        {
            Line();
            _y += 16;
        }
        var left = indented ? Margin + 14 : Margin;
        Text(amount, Width - Margin, strong ? 11 : 10, strong ? Strong : Regular, indented ? Quiet : Ink, SKTextAlign.Right);
        foreach (var line in lines)
        {
            Text(line, left, strong ? 11 : 10, strong ? Strong : Regular, indented ? Quiet : Ink);
            _y += 14;
        }
        if (under is not null)
        {
            foreach (var line in Wrapped(under, Regular, 9, Width - 2 * Margin))
            {
                Begin(13);
                Text(line, left, 9, Regular, Quiet);
                _y += 12;
            }
        }
        _y += 2;
    }

    public byte[] Finish()
    {
        End();
        _document.Close();
        return _bytes.ToArray();
    }

    public void Dispose()
    {
        _document.Dispose();
        _bytes.Dispose();
    }

    private void Begin(float room)
    {
        if (_canvas is not null && _y + room <= Bottom) return;
        End();
        _canvas = _document.BeginPage(Width, Height);
        _y = Margin + 20;
        Pages++;
    }

    private void End()
    {
        if (_canvas is null) return;
        _y = Height - 36;
        Text(_foot, Margin, 8, Regular, Quiet);
        if (_pages > 1) Text(string.Create(CultureInfo.InvariantCulture, $"Page {Pages} of {_pages}"), Width - Margin, 8, Regular, Quiet, SKTextAlign.Right);
        _document.EndPage();
        _canvas = null;
    }

    private void Text(string text, float x, float size, SKTypeface face, SKColor colour, SKTextAlign align = SKTextAlign.Left)
    {
        using var font = new SKFont(face, size) { Subpixel = true };
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        _canvas?.DrawText(text, x, _y, align, font, paint);
    }

    private void Line()
    {
        using var paint = new SKPaint { Color = Ink, StrokeWidth = 1.5f };
        _canvas?.DrawLine(Margin, _y - 3, Width - Margin, _y - 3, paint);
    }

    private static List<string> Wrapped(string words, SKTypeface face, float size, float room)
    {
        using var font = new SKFont(face, size);
        var (lines, line) = (new List<string>(), "");
        foreach (var word in words.Split(' '))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && font.MeasureText(longer) > room)
            {
                lines.Add(line);
                longer = word;
            }
            line = longer;
        }
        lines.Add(line);
        return lines;
    }

    private static SKTypeface Load(string name)
    {
        using var file = typeof(ReceiptPaper).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in the program.");
        return SKTypeface.FromStream(file) ?? throw new InvalidOperationException($"{name} is not a typeface.");
    }
}
