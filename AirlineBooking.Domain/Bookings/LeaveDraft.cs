using AirlineBooking.Domain.Platform;
using AirlineBooking.Domain.Seats;

namespace AirlineBooking.Domain.Bookings;

/// <summary>Ends a booking in progress: its seats go back on sale, and what was typed is forgotten. What was booked of it stays as it is. Whoever calls has found the draft to be theirs.</summary>
public sealed class LeaveDraft(ReleaseHold release, Writes writes)
{
    public async Task RunAsync(OpenDraft draft, CancellationToken cancel)
    {
        // Seats that are being paid for stay with their payment.
        foreach (var hold in draft.Holds) await release.RunAsync(hold, cancel);
        await writes.RunAsync((db, token) => db.ExecuteAsync($"DELETE FROM booking_drafts WHERE id = {draft.Id}", token), cancel);
    }
}
