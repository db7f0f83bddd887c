using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Seats;
using CsCheck;

namespace AirlineBooking.Domain.Tests.Seats;

/// <summary>What the choice of the best seats promises, against every choice there is.</summary>
public sealed class BestSeatsTests
{
    private static readonly CabinLayout Narrow = CabinLayouts.For("A20N", 174);

    private static readonly Gen<Party> Parties =
        from adults in Gen.Int[1, 5]
        from children in Gen.Int[0, 5 - adults]
        from infants in Gen.Int[0, adults]
        select new Party(adults, children, infants);

    [Fact]
    public void Whoever_can_be_seated_is_seated_on_free_seats_that_suit_them() => Gen.Select(SmallCabin.Any(withExits: true), Parties).Sample(
        (cabin, party) =>
        {
            var best = cabin.Best(party.Seats, party);
            if (best.Count == 0) return !cabin.Choices(party.Seats).Any(seats => cabin.Suits(seats, party));
            return best.Count == party.Seats && best.Distinct().Count() == best.Count && best.All(cabin.Free.Contains) && cabin.Suits(best, party);
        },
        iter: 2000);

    [Fact]
    public void A_party_sits_side_by_side_when_that_is_possible_and_over_no_aisle_when_that_is() => Gen.Select(SmallCabin.Any(withExits: false), Gen.Int[1, 6]).Sample(
        (cabin, count) =>
        {
            var best = cabin.Best(count);
            if (best.Count == 0) return cabin.Free.Count < count;
            if (cabin.Choices(count).Any(cabin.IsInOneSection)) return cabin.IsInOneSection(best);
            return !cabin.Choices(count).Any(cabin.IsSideBySide) || cabin.IsSideBySide(best);
        },
        iter: 2000);

    [Fact]
    public void As_many_children_as_possible_sit_beside_an_adult() => Gen.Select(SmallCabin.Any(withExits: false), Gen.Int[1, 3], Gen.Int[1, 3]).Sample(
        (cabin, adults, children) =>
        {
            var best = cabin.Best(adults + children, new Party(adults, children, 0));
            return best.Count == 0 || cabin.FewestChildrenAlone(best, adults) == cabin.Choices(best.Count).Min(seats => cabin.FewestChildrenAlone(seats, adults));
        },
        iter: 1000);

    [Fact]
    public void No_seat_is_left_over_alone_when_the_party_can_sit_as_well_elsewhere() => Gen.Select(SmallCabin.Any(withExits: false), Gen.Int[1, 4]).Sample(
        (cabin, count) =>
        {
            var best = cabin.Best(count);
            return best.Count == 0 || !cabin.IsInOneSection(best) || cabin.SinglesLeft(best) == cabin.Choices(count).Where(cabin.IsInOneSection).Min(cabin.SinglesLeft);
        },
        iter: 2000);

    [Fact]
    public void An_exit_is_given_only_when_it_is_asked_for_or_nothing_else_is_left() => Gen.Select(SmallCabin.Any(withExits: true), Gen.Int[1, 4]).Sample(
        (cabin, count) => !cabin.Best(count).Any(cabin.IsExit) || cabin.Free.Count(seat => !cabin.IsExit(seat)) < count,
        iter: 1000);

    [Fact]
    public void Who_asks_for_an_exit_gets_one_or_nothing() => Gen.Select(SmallCabin.Any(withExits: true), Gen.Int[1, 4]).Sample(
        (cabin, count) =>
        {
            var best = cabin.Best(count, kind: SeatKind.Exit);
            return best.Count == 0 ? cabin.Free.Count(cabin.IsExit) < count : best.All(cabin.IsExit);
        },
        iter: 1000);

