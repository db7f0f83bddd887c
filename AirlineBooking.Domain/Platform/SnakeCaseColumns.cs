using System.Text;
using Microsoft.EntityFrameworkCore;

namespace AirlineBooking.Domain.Platform;

/// <summary>Gives every column the snake_case name that hand-written SQL expects on both databases.</summary>
internal static class SnakeCaseColumns
{
    public static void Apply(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            // Identity's own tables keep the names that the framework documents.
            if (entity.GetTableName() is not { } table || table.StartsWith("AspNet", StringComparison.Ordinal)) continue;
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(Of(property.Name));
            }
        }
    }

    private static string Of(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i])) snake.Append('_');
            snake.Append(char.ToLowerInvariant(name[i]));
        }
        return snake.ToString();
    }
}
