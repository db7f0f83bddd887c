using System.Data.Common;
using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Payments;
using AirlineBooking.Domain.Seats;
using Microsoft.Data.Sqlite;

namespace AirlineBooking.Simulator;

/// <summary>The tables that a commit can touch.</summary>
[Flags]
internal enum Tables
{
    Claims = 1, Cabins = 2, Holds = 4, Bookings = 8, Coupons = 16, Payments = 32, Refunds = 64, Ledger = 128, Outbox = 256, Requests = 512, Gateway = 1024, Changes = 2048,
}

internal readonly record struct ClaimRow(long Flight, string Seat, int Cabin, ClaimState State, string? Hold, DateTime? Until, string? Booking, string? Passenger);

internal readonly record struct CabinRow(long Flight, int Cabin, int Capacity, int Authorised, int Unseated, int Taken, long Version);

internal readonly record struct BookingRow(
    string Id, string Locator, BookingStatus Status, bool HoldsPlaces, bool Confirmed, DateTime? KeptUntil, long Total, long Paid, long Refunded, long RefundDue);

internal readonly record struct CouponRow(string Booking, string Passenger, long Flight, CouponStatus Status);

internal readonly record struct PaymentRow(string Id, string Booking, long Amount, PaymentState State, bool Due);

internal readonly record struct RefundRow(string Id, string Booking, string Payment, long Amount, RefundState State);

internal readonly record struct LedgerRow(string Movement, LedgerAccount Account, long Amount, string Booking);

internal readonly record struct RequestRow(string Key, string? Subject, bool Answered);

internal readonly record struct GatewayRow(string Id, GatewayOutcome Outcome, long Captured, long Refunded, bool Voided);

/// <summary>What never changes of a booking.</summary>
internal sealed record SoldRow(string Email, Cabin Cabin, IReadOnlyDictionary<long, int> Unseated, IReadOnlyList<long> Flights, IReadOnlySet<string> Infants, int Passengers);

/// <summary>The database as it is after a commit. Only the tables that the commit touched are read again.</summary>
internal sealed class Books : IDisposable
{
    private static readonly Dictionary<string, Tables> ByName = new(StringComparer.Ordinal)
    {
        ["seat_claims"] = Tables.Claims, ["flight_cabins"] = Tables.Cabins, ["seat_holds"] = Tables.Holds, ["bookings"] = Tables.Bookings, ["coupons"] = Tables.Coupons,
        ["payments"] = Tables.Payments, ["refunds"] = Tables.Refunds, ["ledger_entries"] = Tables.Ledger, ["outbox_messages"] = Tables.Outbox,
        ["run_once_entries"] = Tables.Requests, ["sandbox_payments"] = Tables.Gateway, ["seat_changes"] = Tables.Changes,
    };

    private readonly SqliteConnection _connection;
    private readonly List<DbCommand> _commands = [];
    private readonly Dictionary<Tables, Action> _readers = [];
    private readonly SQLitePCL.delegate_update _hook;
    private Tables _touched;

