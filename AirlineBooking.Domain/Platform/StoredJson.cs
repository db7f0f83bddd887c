using System.Text.Json;

namespace AirlineBooking.Domain.Platform;

/// <summary>How a value is written into a text column, and read back as it was: ids and codes as text, amounts as minor units.</summary>
internal static class StoredJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new IdsAsText() },
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Options) ?? throw new InvalidOperationException($"A stored {typeof(T).Name} is empty.");
}
