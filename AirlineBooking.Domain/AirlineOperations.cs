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
        services.AddOptions<CheckInOptions>().BindConfiguration(CheckInOptions.Section);
        services.AddOptions<PaymentOptions>().BindConfiguration(PaymentOptions.Section);
        services.AddOptions<SearchOptions>().BindConfiguration(SearchOptions.Section).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<SearchOptions>, SearchOptionsValidation>()
            .AddSingleton<IValidateOptions<AirlineOptions>, AirlineOptionsValidation>()
            .AddSingleton<AirportDirectories>()
            .AddSingleton<BookingTokens>()
            .AddSingleton<BookTrip>()
            .AddSingleton<ChangeFlights>()
            .AddSingleton<ChangeSeat>()
            .AddSingleton<CheckInPassengers>()
            .AddSingleton<CheckInvariants>()
            .AddSingleton<ConfirmCancellation>()
            .AddInvariants(FlightInvariants.All)
            .AddInvariants(SeatInvariants.All)
            .AddInvariants(PaymentInvariants.All)
            .AddSingleton<CreateDemoFares>()
            .AddSingleton<ExpireHolds>()
            .AddSingleton<ExtendHold>()
            .AddSingleton<FareBooks>()
            .AddSingleton<FindBoardingPasses>()
            .AddSingleton<FindFlights>()
            .AddSingleton<FindLowestFares>()
            .AddSingleton<FindRoutes>()
            .AddSingleton<FindWeekOfRoute>()
            .AddSingleton<FlightStage>()
            .AddSingleton<FlightsWithPassengers>()
            .AddSingleton<AskForPassengers>(made => new FlightsWithClaims(made.GetRequiredService<TimeProvider>()).AmongAsync)
            .AddSingleton<FollowSeatMap>()
            .AddSingleton<GuardedGateway>()
            .AddSingleton<HoldRequests>()
            .AddSingleton<HoldSeats>()
            .AddSingleton<ImportAirports>()
            .AddSingleton<ImportFlights>()
            .AddSingleton<ImportSsim>()
            .AddSingleton<LoadReferenceData>()
            .AddSingleton<ScheduleStage>()
            .AddSingleton<OfferKeys>()
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
            .AddSingleton<ReadOffer>()
            .AddSingleton<ReadSeating>()
            .AddSingleton<ReadSeatMap>()
            .AddSingleton<ReadPayment>()
            .AddSingleton<ReadTimetable>()
            .AddSingleton<ReleaseHold>()
            .AddSingleton<RollHorizon>()
            .AddSingleton<RotateOfferKey>()
            .AddSingleton<SearchBases>()
            .AddSingleton<RunOnce>()
            .AddSingleton<SaveDraft>()
            .AddSingleton<StartDraft>()
            .AddSingleton<SearchOffers>()
            .AddSingleton<SeatMapFeed>()
            .AddSingleton<SeatQuotes>()
            .AddSingleton<SettlePayments>()
            .AddSingleton<Timetables>();
    }
}
