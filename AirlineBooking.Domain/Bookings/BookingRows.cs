using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Platform;

namespace AirlineBooking.Domain.Bookings;

/// <summary>Reads and inserts bookings inside a unit of work, by hand: these are among the hottest statements there are.</summary>
internal static class BookingRows
{
    // With a million bookings one new locator of a thousand is taken already.
    private const int MostTriesForALocator = 50;

    public static async Task<Booking?> FindAsync(AirlineDb db, BookingId id, CancellationToken cancel) => (await db.ReadAsync(
        $"SELECT locator, status, version, created_at, confirmed_at, kept_until, holds_places, channel, owner, currency, total, paid, refunded, sold, refund_due, refund_promised_by, refunded_at FROM bookings WHERE id = {id.Value}",
        row => new Booking
        {
            Id = id,
            Locator = RecordLocator.Parse(row.GetString(0)),
            Status = (BookingStatus)row.GetInt32(1),
            Version = row.GetInt64(2),
            CreatedAt = row.GetInstant(3),
            ConfirmedAt = row.IsDBNull(4) ? null : row.GetInstant(4),
            KeptUntil = row.IsDBNull(5) ? null : row.GetInstant(5),
            HoldsPlaces = row.GetBoolean(6),
            Channel = row.GetString(7),
            Owner = row.GetString(8),
            Currency = CurrencyCode.Parse(row.GetString(9)),
            Total = row.GetInt64(10),
            Paid = row.GetInt64(11),
            Refunded = row.GetInt64(12),
            Sold = row.GetString(13),
            RefundDue = row.GetInt64(14),
            RefundPromisedBy = row.IsDBNull(15) ? null : row.GetInstant(15),
            RefundedAt = row.IsDBNull(16) ? null : row.GetInstant(16),
        },
        cancel)).FirstOrDefault();

    public static Task<List<BookingPassenger>> PassengersAsync(AirlineDb db, BookingId id, CancellationToken cancel) => db.ReadAsync(
        $"SELECT id, position, type, reference, infant_of FROM booking_passengers WHERE booking_id = {id.Value} ORDER BY position",
        row => new BookingPassenger
        {
            Id = new PassengerId(row.GetGuid(0)),
            BookingId = id,
            Position = row.GetInt32(1),
            Type = (PassengerType)row.GetInt32(2),
            Reference = row.IsDBNull(3) ? null : row.GetString(3),
            InfantOf = row.IsDBNull(4) ? null : new PassengerId(row.GetGuid(4)),
        },
        cancel);

    /// <summary>Who the passengers are, in their order.</summary>
    public static Task<List<Traveller>> TravellersAsync(AirlineDb db, BookingId id, CancellationToken cancel) => db.ReadAsync(
        $"""
        SELECT t.passenger_id, t.title, t.given_name, t.family_name, t.ticket_given_name, t.ticket_family_name, t.born_on, t.gender, t.frequent_flyer, t.assistance
        FROM booking_passengers p JOIN travellers t ON t.passenger_id = p.id WHERE p.booking_id = {id.Value} ORDER BY p.position
        """,
        row => new Traveller
        {
            PassengerId = new PassengerId(row.GetGuid(0)),
            Title = row.IsDBNull(1) ? null : row.GetString(1),
            GivenName = row.GetString(2),
            FamilyName = row.GetString(3),
            TicketGivenName = row.GetString(4),
            TicketFamilyName = row.GetString(5),
            BornOn = row.GetFieldValue<DateOnly>(6),
            Gender = row.IsDBNull(7) ? null : row.GetString(7),
            FrequentFlyer = row.IsDBNull(8) ? null : row.GetString(8),
            Assistance = row.IsDBNull(9) ? null : row.GetString(9),
        },
        cancel);