    public Books(SqliteConnection connection)
    {
        _connection = connection;
        // Kept in a field: the database calls it, and the collector does not see that.
        _hook = (_, _, _, table, _) =>
        {
            if (ByName.TryGetValue(table.utf8_to_string(), out var known)) _touched |= known;
        };
        SQLitePCL.raw.sqlite3_update_hook(connection.Handle, _hook, null);
        Reads(Tables.Claims, Claims, "SELECT flight_id, seat, cabin, state, hold_id, held_until, booking_id, passenger_id FROM seat_claims",
            row => new ClaimRow(row.GetInt64(0), row.GetString(1), row.GetInt32(2), (ClaimState)row.GetInt32(3), Text(row, 4), Time(row, 5), Text(row, 6), Text(row, 7)));
        Reads(Tables.Cabins, Cabins, "SELECT flight_id, cabin, capacity, authorised, unseated, taken, version FROM flight_cabins",
            row => new CabinRow(row.GetInt64(0), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3), row.GetInt32(4), row.GetInt32(5), row.GetInt64(6)));
        Reads(Tables.Bookings, Bookings, "SELECT id, locator, status, holds_places, confirmed_at, kept_until, total, paid, refunded, refund_due FROM bookings",
            row => new BookingRow(row.GetString(0), row.GetString(1), (BookingStatus)row.GetInt32(2), row.GetBoolean(3), !row.IsDBNull(4), Time(row, 5), row.GetInt64(6), row.GetInt64(7), row.GetInt64(8), row.GetInt64(9)));
        Reads(Tables.Coupons, Coupons, "SELECT booking_id, passenger_id, flight_id, status FROM coupons",
            row => new CouponRow(row.GetString(0), row.GetString(1), row.GetInt64(2), (CouponStatus)row.GetInt32(3)));
        Reads(Tables.Payments, Payments, "SELECT id, booking_id, amount, state, due_at FROM payments",
            row => new PaymentRow(row.GetString(0), row.GetString(1), row.GetInt64(2), (PaymentState)row.GetInt32(3), !row.IsDBNull(4)));
        Reads(Tables.Refunds, Refunds, "SELECT id, booking_id, payment_id, amount, state FROM refunds",
            row => new RefundRow(row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt64(3), (RefundState)row.GetInt32(4)));
        Reads(Tables.Ledger, Ledger, "SELECT movement, account, amount, booking_id FROM ledger_entries",
            row => new LedgerRow(row.GetString(0), (LedgerAccount)row.GetInt32(1), row.GetInt64(2), row.GetString(3)));
        Reads(Tables.Outbox, Outbox, "SELECT dedup_key FROM outbox_messages", row => row.GetString(0));
        Reads(Tables.Requests, Requests, "SELECT client || ' ' || key, subject, answer IS NOT NULL FROM run_once_entries", row => new RequestRow(row.GetString(0), Text(row, 1), row.GetBoolean(2)));
        Reads(Tables.Gateway, Gateway, "SELECT id, outcome, captured, refunded, voided FROM sandbox_payments",
            row => new GatewayRow(row.GetString(0), (GatewayOutcome)row.GetInt32(1), row.GetInt64(2), row.GetInt64(3), row.GetBoolean(4)));
        Reads(Tables.Holds, Holds, "SELECT id, expires_at FROM seat_holds", row => (row.GetString(0), row.GetDateTime(1)));
        _readers[Tables.Changes] = static () => { };
    }

    public List<ClaimRow> Claims { get; } = [];

    /// <summary>The claims before the last commit that touched them.</summary>
    public List<ClaimRow> ClaimsBefore { get; } = [];
    public List<CabinRow> Cabins { get; } = [];
    public List<(string Id, DateTime Until)> Holds { get; } = [];
    public List<BookingRow> Bookings { get; } = [];
    public List<CouponRow> Coupons { get; } = [];
    public List<PaymentRow> Payments { get; } = [];
    public List<RefundRow> Refunds { get; } = [];
    public List<LedgerRow> Ledger { get; } = [];
    public List<string> Outbox { get; } = [];
    public List<RequestRow> Requests { get; } = [];
    public List<GatewayRow> Gateway { get; } = [];

    /// <summary>What was sold with each booking.</summary>
    public Dictionary<string, SoldRow> Sold { get; } = new(StringComparer.Ordinal);

    /// <summary>An id as the database writes it.</summary>
    public static string Text(Guid id) => id.ToString("D").ToUpperInvariant();

    public bool HasPayment(Guid id) => Payments.Exists(payment => payment.Id == Text(id));

    public bool IsConfirmed(BookingId id) => Bookings.Exists(booking => booking.Status is BookingStatus.Confirmed && booking.Id == Text(id.Value));

    /// <summary>Reads again what was touched since the last time, and says what that was.</summary>
    public Tables Read()
    {
        var touched = _touched;
        _touched = 0;
        if ((touched & Tables.Claims) != 0)
        {
            ClaimsBefore.Clear();
            ClaimsBefore.AddRange(Claims);
        }
        foreach (var (table, read) in _readers)
        {
            if ((touched & table) != 0) read();
        }
        if ((touched & Tables.Bookings) != 0)
        {
            foreach (var booking in Bookings)
            {
                if (!Sold.ContainsKey(booking.Id)) Sold[booking.Id] = ReadSold(booking.Id);
            }
        }
        return touched;
    }

    /// <summary>What was touched is as it was: the transaction was rolled back.</summary>
    public void Forget() => _touched = 0;

    /// <summary>Everything is as in the template.</summary>
    public void Clear()
    {
        Sold.Clear();
        foreach (var read in _readers.Values) read();
        _touched = 0;
    }

    public void Dispose()
    {
        foreach (var command in _commands) command.Dispose();
    }

    private void Reads<T>(Tables table, List<T> rows, string sql, Func<DbDataReader, T> read)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        _commands.Add(command);
        _readers[table] = () =>
        {
            rows.Clear();
            using var reader = command.ExecuteReader();
            while (reader.Read()) rows.Add(read(reader));
        };
    }

    private SoldRow ReadSold(string id)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT b.sold, c.email FROM bookings b JOIN contacts c ON c.booking_id = b.id WHERE b.id = $id";
        command.Parameters.AddWithValue("$id", id);
        using var booking = command.ExecuteReader();
        booking.Read();
        var (sold, email) = (Domain.Platform.StoredJson.Read<SoldTrip>(booking.GetString(0)), booking.GetString(1));
        booking.Close();
        command.CommandText = "SELECT id, type FROM booking_passengers WHERE booking_id = $id";
        using var people = command.ExecuteReader();
        var (infants, seated, all) = (new HashSet<string>(StringComparer.Ordinal), 0, 0);
        for (; people.Read(); all++)
        {
            if ((PassengerType)people.GetInt32(1) is PassengerType.Infant) infants.Add(people.GetString(0));
            else seated++;
        }
        var flights = sold.Segments.Select(segment => segment.FlightId.Value).Distinct().ToList();
        var unseated = flights.ToDictionary(flight => flight, flight => seated - sold.Seats.Count(seat => seat.FlightId.Value == flight));
        return new SoldRow(email, sold.Cabin, unseated, flights, infants, all);
    }

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateTime? Time(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetDateTime(column);
}
