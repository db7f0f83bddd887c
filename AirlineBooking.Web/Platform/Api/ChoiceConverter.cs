using System.Text.Json;
using System.Text.Json.Serialization;

namespace AirlineBooking.Web.Platform.Api;

/// <summary>The one name of each value of an enumeration, in snake_case: bodies, queries and the document share them.</summary>
internal static class ChoiceNames
{
    public static string Of(Enum value) => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    public static Dictionary<string, T> ByName<T>() where T : struct, Enum => Enum.GetValues<T>().ToDictionary(value => Of(value), StringComparer.Ordinal);
}

/// <summary>Reads a choice by its one name. The framework's own converter would also take other cases, spaces, and two names at once.</summary>
internal sealed class ChoiceConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter?)Activator.CreateInstance(typeof(OfOne<>).MakeGenericType(typeToConvert));

    private sealed class OfOne<T> : JsonConverter<T> where T : struct, Enum
    {
        private readonly Dictionary<string, T> _byName = ChoiceNames.ByName<T>();
        private readonly Dictionary<T, JsonEncodedText> _names = Enum.GetValues<T>().ToDictionary(value => value, value => JsonEncodedText.Encode(ChoiceNames.Of(value)));

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType is JsonTokenType.String && _byName.TryGetValue(reader.GetString() ?? "", out var value)
                ? value
                : throw new JsonException($"One of {string.Join(", ", _byName.Keys)} is expected.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(_names[value]);
    }
}
