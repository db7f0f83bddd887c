using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace AirlineBooking.Web.Tests.Bookings;

/// <summary>Reads the words of a PDF as a search or a screen reader would: glyphs are looked up in the tables that say which letters they are.</summary>
public sealed partial class PdfText
{
    private readonly Dictionary<int, (string Dictionary, byte[]? Stream)> _objects = [];

    private PdfText(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        foreach (Match found in Objects().Matches(text))
        {
            var body = found.Groups[2].Value;
            var at = body.IndexOf("stream\n", StringComparison.Ordinal);
            var dictionary = at < 0 ? body : body[..at];
            byte[]? stream = null;
            if (at >= 0 && Length().Match(dictionary) is { Success: true } length)
            {
                stream = Encoding.Latin1.GetBytes(body.Substring(at + 7, int.Parse(length.Groups[1].Value, CultureInfo.InvariantCulture)));
                if (dictionary.Contains("/FlateDecode", StringComparison.Ordinal)) stream = Inflate(stream);
            }
            _objects[int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture)] = (dictionary, stream);
        }
    }

    /// <summary>The words of each page, one line a piece of text.</summary>
    public static IReadOnlyList<string> PagesOf(byte[] pdf)
    {
        var file = new PdfText(pdf);
        return [.. file._objects.OrderBy(one => one.Key).Where(one => PageType().IsMatch(one.Value.Dictionary)).Select(one => file.WordsOf(one.Value.Dictionary))];
    }

    private string WordsOf(string page)
    {
        var content = _objects[int.Parse(Contents().Match(page).Groups[1].Value, CultureInfo.InvariantCulture)].Stream ?? [];
        var fonts = FontUse().Matches(page).ToDictionary(font => font.Groups[1].Value, font => LettersOf(int.Parse(font.Groups[2].Value, CultureInfo.InvariantCulture)));
        var (words, letters) = (new StringBuilder(), new Dictionary<int, string>());
        foreach (Match step in Steps().Matches(Encoding.Latin1.GetString(content)))
        {
            if (step.Groups["font"].Success) letters = fonts[step.Groups["font"].Value];
            else if (step.Groups["end"].Success) words.Append('\n');
            else
            {
                foreach (var glyph in step.Groups["hex"].Value.Chunk(4)) words.Append(letters[int.Parse(new string(glyph), NumberStyles.HexNumber, CultureInfo.InvariantCulture)]);
            }
        }
        return words.ToString();
    }

    private Dictionary<int, string> LettersOf(int font)
    {
        var table = Encoding.Latin1.GetString(_objects[int.Parse(ToUnicode().Match(_objects[font].Dictionary).Groups[1].Value, CultureInfo.InvariantCulture)].Stream ?? []);
        var letters = new Dictionary<int, string>();
        foreach (Match section in Sections().Matches(table))
        {
            var codes = Hex().Matches(section.Groups[2].Value).Select(code => code.Groups[1].Value).ToList();
            var step = section.Groups[1].Value == "char" ? 2 : 3;
            for (var i = 0; i + step <= codes.Count; i += step)
            {
                var (first, last) = (Number(codes[i]), Number(codes[i + step - 2]));
                for (var glyph = first; glyph <= last; glyph++) letters[glyph] = char.ConvertFromUtf32(Number(codes[i + step - 1]) + glyph - first);
            }
        }
        return letters;
    }

    private static int Number(string hex) => int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static byte[] Inflate(byte[] packed)
    {
        using var unpacking = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        unpacking.CopyTo(unpacked);
        return unpacked.ToArray();
    }

    [GeneratedRegex(@"(\d+) 0 obj\n(.*?)\nendobj", RegexOptions.Singleline)]
    private static partial Regex Objects();

    [GeneratedRegex(@"/Length (\d+)")]
    private static partial Regex Length();

    [GeneratedRegex(@"/Type /Page\b(?!s)")]
    private static partial Regex PageType();

    [GeneratedRegex(@"/Contents (\d+) 0 R")]
    private static partial Regex Contents();

    [GeneratedRegex(@"/(F\d+) (\d+) 0 R")]
    private static partial Regex FontUse();

    [GeneratedRegex(@"/ToUnicode (\d+) 0 R")]
    private static partial Regex ToUnicode();

    [GeneratedRegex(@"beginbf(char|range)(.*?)endbf", RegexOptions.Singleline)]
    private static partial Regex Sections();

    [GeneratedRegex("<([0-9A-Fa-f]+)>")]
    private static partial Regex Hex();

    [GeneratedRegex(@"/(?<font>F\d+) [\d.]+ Tf|<(?<hex>[0-9A-Fa-f]+)>|(?<end>\bET\b)")]
    private static partial Regex Steps();
}
