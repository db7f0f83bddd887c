using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;

namespace AirlineBooking.Web.Ui;

/// <summary>Markup written as text, for drawings that a page repeats by the dozen: a tree of elements costs several times what its text does.</summary>
/// <remarks>Finish one before the next is begun. What the source says is markup, what stands in its holes is text and is encoded. Pages show it with <see cref="Markup"/>.</remarks>
public sealed class Html
{
    // Letters of every script are sent as they are; what could end a text or an attribute never is.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    // Each thread writes one drawing at a time and uses its paper again.
    [ThreadStatic]
    private static StringBuilder? _paper;

    private readonly StringBuilder _text = (_paper ??= new StringBuilder(4096)).Clear();

    /// <summary>Adds markup whose holes are filled with text.</summary>
    public Html Add([InterpolatedStringHandlerArgument("")] Piece piece) => this;

    /// <summary>What was written, for a page.</summary>
    public MarkupString Markup => (MarkupString)_text.ToString();

    /// <summary>The parts of one piece, written where they stand.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Piece
    {
        private readonly Html _html;

        public Piece(int literalLength, int formattedCount, Html html) => _html = html;

        public void AppendLiteral(string markup) => _html._text.Append(markup);

        public void AppendFormatted(string? text)
        {
            if (text is not null) _html._text.Append(Encoder.Encode(text));
        }

        public void AppendFormatted(int number) => _html._text.Append(CultureInfo.InvariantCulture, $"{number}");

        public void AppendFormatted<T>(T text) where T : struct => AppendFormatted(text.ToString());
    }
}
