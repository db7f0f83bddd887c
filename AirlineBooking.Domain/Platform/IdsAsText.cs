using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AirlineBooking.Domain.Platform;

/// <summary>Writes our value types that are read with TryParse, such as ids, codes and seat numbers, as the text they show.</summary>
internal sealed class IdsAsText : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => TryParseOf(typeToConvert) is not null;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)(Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert), TryParseOf(typeToConvert))
            ?? throw new InvalidOperationException($"{typeToConvert.Name} cannot be written."));

    private static MethodInfo? TryParseOf(Type type) => type is { IsValueType: true, IsEnum: false } && type.Assembly == typeof(IdsAsText).Assembly
        ? type.GetMethod("TryParse", BindingFlags.Public | BindingFlags.Static, [typeof(string), type.MakeByRefType()])
        : null;

    private sealed class Converter<T>(MethodInfo tryParse) : JsonConverter<T> where T : struct
    {
        private readonly TryParse _tryParse = tryParse.CreateDelegate<TryParse>();

        private delegate bool TryParse(string? text, out T value);

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            _tryParse(reader.GetString(), out var value) ? value : throw new JsonException($"Not a {typeof(T).Name}.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());

        public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader, typeToConvert, options);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(value.ToString() ?? "");
    }
}
