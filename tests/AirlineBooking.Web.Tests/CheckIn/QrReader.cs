using System.Globalization;
using System.Text;

namespace AirlineBooking.Web.Tests.CheckIn;

/// <summary>Reads a clean QR code of error correction M back to its text, as a scanner would: mask, zigzag, blocks, segments.</summary>
public static class QrReader
{
    private const string Alphanumeric = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    // For error correction M by version from 1: check bytes a block, blocks of the shorter kind with their data bytes, blocks with one byte more.
    private static readonly (int Check, int Short, int Data, int Long)[] Blocks =
    [
        (10, 1, 16, 0), (16, 1, 28, 0), (26, 1, 44, 0), (18, 2, 32, 0), (24, 2, 43, 0), (16, 4, 27, 0), (18, 4, 31, 0), (22, 2, 38, 2), (22, 3, 36, 2), (26, 4, 43, 1), (30, 1, 50, 4), (22, 6, 36, 2),
    ];

    private static readonly int[][] Alignments =
        [[], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34], [6, 22, 38], [6, 24, 42], [6, 26, 46], [6, 28, 50], [6, 30, 54], [6, 32, 58]];

    public static string Read(bool[,] modules)
    {
        var size = modules.GetLength(0);
        var version = (size - 17) / 4;
        var format = 0;
        foreach (var column in new[] { 0, 1, 2, 3, 4 }) format = format << 1 | (modules[8, column] ? 1 : 0);
        format ^= 0b10101;
        Assert.Equal(0b00, format >> 3);
        return Segments(Data(Bytes(modules, size, version, format & 7), version), version);
    }

    private static List<byte> Bytes(bool[,] modules, int size, int version, int mask)
    {
        var (bytes, value, bits, upwards) = (new List<byte>(), 0, 0, true);
        for (var right = size - 1; right > 0; right -= 2)
        {
            if (right == 6) right--;
            for (var step = 0; step < size; step++)
            {
                var row = upwards ? size - 1 - step : step;
                foreach (var column in new[] { right, right - 1 })
                {
                    if (IsFixed(row, column, size, version)) continue;
                    value = value << 1 | (modules[row, column] ^ IsMasked(mask, row, column) ? 1 : 0);
                    if (++bits < 8) continue;
                    bytes.Add((byte)value);
                    (value, bits) = (0, 0);
                }
            }
            upwards = !upwards;
        }
        return bytes;
    }

    private static bool IsFixed(int row, int column, int size, int version)
    {
        if (row == 6 || column == 6) return true;
        if (row < 9 && (column < 9 || column >= size - 8) || row >= size - 8 && column < 9) return true;
        if (version >= 7 && (row < 6 && column >= size - 11 || column < 6 && row >= size - 11)) return true;
        var centres = Alignments[version - 1];
        return centres.Any(y => Math.Abs(row - y) <= 2 && centres.Any(x => Math.Abs(column - x) <= 2 && !IsCorner(y, x, size)));
    }

    private static bool IsCorner(int y, int x, int size) => (y, x) == (6, 6) || (y, x) == (6, size - 7) || (y, x) == (size - 7, 6);

    private static bool IsMasked(int mask, int y, int x) => mask switch
    {
        0 => (y + x) % 2 == 0,
        1 => y % 2 == 0,
        2 => x % 3 == 0,
        3 => (y + x) % 3 == 0,
        4 => (y / 2 + x / 3) % 2 == 0,
        5 => y * x % 2 + y * x % 3 == 0,
        6 => (y * x % 2 + y * x % 3) % 2 == 0,
        _ => ((y + x) % 2 + y * x % 3) % 2 == 0,
    };

    private static List<byte> Data(List<byte> bytes, int version)
    {
        var (_, few, data, more) = Blocks[version - 1];
        var blocks = Enumerable.Range(0, few + more).Select(_ => new List<byte>()).ToArray();
        var at = 0;
        for (var i = 0; i <= data; i++)
        {
            for (var block = 0; block < blocks.Length; block++)
            {
                if (i < data || block >= few) blocks[block].Add(bytes[at++]);
            }
        }
        return [.. blocks.SelectMany(block => block)];
    }

    private static string Segments(List<byte> data, int version)
    {
        var (bits, at, text) = (string.Concat(data.Select(one => Convert.ToString(one, 2).PadLeft(8, '0'))), 0, new StringBuilder());
        int Take(int count)
        {
            var number = Convert.ToInt32(bits.Substring(at, count), 2);
            at += count;
            return number;
        }
        while (at + 4 <= bits.Length && Take(4) is > 0 and var mode)
        {
            switch (mode)
            {
                case 1:
                    for (var digits = Take(version < 10 ? 10 : 12); digits > 0; digits -= 3)
                    {
                        var group = Math.Min(3, digits);
                        text.Append(Take(group * 3 + 1).ToString(CultureInfo.InvariantCulture).PadLeft(group, '0'));
                    }
                    break;
                case 2:
                    var letters = Take(version < 10 ? 9 : 11);
                    for (; letters > 1; letters -= 2)
                    {
                        var (first, second) = Math.DivRem(Take(11), 45);
                        text.Append(Alphanumeric[first]).Append(Alphanumeric[second]);
                    }
                    if (letters == 1) text.Append(Alphanumeric[Take(6)]);
                    break;
                case 4:
                    for (var left = Take(version < 10 ? 8 : 16); left > 0; left--) text.Append((char)Take(8));
                    break;
                default:
                    throw new InvalidOperationException($"Mode {mode} is not read here.");
            }
        }
        return text.ToString();
    }
}
