using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.CheckIn;
using AirlineBooking.Domain.Fares;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Domain.Kernel;
using AirlineBooking.Domain.Payments;
using AirlineBooking.Domain.Platform;
using AirlineBooking.Domain.Search;
using AirlineBooking.Domain.Seats;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AirlineBooking.Domain;

/// <summary>Everything the airline can do, one line an operation.</summary>
public static class AirlineOperations
{
    public static IServiceCollection AddAirline(this IServiceCollection services)
    {
        services.AddOptions<AirlineOptions>().BindConfiguration(AirlineOptions.Section).ValidateOnStart();
        services.AddOptions<CheckInOptions>().BindConfiguration(CheckInOptions.Section).ValidateOnStart();
        services.AddOptions<PaymentOptions>().BindConfiguration(PaymentOptions.Section);
        services.AddOptions<SearchOptions>().BindConfiguration(SearchOptions.Section).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<SearchOptions>, SearchOptionsValidation>()
            .AddSingleton<IValidateOptions<CheckInOptions>, CheckInOptionsValidation>()
            .AddSingleton<IValidateOptions<AirlineOptions>, AirlineOptionsValidation>()
            .AddSingleton<CheckInvariants>()
            .AddInvariants(FlightInvariants.All)
            .AddInvariants(SeatInvariants.All)
            .AddInvariants(PaymentInvariants.All)
            .AddFlightsAndFares()
            .AddBookings();
    }

    private static IServiceCollection AddFlightsAndFares(this IServiceCollection services) => services
        .AddSingleton<AirportDirectories>()
        .AddSingleton<ChangeFlights>()
        .AddSingleton<CreateDemoFares>()
        .AddSingleton<FareBooks>()
        .AddSingleton<FindFlights>()
        .AddSingleton<FindLowestFares>()
        .AddSingleton<FindRoutes>()
        .AddSingleton<FindWeekOfRoute>()
        .AddSingleton<FlightStage>()
        .AddSingleton<FlightsWithPassengers>()
        .AddSingleton<ImportAirports>()
        .AddSingleton<ImportFlights>()
        .AddSingleton<ImportSsim>()
        .AddSingleton<LoadReferenceData>()
        .AddSingleton<OfferKeys>()
        .AddSingleton<ReadOffer>()
        .AddSingleton<ReadTimetable>()
        .AddSingleton<RollHorizon>()
        .AddSingleton<RotateOfferKey>()
        .AddSingleton<ScheduleStage>()
        .AddSingleton<SearchBases>()
        .AddSingleton<SearchOffers>()
        .AddSingleton<Timetables>();

    private static IServiceCollection AddBookings(this IServiceCollection services) => services
        .AddSingleton<AskForPassengers>(made => new FlightsWithClaims(made.GetRequiredService<TimeProvider>()).AmongAsync)
        .AddSingleton<AskForSales>(FlightsWithTickets.AmongAsync)
        .AddSingleton<BookTrip>()
        .AddSingleton<BookingStates>()
        .AddSingleton<BookingTokens>()
        .AddSingleton<ChangeSeat>()
        .AddSingleton<CheckInPassengers>()
        .AddSingleton<ClearFlights>(FlightsWithClaims.ClearAsync)
        .AddSingleton<ConfirmCancellation>()
        .AddSingleton<ExpireHolds>()
        .AddSingleton<ExtendHold>()
        .AddSingleton<FindBoardingPasses>()
        .AddSingleton<FollowSeatMap>()
        .AddSingleton<ForgetQuestions>()
        .AddSingleton<GuardedGateway>()
        .AddSingleton<HoldRequests>()
        .AddSingleton<HoldSeats>()
        .AddSingleton<LeaveDraft>()
        .AddSingleton<LookUpBooking>()
        .AddSingleton<Pay>()
        .AddSingleton<PayBooking>()
        .AddSingleton<PaymentResults>()
        .AddSingleton<PrepareBooking>()
        .AddSingleton<PriceDraft>()
        .AddSingleton<QuoteCancellation>()
        .AddSingleton<Randomness>()
        .AddSingleton<ReadBoardingPass>()
        .AddSingleton<ReadBooking>()
        .AddSingleton<ReadDraft>()
        .AddSingleton<ReadPayment>()
        .AddSingleton<ReadSeatMap>()
        .AddSingleton<ReadSeating>()
        .AddSingleton<ReleaseHold>()
        .AddSingleton<RunOnce>()
        .AddSingleton<SaveDraft>()
        .AddSingleton<SeatMapFeed>()
        .AddSingleton<SeatQuotes>()
        .AddSingleton<SettlePayments>()
        .AddSingleton<StartDraft>();
}
