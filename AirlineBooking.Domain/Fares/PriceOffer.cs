using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;

namespace AirlineBooking.Domain.Fares;

/// <summary>Prices flights for a party: sums of exact minor units, each slice as a one-way of its own.</summary>
public static class PriceOffer
{
    private static readonly FareFamily[] Families = [FareFamily.Light, FareFamily.Classic, FareFamily.Flex];

    /// <summary>The offer in one family, with the others beside it; nothing when a flight has no class open for so many seats.</summary>
    public static Offer? From(
        FareBook book, OfferSigner signer, IReadOnlyList<SliceFacts> slices, Party party, Cabin cabin, FareFamily family, long issueMinute)
    {
        var ranks = new int[slices.Count];
        var paths = new OfferPath[slices.Count];
        for (var i = 0; i < slices.Count; i++)
        {
            ranks[i] = RankOf(slices[i].Flights, party.Seats);
            if (ranks[i] < 0) return null;
            paths[i] = PathOf(slices[i], ranks[i]);
        }
        var due = Array.ConvertAll([.. slices], slice => new TaxesDue(book, slice, cabin));
        var chosen = FamilyPrice.Of(book, slices, ranks, due, party, cabin, family);
        var terms = new OfferTerms(issueMinute, party, cabin, family, paths, chosen.Total);
        return new Offer(
            signer.Sign(terms),
            terms.ExpiresAt,
            chosen.Total,
            chosen.Base,
            chosen.TaxesByCode(),
            family,
            cabin,
            ConditionsOf(book, slices, cabin, family),
            BaggageOf(book, slices, cabin, family),
            EmissionsKg: Emissions.KilogramsPerPassenger(book, slices, cabin) * party.Seats,
            Emissions.KilogramsPerPassenger(book, slices, cabin),
            [.. slices.Select((slice, i) => SliceOf(book, slice, cabin, ranks[i]))],
            chosen.Passengers,
            [.. Families.Where(other => other != family).Select(other => Other(other, FamilyPrice.Of(book, slices, ranks, due, party, cabin, other).Total))]);

        FamilyOffer Other(FareFamily other, Money total) => new(other, signer.Sign(terms with { Family = other, Total = total }), total);
    }

    /// <summary>The class rank of a slice: the highest of its flights' lowest open classes, or -1 when one has none.</summary>
    public static int RankOf(IReadOnlyList<SegmentFacts> flights, int seats)
    {
        var highest = -1;
        foreach (var flight in flights)
        {
            var rank = BookingLimitsTable.LowestOpenRank(BookingLimitsTable.Standard.Limits(flight.Limits), flight.Sold, seats);
            if (rank < 0) return -1;
            highest = Math.Max(highest, rank);
        }
        return highest;
    }

    private static OfferPath PathOf(SliceFacts slice, int rank)
    {
        var (flights, same) = (new FlightId[slice.Flights.Count], 0);
        for (var i = 0; i < flights.Length; i++)
        {
            flights[i] = slice.Flights[i].Id;
            if (slice.Flights[i].SameAircraft) same |= 1 << i;
        }
        return new OfferPath(flights, rank, same);
    }

    private static OfferSlice SliceOf(FareBook book, SliceFacts slice, Cabin cabin, int rank)
    {
        var letter = BookingClassLadder.Of(cabin)[rank].Code;
        return new OfferSlice(slice.Origin, slice.Destination, [.. slice.Flights.Select(Segment)]);

        OfferSegment Segment(SegmentFacts flight) => new(
            flight.Id, flight.Number, flight.OperatingCarrier, flight.Origin, flight.Destination, flight.DepartingAt, flight.ArrivingAt,
            book[flight.Origin].TimeZone, book[flight.Destination].TimeZone, flight.DepartsAt, flight.ArrivesAt, flight.Aircraft, flight.SameAircraft,
            letter, BookingLimitsTable.SeatsLeft(BookingLimitsTable.Standard.Limits(flight.Limits), flight.Sold, rank));
    }

    // The longest slice speaks for the journey: its penalties are the highest, and its bags are those of each slice.
    private static FamilyTerms TermsOf(FareBook book, IReadOnlyList<SliceFacts> slices, Cabin cabin, FareFamily family) =>
        FareFamilies.Of(cabin, family, slices.Max(slice => FareFamilies.BandOf(book.Kilometres(slice.Origin, slice.Destination))));

    private static FareConditions ConditionsOf(FareBook book, IReadOnlyList<SliceFacts> slices, Cabin cabin, FareFamily family)
    {
        var terms = TermsOf(book, slices, cabin, family);
        return new FareConditions(Condition(terms.ChangePenalty), Condition(terms.RefundPenalty));

        FareCondition Condition(long? penalty) => new(penalty is not null, penalty is { } amount ? new Money(amount, book.Currency) : null);
    }

    private static BaggageAllowance[] BaggageOf(FareBook book, IReadOnlyList<SliceFacts> slices, Cabin cabin, FareFamily family)
    {
        var terms = TermsOf(book, slices, cabin, family);
        return [new(BaggageType.Personal, 1), new(BaggageType.Cabin, terms.InCabin), new(BaggageType.Checked, terms.Checked)];
    }
}