    public static async Task<Contact> ContactAsync(AirlineDb db, BookingId id, CancellationToken cancel) => (await db.ReadAsync(
        $"SELECT email, phone, language, reminders FROM contacts WHERE booking_id = {id.Value}",
        row => new Contact { BookingId = id, Email = row.GetString(0), Phone = row.IsDBNull(1) ? null : row.GetString(1), Language = row.GetString(2), Reminders = row.GetString(3) },
        cancel)).Single();

    /// <summary>Inserts a booking with its passengers. A locator that another booking has is replaced by a new one.</summary>
    public static async Task InsertAsync(AirlineDb db, PreparedBooking prepared, Randomness random, CancellationToken cancel)
    {
        var (locator, tries) = (prepared.Booking.Locator, 1);
        while (!await TryInsertAsync(db, prepared.Booking, locator, cancel))
        {
            if (tries++ == MostTriesForALocator) throw new InvalidOperationException("No locator seems to be free.");
            locator = RecordLocator.New(random);
        }
        await InsertPeopleAsync(db, prepared, cancel);
    }

    private static async Task<bool> TryInsertAsync(AirlineDb db, Booking b, RecordLocator locator, CancellationToken cancel) =>
        await db.ExecuteAsync(
            $"""
            INSERT INTO bookings (id, locator, status, version, created_at, kept_until, holds_places, channel, owner, currency, total, paid, refunded, refund_due, sold)
            VALUES ({b.Id}, {locator.ToString()}, {b.Status}, {b.Version}, {b.CreatedAt}, {b.KeptUntil}, {b.HoldsPlaces}, {b.Channel}, {b.Owner}, {b.Currency.ToString()}, {b.Total}, {b.Paid}, {b.Refunded}, {b.RefundDue}, {b.Sold})
            ON CONFLICT (locator) DO NOTHING
            """,
            cancel) == 1;

    private static async Task InsertPeopleAsync(AirlineDb db, PreparedBooking prepared, CancellationToken cancel)
    {
        foreach (var (passenger, traveller, document) in prepared.Passengers)
        {
            await db.ExecuteAsync(
                $"""
                INSERT INTO booking_passengers (id, booking_id, position, type, reference, infant_of)
                VALUES ({passenger.Id}, {passenger.BookingId}, {passenger.Position}, {passenger.Type}, {passenger.Reference}, {passenger.InfantOf})
                """,
                cancel);
            await db.ExecuteAsync(
                $"""
                INSERT INTO travellers (passenger_id, title, given_name, family_name, ticket_given_name, ticket_family_name, born_on, gender, frequent_flyer, assistance)
                VALUES ({passenger.Id}, {traveller.Title}, {traveller.GivenName}, {traveller.FamilyName}, {traveller.TicketGivenName}, {traveller.TicketFamilyName},
                        {traveller.BornOn}, {traveller.Gender}, {traveller.FrequentFlyer}, {traveller.Assistance})
                """,
                cancel);
            if (document is not null) await InsertAsync(db, document, cancel);
        }
        var c = prepared.Contact;
        await db.ExecuteAsync(
            $"INSERT INTO contacts (booking_id, email, phone, language, reminders) VALUES ({c.BookingId}, {c.Email}, {c.Phone}, {c.Language}, {c.Reminders})", cancel);
    }

    public static Task<int> InsertAsync(AirlineDb db, TravelDocument document, CancellationToken cancel) => db.ExecuteAsync(
        $"""
        INSERT INTO travel_documents (passenger_id, kind, encrypted_number, nationality, issuing_country, expires_on)
        VALUES ({document.PassengerId}, {document.Kind}, {document.EncryptedNumber}, {document.Nationality}, {document.IssuingCountry}, {document.ExpiresOn})
        ON CONFLICT (passenger_id) DO UPDATE SET kind = excluded.kind, encrypted_number = excluded.encrypted_number,
            nationality = excluded.nationality, issuing_country = excluded.issuing_country, expires_on = excluded.expires_on
        """,
        cancel);
}
