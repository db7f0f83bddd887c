using System.Globalization;
using AirlineBooking.Domain.Bookings;
using AirlineBooking.Domain.Flights;
using AirlineBooking.Web.Platform.Limits;
using AirlineBooking.Web.Platform.Security;
using AirlineBooking.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace AirlineBooking.Web.Bookings;

/// <summary>Finds a booking by its reference and a surname, and opens it in this browser for half an hour.</summary>
public partial class TripsPage(
    LookUpBooking lookUp, BrowserBookings bookings, AirportDirectories directories, IOptions<RateLimitSettings> limits, NavigationManager navigation)
{
    private IReadOnlyList<BookingDetails> _open = [];
    private string? _locator, _familyName, _locatorProblem, _familyNameProblem, _notice, _meaning;

    [CascadingParameter]
    public HttpContext? Http { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (Http is { } http) _open = await bookings.FindAllAsync(http, http.RequestAborted);
    }

    private async Task LookUpAsync()
    {
        if (Http is not { } http) return;
        var form = http.Request.Form;
        (_locator, _familyName) = (Trimmed(form[LookUpForm.LocatorField]), Trimmed(form[LookUpForm.FamilyNameField]));
        if (!RecordLocator.TryParse(_locator, out _)) _locatorProblem = "A booking reference has six letters and digits, and never I, O, 0 or 1.";
        if (_familyName.Length == 0) _familyNameProblem = "Type the surname of one of the passengers.";
        if (_locatorProblem is not null || _familyNameProblem is not null)
        {
            http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return;
        }
        var address = ClientKey.OfAddress(http.Connection.RemoteIpAddress).ToString();
        var found = await lookUp.RunAsync(_locator, _familyName, address, limits.Value.Enabled, http.RequestAborted);
        if (found.Value is { } booking)
        {
            await bookings.AllowAsync(http, booking.Id, http.RequestAborted);
            navigation.NavigateTo(Links.Trip(RecordLocator.Parse(_locator)));
            return;
        }
        if (found.Detail is LookupPause pause)
        {
            http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            http.Response.Headers.RetryAfter = ((int)pause.RetryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            (_notice, _meaning) = ("Too many wrong tries", $"To keep bookings safe we look up nothing more from here for {TimeText.Duration(TimeSpan.FromMinutes(Math.Ceiling(pause.RetryAfter.TotalMinutes)))}.");
            return;
        }
        http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        (_notice, _meaning) = ("No booking has this reference and this surname", "Check both. The surname is that of any passenger, not of whoever paid.");
    }

    private static string Trimmed(string? text) => (text ?? "").Trim();
}
