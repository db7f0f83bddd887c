using System.Globalization;
using Microsoft.Data.Sqlite;

namespace AirlineBooking.Benchmarks;

/// <summary>Fills a database with bookings: copies of a real one with all that stands around it, each with ids, a locator and tickets of its own.</summary>
internal static class StoredBookings
{
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    // Each with the column that names the booking, and those that must be new in every copy.
    private static readonly (string Table, string Where)[] Tables =
    [
        ("bookings", "id = $booking"), ("booking_passengers", "booking_id = $booking"), ("travellers", "passenger_id IN (SELECT id FROM booking_passengers WHERE booking_id = $booking)"),
        ("contacts", "booking_id = $booking"), ("tickets", "booking_id = $booking"), ("coupons", "booking_id = $booking"), ("payments", "booking_id = $booking"),
        ("ledger_entries", "booking_id = $booking"), ("outbox_messages", "subject = $subject"), ("audit_entries", "subject = $subject"),
    ];

    /// <summary>Adds copies until there are so many bookings.</summary>
    public static void Fill(string database, int bookings)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        // The copies hang together as their template does, and a fill that is cut short is thrown away.
        Run(connection, "PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -1048576");
        var have = Convert.ToInt64(Scalar(connection, "SELECT COUNT(*) FROM bookings"), CultureInfo.InvariantCulture);
        var template = Scalar(connection, "SELECT b.id FROM bookings b WHERE b.status = 1 AND (SELECT COUNT(*) FROM booking_passengers p WHERE p.booking_id = b.id) = 1 LIMIT 1");
        var subject = Scalar(connection, "SELECT subject FROM audit_entries WHERE what = 'confirmed' LIMIT 1");
        var passenger = Scalar(connection, "SELECT id FROM booking_passengers WHERE booking_id = $booking", ("$booking", template));
        var payment = Scalar(connection, "SELECT id FROM payments WHERE booking_id = $booking", ("$booking", template));
        var ticket = Scalar(connection, "SELECT number FROM tickets WHERE booking_id = $booking", ("$booking", template));
        var rows = Tables.Select(table => new Copies(connection, table.Table, table.Where, template, subject)).ToList();
        var taken = Texts(connection, "SELECT locator FROM bookings");
        using var transaction = connection.BeginTransaction();
        for (long i = have, copies = have; copies < bookings; i++)
        {
            if (taken.Contains(LocatorOf(i))) continue;
            copies++;
            var fresh = new Dictionary<object, object>
            {
                [template] = Id(), [passenger] = Id(), [payment] = Id(), [ticket] = string.Create(CultureInfo.InvariantCulture, $"902{i:D10}"),
            };
            var number = i.ToString(CultureInfo.InvariantCulture);
            foreach (var table in rows) table.Insert(transaction, fresh, number, LocatorOf(i));
        }
        transaction.Commit();
        foreach (var table in rows) table.Dispose();
    }

    // Another one for each number: an odd factor leads through all of them before one comes again.
    private static string LocatorOf(long number)
    {
        var mixed = number * 387_420_489 % (1L << 30);
        return string.Create(6, mixed, static (text, value) =>
        {
            for (var i = 0; i < text.Length; i++, value >>= 5) text[i] = Letters[(int)(value & 31)];
        });
    }

    // In the order of time, as the program makes them.
    private static string Id() => Guid.CreateVersion7().ToString().ToUpperInvariant();

    /// <summary>Runs statements of these benchmarks, whose words are all here.</summary>
    internal static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Words of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static HashSet<string> Texts(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Words of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var texts = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read()) texts.Add(reader.GetString(0));
        return texts;
    }

    private static object Scalar(SqliteConnection connection, string sql, params (string Name, object Value)[] parameters)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Words of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters) command.Parameters.AddWithValue(name, value);
        return command.ExecuteScalar() ?? throw new InvalidOperationException($"Nothing answers: {sql}");
    }

    /// <summary>The rows of one table that belong to the template, and the statement that writes them again.</summary>
    private sealed class Copies : IDisposable
    {
        private readonly List<(string Column, object Value)[]> _rows = [];
        private readonly SqliteCommand _insert;

        public Copies(SqliteConnection connection, string table, string where, object booking, object subject)
        {
            using var read = connection.CreateCommand();
#pragma warning disable CA2100 // Names of our own tables.
            read.CommandText = $"SELECT * FROM {table} WHERE {where}";
            read.Parameters.AddWithValue("$booking", booking);
            read.Parameters.AddWithValue("$subject", subject);
            using var reader = read.ExecuteReader();
            while (reader.Read()) _rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => (reader.GetName(i), reader.GetValue(i))).Where(column => !IsCounted(table, column.Item1))]);
            _insert = connection.CreateCommand();
            var columns = _rows.Count == 0 ? [] : _rows[0].Select(column => column.Column).ToList();
            _insert.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) VALUES ({string.Join(", ", columns.Select(column => $"${column}"))})";
#pragma warning restore CA2100
            foreach (var column in columns) _insert.Parameters.Add(new SqliteParameter($"${column}", null));
        }

        public void Insert(SqliteTransaction transaction, Dictionary<object, object> fresh, string number, string locator)
        {
            _insert.Transaction = transaction;
            foreach (var row in _rows)
            {
                for (var i = 0; i < row.Length; i++)
                {
                    var (column, value) = row[i];
                    _insert.Parameters[i].Value = column switch
                    {
                        "locator" => locator,
                        "dedup_key" or "movement" or "subject" => $"{value}:{number}",
                        _ => fresh.TryGetValue(value, out var own) ? own : value,
                    };
                }
                _insert.ExecuteNonQuery();
            }
        }

        public void Dispose() => _insert.Dispose();

        // Rows that the database counts itself.
        private static bool IsCounted(string table, string column) => column == "id" && table is "ledger_entries" or "audit_entries" && column == "id" || column == "id" && table == "outbox_messages";
    }
}