    [Fact]
    public void Passengers_take_their_seats_with_as_many_children_as_possible_beside_an_adult() => Gen.Select(SmallCabin.Any(withExits: true), Parties).Sample(
        (cabin, party) =>
        {
            var seats = cabin.Best(party.Seats, party);
            if (seats.Count == 0) return;
            var seated = PartySeating.Of(cabin.Layout, seats, party);
            var (grown, children) = (seated.Take(party.Adults).ToList(), seated.Skip(party.Adults).ToList());
            Assert.Equal(seats.Order(), seated.Order());
            Assert.DoesNotContain(children, cabin.IsExit);
            Assert.Equal(party.Infants, grown.Take(party.Infants).DistinctBy(seat => (seat.Row, cabin.Section(seat))).Count(seat => !cabin.IsExit(seat)));
            if (party.Infants > 0 || seats.Any(cabin.IsExit)) return;
            Assert.Equal(cabin.FewestChildrenAlone(seats, party.Adults), children.Count(child => !grown.Any(adult => cabin.AreBeside(adult, child))));
        },
        iter: 1000);

    [Theory]
    [InlineData(SeatWish.Front, "5A")]
    [InlineData(SeatWish.Rear, "31A")]
    [InlineData(SeatWish.Window, "5A")]
    [InlineData(SeatWish.Aisle, "5C")]
    public void A_wish_is_met(SeatWish near, string seat) =>
        Assert.Equal([SeatNumber.Parse(seat)], BestSeats.For(Narrow, Cabin.Economy, _ => true, _ => 0, 1, null, near));

    [Fact]
    public void Without_a_wish_the_cheapest_seats_are_given()
    {
        long Price(SeatNumber seat) => SeatPrices.MinorUnitsOf(Narrow, seat, FareFamily.Light, DistanceBand.ShortHaul);
        var best = BestSeats.For(Narrow, Cabin.Economy, _ => true, Price, 3);

        Assert.Equal(3 * 800, best.Sum(Price));
    }

    [Fact]
    public void A_charged_seat_is_given_only_when_free_ones_do_not_suffice()
    {
        var free = new[] { "20A", "20B", "22F", "25C" }.Select(SeatNumber.Parse).ToHashSet();
        long Price(SeatNumber seat) => seat.Row == 20 ? 800 : 0;

        Assert.Equal(["22F", "25C"], Best(free, Price, 2));
        Assert.Contains("20A", Best(free, Price, 3));
    }

    [Fact]
    public void A_row_at_a_bassinet_is_kept_for_infants_until_nothing_else_is_left()
    {
        var free = new[] { "4A", "4B", "30F" }.Select(SeatNumber.Parse).ToHashSet();

        Assert.Equal(["30F"], Best(free, _ => 0, 1));
        Assert.Equal(["4A", "4B"], BestSeats.For(Narrow, Cabin.Economy, free.Contains, _ => 0, 2, new Party(2, 0, 1), null, SeatKind.Bassinet).Select(seat => seat.ToString()));
        Assert.Empty(BestSeats.For(Narrow, Cabin.Economy, free.Contains, _ => 0, 2, new Party(2, 0, 0), null, SeatKind.Bassinet));
    }

    [Fact]
    public void A_party_of_nine_sits_in_rows_behind_one_another()
    {
        var rows = BestSeats.For(Narrow, Cabin.Economy, _ => true, _ => 0, 9).Select(seat => seat.Row).Distinct().ToArray();

        Assert.Equal(2, rows.Length);
        Assert.Equal(1, rows[1] - rows[0]);
    }

    [Fact]
    public void In_place_of_a_seat_there_are_three_like_it_nearby() =>
        Assert.Equal(["19C", "21C", "20D"], BestSeats.Instead(Narrow, seat => seat != SeatNumber.Parse("20C"), [SeatNumber.Parse("20C")]).Select(seat => seat.ToString()).Order().OrderBy(seat => seat == "20D"));

    [Fact]
    public void In_place_of_two_seats_there_are_two_side_by_side_nearby() =>
        Assert.Equal(
            ["19A", "19B"],
            BestSeats.Instead(Narrow, seat => seat.Row != 20, [SeatNumber.Parse("20A"), SeatNumber.Parse("20B")]).Select(seat => seat.ToString()));

    private static IEnumerable<string> Best(IReadOnlySet<SeatNumber> free, Func<SeatNumber, long> price, int count) =>
        BestSeats.For(Narrow, Cabin.Economy, free.Contains, price, count).Select(seat => seat.ToString());
}
