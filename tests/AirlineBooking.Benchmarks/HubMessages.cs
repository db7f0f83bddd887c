using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace AirlineBooking.Benchmarks;

/// <summary>The words of a live page's connection: MessagePack, each message after its length. Only what that connection says is known here.</summary>
internal static class HubMessages
{
    public const long Invocation = 1, Completion = 3, Ping = 6, Close = 7;

    public static readonly byte[] Pinged = [2, 0x91, (byte)Ping];

    /// <summary>A call of the server; with an id it is answered.</summary>
    public static byte[] Call(string? id, string target, params object?[] arguments)
    {
        var message = new List<byte> { 0x95, (byte)Invocation, 0x80 };
        Write(message, id);
        Write(message, target);
        message.Add((byte)(0x90 + arguments.Length));
        foreach (var argument in arguments) Write(message, argument);
        var length = new List<byte>();
        for (var left = message.Count; ; left >>= 7)
        {
            length.Add((byte)(left & 0x7f | (left > 0x7f ? 0x80 : 0)));
            if (left <= 0x7f) break;
        }
        return [.. length, .. message];
    }

    /// <summary>Takes the first whole message off what was received.</summary>
    public static bool TryTake(ref ReadOnlySequence<byte> received, out object?[] message)
    {
        message = [];
        var (length, shift) = (0, 0);
        var reader = new SequenceReader<byte>(received);
        byte part;
        do
        {
            if (!reader.TryRead(out part)) return false;
            length |= (part & 0x7f) << shift;
            shift += 7;
        }
        while (part >= 0x80);
        if (reader.Remaining < length) return false;
        var at = 0;
        message = (object?[]?)Read(reader.UnreadSequence.Slice(0, length).ToArray(), ref at) ?? [];
        received = received.Slice(reader.Consumed + length);
        return true;
    }

    private static void Write(List<byte> message, object? value)
    {
        if (value is null or bool)
        {
            message.Add(value switch { null => 0xc0, false => 0xc2, _ => 0xc3 });
            return;
        }
        Span<byte> number = stackalloc byte[8];
        if (value is long whole)
        {
            BinaryPrimitives.WriteInt64BigEndian(number, whole);
            message.Add(0xd3);
            message.AddRange(number);
            return;
        }
        var text = Encoding.UTF8.GetBytes((string)value);
        BinaryPrimitives.WriteInt32BigEndian(number, text.Length);
        message.Add(0xdb);
        message.AddRange(number[..4]);
        message.AddRange(text);
    }

    private static object? Read(byte[] bytes, ref int at)
    {
        var kind = bytes[at++];
        switch (kind)
        {
            case <= 0x7f: return (long)kind;
            case 0x80: return null;
            case >= 0x90 and <= 0x9f: return Many(bytes, ref at, kind & 0x0f);
            case >= 0xa0 and <= 0xbf: return Text(bytes, ref at, kind & 0x1f);
            case 0xc0: return null;
            case 0xc2 or 0xc3: return kind is 0xc3;
            case 0xc4 or 0xc5 or 0xc6: return Bytes(bytes, ref at, (int)Number(bytes, ref at, 1 << (kind - 0xc4)));
            case >= 0xcc and <= 0xcf: return Number(bytes, ref at, 1 << (kind - 0xcc));
            case >= 0xd0 and <= 0xd3: return Number(bytes, ref at, 1 << (kind - 0xd0));
            case 0xd9 or 0xda or 0xdb: return Text(bytes, ref at, (int)Number(bytes, ref at, 1 << (kind - 0xd9)));
            case 0xdc or 0xdd: return Many(bytes, ref at, (int)Number(bytes, ref at, kind is 0xdc ? 2 : 4));
            case >= 0xe0: return (long)(sbyte)kind;
            default: throw new InvalidOperationException($"A live connection said what is not known here: 0x{kind:x2}.");
        }
    }

    private static object?[] Many(byte[] bytes, ref int at, int count)
    {
        var many = new object?[count];
        for (var i = 0; i < count; i++) many[i] = Read(bytes, ref at);
        return many;
    }

    private static string Text(byte[] bytes, ref int at, int length) => Encoding.UTF8.GetString(Bytes(bytes, ref at, length).Span);

    private static ReadOnlyMemory<byte> Bytes(byte[] bytes, ref int at, int length)
    {
        at += length;
        return bytes.AsMemory(at - length, length);
    }

    // None of them is below zero or as long as eight bytes could say.
    private static long Number(byte[] bytes, ref int at, int length)
    {
        var number = 0L;
        for (var i = 0; i < length; i++) number = number << 8 | bytes[at++];
        return number;
    }
}
