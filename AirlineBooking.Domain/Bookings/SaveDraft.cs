using AirlineBooking.Domain.Platform;

namespace AirlineBooking.Domain.Bookings;

/// <summary>Keeps what changes of a booking in progress; each change lets it live a day longer. Whoever calls has found the draft to be theirs.</summary>
public sealed class SaveDraft(Writes writes, IDocumentCipher cipher, TimeProvider clock)
{
    /// <summary>Keeps what was typed; the same again is no change.</summary>
    public Task RunAsync(OpenDraft draft, DraftForm form, CancellationToken cancel)
    {
        var json = StoredJson.Write(form);
        if (json == StoredJson.Write(draft.Form)) return Task.CompletedTask;
        var typed = cipher.Encrypt(json);
        return writes.RunAsync(
            (db, token) => db.ExecuteAsync($"UPDATE booking_drafts SET typed = {typed}, version = version + 1, expires_at = {Later} WHERE id = {draft.Id}", token), cancel);
    }

    /// <summary>Keeps the seats of a flight.</summary>
    public Task SeatsAsync(DraftId id, DraftSeats seats, CancellationToken cancel) => writes.RunAsync(
        async (db, token) =>
        {
            // The write lock of the row keeps two windows apart that choose on two flights.
            await db.ExecuteAsync($"UPDATE booking_drafts SET version = version + 1, expires_at = {Later} WHERE id = {id}", token);
            var known = await db.ReadAsync($"SELECT seats FROM booking_drafts WHERE id = {id}", row => StoredJson.Read<List<DraftSeats>>(row.GetString(0)), token);
            if (known is not [var flights]) return;
            flights.RemoveAll(flight => flight.FlightId == seats.FlightId);
            if (seats.Seats.Count > 0) flights.Add(seats);
            await db.ExecuteAsync($"UPDATE booking_drafts SET seats = {StoredJson.Write(flights.OrderBy(flight => flight.FlightId))} WHERE id = {id}", token);
        },
        cancel);

    /// <summary>Keeps the offer as it is now, with its new price or its new life.</summary>
    public Task OfferAsync(DraftId id, string offerId, CancellationToken cancel) => writes.RunAsync(
        (db, token) => db.ExecuteAsync($"UPDATE booking_drafts SET offer_id = {offerId}, version = version + 1, expires_at = {Later} WHERE id = {id} AND offer_id <> {offerId}", token), cancel);

    /// <summary>Remembers which booking was made of a version of it.</summary>
    public Task BookedAsync(OpenDraft draft, BookingId booking, CancellationToken cancel) => writes.RunAsync(
        (db, token) => db.ExecuteAsync($"UPDATE booking_drafts SET booking_id = {booking}, booked_version = {draft.Version}, expires_at = {Later} WHERE id = {draft.Id}", token), cancel);

    /// <summary>Forgets drafts that ended, a bounded number at a time; answers how many.</summary>
    public Task<int> ForgetAsync(CancellationToken cancel)
    {
        const int most = 500;
        var now = clock.GetUtcNow();
        return writes.RunAsync(
            (db, token) => db.ExecuteAsync($"DELETE FROM booking_drafts WHERE id IN (SELECT id FROM booking_drafts WHERE expires_at <= {now} LIMIT {most})", token), cancel);
    }

    private DateTimeOffset Later => clock.GetUtcNow() + BookingDraft.Lifetime;
}
