namespace AirlineBooking.Web.Ui;

/// <summary>The steps of a booking, in their order and as they are called.</summary>
public enum BookingStep { Flights, Fare, Passengers, Seats, Pay }
